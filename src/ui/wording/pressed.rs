//! Early warning in words: "måste göras senast …", "kan inte hinnas före … om inte …".

use chrono::NaiveDate;

use super::{Titles, Words};
use crate::domain::report::ReportRow;

impl Words {
    /// What must be done sooner than its date says, for a row or another to be in time; `None` when that is nothing.
    pub(crate) fn pressed(
        &self,
        row: &ReportRow,
        titles: Titles<'_>,
        today: NaiveDate,
    ) -> Option<String> {
        let pressed = row.pressed_on(today)?;
        let latest = self.date(pressed.latest);
        if pressed.step == row.row.step {
            let needed = titles.numbered(&pressed.needed_by, self);
            let gaps = [("date", latest.into()), ("needed", needed.into())];
            return Some(self.say("pressed-by", &gaps));
        }
        let gaps = [
            ("due", self.date(row.row.dates.due?).into()),
            ("step", titles.numbered(&pressed.step, self).into()),
            ("date", latest.into()),
        ];
        Some(self.say("pressed-for", &gaps))
    }
}
