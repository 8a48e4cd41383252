//! Templates of an organisation's own: tried on real data, kept with their versions, filled in.

mod fill;
mod port;
mod stored;
mod trial;

pub use fill::{Filled, built_in_template, fill_file, fill_template, fill_template_by_operator, templates_by_operator};
pub use port::{StoredFile, TemplateStore};
pub use stored::{
    NewTemplate, NewTemplateFile, TemplateView, add_template, add_template_file, stored_file, template, templates,
    withdraw_template,
};
pub use trial::{FormOrder, Trial, TrialOrder, template_trial, trial, trial_file};
