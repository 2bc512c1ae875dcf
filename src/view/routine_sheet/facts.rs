//! Roles, key dates, questions, triggers and forms on a routine's sheet.

use super::{RoutineSheet, noted};
use crate::domain::message::Argument;
use crate::domain::routine::{
    AnswerKind, Ask, Field, FieldContent, KeyDate, OnContinue, Question, Role, Trigger,
};
use crate::ui::Page;

impl RoutineSheet<'_> {
    pub(super) fn add_facts(&self, page: &mut Page) {
        let routine = self.routine;
        let trigger = |trigger: &Trigger| noted(&trigger.id, &trigger.title, []);
        let mut add = |heading, lines: Vec<String>| {
            if !lines.is_empty() {
                page.heading(self.say(heading));
            }
            lines.into_iter().for_each(|line| page.text(1, line));
        };
        add("sheet-roles", each(&routine.roles, |role| self.role(role)));
        add(
            "sheet-dates",
            each(&routine.key_dates, |date| self.key_date(date)),
        );
        add("sheet-triggers", each(&routine.triggers, trigger));
        let question = |question: &Question| self.question(question);
        add("sheet-questions", each(&routine.questions, question));
    }

    fn role(&self, role: &Role) -> String {
        let held = role.must_be_held.then(|| self.say("sheet-must-be-held"));
        noted(&role.id, &role.title, [role.party.clone(), held])
    }

    fn key_date(&self, date: &KeyDate) -> String {
        let other = date.not_before.as_ref();
        let notes = [
            date.required.then(|| self.say("sheet-required")),
            (date.ask == Ask::Later).then(|| self.say("sheet-when-known")),
            other.map(|title| say!(self, "sheet-not-before", title)),
        ];
        noted(&date.id, &date.title, notes)
    }

    /// A question with what it takes and when it is asked: "akut: Är placeringen akut? (ja, nej)".
    pub(super) fn question(&self, question: &Question) -> String {
        let (when, books) = (question.when.as_ref(), question.books.as_ref());
        // Version 1 said it by ids alone.
        let stands = question.stands.as_ref().filter(|_| self.routine.format > 1);
        let until = stands.and_then(|stands| stands.until.as_ref());
        let with = stands.map_or(&[][..], |stands| &stands.with);
        let on_continue = question.on_continue.map(|on_continue| match on_continue {
            OnContinue::Carry => "sheet-carried",
            OnContinue::Again => "sheet-again",
        });
        let notes = [
            Some(self.takes(&question.kind)),
            (question.ask == Ask::Later).then(|| self.say("sheet-when-needed")),
            when.map(|condition| say!(self, "why-only-if", condition)),
            until.map(|question| say!(self, "sheet-stands-until", question)),
            (!with.is_empty()).then(|| {
                say!(
                    self,
                    "sheet-stands-with",
                    questions = Argument::dotted(with)
                )
            }),
            books.map(|step| say!(self, "sheet-books", step)),
            on_continue.map(|again| self.say(again)),
        ];
        noted(&question.id, &question.text, notes)
    }

    fn takes(&self, kind: &AnswerKind) -> String {
        let id = match kind {
            AnswerKind::Choice(options) => return options.join(" / "),
            AnswerKind::Choices(options) => {
                return say!(self, "sheet-several", options = options.join(" / "));
            }
            AnswerKind::Roles(_) => "expected-roles",
            AnswerKind::YesNo => "expected-yes-no",
            AnswerKind::Text => "expected-text",
            AnswerKind::Number => "expected-number",
            AnswerKind::Date => "expected-date",
            AnswerKind::Term => "expected-term",
        };
        self.say(id)
    }

    pub(super) fn add_forms(&self, page: &mut Page) {
        if self.routine.documents.is_empty() {
            return;
        }
        page.heading(self.say("sheet-forms"));
        for document in &self.routine.documents {
            page.gap();
            page.text(0, noted(&document.id, &document.title, []));
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
                let blank = self.say("sheet-by-hand");
                format!("{text} ({blank})")
            }
        }
    }
}

fn each<T>(parts: &[T], line: impl Fn(&T) -> String) -> Vec<String> {
    parts.iter().map(line).collect()
}
