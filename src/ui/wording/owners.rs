//! Who answers for a step, in words.

use super::{Titles, Words};
use crate::domain::report::ReportRow;

impl Words {
    /// The roles that answer for a round: "A, B"; "A eller B (ej valt)" while that is to be agreed.
    pub(crate) fn owners(&self, row: &ReportRow, titles: Titles<'_>) -> String {
        if row.responsible.is_empty() {
            return self.say("owner-nobody", &[]);
        }
        let roles: Vec<_> = row
            .responsible
            .iter()
            .map(|role| titles.role(role))
            .collect();
        if !row.choice_open {
            return roles.join(", ");
        }
        let or = format!(" {} ", self.say("condition-or", &[]));
        let id = if roles.len() == 1 {
            "owner-proposed"
        } else {
            "owner-to-choose"
        };
        self.say(id, &[("roles", roles.join(&or).into())])
    }
}
