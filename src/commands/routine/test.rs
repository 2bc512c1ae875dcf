//! `routine test`: runs the tests in routine files.

use crate::ctx::Ctx;
use crate::desk::refusals::Refusals;
use crate::domain::ids::CaseRef;
use crate::domain::rehearsal::{Mismatch, Verdict, run_test};
use crate::domain::routine::Routine;
use crate::domain::routine_test::Expected;
use crate::error::{Failure, Outcome};
use crate::export::{MismatchJson, TestJson};
use crate::ui::wording::Words;
use crate::ui::{Line, Tone};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "FILE", required = true, num_args = 1..)]
    pub(crate) files: Vec<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::Fine;
    let mut json = Vec::new();
    // All are loaded first: a name mistyped should not be found after a page of output.
    let loaded: Result<Vec<_>, _> = args
        .files
        .iter()
        .map(|name| ctx.desk.id_or_file(name))
        .collect();
    for (name, loaded) in args.files.iter().zip(loaded?) {
        let results = results(&loaded.routine, &ctx.words);
        if results.iter().any(|result| !result.passed) {
            outcome = Outcome::FaultFound;
        }
        if ctx.is_json() {
            json.extend(results);
        } else {
            print(name, &results, ctx)?;
        }
    }
    if ctx.is_json() {
        ctx.ui.print_json(&json)?;
    }
    Ok(outcome)
}

fn results(routine: &Routine, words: &Words) -> Vec<TestJson> {
    let tests = routine.tests.iter().map(|test| {
        let verdict = run_test(routine, test);
        TestJson {
            routine: routine.id.to_string(),
            test: test.name.clone(),
            passed: verdict == Verdict::Passed,
            impossible: impossible(&verdict, routine, words),
            mismatches: match verdict {
                Verdict::Failed(mismatches) => mismatches.iter().map(mismatch).collect(),
                _ => Vec::new(),
            },
        }
    });
    tests.collect()
}

fn impossible(verdict: &Verdict, routine: &Routine, words: &Words) -> Option<String> {
    let Verdict::Impossible(refusal) = verdict else {
        return None;
    };
    let case = CaseRef::from("…");
    let refusals = Refusals::new(words, routine, &case);
    Some(refusals.failure(refusal).in_words(words))
}

fn mismatch(mismatch: &Mismatch) -> MismatchJson {
    MismatchJson {
        round: mismatch.round.to_string(),
        expected: match &mismatch.expected {
            Expected::Due(day) => day.to_string(),
            Expected::Status(status) => status.as_str().to_owned(),
        },
        status: mismatch.found.map(|(status, _)| status),
        due: mismatch.found.and_then(|(_, due)| due),
    }
}

fn print(name: &str, results: &[TestJson], ctx: &mut Ctx) -> Result<(), Failure> {
    let failed = results.iter().filter(|result| !result.passed).count();
    let (tone, id) = match (results.len(), failed) {
        (0, _) => (Tone::Warn, "test-none"),
        (_, 0) => (Tone::Good, "test-passed"),
        _ => (Tone::Bad, "test-failed"),
    };
    ctx.ui.print(Line::toned(
        tone,
        say!(ctx, id, name, count = results.len(), failed),
    ))?;
    for result in results.iter().filter(|result| !result.passed) {
        ctx.ui.print(format!("  {}", result.test))?;
        if let Some(reason) = &result.impossible {
            let line = say!(ctx, "test-impossible", reason);
            ctx.ui.print(format!("    {line}"))?;
        }
        for mismatch in &result.mismatches {
            ctx.ui
                .print(format!("    {}", told(mismatch, &ctx.words)))?;
        }
    }
    Ok(())
}

/// "7: väntat 2026-11-24, fick 2026-11-25 (open)": as the file writes them, since that is where it is put right.
fn told(mismatch: &MismatchJson, words: &Words) -> String {
    let found = match (mismatch.status, mismatch.due) {
        (None, _) => words.say("test-no-such-round"),
        (Some(status), Some(due)) => format!("{due} ({})", status.as_str()),
        (Some(status), None) => {
            say!(words, "test-no-date", status)
        }
    };
    say!(
        words,
        "test-mismatch",
        round = mismatch.round,
        expected = mismatch.expected,
        found
    )
}
