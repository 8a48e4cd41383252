//! What is asked of a database for templates.

use crate::access::{Place, Reach};
use crate::ports::StoreError;
use async_trait::async_trait;
use document::ledger::Mapping;
use domain::{Event, Template, TemplateFile, TemplateId};

/// A file of a template with the columns of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFile {
    pub file: TemplateFile,
    pub mapping: Option<Mapping>,
}

/// Templates and their files.
#[async_trait]
pub trait TemplateStore: Send + Sync {
    /// Those of the units within reach and of the units above, in use first, newest first.
    async fn templates(&self, reach: &Reach) -> Result<Vec<(Template, Place)>, StoreError>;
    async fn template(&self, reach: &Reach, key: &str) -> Result<Option<(Template, Place)>, StoreError>;
    async fn last_template_serial(&self) -> Result<i64, StoreError>;
    /// Files of a template, newest first.
    async fn template_files(&self, id: &TemplateId) -> Result<Vec<StoredFile>, StoreError>;
    /// A conflict when the serial was given in the meantime.
    async fn insert_template(&self, template: &Template, file: &StoredFile, event: Event) -> Result<(), StoreError>;
    /// Saves a template whose version in the store is one less; a conflict for a withdrawn one.
    async fn update_template(
        &self,
        template: &Template,
        file: Option<&StoredFile>,
        event: Event,
    ) -> Result<(), StoreError>;
}
