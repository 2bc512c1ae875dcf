//! A routine for those who will work by it: what it is, who does what when, and why.

mod facts;
mod steps;

use std::fmt::Display;

use chrono::NaiveDate;

use crate::domain::message::Message;
use crate::domain::routine::Routine;
use crate::ui::wording::Naming;
use crate::ui::{Page, joined};

#[derive(Debug, Clone, Copy)]
pub(crate) struct RoutineSheet<'a> {
    pub(crate) routine: &'a Routine,
    pub(crate) today: NaiveDate,
    pub(crate) here: Naming<'a>,
}

impl RoutineSheet<'_> {
    pub(crate) fn page(&self) -> Page {
        let mut page = Page::default();
        self.add_head(&mut page);
        self.add_facts(&mut page);
        for phase in &self.routine.phases {
            self.add_phase(&mut page, phase);
        }
        self.add_forms(&mut page);
        page
    }

    fn add_head(&self, page: &mut Page) {
        let routine = self.routine;
        page.heading(format!("{} · {}", routine.id, routine.title));
        if let Some(summary) = &routine.summary {
            page.text(0, summary.as_str());
        }
        let source = &routine.source;
        let revised = source.revised;
        let revised = revised.map(|date| say!(self, "sheet-revised", date));
        let said = noted(&source.publisher, &source.document, [revised]);
        self.fact(page, 0, "sheet-source", &said);
        if let Some(url) = &source.url {
            page.text(1, url.as_str());
        }
        let (version, status) = (&routine.version, routine.status);
        page.text(0, say!(self, "sheet-version", version, status));
        if let Some(owner) = &routine.owner {
            self.fact(page, 0, "sheet-owner", owner);
        }
        if let Some(day) = routine.review_by {
            let id = if day < self.today {
                "routines-review"
            } else {
                "sheet-review-by"
            };
            let review = say!(self, id, date = day);
            self.fact(page, 0, "sheet-review", &review);
        }
        if let Some(notice) = &routine.notice {
            self.fact(page, 0, "sheet-notice", notice);
        }
    }

    fn say(&self, message: impl Into<Message>) -> String {
        self.here.say(message)
    }

    fn fact(&self, page: &mut Page, level: usize, label: &'static str, text: &str) {
        page.fact(level, &self.say(label), text);
    }
}

/// "id: title (note; note)".
fn noted(
    id: &impl Display,
    title: &str,
    notes: impl IntoIterator<Item = Option<String>>,
) -> String {
    match joined("; ", notes).as_str() {
        "" => format!("{id}: {title}"),
        notes => format!("{id}: {title} ({notes})"),
    }
}
