//! Whether words of a document look like the name of one person or one unit.

/// Family names of one character that nine in ten bearers have (Ministry of Public Security, 2020 list, and
/// others that are common in official lists).
const FAMILY_NAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙史陶贺毛段郝顾龚邵覃武钱戴严莫孔向常汤康易乔赖文洪牛葛柯庞齐伍翟申樊殷鲁庄岳耿焦左施温安欧俞章倪柳关路骆聂兰祝阮阎颜辛涂甘甄宁柴蒲瞿卜尚单霍项成纪穆米包盛邢毕梅池曲褚佟靳苗桂舒冉乐凌季华古蓝景娄裴党解强游应全屈鲍司管艾仇丛晏惠房桑谷储喻鞠冷简巫沙滕卓丘匡从冀仲查";
const FAMILY_NAMES_OF_TWO: [&str; 8] = ["欧阳", "司马", "上官", "诸葛", "夏侯", "皇甫", "尉迟", "令狐"];
/// Duties that stand in place of a name.
const DUTIES: [&str; 24] = [
    "书记", "主任", "局长", "处长", "科长", "股长", "部长", "站长", "所长", "院长", "校长", "主席", "经理", "会长",
    "组长", "队长", "班长", "厂长", "镇长", "县长", "区长", "市长", "会计", "干事",
];
/// Last characters of units that would else pass for a name: 党建科, 强军办.
const UNIT_ENDINGS: [char; 16] =
    ['科', '股', '处', '室', '办', '局', '部', '组', '队', '站', '所', '院', '校', '会', '委', '镇'];
/// Characters that mask a name.
const MASKS: [char; 8] = ['某', '×', '*', '＊', 'X', 'x', '○', '□'];

/// True for the full, unmasked name of one person.
pub fn is_person_name(text: &str) -> bool {
    let characters: Vec<char> = text.chars().collect();
    let plain = characters.iter().all(|c| ('\u{4e00}'..='\u{9fff}').contains(c) || *c == '·');
    let duty = DUTIES.iter().any(|duty| text.ends_with(duty));
    if !plain || duty || text.contains(MASKS) || text.ends_with(UNIT_ENDINGS) {
        return false;
    }
    if text.contains('·') {
        return (4..=16).contains(&characters.len());
    }
    let two = FAMILY_NAMES_OF_TWO.iter().any(|name| text.starts_with(name));
    let one = characters.first().is_some_and(|c| FAMILY_NAMES.contains(*c));
    (two && (3..=4).contains(&characters.len())) || (one && (2..=3).contains(&characters.len()))
}

/// Most characters of a unit's name.
const UNIT_CHARACTERS_MAX: usize = 24;
/// Words that name several units at once.
const SEVERAL: [&str; 9] = ["各", "全体", "所有", "相关", "有关", "等", "其他", "及", "本单位"];

/// True for the name of one unit.
pub fn is_unit_name(text: &str) -> bool {
    let count = text.chars().count();
    (2..=UNIT_CHARACTERS_MAX).contains(&count)
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '（' | '）' | '“' | '”' | '·'))
        && !text.contains(MASKS)
        && !is_person_name(text)
        && !DUTIES.iter().any(|duty| text.ends_with(duty))
        && !SEVERAL.iter().any(|word| text.starts_with(word) || text.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_have_a_family_name_and_no_mask() {
        for name in ["张明", "王小川", "欧阳修远", "阿依古丽·买买提"] {
            assert!(is_person_name(name), "{name}");
        }
        for other in
            ["张某", "王某某", "李××", "办公室", "党组书记", "王主任", "各支部", "分管领导", "党建科", "张", ""]
        {
            assert!(!is_person_name(other), "{other}");
        }
    }

    #[test]
    fn units_are_one_and_named() {
        for name in ["办公室", "水资源科", "机关第一党支部", "财务审计科（内审办）"] {
            assert!(is_unit_name(name), "{name}");
        }
        for other in ["各科室", "相关单位", "办公室等", "张明", "局长", "", "办公室、财务科", "某镇"]
        {
            assert!(!is_unit_name(other), "{other}");
        }
    }
}
