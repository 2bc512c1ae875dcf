//! A routine as `sisam routine show ID --format json` gives it.

use serde_json::Value;

use super::rules;
use super::words::sentences;
use crate::harness::Env;

/// The whole routine.
pub(crate) struct Shown {
    pub(crate) whole: Value,
    /// Every sentence that people read, in small letters.
    pub(crate) said: Vec<String>,
}

/// A step of it, with its phase.
#[derive(Clone, Copy)]
pub(crate) struct Step<'r> {
    routine: &'r Value,
    phase: &'r Value,
    /// The step itself.
    pub(crate) own: &'r Value,
}

impl Shown {
    /// Asks the program.
    pub(crate) fn of(id: &str) -> Self {
        let command = ["routine", "show", id, "--format", "json"];
        let told = Env::new().sisam(command).success();
        Self::from(serde_json::from_str::<Value>(&told.out).unwrap())
    }

    pub(crate) fn steps(&self) -> Vec<Step<'_>> {
        let routine = &self.whole;
        let phases = list(routine, "phase").iter();
        let steps =
            phases.flat_map(|phase| list(phase, "step").iter().map(move |own| (phase, own)));
        steps
            .map(|(phase, own)| Step {
                routine,
                phase,
                own,
            })
            .collect()
    }

    /// Every text that people read, with its place.
    pub(crate) fn texts(&self) -> Vec<(String, &str)> {
        let mut texts = Vec::new();
        for key in ["title", "short_title", "summary", "notice", "owner"] {
            add(&mut texts, "", &self.whole, key);
        }
        for role in list(&self.whole, "role") {
            add(
                &mut texts,
                &format!("role {}", text(role, "id")),
                role,
                "title",
            );
        }
        for trigger in list(&self.whole, "trigger") {
            add(
                &mut texts,
                &format!("trigger {}", text(trigger, "id")),
                trigger,
                "title",
            );
        }
        add_questions(&mut texts, "", &self.whole, "question");
        for step in self.steps() {
            add(&mut texts, "phase", step.phase, "title");
            texts.extend(step.texts());
        }
        for form in list(&self.whole, "document") {
            let place = format!("form {}", text(form, "id"));
            add(&mut texts, &place, form, "title");
            add_questions(&mut texts, &place, form, "field");
        }
        texts
    }
}

impl From<Value> for Shown {
    fn from(whole: Value) -> Self {
        let said = Vec::new();
        let mut shown = Self { whole, said };
        let texts = shown.texts();
        let sentences = texts.iter().flat_map(|(_, text)| sentences(text));
        shown.said = sentences.map(str::to_lowercase).collect();
        shown
    }
}

impl<'r> Step<'r> {
    pub(crate) fn id(&self) -> &'r str {
        text(self.own, "id")
    }

    pub(crate) fn phase_title(&self) -> &'r str {
        text(self.phase, "title")
    }

    /// What people read of it, with its place.
    pub(crate) fn texts(&self) -> Vec<(String, &'r str)> {
        let place = format!("step {}", self.id());
        let mut texts = Vec::new();
        for key in ["title", "purpose", "activity", "notice", "law"] {
            add(&mut texts, &place, self.own, key);
        }
        for part in list(self.own, "item") {
            add(
                &mut texts,
                &format!("{place} part {}", text(part, "id")),
                part,
                "title",
            );
        }
        add_questions(&mut texts, &place, self.own, "question");
        let named = self.documents().into_iter();
        texts.extend(named.map(|title| (format!("{place} document"), title)));
        texts
    }

    /// The titles of its documents.
    pub(crate) fn documents(&self) -> Vec<&'r str> {
        let forms = list(self.routine, "document");
        let titled = |name: &'r str| {
            let form = forms.iter().find(|form| text(form, "id") == name);
            form.map_or(name, |form| text(form, "title"))
        };
        strings(self.own, "documents").map(titled).collect()
    }

    /// Those who answer for it, jointly.
    pub(crate) fn owners(&self) -> Vec<&'r str> {
        roles(self.own, "responsible")
    }

    /// Those of whom one answers for it.
    pub(crate) fn candidates(&self) -> Vec<&'r str> {
        roles(self.own, "choose_responsible")
    }

    pub(crate) fn participants(&self) -> Vec<&'r str> {
        roles(self.own, "participants")
    }

    /// Everyone who has to do with it, those of its parts too.
    pub(crate) fn people(&self) -> Vec<&'r str> {
        let parts = list(self.own, "item")
            .iter()
            .flat_map(|part| roles(part, "responsible"));
        [self.owners(), self.candidates(), self.participants()]
            .concat()
            .into_iter()
            .chain(parts)
            .collect()
    }

    /// Its due rules in words.
    pub(crate) fn rules(&self) -> Vec<String> {
        rules::in_words(&self.own["due"])
    }

    /// What it and its phase apply for.
    pub(crate) fn conditions(&self) -> Vec<String> {
        [&self.phase["when"], &self.own["when"]]
            .into_iter()
            .flat_map(rules::tests)
            .collect()
    }

    /// What must hold before it is done.
    pub(crate) fn gates(&self) -> Vec<String> {
        list(self.own, "requires")
            .iter()
            .flat_map(rules::tests)
            .collect()
    }

    /// Conditions of its parts.
    pub(crate) fn part_conditions(&self) -> Vec<String> {
        list(self.own, "item")
            .iter()
            .flat_map(|part| rules::tests(&part["when"]))
            .collect()
    }

    /// Ids of the questions that are asked when it is done.
    pub(crate) fn asked(&self) -> Vec<&'r str> {
        let own = list(self.own, "question")
            .iter()
            .map(|question| text(question, "id"));
        own.chain(strings(self.own, "asks")).collect()
    }
}

/// A text, or nothing.
pub(crate) fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

/// The values of an array; of anything else none.
pub(crate) fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// Texts of an array, or the one that stands alone.
pub(crate) fn strings<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = &'v str> {
    value[key]
        .as_str()
        .into_iter()
        .chain(list(value, key).iter().filter_map(Value::as_str))
}

/// The roles of an array in which a role may have a condition.
pub(crate) fn roles<'v>(value: &'v Value, key: &str) -> Vec<&'v str> {
    let role = |entry: &'v Value| entry.as_str().or(entry["role"].as_str());
    list(value, key).iter().filter_map(role).collect()
}

fn add<'v>(texts: &mut Vec<(String, &'v str)>, place: &str, value: &'v Value, key: &str) {
    if let Some(text) = value[key].as_str() {
        texts.push((format!("{place} {key}").trim_start().to_owned(), text));
    }
}

fn add_questions<'v>(texts: &mut Vec<(String, &'v str)>, place: &str, value: &'v Value, key: &str) {
    for question in list(value, key) {
        let place = format!("{place} {key} {}", text(question, "id"));
        for key in ["text", "help", "section"] {
            add(texts, place.trim_start(), question, key);
        }
        let options = strings(question, "options");
        texts.extend(options.map(|option| (format!("{} options", place.trim_start()), option)));
    }
}
