//! Whether two documents mean the same problem: feedback, plan and report word their headings differently.

/// What stands before a problem in headings of plans and reports.
const BEFORE: [&str; 6] = ["关于", "针对", "对照", "对于", "反馈的", "指出的"];
/// What stands after it.
const AFTER: [&str; 9] =
    ["整改落实情况", "整改完成情况", "整改情况", "整改措施", "的整改", "整改", "的问题", "问题", "的"];

/// The wording of a problem without what headings put round it (关于“…”问题的整改).
pub fn problem_core(title: &str) -> String {
    let mut core: &str = &title.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    while let Some(rest) = BEFORE.iter().find_map(|word| core.strip_prefix(word)).filter(|rest| !rest.is_empty()) {
        core = rest;
    }
    while let Some(rest) = AFTER.iter().find_map(|word| core.strip_suffix(word)).filter(|rest| !rest.is_empty()) {
        core = rest;
    }
    core.to_owned()
}

/// The wording of an area without its number and without 方面.
pub fn area_core(area: &str) -> String {
    let label = area.find(['）', '、', '.', '．']).filter(|at| area[..*at].chars().count() <= 4);
    let rest = label.map_or(area, |at| &area[at..]);
    let core: String = rest.chars().filter(|c| c.is_alphanumeric()).collect();
    core.trim_start_matches("关于").trim_end_matches("方面").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_plan_and_feedback_mean_the_same() {
        assert_eq!(problem_core("关于“理论学习不深入”问题的整改"), "理论学习不深入");
        assert_eq!(problem_core("理论学习不深入的问题"), "理论学习不深入");
        assert_eq!(problem_core("针对反馈的“理论学习不深入”问题整改落实情况"), "理论学习不深入");
        assert_ne!(problem_core("“三会一课”制度落实不严"), problem_core("“三会一课”记录不全"));
        assert_eq!(problem_core("问题"), "问题");
        assert_eq!(problem_core(""), "");
    }

    #[test]
    fn areas_lose_their_number() {
        assert_eq!(area_core("（二）关于作风建设方面"), "作风建设");
        assert_eq!(area_core("二、作风建设方面"), "作风建设");
        assert_eq!(area_core("作风建设"), "作风建设");
    }
}
