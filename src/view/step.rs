//! One round of a step as it is seen: the same value for programs, lists, cards and checklists.

use chrono::NaiveDate;
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{CaseName, Turn};
use crate::domain::condition::Missing;
use crate::domain::ids::{ItemId, RoleId};
use crate::domain::plan::{Pressure, Row, Status, WaitsFor};
use crate::domain::report::ReportRow;
use crate::domain::retention::Holder;
use crate::domain::routine::{DocumentName, Routine, Step};
use crate::domain::texts::REDACTED;
use crate::ui::joined;
use crate::ui::wording::{Naming, Words};

/// Who reads, and when.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader<'w> {
    pub(crate) today: NaiveDate,
    pub(crate) words: &'w Words,
    pub(crate) discretion: Discretion,
    /// Who holds the case file: whose turn is ours.
    pub(crate) we: Option<Holder>,
}

/// How much is said of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Discretion {
    /// Whoever reads one case has a reason to read all of it.
    OneCase,
    /// No text that somebody has written, no reason why a step is stopped, and nobody's name unless asked for.
    SeveralCases { names: bool },
}

/// One round of a step. Its fields for programs are those of its [`Serialize`].
#[derive(Debug, Clone, Copy)]
pub(crate) struct StepView<'a> {
    /// `None` in a plan that is no case's.
    pub(super) case: Option<CaseName<'a>>,
    pub(super) routine: &'a Routine,
    pub(super) step: Option<&'a Step>,
    pub(crate) report: &'a ReportRow,
    pub(super) row: &'a Row,
    pub(super) here: Naming<'a>,
    reader: Reader<'a>,
    /// The day it is looked at: of a closed case the day of that.
    pub(super) today: NaiveDate,
    /// Lists say what is not known of it.
    pub(super) asks_missing: bool,
}

/// A part of a step.
#[derive(serde::Serialize)]
struct ItemView<'a> {
    id: &'a ItemId,
    title: &'a str,
    /// Its own owners, else the step's.
    responsible: &'a [RoleId],
    /// Null when it is not done, or nobody knows the day.
    done_on: Option<NaiveDate>,
    skipped: bool,
}

impl<'a> StepView<'a> {
    pub(crate) fn new(
        case: Option<CaseName<'a>>,
        routine: &'a Routine,
        report: &'a ReportRow,
        reader: Reader<'a>,
    ) -> Self {
        Self {
            case,
            routine,
            step: routine.step(&report.row.step),
            report,
            row: &report.row,
            here: reader.words.of(routine),
            reader,
            today: report.seen_on(reader.today),
            asks_missing: false,
        }
    }

    /// The same with what is not known of it in lists.
    pub(crate) fn with_missing(self) -> Self {
        Self {
            asks_missing: true,
            ..self
        }
    }

    /// That it is due on a day when the school that has part in it is closed.
    pub(super) fn no_school_day(&self) -> Option<String> {
        self.row
            .no_school_day
            .then(|| self.here.say("no-school-day"))
    }

    /// Over several cases that of a step of one's own is not told: somebody has written it.
    fn title(&self) -> String {
        match self.step {
            Some(step) if self.discretion() == Discretion::OneCase || !step.is_own() => {
                step.title.clone()
            }
            _ => self.here.say("own-step-word"),
        }
    }

    /// The same, with the mark of a step of one's own.
    pub(crate) fn marked_title(&self) -> String {
        let is_marked = self.is_own() && self.discretion() == Discretion::OneCase;
        let mark = is_marked.then(|| format!("({})", self.here.say("own-step-word")));
        joined(" ", [Some(self.title()), mark])
    }

    /// Whether it was added to its case. Only the case knows such a step.
    pub(super) fn is_own(&self) -> bool {
        self.step.is_none_or(Step::is_own)
    }

    /// Late, and still to be done.
    pub(crate) fn is_overdue(&self) -> bool {
        self.report.is_overdue(self.today)
    }

    /// The date before an extension, where it was another.
    pub(super) fn original(&self) -> Option<NaiveDate> {
        let dates = &self.row.dates;
        dates.original_due.filter(|day| dates.due != Some(*day))
    }

    /// What must be done sooner than its date says, for this or another step to be in time.
    pub(super) fn pressing(&self) -> Option<&'a Pressure> {
        self.report.pressed_on(self.reader.today)
    }

    /// Whether it is stopped, and nobody is to be told why.
    pub(crate) fn is_stopped_unsaid(&self) -> bool {
        let is_stopped = self.row.status == Status::Blocked
            || self
                .row
                .waits_for
                .iter()
                .any(|waits| waits.known().is_none());
        is_stopped && self.discretion() != Discretion::OneCase
    }

    pub(super) fn discretion(&self) -> Discretion {
        self.reader.discretion
    }

    pub(crate) fn turn(&self) -> Turn {
        Turn::of(self.report, self.routine, self.reader.we)
    }

    pub(super) fn waits_for(&self) -> Vec<String> {
        if self.is_stopped_unsaid() {
            return vec![self.here.say("cannot-go-on")];
        }
        let waits = |step| self.here.waits_for(self.row, step);
        self.step.map(waits).unwrap_or_default()
    }

    /// Who holds one of these roles, unless nobody is named.
    fn named(&self, holders: &'a [String]) -> &'a [String] {
        match self.reader.discretion {
            Discretion::SeveralCases { names: false } => &[],
            _ => holders,
        }
    }

    /// Who holds a role in it, its parts' too.
    pub(super) fn holders(&self) -> &'a [String] {
        self.named(&self.report.holders)
    }

    fn items(&self) -> Vec<ItemView<'a>> {
        let items = self.row.items.iter().filter_map(|state| {
            let item = self.step?.item(state.id.as_str())?;
            Some(ItemView {
                id: &state.id,
                title: &item.title,
                responsible: match item.responsible.is_empty() {
                    true => &self.row.responsible,
                    false => &state.responsible,
                },
                done_on: state.done_on,
                skipped: state.skipped,
            })
        });
        items.collect()
    }

    /// The ids of what it waits for, each once.
    fn waits_for_ids(&self) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        if self.is_stopped_unsaid() {
            return ids;
        }
        for id in self.row.waits_for.iter().flat_map(WaitsFor::ids) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }
}

impl Serialize for StepView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { row, report, .. } = self;
        let (dates, ended) = (&row.dates, row.ended.as_ref());
        let phase = self.routine.phase_of(&row.step);
        let assigned = Some(self.named(&report.assigned)).filter(|names| !names.is_empty());
        let documents = self.step.into_iter().flat_map(|step| &step.documents);
        let documents = documents.map(|document| match document {
            DocumentName::Form(id) => id.as_str(),
            DocumentName::Title(title) => title,
        });
        // What is over is counted to the day it ended; the rest gets later by the day.
        let (days_late, days_late_original) = match report.ending.by.is_some() && report.was_late()
        {
            true => (report.days_late, report.days_late_original),
            false => (
                row.days_late(self.today),
                row.days_late_original(self.today),
            ),
        };
        let has_texts = self.reader.discretion == Discretion::OneCase;
        let text =
            |text: Option<&'_ String>| text.filter(|text| has_texts && *text != REDACTED).cloned();
        let despite = text(ended.and_then(|ended| ended.despite.as_ref()));
        let decided_by = text(ended.and_then(|ended| ended.decided_by.as_ref()));

        json_object! { serializer:
            // Null in a plan that is no case's.
            case: self.case.map(|case| case.reference),
            code_word: self.case.and_then(|case| case.code_word),
            routine: self.routine.id,
            step: row.step,
            round: row.round,
            // The phase's id.
            phase: phase.map_or("", |phase| &phase.id),
            phase_title: phase.map_or("", |phase| &phase.title),
            title: self.title(),
            // Added to the case.
            own: self.is_own(),
            // The one chosen or proposed, else all candidates.
            responsible: row.responsible,
            // Ids of unknown facts that decide who else answers for it, or for a part.
            owner_waits_for: row.owner_waits_for.iter().map(Missing::id).collect::<Vec<_>>(),
            // Whether it is still to be agreed who takes the step.
            choice_open: report.choice_open,
            // Who holds those roles; null when nobody does.
            assigned: assigned.map(|names| names.join(", ")),
            // Those invited.
            participants: row.participants,
            items: self.items(),
            // Forms by id, papers by title.
            documents: documents.collect::<Vec<_>>(),
            // "Vid behov".
            optional: report.optional,
            // When it opens in lists.
            earliest: dates.earliest,
            // The date that counts.
            due: dates.due,
            // Before rolling.
            raw_due: dates.raw_due,
            // Before an extension.
            original_due: dates.original_due,
            // Somebody of a school has part in it, and schools are closed on the day it is due.
            no_school_day: row.no_school_day,
            // A booked day.
            planned: row.planned,
            // A promptly step's anchor.
            since: dates.since,
            // Days to the date, negative when it has passed.
            days_left: report.days_left(self.reader.today),
            // Days after its date.
            days_late: days_late,
            // Days after the date before an extension.
            days_late_original: days_late_original,
            overdue: self.is_overdue(),
            status: row.status,
            // Who states the time.
            basis: dates.basis,
            // In a plan that looks ahead: nobody has said so.
            assumed: row.assumed,
            // In words.
            waits_for: self.waits_for(),
            waits_for_ids: self.waits_for_ids(),
            // Ids of facts that somebody could tell; `responsible` where nobody is.
            missing: self.ids_of_lacks(),
            // The latest day, while it is to do.
            reminded_on: report.reminded_on,
            pressed: self.pressing().filter(|_| !report.is_over_with_its_case()),
            // The ground or reason it was done with.
            despite: despite,
            // Who decided that; left out where nobody said.
            decided_by = decided_by,
            done_on: ended.and_then(|ended| ended.on),
            // When that was recorded, RFC 3339 UTC.
            recorded_at: ended.map(|ended| &ended.recorded_at),
            // The latest days that whoever answers for it was reminded, and that somebody tried to in vain.
            reminded_on: report.reminded_on,
            tried_on: report.tried_on,
            // The day it stopped being something to do.
            ended_on: report.ending.on,
            // How; null while it stands.
            ended_by: report.ending.by,
            // The date it had when that passed, where it has it no longer.
            moved_from: report.slip.map(|slip| slip.from),
            // The event that moved it.
            moved_by: report.slip.map(|slip| slip.by),
        }
    }
}
