//! Characters that PDF fonts give instead of ordinary ideographs (gongwen.md B2.2).
//!
//! The tables follow the Unicode character database: Kangxi radicals U+2F00–2FD5, radicals of the
//! supplement that stand for one simplified character, and compatibility ideographs U+F900–FAD9.

const KANGXI_FIRST: u32 = 0x2F00;

/// Ordinary ideographs of U+2F00… in order.
const KANGXI: &str = concat!(
    "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳",
    "心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸",
    "缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音",
    "頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠",
);

/// Radical, ordinary ideograph, in turn.
const SUPPLEMENT: &str = concat!(
    "⺁厂⺒巳⺓幺⺝月⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿",
    "⻰龙⻳龟⺼月⺀冫⺌小⺗心⺩王⺮竹⺶羊⻊足⻌辶⻏阝⻖阝⻗雨",
);

const COMPATIBILITY_FIRST: u32 = 0xF900;

/// Ordinary ideographs of U+F900… in order; 　 where there is none.
const COMPATIBILITY: &str = concat!(
    "豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌",
    "祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮",
    "兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈",
    "領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘",
    "藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀　　塚　晴　　凞猪益礼神祥福靖精羽　蘒　諸　　逸都　　　飯飼",
    "館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸",
    "難響頻恵𤋮舘　　並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画",
    "瘝瘟益盛直睊着磌窱節类絛練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜𢡊𢡄𣏕㮝䀘䀹𥉉𥳐𧻓齃龎",
);

/// Mark, its ordinary form, in turn: fonts draw both alike.
const MARKS: &str = "\u{a0} \u{2003}\u{3000}\u{2011}-\u{2215}／\u{2329}〈\u{232a}〉\u{22ef}…\u{301c}～";

/// The ordinary character that `c` stands for, if it is one of the stand-ins.
pub(super) fn ordinary(c: char) -> Option<char> {
    let code = c as u32;
    match code {
        0x2F00..=0x2FD5 => KANGXI.chars().nth((code - KANGXI_FIRST) as usize),
        0x2E80..=0x2EF3 => paired(SUPPLEMENT, c),
        0xA0 | 0x2003..=0x301C => paired(MARKS, c),
        0xF900..=0xFAD9 => {
            COMPATIBILITY.chars().nth((code - COMPATIBILITY_FIRST) as usize).filter(|c| *c != '\u{3000}')
        }
        _ => None,
    }
}

/// A mark or a blank rather than an ideograph.
pub(super) fn is_mark(c: char) -> bool {
    MARKS.contains(c)
}

fn paired(pairs: &str, c: char) -> Option<char> {
    let mut pairs = pairs.chars();
    while let (Some(from), Some(to)) = (pairs.next(), pairs.next()) {
        if from == c {
            return Some(to);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_become_ordinary_ideographs() {
        for (from, to) in [
            ('\u{2F00}', '一'),
            ('\u{2F06}', '二'),
            ('\u{2F0B}', '八'),
            ('\u{2F17}', '十'),
            ('\u{2ED3}', '长'),
            ('\u{F967}', '不'),
            ('\u{2F3E}', '户'),
            ('\u{301C}', '～'),
        ] {
            assert_eq!(ordinary(from), Some(to));
        }
        assert_eq!(ordinary('一'), None);
    }
}
