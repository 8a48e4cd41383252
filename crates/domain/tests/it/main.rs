//! Behaviour of the domain over many steps.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod calendar;
mod deadline;
mod draft;
mod family;
mod guidance;
mod paper;
mod paper_texts;
mod profile;
mod workflow;
mod workflow_delegation;
mod workflow_gaps;
mod workflow_table;
mod workflow_work;
