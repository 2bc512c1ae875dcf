//! Who answers for a step, in words.

use super::{Titles, Words};
use crate::domain::case::Case;
use crate::domain::report::ReportRow;

impl Words {
    /// The same with who holds the roles: "Rektor på hemskolan: Team 3".
    pub(crate) fn owners_with_names(
        &self,
        row: &ReportRow,
        case: &Case,
        titles: Titles<'_>,
    ) -> String {
        let owners = self.owners(row, titles);
        let holders: Vec<String> = row
            .responsible
            .iter()
            .filter_map(|role| case.roles.get(role))
            .cloned()
            .collect();
        if holders.is_empty() {
            return owners;
        }
        format!("{owners}: {}", holders.join(", "))
    }

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
