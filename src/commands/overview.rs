//! `sisam` alone: what is late, what is next, what is not known, and what to type. A calm short screen.

use crate::commands::prelude::*;

const MOST_LATE: usize = 3;
const MOST_NEXT: usize = 5;

pub(crate) fn run(ctx: &mut Ctx) -> Attempt {
    let found = reading(ctx, |reading, ctx, _| urgent(reading, ctx))?.unwrap_or_default();
    ctx.lending_ui(|ctx, ui| ui.emit(|| found.seen(ctx), || found.seen(ctx).page(ctx)))?;
    Ok(())
}

#[derive(Debug, Default)]
struct UrgentRows {
    totals: Totals,
    overdue: usize,
    late: Vec<ListRow>,
    next: Vec<ListRow>,
}

fn urgent(reading: &Reading<'_>, ctx: &Ctx) -> Attempt<UrgentRows> {
    let today = ctx.today();
    let mut urgent = UrgentRows::default();
    // What is late comes first of what is to be done.
    let query = RowQuery {
        picks: vec![Pick::ToDo],
        opens_by: Some(today),
        ..RowQuery::default()
    };
    let totals = each_row(ctx, reading, &query, |selected| {
        let row = &selected.found.row;
        if row.is_overdue(today) {
            urgent.overdue += 1;
            if urgent.late.len() < MOST_LATE {
                urgent.late.push(selected.clone());
            }
            return Ok(More::Continue(()));
        }
        let can_be_begun = row.row.status == Status::Open && !row.optional;
        if can_be_begun && urgent.next.len() < MOST_NEXT {
            urgent.next.push(selected.clone());
        }
        let day = row.row.dates.due.or(row.row.dates.since);
        let late_may_follow = day.is_some_and(|day| day < today);
        Ok(match urgent.next.len() < MOST_NEXT || late_may_follow {
            true => More::Continue(()),
            false => More::Break(()),
        })
    })?;
    Ok(UrgentRows { totals, ..urgent })
}

impl UrgentRows {
    fn seen<'u>(&'u self, ctx: &'u Ctx) -> Overview<'u> {
        let view = |row: &'u ListRow| row.view(ctx, Discretion::SeveralCases { names: false });
        Overview {
            open_cases: self.totals.open_cases,
            closed_cases: self.totals.closed_cases,
            overdue: self.overdue,
            late: self.late.iter().map(view).collect(),
            next: self.next.iter().map(view).collect(),
            cases_without_date: self.totals.cases_without_date,
            steps_without_owner: self.totals.steps_without_owner,
            unanswered_questions: self.totals.unanswered_questions,
            cases_not_in_akt: self.totals.cases_not_in_akt,
            totals: self.totals,
        }
    }
}

#[derive(Serialize)]
struct Overview<'u> {
    open_cases: i64,
    closed_cases: i64,
    /// How many steps are late; `late` names the first of them.
    overdue: usize,
    /// Those most days late.
    late: Vec<StepView<'u>>,
    /// Those due next, of the ones that can be begun.
    next: Vec<StepView<'u>>,
    cases_without_date: i64,
    steps_without_owner: i64,
    unanswered_questions: i64,
    cases_not_in_akt: i64,
    #[serde(skip)]
    totals: Totals,
}

const INDENT: usize = 2;

impl Overview<'_> {
    fn page(&self, ctx: &Ctx) -> Page {
        let words = &ctx.words;
        if self.open_cases + self.closed_cases == 0 {
            return welcome(words);
        }
        let (date, cases) = (ctx.today(), self.open_cases);
        let heading = say!(words, "overview-heading", date, cases);
        let mut page = Page::of_line(Line::toned(Tone::Strong, heading));
        page.gap();
        match self.overdue {
            0 => page.line(ctx.say("report-nothing-overdue")),
            overdue => {
                let heading = say!(words, "overview-late", count = overdue);
                section(&mut page, heading, &self.late, words);
                let more = overdue - self.late.len();
                if more > 0 {
                    let more = say!(words, "overview-late-more", count = more);
                    page.hanging(INDENT, more);
                }
            }
        }
        if !self.next.is_empty() {
            page.gap();
            section(&mut page, ctx.say("overview-next"), &self.next, words);
        }
        if let Some(parts) = missing_over_all(self.totals, words) {
            page.gap();
            page.hanging(INDENT, say!(words, "overview-missing", parts));
        }
        if self.cases_not_in_akt > 0 {
            let count = self.cases_not_in_akt;
            page.hanging(INDENT, say!(words, "overview-akt", count));
        }
        page.gap();
        page.hanging(INDENT, ctx.say(self.what_to_type()));
        page
    }

    fn what_to_type(&self) -> &'static str {
        match (self.overdue, self.next.is_empty()) {
            (0, true) if self.open_cases == 0 => "overview-type-new-case",
            (0, true) => "overview-type-list",
            _ => "overview-type-next",
        }
    }
}

fn section(page: &mut Page, heading: String, rows: &[StepView<'_>], words: &Words) {
    page.line(Line::toned(Tone::Strong, heading));
    let texts = rows.iter().map(|row| row.brief()).collect();
    page.brief(texts, Table::of(rows, words));
}

fn welcome(words: &Words) -> Page {
    let welcome = words.say("overview-welcome");
    let mut page = Page::of_line(Line::toned(Tone::Strong, welcome));
    for id in ["overview-what-it-does", "no-cases-hint"] {
        page.hanging(0, words.say(id));
    }
    page
}
