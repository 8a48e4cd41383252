//! What stands between the braces.

/// A placeholder or a mark, read as far as its form goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Statement {
    /// What is to be written, formats included.
    Value(String),
    For {
        name: String,
        list: String,
    },
    If(String),
    Elif(String),
    Else,
    EndFor,
    EndIf,
    Comment,
}

impl Statement {
    /// Reads the inside of `{{ }}`.
    pub(super) fn value(inner: &str) -> Result<Self, String> {
        let text = plain(inner);
        if text.is_empty() {
            Err("占位符里没有内容，例如 {{ 统计.问题数 }}".to_owned())
        } else {
            Ok(Self::Value(text))
        }
    }

    /// Reads the inside of `{% %}`.
    pub(super) fn mark(inner: &str) -> Result<Self, String> {
        let text = plain(inner);
        let text = text.trim_matches(['-', '+']).trim();
        // Marks for rows and paragraphs as other programs write them: where a mark works is seen from its place.
        let text = ["tr ", "tc ", "p "].iter().find_map(|prefix| text.strip_prefix(prefix)).unwrap_or(text).trim();
        let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let rest = rest.trim().to_owned();
        let needs = |rest: String, make: fn(String) -> Self| {
            if rest.is_empty() {
                Err("条件为空，例如 {% if 问题.时限 %}".to_owned())
            } else {
                Ok(make(rest))
            }
        };
        match word {
            "for" => match rest.split_once(" in ") {
                Some((name, list)) if !name.trim().is_empty() && !list.trim().is_empty() => {
                    Ok(Self::For { name: name.trim().to_owned(), list: list.trim().to_owned() })
                }
                _ => Err("循环须写成 {% for 问题 in 未完成 %}".to_owned()),
            },
            "if" => needs(rest, Self::If),
            "elif" => needs(rest, Self::Elif),
            "else" => Ok(Self::Else),
            "endfor" => Ok(Self::EndFor),
            "endif" => Ok(Self::EndIf),
            _ => Err("只能使用 for、endfor、if、elif、else、endif".to_owned()),
        }
    }

    pub(super) fn opens(&self) -> bool {
        matches!(self, Self::For { .. } | Self::If(_))
    }

    pub(super) fn closes(&self, open: &Self) -> bool {
        matches!((open, self), (Self::For { .. }, Self::EndFor) | (Self::If(_), Self::EndIf))
    }

    pub(super) fn continues(&self, open: &Self) -> bool {
        matches!(open, Self::If(_)) && matches!(self, Self::Elif(_) | Self::Else)
    }

    pub(super) fn is_block(&self) -> bool {
        !matches!(self, Self::Value(_) | Self::Comment)
    }
}

/// As a program reads it: Word turns quotes into curly ones, and input methods write wide signs.
fn plain(inner: &str) -> String {
    let mut quoted = None;
    let text: String = inner
        .chars()
        .map(|c| {
            let c = match c {
                '“' | '”' | '＂' => '"',
                '‘' | '’' => '\'',
                c => c,
            };
            match quoted {
                Some(quote) if quote == c => quoted = None,
                Some(_) => return c,
                None if matches!(c, '"' | '\'') => quoted = Some(c),
                None => {}
            }
            match c {
                '｜' => '|',
                '（' => '(',
                '）' => ')',
                '．' => '.',
                '＞' => '>',
                '＜' => '<',
                '＝' => '=',
                '！' => '!',
                '％' => '%',
                '\u{a0}' | '\u{3000}' | '\n' | '\t' => ' ',
                c => c,
            }
        })
        .collect();
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_word_and_input_methods_make_of_a_mark_is_understood() {
        let read = |text: &str| Statement::mark(text).unwrap();
        assert_eq!(
            read("- if 问题.状态 ＝＝ “已完成（部分）” -"),
            Statement::If("问题.状态 == \"已完成（部分）\"".to_owned())
        );
        let each = Statement::For { name: "问题".to_owned(), list: "未完成".to_owned() };
        assert_eq!((read("tr for 问题 in 未完成"), read("\u{a0}for 问题 in 未完成")), (each.clone(), each));
        assert_eq!(
            Statement::value("问题.责任人｜缺省（待定）"),
            Ok(Statement::Value("问题.责任人|缺省(待定)".to_owned()))
        );
    }

    #[test]
    fn what_is_no_mark_says_how_it_is_written() {
        assert!(Statement::mark("include \"x\"").unwrap_err().contains("endfor"));
        assert!(Statement::mark("for 问题").unwrap_err().contains("for 问题 in 未完成"));
        assert!(Statement::mark("if").unwrap_err().contains("条件为空"));
        assert!(Statement::value(" ").is_err());
    }
}
