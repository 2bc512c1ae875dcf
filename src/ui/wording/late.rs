//! Lateness that is over, in a few words that accuse nobody.

use super::Words;
use crate::domain::report::{EndedBy, ReportRow};

impl Words {
    /// "hoppades över 12 dagar försenat", "datumet ändrades i efterhand (händelse 7)"; empty where nobody was late.
    pub(crate) fn was_late(&self, row: &ReportRow) -> String {
        let days = row.days_late.filter(|days| *days > 0);
        let late = days.map(|days| self.days_late(days)).unwrap_or_default();
        let ended = match row.ending.by.filter(|_| row.was_late()) {
            Some(EndedBy::Skipped) => Some("late-skipped"),
            Some(EndedBy::Closed) => Some("late-closed"),
            Some(EndedBy::Continued) => Some("late-continued"),
            _ => None,
        };
        let ended = ended.map(|id| {
            format!("{} {late}", self.say(id, &[]))
                .trim_end()
                .to_owned()
        });
        let slip = row.slip.map(|slip| {
            let id = match slip.fell_on {
                Some(_) => "late-fell-away",
                None => "late-moved",
            };
            let gaps = [
                ("seq", slip.by.into()),
                ("date", self.date(slip.from).into()),
                ("late", late.clone().into()),
            ];
            self.say(id, &gaps)
        });
        let told = row.ending.told_late.map(|days| {
            let days = self.days(days);
            self.say("late-told", &[("days", days.into())])
        });
        let parts: Vec<_> = [ended, slip, told].into_iter().flatten().collect();
        parts.join(" · ")
    }
}
