//! Digests of the rows that an entry changed: what the tables say must be what the log says.

use crate::algorithm::{Algorithm, Hash};
use crate::encoding::Encoder;

/// A value of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    Null,
    Integer(i64),
    Text(String),
}

/// A row as a transaction left it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RowSeal {
    pub table: String,
    pub id: String,
    /// `None`: the row is gone.
    pub digest: Option<Hash>,
}

/// Digest of a row, of its cells in the order of the table's list and of the rows that belong to it.
pub fn row_digest(algorithm: Algorithm, table: &str, id: &str, cells: &[Cell]) -> Hash {
    let mut encoder = Encoder::new("rectify/audit/1/row");
    encoder.text(table).text(id).number(cells.len() as i64);
    for cell in cells {
        match cell {
            Cell::Null => encoder.part(b"n"),
            Cell::Integer(number) => encoder.part(b"i").number(*number),
            Cell::Text(text) => encoder.part(b"t").text(text),
        };
    }
    algorithm.hash(&encoder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_differ_have_different_digests() {
        let digest = |cells: &[Cell]| row_digest(Algorithm::Sm3, "findings", "1", cells);
        let text = |t: &str| Cell::Text(t.to_owned());
        let rows = [
            vec![text("ab"), text("c")],
            vec![text("a"), text("bc")],
            vec![text("abc")],
            vec![text("abc"), Cell::Null],
            vec![text("abc"), text("")],
            vec![Cell::Integer(0)],
            vec![text("0")],
        ];
        for (at, one) in rows.iter().enumerate() {
            for other in &rows[at + 1..] {
                assert_ne!(digest(one), digest(other), "{one:?} {other:?}");
            }
        }
        assert_ne!(digest(&rows[0]), row_digest(Algorithm::Sm3, "measures", "1", &rows[0]));
    }
}
