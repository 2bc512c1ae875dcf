//! `sisam` alone: a row a child, whose turn it is, what is not known, and what to type. A calm short screen.

use crate::commands::prelude::*;
use crate::desk::selection::each_heading;
use crate::domain::answer::IN_PART;
use crate::domain::due_rule::Basis;
use crate::domain::ids::QuestionId;
use crate::domain::report::ReportRow;
use crate::domain::school_gap::IN_SCHOOL;
use crate::paths;
use crate::store::CaseSummary;

/// More children than this nobody takes in at once.
const MOST_CHILDREN: usize = 8;
const MOST_FINISHED: usize = 3;

pub(crate) fn run(ctx: &mut Ctx) -> Attempt {
    let found = reading(ctx, |reading, ctx, _| children(reading, ctx))?.unwrap_or_default();
    ctx.lending_ui(|ctx, ui| ui.emit(|| found.seen(ctx), || found.seen(ctx).page(ctx)))?;
    let there = ctx.db()?;
    if paths::roaming_db().is_some_and(|roaming| roaming == there) {
        ctx.tell_say(message!("file-roams", file = there))?;
    }
    Ok(())
}

#[derive(Debug, Default)]
struct Children {
    totals: Totals,
    overdue: usize,
    with_overdue: BTreeSet<CaseId>,
    by_case: BTreeMap<CaseId, Child>,
    /// Open cases that have nothing left to do.
    finished: Vec<CaseSummary>,
    in_school: Option<InSchool>,
}

/// Of more open cases than this it is not said how the children's schooling stands: their histories are read for it.
const MOST_READ: i64 = 200;

/// How many children are in school, as was answered last.
#[derive(Debug, Clone, Copy, Default, Serialize)]
struct InSchool {
    no: usize,
    in_part: usize,
    yes: usize,
    unknown: usize,
}

impl InSchool {
    fn add(&mut self, answer: Option<&str>) {
        *match answer {
            Some("nej") => &mut self.no,
            Some(IN_PART) => &mut self.in_part,
            Some("ja") => &mut self.yes,
            _ => &mut self.unknown,
        } += 1;
    }

    /// "Går barnen i skolan? 2 nej · 1 delvis · 6 vet inte".
    fn line(self, words: &Words) -> Option<String> {
        let counts = [
            (self.no, "overview-school-no"),
            (self.in_part, "overview-school-in-part"),
            (self.yes, "overview-school-yes"),
            (self.unknown, "overview-school-unknown"),
        ];
        let said = counts.map(|(count, id)| (count > 0).then(|| say!(words, id, count)));
        let children = joined(" · ", said);
        (!children.is_empty()).then(|| say!(words, "overview-school", children))
    }
}

/// A child with something to do now.
#[derive(Debug, Default)]
struct Child {
    /// What can be done first: the routine's own time or a law's before a local default.
    first: Option<(Urgency, ListRow)>,
    /// One of its stopped steps.
    stopped: Option<ListRow>,
    can_be_done: usize,
    cannot_go_on: usize,
}

/// How soon somebody should look: nobody is ranked by how late it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Urgency {
    Late,
    LateByLocalDefault,
    Coming(NaiveDate),
    Stopped,
}

impl Urgency {
    fn of(row: &ListRow, today: NaiveDate) -> Self {
        let row = &row.found.row;
        let dates = &row.row.dates;
        match (row.is_overdue(today), dates.basis) {
            (true, Some(Basis::Local)) => Self::LateByLocalDefault,
            (true, _) => Self::Late,
            (false, _) => Self::Coming(row.urgency().unwrap_or(NaiveDate::MAX)),
        }
    }
}

fn children(reading: &Reading<'_>, ctx: &Ctx) -> Attempt<Children> {
    let today = ctx.today();
    let mut children = Children::default();
    let query = RowQuery {
        picks: vec![Pick::ToDo],
        opens_by: Some(today),
        ..RowQuery::default()
    };
    let totals = each_row(ctx, reading, &query, |selected| {
        let (id, row) = (selected.found.case, &selected.found.row);
        if row.is_overdue(today) {
            children.overdue += 1;
            children.with_overdue.insert(id);
        }
        if row.optional {
            return Ok(More::Continue(()));
        }
        let child = children.by_case.entry(id).or_default();
        if row.row.status == Status::Blocked {
            child.cannot_go_on += 1;
            child.stopped.get_or_insert_with(|| selected.clone());
            return Ok(More::Continue(()));
        }
        child.can_be_done += 1;
        let urgency = Urgency::of(selected, today);
        if child
            .first
            .as_ref()
            .is_none_or(|(first, _)| urgency < *first)
        {
            child.first = Some((urgency, selected.clone()));
        }
        Ok(More::Continue(()))
    })?;
    let is_told = (2..=MOST_READ).contains(&totals.open_cases);
    children.in_school = is_told.then(InSchool::default);
    let asked = QuestionId::from(IN_SCHOOL);
    each_heading(ctx, reading, CaseFilter::Open, |heading| {
        // Whatever is wrong with a case, the overview is shown: `doctor` tells.
        let routine = ctx.desk.routine(&heading.text_hash, reading);
        if let Some(in_school) = &mut children.in_school
            && routine.is_ok_and(|routine| routine.question(&asked).is_some())
        {
            let opened = ctx.desk.planned(reading, heading.id).ok();
            in_school.add(
                opened
                    .as_ref()
                    .and_then(|(opened, _)| opened.case.answer(&asked)),
            );
        }
        let numbers = &heading.numbers;
        if numbers.steps == numbers.ended && numbers.unanswered == 0 {
            children.finished.push(heading);
        }
        Ok(())
    })?;
    Ok(Children { totals, ..children })
}

impl Children {
    fn seen<'c>(&'c self, ctx: &'c Ctx) -> Overview<'c> {
        let view = |row: &'c ListRow| row.view(ctx, Discretion::SeveralCases { names: false });
        let children = self.by_case.values().filter_map(|child| {
            let (urgency, row) = match (&child.first, &child.stopped) {
                (Some((urgency, row)), _) => (*urgency, row),
                (None, stopped) => (Urgency::Stopped, stopped.as_ref()?),
            };
            let child = ChildLine {
                step: view(row),
                can_be_done: child.can_be_done,
                cannot_go_on: child.cannot_go_on,
            };
            Some(((urgency, row.found.case_key()), child))
        });
        let children: BTreeMap<_, _> = children.collect();
        let firsts = self
            .by_case
            .values()
            .filter_map(|child| child.first.as_ref());
        let is_any =
            |is_so: fn(&ReportRow) -> bool| firsts.clone().any(|(_, row)| is_so(&row.found.row));
        let notes = [
            (
                is_any(|row| row.row.dates.basis == Some(Basis::Local)),
                "overview-local",
            ),
            (is_any(|row| row.opened_late.is_some()), "tally-opened-late"),
        ];
        let cannot_go_on = self.by_case.values().filter(|child| child.cannot_go_on > 0);
        Overview {
            open_cases: self.totals.open_cases,
            closed_cases: self.totals.closed_cases,
            in_school: self.in_school,
            overdue: self.overdue,
            overdue_cases: self.with_overdue.len(),
            cases: children.into_values().collect(),
            cannot_go_on: cannot_go_on.clone().map(|child| child.cannot_go_on).sum(),
            cannot_go_on_cases: cannot_go_on.count(),
            finished: self
                .finished
                .iter()
                .map(|heading| &heading.reference)
                .collect(),
            cases_without_date: self.totals.cases_without_date,
            steps_without_owner: self.totals.steps_without_owner,
            unanswered_questions: self.totals.unanswered_questions,
            cases_not_in_akt: self.totals.cases_not_in_akt,
            notes: notes
                .into_iter()
                .filter_map(|(is_so, id)| is_so.then_some(id))
                .collect(),
            totals: self.totals,
        }
    }
}

#[derive(Serialize)]
struct Overview<'c> {
    open_cases: i64,
    closed_cases: i64,
    in_school: Option<InSchool>,
    /// How many steps are late, and in how many cases.
    overdue: usize,
    overdue_cases: usize,
    /// Those with something to do now, those with something late first.
    cases: Vec<ChildLine<'c>>,
    /// How many steps are stopped, and in how many cases.
    cannot_go_on: usize,
    cannot_go_on_cases: usize,
    /// Open cases with nothing left to do.
    finished: Vec<&'c CaseRef>,
    cases_without_date: i64,
    steps_without_owner: i64,
    unanswered_questions: i64,
    cases_not_in_akt: i64,
    /// What the signs beside dates mean.
    #[serde(skip)]
    notes: Vec<&'static str>,
    #[serde(skip)]
    totals: Totals,
}

/// A child: the step to do first, or one that is stopped where there is nothing else.
#[derive(Serialize)]
struct ChildLine<'c> {
    step: StepView<'c>,
    can_be_done: usize,
    cannot_go_on: usize,
}

columns! { ChildLine<'_>, |child, words|
    let is_stopped = child.can_be_done == 0;
    let first = match is_stopped {
        true => say!(words, "overview-stopped", steps = child.cannot_go_on),
        false => child.step.called(),
    };
    let more = child.can_be_done.saturating_sub(1);
    let more = (more > 0).then(|| format!("+{more}"));
    let (tone, due) = child.step.due_or_left();
    "heading-case" lines => child.step.called_case(),
    "overview-first" cut => first,
    "overview-more" spare => more.unwrap_or_default(),
    "heading-due" spare => Cell::toned(tone, if is_stopped { String::new() } else { due }),
    "report-turn" lines => words.text(child.step.turn()),
}

const INDENT: usize = 2;

impl Overview<'_> {
    fn page(&self, ctx: &Ctx) -> Page {
        let words = &ctx.words;
        if self.open_cases + self.closed_cases == 0 {
            return welcome(words);
        }
        let late = match self.overdue {
            0 => None,
            count => Some(say!(
                words,
                "overview-late",
                count,
                cases = self.overdue_cases
            )),
        };
        let (date, cases) = (ctx.today(), self.open_cases);
        let heading = [Some(say!(words, "overview-heading", date, cases)), late];
        let mut page = Page::default();
        page.fitted(Line::toned(Tone::Strong, joined(" · ", heading)));
        if let Some(line) = self.in_school.and_then(|it| it.line(words)) {
            page.hanging(INDENT, line);
        }
        page.gap();
        if self.overdue == 0 {
            page.line(ctx.say("report-nothing-overdue"));
        }
        if !self.cases.is_empty() {
            page.table(Table::of(self.cases.iter().take(MOST_CHILDREN), words));
        }
        let more = self.cases.len().saturating_sub(MOST_CHILDREN);
        if more > 0 {
            page.hanging(INDENT, say!(words, "overview-more-cases", count = more));
        }
        for note in &self.notes {
            page.toned(Tone::Quiet, words.say(*note));
        }
        if self.cases_not_in_akt > 0 {
            let count = self.cases_not_in_akt;
            page.hanging(INDENT, say!(words, "overview-akt", count));
        }
        page.section(self.beside(words));
        page.gap();
        page.hanging(INDENT, ctx.say(self.what_to_type()));
        page
    }

    /// What no child's row says.
    fn beside(&self, words: &Words) -> Vec<String> {
        let (steps, cases) = (self.cannot_go_on, self.cannot_go_on_cases);
        let stopped = (steps > 0).then(|| say!(words, "overview-cannot-go-on", steps, cases));
        let missing = missing_over_all(self.totals, words);
        let missing = missing.map(|parts| say!(words, "overview-missing", parts));
        let finished = self.finished.iter().take(MOST_FINISHED);
        let finished = finished.map(|case| Some(say!(words, "overview-finished", case = *case)));
        let more = self.finished.len().saturating_sub(MOST_FINISHED);
        let more = (more > 0).then(|| say!(words, "overview-finished-more", count = more));
        let lines = [stopped, missing].into_iter().chain(finished).chain([more]);
        lines.flatten().collect()
    }

    fn what_to_type(&self) -> &'static str {
        match (self.open_cases, self.cases.is_empty()) {
            (0, _) => "overview-type-new-case",
            (_, true) => "overview-type-list",
            _ => "overview-type-next",
        }
    }
}

fn welcome(words: &Words) -> Page {
    let welcome = words.say("overview-welcome");
    let mut page = Page::of_line(Line::toned(Tone::Strong, welcome));
    for id in ["overview-what-it-does", "no-cases-hint"] {
        page.hanging(0, words.say(id));
    }
    page
}
