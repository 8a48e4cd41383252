//! The port's part on accounts, method by method; the work is in the modules.

use crate::connection::Database;
use crate::{accounts, tokens};
use async_trait::async_trait;
use domain::{Event, Person, PersonId, Unit};
use jiff::civil::Date;
use usecases::{Account, AccountStore, Reservation, Session, StoreError, Token};

#[async_trait]
impl AccountStore for Database {
    async fn has_accounts(&self) -> Result<bool, StoreError> {
        accounts::any(self).await
    }

    async fn account(&self, username: &str) -> Result<Option<Account>, StoreError> {
        accounts::by_username(self, username).await
    }

    async fn set_up(&self, unit: &Unit, person: &Person, hash: &str, events: Vec<Event>) -> Result<(), StoreError> {
        accounts::set_up(self, unit, person, hash, events).await
    }

    async fn count_attempt(&self, person: &PersonId, now: i64, max: i64, locked_until: i64) -> Result<(), StoreError> {
        accounts::count_attempt(self, person, now, max, locked_until).await
    }

    async fn set_password(&self, person: &PersonId, hash: &str, event: Event) -> Result<(), StoreError> {
        accounts::set_password(self, person, hash, event).await
    }

    async fn add_session(&self, token_hash: &str, person: &PersonId, now: i64, event: Event) -> Result<(), StoreError> {
        accounts::add_session(self, token_hash, person, now, event).await
    }

    async fn session(&self, token_hash: &str, today: Date) -> Result<Option<Session>, StoreError> {
        accounts::session(self, token_hash, today).await
    }

    async fn touch_session(&self, token_hash: &str, now: i64) -> Result<(), StoreError> {
        accounts::touch(self, token_hash, now).await
    }

    async fn remove_session(&self, token_hash: &str, event: Option<Event>) -> Result<(), StoreError> {
        accounts::remove(self, token_hash, event).await
    }

    async fn tokens(&self, person: &PersonId) -> Result<Vec<Token>, StoreError> {
        tokens::of_person(self, person).await
    }

    async fn token_holder(&self, hash: &str, today: Date) -> Result<Option<(Token, Session)>, StoreError> {
        tokens::holder(self, hash, today).await
    }

    async fn insert_token(&self, token: &Token, hash: &str, event: Event) -> Result<(), StoreError> {
        tokens::insert(self, token, hash, event).await
    }

    async fn withdraw_token(&self, id: &str, event: Event) -> Result<(), StoreError> {
        tokens::withdraw(self, id, event).await
    }

    async fn touch_token(&self, id: &str, now: i64) -> Result<(), StoreError> {
        tokens::touch(self, id, now).await
    }

    async fn reserve_key(
        &self,
        person: &PersonId,
        key: &str,
        request: &str,
        now: i64,
        oldest: i64,
    ) -> Result<Reservation, StoreError> {
        tokens::reserve_key(self, person, key, request, now, oldest).await
    }

    async fn settle_key(&self, person: &PersonId, key: &str, answer: Option<(u16, &[u8])>) -> Result<(), StoreError> {
        tokens::settle_key(self, person, key, answer).await
    }
}
