//! 2024. The weekends that a notice joins to a holiday without moving a day are not listed.

use super::Notice;
use jiff::civil::date;

pub(super) const NOTICE: Notice = Notice {
    year: 2024,
    source: "国务院办公厅关于2024年部分节假日安排的通知（国办发明电〔2023〕7号，2023年10月25日）",
    off: &[
        ("元旦", date(2024, 1, 1), date(2024, 1, 1)),
        ("春节", date(2024, 2, 10), date(2024, 2, 17)),
        ("清明节", date(2024, 4, 4), date(2024, 4, 6)),
        ("劳动节", date(2024, 5, 1), date(2024, 5, 5)),
        ("端午节", date(2024, 6, 10), date(2024, 6, 10)),
        ("中秋节", date(2024, 9, 15), date(2024, 9, 17)),
        ("国庆节", date(2024, 10, 1), date(2024, 10, 7)),
    ],
    worked: &[
        ("春节", date(2024, 2, 4)),
        ("春节", date(2024, 2, 18)),
        ("清明节", date(2024, 4, 7)),
        ("劳动节", date(2024, 4, 28)),
        ("劳动节", date(2024, 5, 11)),
        ("中秋节", date(2024, 9, 14)),
        ("国庆节", date(2024, 9, 29)),
        ("国庆节", date(2024, 10, 12)),
    ],
};
