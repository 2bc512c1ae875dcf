//! A case that is played: its routine, its history, which day it is.

use std::sync::LazyLock;

use chrono::{Duration, NaiveDate};

use sisam::domain::case::Case;
use sisam::domain::decide::{Decision, Draft, HowDone, Opening, Refusal, unanswered_of};
use sisam::domain::event::{Event, Stamp};
use sisam::domain::ids::{RoleId, StepId};
use sisam::domain::plan::{Plan, Row, Status};
use sisam::domain::routine::{AnswerKind, Question, Responsible, Routine};
use sisam::routine_file::{Library, Loaded, load};

/// The routines that are played: the shipped ones and two that have every kind of rule.
pub(crate) const ROUTINES: usize = 8;

/// Routines with every kind of rule, by id: what version 1 can say, and what version 2 can beside it.
pub(crate) const EVERY_RULE: [(&str, &str); 2] = [
    ("allt", include_str!("every_rule.toml")),
    ("allt-2", include_str!("every_rule_2.toml")),
];

static LOADED: LazyLock<Vec<Loaded>> = LazyLock::new(|| {
    let shipped = Library::built_in();
    let mut all: Vec<_> = shipped.all().map(|(_, routine)| routine.unwrap()).collect();
    all.extend(EVERY_RULE.map(|(_, text)| load(text).unwrap()));
    assert_eq!(all.len(), ROUTINES);
    all
});

/// One of them.
pub(crate) fn loaded(which: usize) -> &'static Loaded {
    &LOADED[which]
}

/// The day every case begins.
pub(crate) fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 14).unwrap()
}

pub(crate) struct Play {
    pub(crate) loaded: &'static Loaded,
    pub(crate) events: Vec<Event>,
    pub(crate) today: NaiveDate,
}

impl Play {
    /// Opens a case: its required dates lie a month ahead, and one trigger in three is not chosen.
    pub(crate) fn open(which: usize, trigger: usize) -> Self {
        let loaded = &LOADED[which];
        let routine = &loaded.routine;
        let opening = Opening {
            text_hash: loaded.text_hash.clone(),
            trigger: routine.triggers.get(trigger).map(|t| t.id.clone()),
            ..Opening::default()
        };
        let today = first_day();
        let mut draft = Draft::open(routine, opening, stamp(today)).unwrap();
        let soon = today + Duration::days(30);
        for date in routine.key_dates.iter().filter(|date| date.required) {
            draft.set_date(&date.id, Some(soon)).unwrap();
        }
        let events = draft.finish().unwrap().events;
        Self {
            loaded,
            events,
            today,
        }
    }

    pub(crate) fn routine(&self) -> &'static Routine {
        &self.loaded.routine
    }

    pub(crate) fn case(&self) -> Case {
        Case::fold(&self.events).unwrap()
    }

    pub(crate) fn plan(&self) -> Plan {
        Plan::of(self.routine(), &self.case(), self.today)
    }

    pub(crate) fn draft(&self) -> Draft<'_> {
        Draft::of(self.routine(), &self.events, stamp(self.today)).unwrap()
    }

    /// What somebody tries; nothing is taken into the history.
    pub(crate) fn tried(
        &self,
        edit: impl FnOnce(&mut Draft<'_>) -> Result<(), Refusal>,
    ) -> Result<Decision, Refusal> {
        let mut draft = self.draft();
        edit(&mut draft)?;
        draft.finish()
    }
}

pub(crate) fn stamp(today: NaiveDate) -> Stamp {
    Stamp {
        at: format!("{today}T00:00:00Z"),
        day: today,
        today_given: true,
        who: "prov".to_owned(),
    }
}

/// Whether a round may be done or skipped.
pub(crate) fn is_to_do(row: &Row) -> bool {
    matches!(row.status, Status::Open | Status::Blocked | Status::Waiting)
}

/// A value that the question takes; `pick` chooses which, and `day` is the one a date question gets.
pub(crate) fn value_for(question: &Question, pick: usize, day: NaiveDate) -> String {
    let of = |texts: &[&str]| texts[pick % texts.len()].to_owned();
    match &question.kind {
        AnswerKind::YesNo => of(&["yes", "no", "ja"]),
        AnswerKind::Choice(options) => options[pick % options.len()].clone(),
        AnswerKind::Choices(options) => {
            let first = &options[pick % options.len()];
            format!("{first}|{}", options[(pick / 3) % options.len()])
        }
        AnswerKind::Roles(roles) => roles[pick % roles.len()].0.clone(),
        AnswerKind::Text => of(&["en rad", "åäö"]),
        AnswerKind::Number => of(&["1", "20", "3,5"]),
        AnswerKind::Date => day.to_string(),
        AnswerKind::Term => of(&["1 week", "10 dagar", "3 weeks", "1 month"]),
    }
}

/// Answers what a step still asks, then does it past whatever does not hold.
pub(crate) fn do_step(
    draft: &mut Draft<'_>,
    step: &StepId,
    on: Option<NaiveDate>,
    pick: usize,
) -> Result<(), Refusal> {
    answer_all(draft, step, pick)?;
    let how = HowDone {
        on,
        despite: Some(ground(draft.routine())),
        ..HowDone::default()
    };
    draft.done(step, &how)
}

/// Answers what a step still asks.
pub(crate) fn answer_all(draft: &mut Draft<'_>, step: &StepId, pick: usize) -> Result<(), Refusal> {
    let routine = draft.routine();
    let rule = routine.step(step).unwrap();
    // An answer may bring another question with it.
    for _ in 0..4 {
        for id in unanswered_of(routine, draft.case(), rule) {
            let value = value_for(routine.question(&id).unwrap(), pick, draft.today());
            draft.answer(&id, &value)?;
        }
    }
    Ok(())
}

/// A reason that is a ground too where the routine has any.
pub(crate) fn ground(routine: &Routine) -> String {
    let mut grounds = routine.grounds.values().flatten();
    grounds.next().cloned().unwrap_or("brådskar".to_owned())
}

/// A role that may take the step; the first there is for one that nobody chooses.
pub(crate) fn candidate(responsible: &Responsible, pick: usize) -> Option<&RoleId> {
    let roles = responsible.roles();
    (!roles.is_empty()).then(|| roles[pick % roles.len()])
}
