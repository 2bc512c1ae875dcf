//! Routine files and school calendars made to take for ever, or more room than there is.

use super::survives;
use crate::harness::Env;

/// The start of a routine whose steps follow.
const HEAD: &str = r#"format = 1
id = "prov"
version = "1"
title = "Prov"
source = { publisher = "Kommun", document = "Rutin" }
role = [{ id = "s", title = "Socialsekreterare" }]
key_date = [{ id = "in", title = "Inskrivning" }, { id = "ut", title = "Utskrivning" }]
[[phase]]
id = "p"
title = "Fas"
"#;

const BASIS: &str = "basis = \"local\", cite = \"x\"";

fn step(id: &str, keys: &str) -> String {
    format!("[[phase.step]]\nid = \"{id}\"\ntitle = \"Steg\"\nresponsible = [\"s\"]\n{keys}\n")
}

/// Looks at a file in every way; each ends soon.
fn is_looked_at(env: &Env, what: &str) -> Vec<Option<i32>> {
    let lines = [
        "routine check prov.toml",
        "routine plan prov.toml --date in=0001-01-01",
        "routine plan prov.toml --date in=0001-01-01 --date ut=9999-12-31 --until 9999-12-31",
    ];
    let run = |line: &&str| {
        survives(env.line(line), &format!("{what}: {line}"))
            .status
            .code()
    };
    lines.iter().map(run).collect()
}

fn looks_at(what: &str, text: &str) -> Vec<Option<i32>> {
    let env = Env::new();
    env.write("prov.toml", text);
    is_looked_at(&env, what)
}

#[test]
fn a_rule_that_would_give_endless_rounds_is_bounded() {
    for (unit, more) in [
        ("day", ""),
        ("workday", ""),
        ("workday", ", counted = \"last-done\""),
        ("week", ", until = \"ut\""),
        ("month", ""),
    ] {
        for optional in ["", "optional = true\n"] {
            let every = format!("every = \"1 {unit}\", from = \"in\"{more}");
            let due = format!("{optional}due = {{ {every}, {BASIS} }}");
            looks_at(&due, &format!("{HEAD}{}", step("1", &due)));
        }
    }
    let marks: Vec<_> = (1..=28).map(|day| format!("\"01-{day:02}\"")).collect();
    let due = format!(
        "due = {{ each_year = [{}], from = \"in\", {BASIS} }}",
        marks.join(",")
    );
    looks_at("each_year", &format!("{HEAD}{}", step("1", &due)));
}

#[test]
fn more_rounds_than_anybody_reads_are_refused_with_what_to_do() {
    let env = Env::new();
    let due = format!("due = {{ every = \"1 day\", from = \"in\", {BASIS} }}");
    env.write("prov.toml", &format!("{HEAD}{}", step("1", &due)));
    let told = env
        .line("routine plan prov.toml --date in=2026-12-01 --until 9999-12-31")
        .fails(1);
    insta::assert_snapshot!(told.err, @r"
    fel: Det blir fler än 5000 tillfällen att visa.
    tips: visa fram till en tidigare dag med --till-och-med, eller det som ett nytt ärende får med --bara-givet
    ");
    env.line("routine plan prov.toml --date in=2026-12-01 --until 2036-12-01")
        .success();
}

#[test]
fn terms_at_the_limits_are_refused_or_reckoned() {
    let units = ["days", "workdays", "schooldays", "weeks", "months", "years"];
    let rules = |counts: &[&str]| -> String {
        let pairs = counts
            .iter()
            .flat_map(|count| units.map(|unit| format!("{count} {unit}")));
        let steps = pairs.enumerate().map(|(number, term)| {
            let due = format!("due = {{ after = \"in\", term = \"{term}\", {BASIS} }}");
            step(&number.to_string(), &due)
        });
        steps.collect()
    };
    let sane = rules(&["1", "100"]);
    assert_eq!(
        looks_at("sane", &format!("{HEAD}{sane}"))[..2],
        [Some(0); 2]
    );
    let beyond = [
        "0",
        "36700",
        "4294967295",
        "4294967296",
        "999999999999",
        "-1",
        "1e9",
        "٣",
    ];
    for count in beyond {
        let codes = looks_at(count, &format!("{HEAD}{}", rules(&[count])));
        assert_eq!(codes, [Some(1); 3], "{count}");
    }
}

#[test]
fn many_steps_are_refused_whatever_hangs_on_what() {
    let many = |keys: &dyn Fn(usize) -> String| -> String {
        (0..5_000)
            .map(|number| step(&number.to_string(), &keys(number)))
            .collect()
    };
    let next = |number: usize| (number + 1).min(4_999);
    for (what, steps) in [
        ("many", many(&|_| String::new())),
        (
            "dates",
            many(&|n| {
                format!(
                    "due = {{ after = {{ step = \"{}\" }}, term = \"1 day\", {BASIS} }}",
                    next(n)
                )
            }),
        ),
        (
            "requires",
            many(&|n| format!("requires = [{{ step = \"{}\" }}]", next(n))),
        ),
        (
            "when",
            many(&|n| format!("when = {{ step = \"{}\" }}", next(n))),
        ),
    ] {
        let codes = looks_at(what, &format!("{HEAD}{steps}"));
        assert!(
            codes.iter().all(|code| *code == Some(1)),
            "{what}: {codes:?}"
        );
    }
    // As many as there may be, each counted from the one after it.
    let chain: String = (0..300)
        .map(|n| {
            let from = if n == 299 {
                "\"in\"".to_owned()
            } else {
                format!("{{ step = \"{}\" }}", n + 1)
            };
            step(
                &n.to_string(),
                &format!("due = {{ after = {from}, term = \"1 day\", {BASIS} }}"),
            )
        })
        .collect();
    assert_eq!(looks_at("chain", &format!("{HEAD}{chain}"))[1], Some(0));
}

#[test]
fn large_deep_and_odd_files_end_soon() {
    let long = "x".repeat(100_000);
    for (what, text) in [
        ("deep list", format!("{HEAD}x = {}", "[".repeat(100_000))),
        (
            "deep table",
            format!("{HEAD}x = {}", "{ a = ".repeat(100_000)),
        ),
        (
            "dotted",
            format!("{HEAD}{} = 1", vec!["a"; 100_000].join(".")),
        ),
        (
            "headings",
            format!("{HEAD}[{}]", vec!["a"; 100_000].join(".")),
        ),
        (
            "conditions",
            format!(
                "{HEAD}{}",
                step("1", &format!("when = {}", "{ not = ".repeat(50_000)))
            ),
        ),
        ("keys", (0..50_000).map(|n| format!("k{n} = 1\n")).collect()),
        (
            "all",
            format!(
                "{HEAD}{}{}",
                step("0", ""),
                step(
                    "1",
                    &format!(
                        "when = {{ all = [{}] }}",
                        vec!["{ step = \"0\" }"; 40_000].join(",")
                    )
                )
            ),
        ),
        ("long id", format!("{HEAD}{}", step(&long, ""))),
        (
            "long title",
            format!("{HEAD}{}", step("1", "").replace("Steg", &long)),
        ),
        (
            "long words",
            format!(
                "{HEAD}{}",
                step("1", "").replace("Steg", &"ord ".repeat(100_000))
            ),
        ),
        ("NUL", format!("{HEAD}\u{0}")),
        ("BOM", format!("\u{feff}\u{feff}{HEAD}")),
        ("no text", String::new()),
    ] {
        looks_at(what, &text);
    }
    let env = Env::new();
    let huge = std::fs::File::create(env.path("prov.toml")).unwrap();
    huge.set_len(100_000_000).unwrap();
    let codes = is_looked_at(&env, "huge");
    assert_eq!(codes, [Some(1); 3]);
}

#[test]
fn a_school_calendar_of_ten_thousand_terms_ends_soon() {
    let env = Env::new();
    let terms: String = (1..7000)
        .map(|year| format!("[[term]]\ntitle=\"a\"\nfirst={year:04}-01-02\nlast={year:04}-06-20\n[[term]]\ntitle=\"b\"\nfirst={year:04}-08-10\nlast={year:04}-12-22\n"))
        .collect();
    env.write("lasar.toml", &format!("format = 1\ntitle = \"x\"\n{terms}"));
    let due = format!("due = {{ every = \"1 schoolday\", from = \"in\", {BASIS} }}");
    env.write("prov.toml", &format!("{HEAD}{}", step("1", &due)));
    for on in ["2026-12-01", "0001-02-01"] {
        let line = format!("routine plan prov.toml --date in={on} --calendar lasar.toml");
        survives(env.line(&line), &line);
    }
    for text in [
        "[".repeat(100_000),
        " ".repeat(2_000_000),
        "\u{0}".to_owned(),
        "term = 1\noff = 2".to_owned(),
        "[[term]]\nfirst = 9999-12-31\nlast = 0000-01-01\ntitle = \"\"".to_owned(),
    ] {
        env.write("lasar.toml", &text);
        for line in [
            "routine plan nacka --calendar lasar.toml",
            "set 2026-001 --calendar lasar.toml",
        ] {
            survives(env.line(line), line);
        }
    }
}

#[test]
fn a_folder_of_ten_thousand_files_is_listed_or_refused_soon() {
    let env = Env::new();
    for number in 0..10_000 {
        env.write(
            &format!("rutiner/r{number}.toml"),
            &format!("format = 1\nid = \"r{number}\"\n"),
        );
    }
    for line in [
        "routine list",
        "routine show nacka",
        "new-case --routine r1",
        "list",
        "new-case --routine nacka --date inskrivning=2026-12-01 --answer akut=nej",
    ] {
        survives(env.line(&format!("{line} --routines rutiner")), line);
    }
}
