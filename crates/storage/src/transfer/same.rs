//! Whether an inspection that is here already is what a package holds, row for row.

use super::directory::Matched;
use super::open::Opened;
use super::refusal::{Result, TransferError};
use super::row::{Row, read_row, select};
use super::tables::{CONTENT, Kept, page, part, shape};
use sea_orm::DatabaseTransaction;
use sha2::{Digest, Sha256};
use std::collections::HashSet;

/// The first table that differs.
pub(super) async fn difference(
    transaction: &DatabaseTransaction,
    opened: &Opened,
    matched: &Matched,
    id: &str,
) -> Result<Option<&'static str>> {
    for table in &CONTENT {
        if !is_same(transaction, opened, matched, table, id).await? {
            return Ok(Some(table.name));
        }
    }
    Ok(None)
}

async fn is_same(
    transaction: &DatabaseTransaction,
    opened: &Opened,
    matched: &Matched,
    table: &Kept,
    id: &str,
) -> Result<bool> {
    let (part, (columns, key)) = (part(table.name), shape(table.name));
    let mut theirs: HashSet<[u8; 32]> = HashSet::new();
    for line in opened.lines(&part)? {
        let (line, text) = line?;
        let row = Row::read(&text, &columns).and_then(|row| row.renamed(&matched.names));
        let row = row.map_err(|why| TransferError::Row { part: part.clone(), line, why })?;
        theirs.insert(Sha256::digest(row.line()).into());
    }
    let (mut count, chunk) = (0, page(table.name));
    loop {
        let part = Some((chunk, count));
        let found = select(transaction, table.name, &columns, &key, table.rows, vec![id.into()], part).await?;
        for row in &found {
            let digest: [u8; 32] = Sha256::digest(read_row(row, &columns)?.line()).into();
            if !theirs.remove(&digest) {
                return Ok(false);
            }
        }
        count += found.len();
        if found.len() < chunk {
            return Ok(theirs.is_empty());
        }
    }
}
