//! Gaps of responsibility 责任空白: every problem has a leader, a department, a person and a date (process-rules §1.2).

use crate::words::words;

words!(
    /// What nobody was named for.
    Gap {
        Leader => "leader" "责任领导",
        Unit => "unit" "牵头部门",
        Owner => "owner" "责任人",
        Due => "due" "整改时限",
    }
);
