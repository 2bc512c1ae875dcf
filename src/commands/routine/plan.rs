//! `routine plan`: every date a case would get, without opening one.

use chrono::Months;

use crate::commands::prelude::*;
use crate::desk::given::{GivenAnswer, ids, merged, read_texts};
use crate::domain::ids::KeyDateId;
use crate::domain::plan::MOST_ROUNDS_AHEAD;
use crate::domain::rehearsal::{Scenario, rehearse};
use crate::domain::report::ReportRow;
use crate::domain::routine_test::{Happened, RoundName};
use crate::domain::typed::TypedDay;
use crate::domain::why::Why;
use crate::view::CaseView;

const LOOKS_AHEAD: Months = Months::new(24);

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "ID|FILE")]
    routine: String,
    #[arg(long, value_name = "ID=DATE", alias = "datum", value_parser = values::key_date)]
    date: Vec<(KeyDateId, Option<TypedDay>)>,
    #[arg(long, value_name = "ID=VALUE", alias = "svar", value_parser = values::answer)]
    answer: Vec<GivenAnswer>,
    #[arg(
        long,
        value_name = "ID",
        alias = "startorsak",
        alias = "utlösare",
        alias = "utlosare"
    )]
    trigger: Option<TriggerId>,
    #[arg(long, value_name = "STEP=DATE", alias = "bokat", value_parser = values::step_done)]
    planned: Vec<(StepId, TypedDay)>,
    #[arg(long, value_name = "STEP=DATE", alias = "klart", value_parser = values::step_done)]
    done: Vec<(StepId, TypedDay)>,
    #[arg(long, value_name = "FILE", alias = "läsår", alias = "lasar", value_parser = values::path())]
    calendar: Option<PathBuf>,
    /// No later rounds than this day.
    #[arg(long, value_name = "DATE", alias = "till-och-med", value_parser = values::day_to_come)]
    until: Option<TypedDay>,
    /// Nothing is assumed: the rows of a newly opened case.
    #[arg(long, alias = "bara-givet")]
    given_only: bool,
    #[arg(long, aliases = ["varför", "varfor"])]
    why: bool,
}

struct Rehearsed<'r> {
    routine: &'r Routine,
    case: Case,
    rows: Vec<ReportRow>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Attempt {
    let loaded = ctx.desk.id_or_file(&args.routine)?;
    let routine = &loaded.routine;
    let today = ctx.today();
    let calendar = args.calendar.as_ref();
    let school = calendar
        .map(|path| ctx.desk.school_calendar(path))
        .transpose()?;
    let mut answers = args.answer.clone();
    let settled = routine.settle(ids(&mut answers));
    settled.map_err(|why| refused(&why, routine, &ctx.words))?;
    read_texts(ctx, routine, &mut answers)?;
    let case = scenario(args, &answers, routine, today)
        .and_then(|given| rehearse(routine, &Scenario { school, ..given }, today));
    let case = case.map_err(|refusal| refused(&refusal, routine, &ctx.words))?;
    let ahead = today.checked_add_months(LOOKS_AHEAD);
    asking::tell_typed(ctx, args.until.as_ref())?;
    let until = args.until.as_ref().map(|until| until.on(today)).or(ahead);
    let until = until.unwrap_or(NaiveDate::MAX);
    let plan = match args.given_only {
        true => Some(Plan::of(routine, &case, today)),
        false => Plan::looking_ahead(routine, &case, today, until),
    };
    let plan = plan.ok_or_else(|| {
        let what = message!("plan-too-many", most = MOST_ROUNDS_AHEAD);
        Failure::refused(what)
    })?;
    let rehearsed = Rehearsed {
        routine,
        rows: Standing::new(routine, &case, plan.rows).rows,
        case,
    };
    ctx.lending_ui(|ctx, ui| {
        ui.emit(
            || rehearsed.value(args, ctx),
            || rehearsed.page(args, ctx).spelt_out(&ctx.words),
        )
    })?;
    Ok(())
}

fn refused(refusal: &Refusal, routine: &Routine, words: &Words) -> Failure {
    let case = CaseRef::from(words.say("value-case"));
    let refusals = Refusals::new(words, routine, &case);
    refusals.failure(refusal)
}

/// What was given. Of what was given twice the last counts, except of a question that takes several answers.
fn scenario(
    args: &Args,
    given: &[GivenAnswer],
    routine: &Routine,
    today: NaiveDate,
) -> Result<Scenario, Refusal> {
    let mut dates = BTreeMap::new();
    for (id, on) in &args.date {
        let id = routine.meant(id)?;
        if routine.key_date(&id).is_none() {
            return Err(Refusal::UnknownDate(id));
        }
        dates.insert(id, on.as_ref().map(|on| on.on(today)));
    }
    let mut trigger = args.trigger.clone();
    routine.settle(&mut trigger)?;
    let answers: BTreeMap<_, _> = merged(routine, given).into_iter().collect();
    let planned = args.planned.iter();
    let planned = planned.map(|(step, on)| Ok((routine.meant(step)?, on.on(today))));
    let done = args.done.iter().map(|(step, on)| {
        let named = RoundName::parse(step.as_str());
        let mut name = named.ok_or_else(|| Refusal::UnknownStep(step.clone()))?;
        name.step = routine.meant(&name.step)?;
        Ok((name, Happened::Done(on.on(today))))
    });
    Ok(Scenario {
        dates: dates
            .into_iter()
            .filter_map(|(id, on)| Some((id, on?)))
            .collect(),
        answers: answers
            .into_iter()
            .map(|(id, value)| (id.clone(), value))
            .collect(),
        trigger,
        school: None,
        planned: planned.collect::<Result<_, Refusal>>()?,
        done: done.collect::<Result<_, Refusal>>()?,
        must_apply: false,
    })
}

/// A round of a plan, with how its dates came about where that was asked for.
#[derive(Serialize)]
struct PlannedView<'a> {
    #[serde(flatten)]
    step: StepView<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<WhyJson<'a>>,
}

impl Rehearsed<'_> {
    fn view<'a>(&'a self, ctx: &'a Ctx) -> CaseView<'a> {
        CaseView {
            name: None,
            routine: self.routine,
            case: &self.case,
            today: ctx.today(),
            words: &ctx.words,
        }
    }

    fn value<'a>(&'a self, args: &Args, ctx: &'a Ctx) -> Vec<PlannedView<'a>> {
        let today = ctx.today();
        let explained = |row: &'a Row| WhyJson {
            case: None,
            told: WhyInWords {
                why: Why::of(self.routine, &self.case, row, today),
                here: ctx.words.of(self.routine),
                today,
            },
        };
        let rows = self.rows.iter().map(|row| PlannedView {
            step: self.view(ctx).step(row),
            why: args.why.then(|| explained(&row.row)),
        });
        rows.collect()
    }

    fn page(&self, args: &Args, ctx: &Ctx) -> Page {
        let words = &ctx.words;
        let list = Checklist::new(self.view(ctx), &self.rows);
        let mut page = Page::default();
        page.hanging(0, &self.routine.title);
        page.hanging(0, say!(words, "plan-heading", date = ctx.today()));
        page.gap();
        match args.why {
            true => page.append(list.explained()),
            false => page.table(list.table()),
        }
        let mut below = list.left_out();
        below.extend(self.could_change(words));
        if self.rows.iter().any(|row| row.row.assumed) {
            below.push(words.say("plan-assumed-note"));
        }
        page.section(below);
        page.paragraph(self.routine.notice.as_ref());
        page
    }

    /// "Datumen för 1, 2 kan ändras av: obesvarad fråga: …", a line for each unknown.
    fn could_change(&self, words: &Words) -> Vec<String> {
        let here = words.of(self.routine);
        let mut by_unknown: BTreeMap<_, Vec<String>> = BTreeMap::new();
        for row in &self.rows {
            for missing in &row.row.date_depends_on {
                let steps = by_unknown.entry(missing).or_default();
                let step = here.in_list(&row.row.step);
                if steps.last() != Some(&step) {
                    steps.push(step);
                }
            }
        }
        let lines = by_unknown.into_iter().map(|(missing, steps)| {
            let reason = here.unknown(missing);
            say!(here, "plan-could-change", steps = steps.join(", "), reason)
        });
        lines.collect()
    }
}
