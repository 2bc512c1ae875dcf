//! `docs/routines/format.md` says what the table of the format says.

use std::fs;
use std::path::Path;

use sisam::domain::rehearsal::{Verdict, run_test};
use sisam::domain::routine_problem::{IdKind, Problem, ProblemKind};
use sisam::routine_file::format::{ALL, ALL_OF_CALENDAR, Holds, Presence, TableFormat};
use sisam::routine_file::load;

const INTRODUCTION: &str = "\
# The routine format, versions 1 and 2

This page is made of the table in `src/routine_file/format.rs`; a test compares them.

One TOML file is one routine. Keys are English, content is Swedish. Unknown keys, references that lead nowhere, ids that two
things share, circles and rules that cannot be kept are errors, and `sisam routine check` tells every problem of a file at
once, with line, column and a hint. The shipped routines in `routines/` use nearly all of it.

Keys marked **2** came with version 2: a file that uses them says `format = 2`. All else means the same in both, and files of
version 1 go on to mean what they meant.

- **Ids**: a routine's is of a–z, 0–9 and `-`, any other of letters, digits, `-` and `.`. They are unique
  within their kind, a part's within its step; questions and form fields share one namespace.
- **Terms**: a whole number and a unit: `day`, `week`, `month`, `year`, `workday`, `schoolday`, one or several. They are read in
  Swedish too: `3 veckor` is taken for `3 weeks`, here as in an answer. Months and years count from the base and end on the same
  number or the month's last day; workdays skip weekends, public holidays and the three eves; school days need a school calendar.
- **Answers** in conditions and tests: `yes` or `no` (`ja` and `nej` are taken), an option as it stands, a date, a number, a term.
- **Truth**: a condition is true, false or unknown. What rests on an unanswered question is unknown, and the step says which.
";

/// What came with version 2, each with an example that runs: its name in `tests/data/format-examples`, and what it is.
const EXAMPLES: &[(&str, &str)] = &[
    ("first_of", "The first of several dates"),
    ("last_of", "The last of several dates"),
    ("at_least_once", "At least once, however short"),
    ("terms", "Several terms"),
    ("planned", "A booked day"),
    ("rounds_opened_anew", "Rounds opened anew"),
    ("school_time", "School time"),
    ("books", "An answer that books"),
    ("stands", "An answer that stands for a time"),
    ("people", "People"),
    ("on_continue", "Re-placement"),
];

fn example(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/format-examples");
    fs::read_to_string(folder.join(format!("{name}.toml"))).unwrap()
}

#[test]
fn every_example_of_version_2_is_whole_and_its_tests_pass() {
    for (name, _) in EXAMPLES {
        let text = example("head") + &example(name);
        let loaded = load(&text).unwrap_or_else(|problems| panic!("{name}: {problems:#?}"));
        let slips = loaded.warnings.iter();
        let slips = slips.filter(|slip| !matches!(slip.kind, ProblemKind::Unused { .. }));
        assert_eq!(slips.collect::<Vec<_>>(), Vec::<&Problem>::new(), "{name}");
        assert!(!loaded.routine.tests.is_empty(), "{name}");
        for test in &loaded.routine.tests {
            let verdict = run_test(&loaded.routine, test);
            assert_eq!(verdict, Verdict::Passed, "{name}: {}", test.name);
        }
    }
}

#[test]
fn the_reference_is_made_of_the_table() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/routines/format.md");
    let written = fs::read_to_string(&path).unwrap_or_default();
    let made = reference();
    let new = Path::new(env!("CARGO_TARGET_TMPDIR")).join("format.md");
    fs::write(&new, &made).unwrap();
    let both = (path.display(), new.display());
    assert!(written == made, "{} is not {}", both.0, both.1);
}

fn reference() -> String {
    let routine = ALL.iter().map(|table| section(table));
    let calendar = ALL_OF_CALENDAR.iter().map(|table| section(table));
    let calendar_heading = "\n# School calendars\n\nA school calendar is a file of its own, for `set --calendar` and \
                            `routine plan --calendar`.\n";
    let parts = [INTRODUCTION.to_owned()].into_iter().chain(routine);
    parts
        .chain([calendar_heading.to_owned()])
        .chain(calendar)
        .chain([examples()])
        .collect()
}

fn examples() -> String {
    let mut text = include_str!("../data/format-examples/plans.md").to_owned();
    text += include_str!("../data/format-examples/version_2.md");
    text += &format!(
        "\n# Version 2 by example\n\nEach stands after this head; tests run them.\n\n```toml\n{}```\n",
        example("head").trim_end().to_owned() + "\n"
    );
    for (name, title) in EXAMPLES {
        text += &format!("\n## {title}\n\n```toml\n{}```\n", example(name));
    }
    text
}

fn section(table: &TableFormat) -> String {
    let mut text = format!("\n## {}\n\n{}\n", heading(table), table.about);
    if let Some(base) = table.extends {
        text += &format!("Beside its own keys it has those of {}.\n", heading(base));
    }
    text += "\n| key | holds | required | meaning |\n|---|---|---|---|\n";
    for key in table.keys {
        let required = match key.presence {
            Presence::Optional => "",
            Presence::Required => "yes",
            Presence::UnlessAsks if table.name == "document.field" => "unless `asks`",
            Presence::UnlessAsks => "yes",
        };
        let mark = if key.since > 1 { " **2**" } else { "" };
        let row = [
            &format!("`{}`{mark}", key.name),
            &holds(key.holds),
            required,
            key.meaning,
        ];
        text += &format!(
            "| {} |\n",
            row.map(|cell| cell.replace('|', "\\|")).join(" | ")
        );
    }
    text
}

fn heading(table: &TableFormat) -> String {
    let last = table.name.rsplit('.').next();
    let keys = ALL
        .iter()
        .chain(ALL_OF_CALENDAR)
        .flat_map(|table| table.keys);
    let mut lists = keys.filter(|key| matches!(key.holds, Holds::Tables(_)));
    match table.name {
        "routine" | "calendar" => "The head".to_owned(),
        "source" => "`[source]`".to_owned(),
        name if lists.any(|key| Some(key.name) == last) => format!("`[[{name}]]`"),
        name => format!("`{name}`"),
    }
}

fn holds(holds: Holds) -> String {
    let words = |words: &[&str]| format!("`{}`", words.join("` `"));
    match holds {
        Holds::Text => "text".to_owned(),
        Holds::Texts => "list of texts".to_owned(),
        Holds::Number => "number".to_owned(),
        Holds::Date => "date".to_owned(),
        Holds::Flag => "`true` or `false`".to_owned(),
        Holds::Term => "term".to_owned(),
        Holds::OwnId(_) | Holds::FileId => "id".to_owned(),
        Holds::Id(what) => format!("id of a {}", named(what)),
        Holds::Ids(what) => format!("ids of {}s", named(what)),
        Holds::Answers => "ids of questions".to_owned(),
        Holds::QuestionOf(kind) => format!("id of a `{kind}` question"),
        Holds::Word(allowed) => words(allowed),
        Holds::Words(allowed) => format!("one or several of {}", words(allowed)),
        Holds::Condition => "[condition](#when)".to_owned(),
        Holds::Conditions => "list of [conditions](#when)".to_owned(),
        Holds::Anchor => "[anchor](#anchor)".to_owned(),
        Holds::Tables(_) => "tables".to_owned(),
        Holds::Lists(_) => "a table of lists of texts".to_owned(),
        Holds::Documents => "ids of documents, or titles".to_owned(),
        Holds::Mixed(words, _) | Holds::Other(words) => words.to_owned(),
    }
}

fn named(what: IdKind) -> &'static str {
    match what {
        IdKind::Step => "step",
        IdKind::Item => "part",
        IdKind::Question => "question",
        IdKind::Role => "role",
        IdKind::KeyDate => "key date",
        IdKind::Trigger => "trigger",
        IdKind::Document => "document",
        IdKind::Phase => "phase",
        IdKind::Grounds => "list of grounds",
    }
}
