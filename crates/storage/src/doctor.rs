//! Looks whether what is derived agrees with what it is derived from.

use crate::connection::{Database, get};
use crate::files::digest_of;
use crate::{measures, rows, search, standing, steps};
use domain::workflow::replay;
use domain::{Completion, Finding, completion, standing_summary};
use usecases::{Files, StoreError};

type Result<T> = std::result::Result<T, StoreError>;

/// Findings read at a time.
const CHUNK: usize = 500;

impl Database {
    /// What does not agree, one sentence each.
    pub async fn doctor(&self, files: &dyn Files) -> Result<Vec<String>> {
        let mut found = Vec::new();
        let mut after = String::new();
        loop {
            let sql = format!("SELECT * FROM findings WHERE id > $1 ORDER BY id LIMIT {CHUNK}");
            let page = self.all(&sql, vec![after.as_str().into()]).await?;
            for row in &page {
                let record = rows::finding(row)?;
                after = record.finding.id.0.clone();
                let measures = measures::of_finding(self, &record.finding.id).await?;
                let progress: Vec<Completion> = measures.iter().map(|m| m.completion).collect();
                self.finding(&record.finding, &progress, &mut found).await?;
                let done = progress.iter().filter(|c| matches!(c, Completion::Done | Completion::Standing)).count();
                if (record.measures_all, record.measures_done) != (measures.len() as i64, done as i64) {
                    found.push(format!("{}：措施的计数与措施不符", record.finding.key));
                }
            }
            let ids: Vec<String> = page.iter().map(|row| get(row, "id")).collect::<Result<_>>()?;
            let stale = search::out_of_step(&self.connection, &ids).await?;
            found.extend(stale.into_iter().map(|key| format!("{key}：检索索引与内容不符")));
            if page.len() < CHUNK {
                break;
            }
        }
        self.files(files, &mut found).await?;
        Ok(found)
    }

    async fn finding(&self, finding: &Finding, progress: &[Completion], found: &mut Vec<String>) -> Result<()> {
        let key = &finding.key;
        match replay(&steps::of_finding(self, &finding.id).await?) {
            Err(error) => found.push(format!("{key}：{error}")),
            Ok(stage) if stage != finding.stage => {
                let (is, should) = (finding.stage.word(), stage.word());
                found.push(format!("{key}：登记的阶段为“{is}”，按流程记录应为“{should}”"));
            }
            Ok(stage) if stage.closure() != finding.closure => found.push(format!("{key}：销号状态与阶段不符")),
            Ok(_) => {}
        }
        let standing = standing::of_finding(self, &finding.id).await?;
        // Before there were standing duties a rule and its date were typed.
        let (_, next) = standing_summary(&standing);
        if !standing.is_empty() && next != finding.standing_review {
            found.push(format!("{key}：下次检视日期与长效职责不符"));
        }
        if completion(progress) != finding.completion {
            found.push(format!("{key}：完成情况与措施不符"));
        }
        Ok(())
    }

    async fn files(&self, files: &dyn Files, found: &mut Vec<String>) -> Result<()> {
        for row in &self.all("SELECT evidence_key, digest FROM evidence ORDER BY evidence_key", vec![]).await? {
            let (key, digest): (String, String) = (get(row, "evidence_key")?, get(row, "digest")?);
            match files.get(&digest).await? {
                None => found.push(format!("{key}：佐证文件不在存储中")),
                Some(bytes) if digest_of(&bytes) != digest => found.push(format!("{key}：佐证文件的内容被改动")),
                Some(_) => {}
            }
        }
        let mut after = String::new();
        let next = "SELECT digest, bytes FROM documents WHERE digest > $1 ORDER BY digest LIMIT 1";
        while let Some(row) = self.one(next, vec![after.as_str().into()]).await? {
            after = get(&row, "digest")?;
            if digest_of(&get::<Vec<u8>>(&row, "bytes")?) != after {
                found.push(format!("导入的文件 {after} 的内容被改动"));
            }
        }
        Ok(())
    }
}
