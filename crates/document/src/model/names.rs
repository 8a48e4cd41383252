//! Wire names of the parser's enums.

use super::{DeadlineKind, DocumentKind, DutyRole, FindingKind, Origin, SeriesStyle, Status};

macro_rules! names {
    ($type:ty { $($variant:ident => $name:literal),+ $(,)? }) => {
        impl $type {
            /// The name used on the wire.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// The value with this wire name.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

names!(DocumentKind {
    Feedback => "feedback", Plan => "plan", Report => "report", Ledger => "ledger", Notice => "notice", Other => "other",
});
names!(Origin { Typed => "typed", Auto => "auto", Recovered => "recovered" });
names!(SeriesStyle {
    Is => "is", Must => "must", Then => "then", Ordinal => "ordinal", First => "first", Among => "among", Side => "side",
    Circled => "circled", Parenthesised => "parenthesised", Numbered => "numbered", Bullet => "bullet",
});
names!(FindingKind { Problem => "problem", Recommendation => "recommendation" });
names!(Status {
    NotStarted => "not_started", InProgress => "in_progress", MostlyDone => "mostly_done", Done => "done", Standing => "standing",
});
names!(DeadlineKind { Absolute => "absolute", Relative => "relative", Immediate => "immediate", Standing => "standing" });
names!(DutyRole { Leader => "leader", LeadUnit => "lead_unit", CoUnit => "co_unit", Owner => "owner", Reviewer => "reviewer" });
