//! Whose names the public version masks.

use crate::access::Reach;
use crate::context::App;
use crate::error::Error;
use crate::reports::material::Loaded;
use domain::{Role, is_person_name};
use report::MaskNames;

/// Everybody of the directory who leads nothing is masked.
pub(super) async fn names(app: &App, loaded: &Loaded) -> Result<MaskNames, Error> {
    let mut names = MaskNames::default();
    for person in app.store.people(&Reach::Everything, None).await? {
        if !is_person_name(&person.name) {
            continue;
        }
        let leads = person.is(Role::Leader) || person.is(Role::Secretary) || loaded.is_leader(&person.id);
        let list = if leads { &mut names.kept } else { &mut names.masked };
        if !list.contains(&person.name) {
            list.push(person.name);
        }
    }
    Ok(names)
}
