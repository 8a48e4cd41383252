//! Confirmation: a second person has compared both versions. From then on the text never changes.

use super::stored::{PublicationView, digest, found};
use crate::context::{Actor, App};
use crate::error::Error;
use domain::EventKind;
use domain::publication::{PublicationStanding, confirmation_gaps};
use report::public_to_text;

/// Confirms the text that the person saw, by its digest.
pub async fn confirm_publication(
    app: &App,
    actor: &Actor,
    key: &str,
    version: i64,
    seen: &str,
) -> Result<PublicationView, Error> {
    let mut found = found(app, actor, key).await?;
    let made = found.made(app).await?;
    let ready = found.readiness(app, &made).await?;
    let gaps = confirmation_gaps(&found.publication, &found.actor.person, &ready);
    if !gaps.is_empty() {
        return Err(Error::NotPublishable(gaps));
    }
    let digest = digest(&made.text.official);
    if found.publication.version != version || digest != seen {
        return Err(Error::Changed("该公开稿"));
    }
    let publication = &mut found.publication;
    publication.standing = PublicationStanding::Confirmed;
    publication.reviewer = Some(found.actor.person.id.clone());
    publication.confirmed_at = Some(app.clock.now());
    publication.updated_at = app.clock.now();
    publication.digest = Some(digest.clone());
    publication.version += 1;
    found.body.text = Some(public_to_text(&made.text));
    let places: usize = made.text.rows.iter().map(|row| row.changes.len()).sum();
    let summary = format!("确认公开 {key}：与内部稿 {} 相比改动 {places} 处，正文 sm3:{digest}", found.report.key);
    let event = app.event(Some(&found.actor), key, EventKind::Confirmed, summary);
    app.store.update_publication(&found.publication, &found.body, event).await?;
    found.view(app).await
}
