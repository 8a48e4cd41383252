//! Changes of a publication: what is redacted by hand, and the notice.

use super::remarks::checked;
use super::stored::{Found, PublicationView, found};
use crate::context::{Actor, App, changed};
use crate::error::Error;
use document::official::{Block, plain};
use domain::publication::{Notice, PublicationStanding};
use domain::{Event, EventKind};
use jiff::civil::Date;
use report::{RedactedPlace, Redaction, redactions_to_text};

/// Words of one redaction, and lines of the notice, in characters.
const WORDS_MAX: usize = 500;
const LINE_MAX: usize = 120;
const DAYS_MAX: u16 = 60;

/// Words that somebody redacts or leaves open.
#[derive(Debug, Clone)]
pub struct NewRedaction {
    /// In the internal version; without, wherever the words stand.
    pub place: Option<RedactedPlace>,
    pub before: String,
    pub after: String,
    pub reason: String,
}

/// The whole notice.
#[derive(Debug, Clone)]
pub struct NoticeChange {
    pub from: Option<Date>,
    pub days: u16,
    pub phone: String,
    pub postal: String,
    pub email: String,
}

async fn save(app: &App, mut found: Found, event: Event) -> Result<PublicationView, Error> {
    found.publication.version += 1;
    found.publication.updated_at = app.clock.now();
    app.store.update_publication(&found.publication, &found.body, event).await?;
    found.view(app).await
}

/// Replaces words of the internal version in the public one.
pub async fn add_redaction(
    app: &App,
    actor: &Actor,
    key: &str,
    version: i64,
    new: NewRedaction,
) -> Result<PublicationView, Error> {
    let mut found = found(app, actor, key).await?;
    found.open_to(version)?;
    let reason = checked(&new.reason)?;
    if new.before.trim().is_empty() || new.before.chars().count() > WORDS_MAX {
        return Err(Error::invalid("before", format!("请选择 1 至 {WORDS_MAX} 字")));
    }
    if new.after.chars().count() > WORDS_MAX {
        return Err(Error::invalid("after", format!("代替的文字不超过 {WORDS_MAX} 字")));
    }
    if !stands(&found, &new) {
        return Err(Error::invalid("before", "内部稿这里没有这些文字，请刷新后重新选择"));
    }
    let redaction = Redaction { place: new.place, before: new.before, after: new.after, reason };
    let mut all = found.made(app).await?.redactions;
    let same = |one: &Redaction| one.place == redaction.place && one.before == redaction.before;
    // Said again it is said otherwise.
    all.retain(|one| !same(one));
    let what = if redaction.after == redaction.before { "恢复原文" } else { "遮盖" };
    let summary = format!("公开稿 {key} {what}，理由：{}", redaction.reason);
    let mut event = app.event(Some(&found.actor), key, EventKind::Changed, summary);
    event.changes =
        changed("text", Some(redaction.before.clone()), Some(redaction.after.clone())).into_iter().collect();
    all.push(redaction);
    found.body.redactions = redactions_to_text(&all);
    save(app, found, event).await
}

/// Whether the words are where they are said to be.
fn stands(found: &Found, new: &NewRedaction) -> bool {
    let Some(place) = new.place else {
        return found.internal.blocks.iter().any(|block| match block {
            Block::Paragraph { text, .. } => plain(text).contains(&new.before),
            Block::Table(table) => table.rows.iter().flatten().any(|cell| plain(cell).contains(&new.before)),
            Block::PageBreak => false,
        });
    };
    let text = match (found.internal.blocks.get(place.block), place.cell) {
        (Some(Block::Paragraph { text, .. }), None) => plain(text),
        (Some(Block::Table(table)), Some((row, column))) => {
            table.rows.get(row).and_then(|row| row.get(column)).map(|cell| plain(cell)).unwrap_or_default()
        }
        _ => return false,
    };
    let here: String = text.chars().skip(place.start).take(new.before.chars().count()).collect();
    here == new.before
}

/// Takes a redaction back, by its number.
pub async fn remove_redaction(
    app: &App,
    actor: &Actor,
    key: &str,
    version: i64,
    number: usize,
) -> Result<PublicationView, Error> {
    let mut found = found(app, actor, key).await?;
    found.open_to(version)?;
    let mut all = found.made(app).await?.redactions;
    if number >= all.len() {
        return Err(Error::NotFound("这处遮盖"));
    }
    let gone = all.remove(number);
    found.body.redactions = redactions_to_text(&all);
    let mut event = app.event(Some(&found.actor), key, EventKind::Changed, format!("公开稿 {key} 撤销一处遮盖"));
    event.changes = changed("text", Some(gone.after), Some(gone.before)).into_iter().collect();
    save(app, found, event).await
}

/// Sets the period and where the public may turn.
pub async fn change_notice(
    app: &App,
    actor: &Actor,
    key: &str,
    version: i64,
    change: NoticeChange,
) -> Result<PublicationView, Error> {
    let mut found = found(app, actor, key).await?;
    found.open_to(version)?;
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let after = Notice {
        from: change.from,
        days: change.days,
        phone: line(&change.phone),
        postal: line(&change.postal),
        email: line(&change.email),
    };
    let wrong = wrong(&after);
    if !wrong.is_empty() {
        return Err(Error::Invalid(wrong));
    }
    let mut event = app.event(Some(&found.actor), key, EventKind::Changed, format!("修改公开稿 {key} 的公示信息"));
    let before = std::mem::replace(&mut found.publication.notice, after.clone());
    let day = |date: Option<Date>| date.map(|date| date.to_string());
    event.changes = [
        changed("display_from", day(before.from), day(after.from)),
        changed("display_days", Some(before.days.to_string()), Some(after.days.to_string())),
        changed("phone", Some(before.phone), Some(after.phone)),
        changed("postal", Some(before.postal), Some(after.postal)),
        changed("email", Some(before.email), Some(after.email)),
    ]
    .into_iter()
    .flatten()
    .collect();
    save(app, found, event).await
}

/// What the notice cannot say.
fn wrong(notice: &Notice) -> Vec<(&'static str, String)> {
    let mut wrong = Vec::new();
    if notice.days == 0 || notice.days > DAYS_MAX {
        wrong.push(("days", format!("公示期为 1 至 {DAYS_MAX} 个工作日")));
    }
    let phone = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '(' | ')' | '（' | '）' | ' ' | '、' | '转');
    let digits = notice.phone.chars().filter(char::is_ascii_digit).count();
    if !notice.phone.is_empty() && (digits < 7 || !notice.phone.chars().all(phone)) {
        wrong.push(("phone", "联系电话写成区号-号码，例如 0000-1234567；多个用“、”分开".to_owned()));
    }
    let address = |text: &str| {
        text.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
        })
    };
    if !notice.email.is_empty() && (!address(&notice.email) || !notice.email.is_ascii() || notice.email.contains(' ')) {
        wrong.push(("email", "电子邮箱写成 name@example.cn 的形式".to_owned()));
    }
    for (field, text) in [("phone", &notice.phone), ("postal", &notice.postal), ("email", &notice.email)] {
        if text.chars().count() > LINE_MAX {
            wrong.push((field, format!("不超过 {LINE_MAX} 字")));
        }
    }
    wrong
}

/// Puts a draft aside; it stays on record.
pub async fn discard_publication(app: &App, actor: &Actor, key: &str, version: i64) -> Result<(), Error> {
    let mut found = found(app, actor, key).await?;
    found.open_to(version)?;
    found.publication.standing = PublicationStanding::Discarded;
    found.publication.version += 1;
    found.publication.updated_at = app.clock.now();
    let event = app.event(Some(&found.actor), key, EventKind::Changed, format!("作废公开稿 {key}"));
    Ok(app.store.update_publication(&found.publication, &found.body, event).await?)
}
