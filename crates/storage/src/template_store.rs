//! The part of the port on templates, method by method; the work is in `templates`.

use crate::connection::Database;
use crate::templates;
use async_trait::async_trait;
use domain::{Event, Template, TemplateId};
use usecases::{Place, Reach, StoreError, StoredFile, TemplateStore};

#[async_trait]
impl TemplateStore for Database {
    async fn templates(&self, reach: &Reach) -> Result<Vec<(Template, Place)>, StoreError> {
        templates::all(self, reach).await
    }

    async fn template(&self, reach: &Reach, key: &str) -> Result<Option<(Template, Place)>, StoreError> {
        templates::by_key(self, reach, key).await
    }

    async fn last_template_serial(&self) -> Result<i64, StoreError> {
        templates::last_serial(self).await
    }

    async fn template_files(&self, id: &TemplateId) -> Result<Vec<StoredFile>, StoreError> {
        templates::files(self, id).await
    }

    async fn insert_template(&self, template: &Template, file: &StoredFile, event: Event) -> Result<(), StoreError> {
        templates::insert(self, template, file, event).await
    }

    async fn update_template(
        &self,
        template: &Template,
        file: Option<&StoredFile>,
        event: Event,
    ) -> Result<(), StoreError> {
        templates::update(self, template, file, event).await
    }
}
