//! `routine test`: runs the tests in routine files.

use crate::commands::prelude::*;
use crate::domain::rehearsal::{Mismatch, Verdict, run_test};
use crate::domain::routine_test::Expected;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "FILE", required = true, num_args = 1..)]
    files: Vec<String>,
}

/// How one of a routine's own tests went.
#[derive(Debug, Serialize)]
struct TestResult {
    routine: String,
    test: String,
    passed: bool,
    /// Why the case cannot come to be, in words.
    impossible: Option<String>,
    mismatches: Vec<RoundMismatch>,
}

/// A round that was not as a test expected.
#[derive(Debug, Serialize)]
struct RoundMismatch {
    /// `step` or `step/round`.
    round: String,
    expected: String,
    /// Null when there is no such round.
    status: Option<Status>,
    due: Option<NaiveDate>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Attempt<Outcome> {
    let files = args.files.iter();
    // All are loaded first: a name mistyped should not be found after a page of output.
    let loaded: Vec<_> = files
        .map(|name| ctx.desk.id_or_file(name))
        .collect::<Result<_, _>>()?;
    let results = loaded
        .iter()
        .map(|loaded| results(&loaded.routine, &ctx.words));
    let results: Vec<Vec<TestResult>> = results.collect();
    ctx.emit(
        |_| results.iter().flatten().collect::<Vec<_>>(),
        |ctx| {
            let mut page = Page::default();
            for (name, results) in args.files.iter().zip(&results) {
                show(name, results, &mut page, &ctx.words);
            }
            page
        },
    )?;
    let mut results = results.iter().flatten();
    Ok(Outcome::of_check(results.all(|result| result.passed)))
}

fn results(routine: &Routine, words: &Words) -> Vec<TestResult> {
    let tests = routine.tests.iter().map(|test| {
        let verdict = run_test(routine, test);
        TestResult {
            routine: routine.id.to_string(),
            test: test.name.clone(),
            passed: verdict == Verdict::Passed,
            impossible: match &verdict {
                Verdict::Impossible(refusal) => {
                    let case = CaseRef::from("…");
                    let refusals = Refusals::new(words, routine, &case);
                    Some(refusals.failure(refusal).in_words(words))
                }
                _ => None,
            },
            mismatches: match &verdict {
                Verdict::Failed(mismatches) => mismatches.iter().map(RoundMismatch::of).collect(),
                _ => Vec::new(),
            },
        }
    });
    tests.collect()
}

fn show(name: &str, results: &[TestResult], page: &mut Page, words: &Words) {
    let failed = results.iter().filter(|result| !result.passed).count();
    let (tone, id) = match (results.len(), failed) {
        (0, _) => (Tone::Warn, "test-none"),
        (_, 0) => (Tone::Good, "test-passed"),
        _ => (Tone::Bad, "test-failed"),
    };
    let line = say!(words, id, name, count = results.len(), failed);
    page.line(Line::toned(tone, line));
    for result in results.iter().filter(|result| !result.passed) {
        page.line(format!("  {}", result.test));
        if let Some(reason) = &result.impossible {
            let line = say!(words, "test-impossible", reason);
            page.line(format!("    {line}"));
        }
        for mismatch in &result.mismatches {
            page.line(format!("    {}", mismatch.in_words(words)));
        }
    }
}

impl RoundMismatch {
    fn of(mismatch: &Mismatch) -> Self {
        Self {
            round: mismatch.round.to_string(),
            expected: match &mismatch.expected {
                Expected::Due(day) => day.to_string(),
                Expected::Status(status) => status.as_str().to_owned(),
            },
            status: mismatch.found.map(|(status, _)| status),
            due: mismatch.found.and_then(|(_, due)| due),
        }
    }

    /// "7: väntat 2026-11-24, fick 2026-11-25 (open)": as the file writes them, since that is where it is put right.
    fn in_words(&self, words: &Words) -> String {
        let found = match (self.status, self.due) {
            (None, _) => words.say("test-no-such-round"),
            (Some(status), Some(due)) => format!("{due} ({})", status.as_str()),
            (Some(status), None) => say!(words, "test-no-date", status = status.as_str()),
        };
        let Self {
            round, expected, ..
        } = self;
        say!(words, "test-mismatch", round, expected, found)
    }
}
