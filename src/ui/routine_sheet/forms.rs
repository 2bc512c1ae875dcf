//! Forms on a routine's sheet.

use super::RoutineSheet;
use crate::domain::routine::{Field, FieldContent};
use crate::ui::Page;

impl RoutineSheet<'_> {
    pub(super) fn add_forms(&self, page: &mut Page) {
        if self.routine.documents.is_empty() {
            return;
        }
        page.heading(self.words.say("sheet-forms", &[]));
        for document in &self.routine.documents {
            page.gap();
            page.text(0, format!("{}: {}", document.id, document.title));
            let mut section = None;
            for field in &document.fields {
                if field.section != section {
                    section.clone_from(&field.section);
                    page.text(1, section.as_deref().unwrap_or_default());
                }
                page.text(2, self.field(field));
            }
        }
    }

    fn field(&self, field: &Field) -> String {
        match &field.content {
            FieldContent::Own(question) => self.question(question),
            FieldContent::Asks(id) => match self.routine.question(id) {
                Some(question) => self.question(question),
                None => id.to_string(),
            },
            FieldContent::Blank { text, .. } => {
                let blank = self.say("sheet-by-hand", &[]);
                format!("{text} ({blank})")
            }
        }
    }
}
