//! Actions 动作.

use crate::words::words;

words!(
    /// What somebody does to a finding.
    Action {
        Assign => "assign" "交办",
        SubmitPlan => "submit_plan" "提交方案",
        ApprovePlan => "approve_plan" "审定方案",
        ReturnPlan => "return_plan" "退回方案",
        Submit => "submit" "申请销号",
        Withdraw => "withdraw" "撤回申请",
        PassFirst => "pass_first" "初审通过",
        PassSecond => "pass_second" "复审通过",
        Return => "return" "退回整改",
        AcceptFiling => "accept_filing" "同意报备",
        RejectFiling => "reject_filing" "不予认可",
        CloseUnopposed => "close_unopposed" "报备期满销号",
        Reopen => "reopen" "回头看重启",
        AskExtension => "ask_extension" "申请延期",
        GrantExtension => "grant_extension" "批准延期",
        RefuseExtension => "refuse_extension" "不予延期",
    }
);
