//! One round of a step as it is seen: the same value for programs, lists, cards and checklists.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::due_rule::Basis;
use crate::domain::ids::{CaseRef, ItemId, RoleId, RoutineId, StepId};
use crate::domain::plan::{Pressed, Status, WaitsFor};
use crate::domain::report::{EndedBy, ReportRow};
use crate::domain::routine::{DocumentName, Gate, Routine, Step};
use crate::domain::signs::are_alike;
use crate::domain::texts::REDACTED;
use crate::ui::wording::{Titles, Words};

/// Who reads, and when.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader<'w> {
    pub(crate) today: NaiveDate,
    pub(crate) words: &'w Words,
    pub(crate) discretion: Discretion,
}

/// How much is said of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Discretion {
    /// Whoever reads one case has a reason to read all of it.
    OneCase,
    /// No text that somebody has written (a ground of the routine's is none), and nobody's name unless asked for.
    SeveralCases { names: bool },
}

/// One round of a step.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct StepView<'a> {
    /// Null in a plan that is no case's.
    pub(super) case: Option<&'a CaseRef>,
    routine: &'a RoutineId,
    step: &'a StepId,
    round: u32,
    /// The phase's id.
    phase: &'a str,
    phase_title: &'a str,
    pub(super) title: &'a str,
    /// The one chosen or proposed, else all candidates.
    responsible: &'a [RoleId],
    /// Whether it is still to be agreed who takes the step.
    choice_open: bool,
    /// Who holds those roles; null when nobody does.
    assigned: Option<String>,
    /// Those invited.
    participants: &'a [RoleId],
    items: Vec<ItemView<'a>>,
    /// Forms by id, papers by title.
    documents: Vec<&'a str>,
    /// "Vid behov".
    optional: bool,
    /// When it opens in lists.
    earliest: Option<NaiveDate>,
    /// The date that counts.
    pub(super) due: Option<NaiveDate>,
    /// Before rolling.
    raw_due: Option<NaiveDate>,
    /// Before an extension.
    original_due: Option<NaiveDate>,
    /// A booked day.
    pub(super) planned: Option<NaiveDate>,
    /// A promptly step's anchor.
    pub(super) since: Option<NaiveDate>,
    /// Days to the date, negative when it has passed.
    days_left: Option<i64>,
    /// Days after its date.
    days_late: Option<i64>,
    /// Days after the date before an extension.
    days_late_original: Option<i64>,
    /// Late, and still to be done.
    pub(crate) overdue: bool,
    pub(super) status: Status,
    /// Who states the time.
    pub(super) basis: Option<Basis>,
    /// In a plan that looks ahead: nobody has said so.
    assumed: bool,
    /// In words.
    pub(super) waits_for: Vec<String>,
    waits_for_ids: Vec<String>,
    /// What must be done sooner than its date says, for this or another step to be in time.
    pressed: Option<&'a Pressed>,
    /// The ground or reason it was done with.
    despite: Option<&'a str>,
    /// Who decided that; left out where nobody said.
    #[serde(skip_serializing_if = "Option::is_none")]
    decided_by: Option<&'a str>,
    pub(super) done_on: Option<NaiveDate>,
    /// When that was recorded, RFC 3339 UTC.
    recorded_at: Option<&'a str>,
    /// The day it stopped being something to do.
    ended_on: Option<NaiveDate>,
    /// How; null while it stands.
    ended_by: Option<EndedBy>,
    /// The date it had when that passed, where it has it no longer.
    moved_from: Option<NaiveDate>,
    /// The event that moved it.
    moved_by: Option<u32>,
    #[serde(skip)]
    pub(crate) row: &'a ReportRow,
    /// The same, said to people of a closed case too.
    #[serde(skip)]
    pub(super) pressing: Option<&'a Pressed>,
    #[serde(skip)]
    pub(super) whole_routine: &'a Routine,
    #[serde(skip)]
    pub(super) whole_step: Option<&'a Step>,
    /// The day it is looked at: of a closed case the day of that.
    #[serde(skip)]
    pub(super) today: NaiveDate,
    /// Who holds a role in it, its parts' too.
    #[serde(skip)]
    pub(super) holders: &'a [String],
    /// What is not known of it; empty unless asked for.
    #[serde(skip)]
    pub(super) missing: Vec<String>,
}

/// A part of a step.
#[derive(Debug, Clone, Serialize)]
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
        case: Option<&'a CaseRef>,
        routine: &'a Routine,
        row: &'a ReportRow,
        reader: Reader<'_>,
    ) -> Self {
        let (today, planned) = (row.seen_on(reader.today), &row.row);
        let step = routine.step(&planned.step);
        let phase = routine.phase_of(&planned.step);
        let (dates, ended) = (&planned.dates, planned.ended.as_ref());
        let pressing = row.pressed_on(reader.today);
        // What is over is counted to the day it ended; the rest gets later by the day.
        let is_late_for_good = row.ending.by.is_some() && row.was_late();
        let (has_names, has_texts) = match reader.discretion {
            Discretion::OneCase => (true, true),
            Discretion::SeveralCases { names } => (names, false),
        };
        let text = |text: &'a Option<String>| text.as_deref().filter(|text| *text != REDACTED);
        let is_said =
            |text: &&str| has_texts || step.is_some_and(|step| is_ground(text, step, routine));
        let waits_for = step.map(|step| {
            let titles = Titles::of(routine);
            reader.words.waits_for(planned, step, titles)
        });
        Self {
            case,
            routine: &routine.id,
            step: &planned.step,
            round: planned.round,
            phase: phase.map_or("", |phase| &phase.id),
            phase_title: phase.map_or("", |phase| &phase.title),
            title: step.map_or("", |step| &step.title),
            responsible: &row.responsible,
            choice_open: row.choice_open,
            assigned: (has_names && !row.assigned.is_empty()).then(|| row.assigned.join(", ")),
            participants: &planned.participants,
            items: step.map_or_else(Vec::new, |step| items(row, step)),
            documents: step.map_or_else(Vec::new, documents),
            optional: row.optional,
            earliest: dates.earliest,
            due: dates.due,
            raw_due: dates.raw_due,
            original_due: dates.original_due,
            planned: planned.planned,
            since: dates.since,
            days_left: row.days_left(reader.today),
            days_late: match is_late_for_good {
                true => row.days_late,
                false => planned.days_late(today),
            },
            days_late_original: match is_late_for_good {
                true => row.days_late_original,
                false => planned.days_late_original(today),
            },
            overdue: row.is_overdue(today),
            status: planned.status,
            basis: dates.basis,
            assumed: planned.assumed,
            waits_for: waits_for.unwrap_or_default(),
            waits_for_ids: waits_for_ids(&planned.waits_for),
            pressed: pressing.filter(|_| !row.is_over_with_its_case()),
            despite: ended.and_then(|ended| text(&ended.despite)).filter(is_said),
            decided_by: ended
                .and_then(|ended| text(&ended.decided_by))
                .filter(|_| has_texts),
            done_on: ended.and_then(|ended| ended.on),
            recorded_at: ended.map(|ended| ended.recorded_at.as_str()),
            ended_on: row.ending.on,
            ended_by: row.ending.by,
            moved_from: row.slip.map(|slip| slip.from),
            moved_by: row.slip.map(|slip| slip.by),
            row,
            pressing,
            whole_routine: routine,
            whole_step: step,
            today,
            holders: if has_names { &row.holders } else { &[] },
            missing: Vec::new(),
        }
    }

    /// The date before an extension, where it was another.
    pub(super) fn original(&self) -> Option<NaiveDate> {
        self.original_due.filter(|day| self.due != Some(*day))
    }

    pub(super) fn titles(&self) -> Titles<'a> {
        Titles::of(self.whole_routine)
    }
}

/// Whether a text is a ground that the routine lists for the step, and nobody's own words.
fn is_ground(text: &str, step: &Step, routine: &Routine) -> bool {
    let requirements = step.requires.iter();
    let lists = requirements.filter_map(|requirement| match &requirement.gate {
        Gate::Grounds(list) => routine.grounds.get(list),
        Gate::AnyReason | Gate::Never => None,
    });
    lists.flatten().any(|ground| are_alike(ground, text))
}

fn items<'a>(row: &'a ReportRow, step: &'a Step) -> Vec<ItemView<'a>> {
    let items = row.row.items.iter().filter_map(|state| {
        let item = step.item(state.id.as_str())?;
        Some(ItemView {
            id: &state.id,
            title: &item.title,
            responsible: match item.responsible.is_empty() {
                true => &row.responsible,
                false => &item.responsible,
            },
            done_on: state.done_on,
            skipped: state.skipped,
        })
    });
    items.collect()
}

fn documents(step: &Step) -> Vec<&str> {
    let names = step.documents.iter().map(|document| match document {
        DocumentName::Form(id) => id.as_str(),
        DocumentName::Title(title) => title,
    });
    names.collect()
}

/// The ids of what a row waits for, each once.
fn waits_for_ids(waits_for: &[WaitsFor]) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for id in waits_for.iter().flat_map(WaitsFor::ids) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}
