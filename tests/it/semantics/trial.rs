//! A case of a tiny routine, changed verb by verb, and its plan in short.

use chrono::NaiveDate;

use sisam::domain::case::Case;
use sisam::domain::decide::{Draft, HowDone, Opening, Refusal, Warning};
use sisam::domain::event::{Event, Stamp, What};
use sisam::domain::plan::{Plan, Row};
use sisam::domain::routine::Routine;
use sisam::routine_file::load;

/// What every tiny routine begins with: two key dates and a phase, to which the steps belong.
const HEAD: &str = r#"
format = 1
id = "prov"
version = "1"
title = "Prov"
[source]
publisher = "P"
document = "D"
[[key_date]]
id = "a"
title = "A"
[[key_date]]
id = "b"
title = "B"
[[phase]]
id = "p"
title = "P"
"#;

/// The day a trial begins unless it says otherwise: before every other day in it.
const FIRST_DAY: &str = "2026-01-01";

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A day, or none for `unknown` and the empty text.
fn perhaps(text: &str) -> Option<NaiveDate> {
    (!matches!(text, "" | "unknown")).then(|| day(text))
}

/// A routine of these steps, in TOML, after the common head.
pub(super) fn routine(steps: &str) -> Routine {
    read(&format!("{HEAD}{steps}"))
}

fn read(text: &str) -> Routine {
    load(text)
        .unwrap_or_else(|problems| panic!("{problems:#?}\n{text}"))
        .routine
}

/// A step without anything but what is given.
pub(super) fn step(id: &str, rest: &str) -> String {
    format!("[[phase.step]]\nid = \"{id}\"\ntitle = \"{id}\"\n{rest}\n")
}

/// A case that goes on day by day.
pub(super) struct Trial {
    pub(super) routine: Routine,
    pub(super) events: Vec<Event>,
    pub(super) today: NaiveDate,
}

impl Trial {
    /// A newly opened case of a routine of these steps.
    pub(super) fn of(steps: &str) -> Self {
        Self::triggered(steps, None)
    }

    /// The same of a file of version 2.
    pub(super) fn of_version_2(steps: &str) -> Self {
        let text = format!("{HEAD}{steps}");
        Self::opened(read(&text.replacen("format = 1", "format = 2", 1)), None)
    }

    pub(super) fn triggered(steps: &str, trigger: Option<&str>) -> Self {
        Self::opened(routine(steps), trigger)
    }

    fn opened(routine: Routine, trigger: Option<&str>) -> Self {
        let opening = Opening {
            trigger: trigger.map(Into::into),
            ..Opening::default()
        };
        let today = day(FIRST_DAY);
        let opened = Draft::open(&routine, opening, stamp(today)).and_then(Draft::finish);
        let events = opened.unwrap().events;
        Self {
            routine,
            events,
            today,
        }
    }

    /// What somebody tries; the history goes on only if it is accepted.
    pub(super) fn change(
        &mut self,
        edit: impl FnOnce(&mut Draft<'_>) -> Result<(), Refusal>,
    ) -> Result<Vec<Warning>, Refusal> {
        let mut draft = Draft::of(&self.routine, &self.events, stamp(self.today))?;
        edit(&mut draft)?;
        let decision = draft.finish()?;
        self.routine = self
            .routine
            .with_own(&decision.events)
            .unwrap_or(self.routine.clone());
        self.events.extend(decision.events);
        assert_eq!(self.case(), decision.case);
        Ok(decision.warnings)
    }

    fn accepted(&mut self, edit: impl FnOnce(&mut Draft<'_>) -> Result<(), Refusal>) -> &mut Self {
        self.change(edit).unwrap();
        self
    }

    /// It becomes that day.
    pub(super) fn at(&mut self, today: &str) -> &mut Self {
        self.today = day(today);
        self
    }

    /// Sets a key date; empty withdraws it.
    pub(super) fn date(&mut self, id: &str, on: &str) -> &mut Self {
        self.accepted(|draft| draft.set_date(&id.into(), perhaps(on)))
    }

    /// Answers a question; empty withdraws the answer.
    pub(super) fn answer(&mut self, id: &str, value: &str) -> &mut Self {
        self.accepted(|draft| draft.answer(&id.into(), value))
    }

    /// Books a day for a step; empty cancels it.
    pub(super) fn book(&mut self, step: &str, on: &str) -> &mut Self {
        self.accepted(|draft| draft.book(&step.into(), perhaps(on)))
    }

    /// Does a step on a day, or `unknown`; it becomes that day if it has not come yet.
    pub(super) fn done(&mut self, step: &str, on: &str) -> &mut Self {
        self.passing(step, on, None)
    }

    /// The same, past what does not hold.
    pub(super) fn passing(&mut self, step: &str, on: &str, despite: Option<&str>) -> &mut Self {
        self.today = self.today.max(perhaps(on).unwrap_or(self.today));
        let how = how(on, despite);
        self.accepted(|draft| draft.done(&step.into(), &how))
    }

    /// Does a part on a day, or `unknown`.
    pub(super) fn part(&mut self, step: &str, item: &str, on: &str) -> &mut Self {
        self.today = self.today.max(perhaps(on).unwrap_or(self.today));
        let how = how(on, None);
        self.accepted(|draft| draft.done_item(&step.into(), &item.into(), &how))
    }

    /// Skips a step today.
    pub(super) fn skip(&mut self, step: &str) -> &mut Self {
        self.accepted(|draft| draft.skip(&step.into(), "behövs inte"))
    }

    /// Skips a part.
    pub(super) fn skip_part(&mut self, step: &str, item: &str) -> &mut Self {
        self.accepted(|draft| draft.skip_item(&step.into(), &item.into(), "behövs inte"))
    }

    /// Gives a step a later date.
    pub(super) fn extend(&mut self, step: &str, to: &str) -> &mut Self {
        self.accepted(|draft| draft.extend(&step.into(), day(to), "sjukdom", "chefen"))
    }

    /// Why something is refused, and that nothing comes of it.
    pub(super) fn refusal(
        &mut self,
        edit: impl FnOnce(&mut Draft<'_>) -> Result<(), Refusal>,
    ) -> Refusal {
        let before = self.events.clone();
        let Err(refusal) = self.change(edit) else {
            panic!("it was accepted");
        };
        assert_eq!(self.events, before);
        refusal
    }

    /// Takes a change back.
    pub(super) fn take_back(&mut self, what: What) -> &mut Self {
        let last = self.events.last().unwrap();
        let (seq, change) = (last.seq + 1, last.change + 1);
        let stamp = stamp(self.today);
        self.events.push(Event {
            seq,
            change,
            stamp,
            what,
        });
        self
    }

    /// The case as its events make it.
    pub(super) fn case(&self) -> Case {
        Case::fold(&self.events).unwrap()
    }

    pub(super) fn plan(&self) -> Plan {
        Plan::of(&self.routine, &self.case(), self.today)
    }

    /// The latest round of a step.
    pub(super) fn row(&self, step: &str) -> Row {
        self.plan().latest(&step.into()).unwrap().clone()
    }

    /// The same in a plan that looks ahead to the end of the year.
    pub(super) fn rows_ahead(&self, step: &str) -> String {
        let until = day("2026-12-31");
        let plan = Plan::looking_ahead(&self.routine, &self.case(), self.today, until);
        in_short(&plan.unwrap(), step)
    }

    /// What is unknown and may give a step's latest round another date, by id.
    pub(super) fn may_change(&self, step: &str) -> Vec<String> {
        let row = self.row(step);
        row.date_depends_on
            .iter()
            .map(|missing| missing.id().to_owned())
            .collect()
    }

    /// A step's rounds in short: status, due date and what else there is to say, round by round.
    pub(super) fn rows(&self, step: &str) -> String {
        in_short(&self.plan(), step)
    }
}

pub(super) fn how(on: &str, despite: Option<&str>) -> HowDone {
    HowDone {
        on: perhaps(on),
        despite: despite.map(str::to_owned),
        ..HowDone::default()
    }
}

pub(super) fn stamp(today: NaiveDate) -> Stamp {
    Stamp {
        at: format!("{today}T00:00:00Z"),
        day: today,
        today_given: true,
        who: "test".to_owned(),
    }
}

/// `open 2026-01-31 raw … rule … from … since … ? what it waits for`, the rounds parted by ` | `.
pub(super) fn in_short(plan: &Plan, step: &str) -> String {
    let step = step.into();
    let rows = (1..).zip(plan.rows_of(&step)).map(|(number, row)| {
        assert_eq!(row.round, number, "rounds are numbered in order");
        let dates = &row.dates;
        let mut text = row.status.as_str().to_owned();
        let mut add = |word: &str, day: Option<NaiveDate>| {
            if let Some(day) = day {
                text.push_str(&format!("{word} {day}"));
            }
        };
        add("", dates.due);
        add(" raw", dates.raw_due.filter(|raw| Some(*raw) != dates.due));
        add(
            " rule",
            dates.original_due.filter(|rule| Some(*rule) != dates.due),
        );
        add(" from", dates.earliest);
        add(" since", dates.since);
        if row.assumed {
            text.push_str(" assumed");
        }
        for waits_for in row.waits_for.iter().flat_map(|waits| waits.ids()) {
            text.push_str(&format!(" ?{waits_for}"));
        }
        text
    });
    rows.collect::<Vec<_>>().join(" | ")
}
