//! Whether a publication may go out, and who may say so. Nobody lets out what he made, and nobody alone decides
//! that an error is none.

use super::{Publication, PublicationStanding};
use crate::words::words;
use crate::{Person, PersonId, Role};

words!(
    /// How sure a diagnostic is, as far as the gate asks.
    Severity {
        Error => "error" "必错",
        Warning => "warning" "疑似",
        Advice => "advice" "提示",
    }
);

/// Roles that answer for what goes out.
const ANSWERS: [Role; 3] = [Role::Liaison, Role::Leader, Role::Secretary];

/// Whether a diagnostic stands in the way of publication: what may name persons or leaves masks behind (R), and
/// errors against the ledger (C).
pub fn must_be_clean(rule: &str, severity: Severity) -> bool {
    match rule.split_once('-').map(|(group, _)| group) {
        Some("R") => severity != Severity::Advice,
        Some("C") => severity == Severity::Error,
        _ => false,
    }
}

/// Why somebody may not overrule a diagnostic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OverruleRefusal {
    #[error("裁定放行须由联络员、分管领导或主要负责人办理")]
    Role,
    #[error("公开稿由您编制，须由另一人裁定")]
    OwnWork,
    #[error("这一条由您忽略，须由另一人裁定")]
    OwnIgnoring,
    #[error("这一条不影响公开，不需要裁定")]
    NotInTheWay,
}

/// Whether a person may overrule a diagnostic that stands in the way; `ignorers` said before that it is none.
pub fn may_overrule(
    person: &Person,
    maker: &PersonId,
    ignorers: &[PersonId],
    rule: &str,
    severity: Severity,
) -> Result<(), OverruleRefusal> {
    if !must_be_clean(rule, severity) {
        return Err(OverruleRefusal::NotInTheWay);
    }
    if !ANSWERS.iter().any(|role| person.is(*role)) {
        return Err(OverruleRefusal::Role);
    }
    if person.id == *maker {
        return Err(OverruleRefusal::OwnWork);
    }
    if ignorers.contains(&person.id) { Err(OverruleRefusal::OwnIgnoring) } else { Ok(()) }
}

/// Why a publication cannot be confirmed by somebody.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfirmationGap {
    #[error("公开稿{}，不能再确认", .0.word())]
    Standing(PublicationStanding),
    #[error("确认公开须由联络员、分管领导或主要负责人办理")]
    Role,
    #[error("公开稿由您编制，须由另一人核对后确认")]
    OwnWork,
    #[error("公示信息未填：{}", .0.join("、"))]
    Notice(Vec<&'static str>),
    #[error("公开稿中还有 {0} 条必须清除的核稿问题（隐私与台账两组），请改正，或由另一人写明理由裁定放行")]
    Diagnostics(usize),
    #[error("有 {0} 处遮盖找不到原来的文字，请撤销后重新遮盖")]
    LostRedactions(usize),
    #[error("公开稿与内部稿的数字不一致：{0}")]
    Figures(String),
}

/// What of the text stands in the way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Readiness {
    /// Diagnostics that must be clean and are neither resolved nor overruled.
    pub open: usize,
    /// Redactions whose words are not there any more.
    pub lost: usize,
    /// The first figure that differs from the internal version.
    pub figure: Option<String>,
}

/// Everything that stands in the way, for the text and for the person.
pub fn confirmation_gaps(publication: &Publication, person: &Person, ready: &Readiness) -> Vec<ConfirmationGap> {
    if publication.standing != PublicationStanding::Draft {
        return vec![ConfirmationGap::Standing(publication.standing)];
    }
    let missing = publication.notice.missing();
    let gaps = [
        (!ANSWERS.iter().any(|role| person.is(*role))).then_some(ConfirmationGap::Role),
        (person.id == publication.maker).then_some(ConfirmationGap::OwnWork),
        (!missing.is_empty()).then_some(ConfirmationGap::Notice(missing)),
        (ready.open > 0).then_some(ConfirmationGap::Diagnostics(ready.open)),
        (ready.lost > 0).then_some(ConfirmationGap::LostRedactions(ready.lost)),
        ready.figure.clone().map(ConfirmationGap::Figures),
    ];
    gaps.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publication::Notice;
    use crate::{InspectionId, PublicationId, ReportId};

    fn person(id: &str, role: Role) -> Person {
        Person {
            id: PersonId(id.into()),
            name: "甲".into(),
            username: None,
            unit: None,
            duty: None,
            roles: vec![role],
            active: true,
            version: 1,
        }
    }

    #[test]
    fn privacy_and_the_ledger_must_be_clean() {
        use Severity::{Advice, Error, Warning};
        for (rule, severity, blocks) in [
            ("R-ID", Error, true),
            ("R-MASKMIX", Warning, true),
            ("R-LEAK", Advice, false),
            ("C-TOTAL", Error, true),
            ("C-OWNER", Warning, false),
            ("N-SUM", Error, false),
            ("P-PAIR", Error, false),
            ("RX", Error, false),
        ] {
            assert_eq!(must_be_clean(rule, severity), blocks, "{rule}");
        }
    }

    #[test]
    fn a_second_person_with_a_role_overrules() {
        use OverruleRefusal::{NotInTheWay, OwnIgnoring, OwnWork, Role as NoRole};
        for (id, role, rule, expected) in [
            ("c", Role::Leader, "R-ID", Ok(())),
            ("c", Role::Secretary, "C-TOTAL", Ok(())),
            ("c", Role::Liaison, "R-ID", Ok(())),
            ("c", Role::Owner, "R-ID", Err(NoRole)),
            ("c", Role::Head, "R-ID", Err(NoRole)),
            ("c", Role::Overseer, "R-ID", Err(NoRole)),
            ("maker", Role::Secretary, "R-ID", Err(OwnWork)),
            ("ignorer", Role::Leader, "R-ID", Err(OwnIgnoring)),
            ("c", Role::Leader, "N-SUM", Err(NotInTheWay)),
        ] {
            let (maker, ignorer) = (PersonId("maker".into()), PersonId("ignorer".into()));
            let found = may_overrule(&person(id, role), &maker, &[ignorer], rule, Severity::Error);
            assert_eq!(found, expected, "{id} {role:?} {rule}");
        }
    }

    fn publication(standing: PublicationStanding) -> Publication {
        Publication {
            id: PublicationId("p".into()),
            inspection: InspectionId("i".into()),
            key: "XC-2026-01-P001".into(),
            serial: 1,
            report: ReportId("r".into()),
            standing,
            notice: Notice {
                from: Some(jiff::civil::date(2026, 7, 1)),
                days: 5,
                phone: "0000-1234567".into(),
                postal: "云溪县人民路".into(),
                email: "a@example.cn".into(),
            },
            maker: PersonId("maker".into()),
            reviewer: None,
            confirmed_at: None,
            digest: None,
            updated_at: 0,
            version: 1,
        }
    }

    #[test]
    fn every_gap_is_named_and_a_clean_text_goes_out() {
        use ConfirmationGap as G;
        let draft = publication(PublicationStanding::Draft);
        let clean = Readiness::default();
        let second = person("c", Role::Leader);
        assert_eq!(confirmation_gaps(&draft, &second, &clean), []);
        assert_eq!(confirmation_gaps(&draft, &person("maker", Role::Liaison), &clean), [G::OwnWork]);
        assert_eq!(confirmation_gaps(&draft, &person("c", Role::Owner), &clean), [G::Role]);
        let ready = Readiness { open: 2, lost: 1, figure: Some("统计.问题数".into()) };
        let mut bare = draft.clone();
        bare.notice = Notice::default();
        assert_eq!(
            confirmation_gaps(&bare, &person("maker", Role::Owner), &ready),
            [
                G::Role,
                G::OwnWork,
                G::Notice(vec!["公布日期", "公示期", "联系电话", "通信地址", "电子邮箱"]),
                G::Diagnostics(2),
                G::LostRedactions(1),
                G::Figures("统计.问题数".into()),
            ]
        );
        for done in [PublicationStanding::Confirmed, PublicationStanding::Discarded] {
            assert_eq!(confirmation_gaps(&publication(done), &second, &ready), [G::Standing(done)]);
        }
    }
}
