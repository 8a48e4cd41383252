//! 2025, the first year with 除夕 and 5月2日 as public holidays.

use super::Notice;
use jiff::civil::date;

pub(super) const NOTICE: Notice = Notice {
    year: 2025,
    source: "国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号，2024年11月12日）",
    off: &[
        ("元旦", date(2025, 1, 1), date(2025, 1, 1)),
        ("春节", date(2025, 1, 28), date(2025, 2, 4)),
        ("清明节", date(2025, 4, 4), date(2025, 4, 6)),
        ("劳动节", date(2025, 5, 1), date(2025, 5, 5)),
        ("端午节", date(2025, 5, 31), date(2025, 6, 2)),
        ("国庆节、中秋节", date(2025, 10, 1), date(2025, 10, 8)),
    ],
    worked: &[
        ("春节", date(2025, 1, 26)),
        ("春节", date(2025, 2, 8)),
        ("劳动节", date(2025, 4, 27)),
        ("国庆节、中秋节", date(2025, 9, 28)),
        ("国庆节、中秋节", date(2025, 10, 11)),
    ],
};
