//! Every problem has words in both languages, and its line is underlined rightly.

mod kinds;

use super::*;
use crate::domain::routine_problem::IdKind;
use crate::domain::term::TermError;
use crate::ui::wording::{Language, Words};
use kinds::every_kind;

/// Swedish words.
fn swedish() -> Words {
    Words::new(Language::Swedish)
}

/// A problem at the first place of some words in a text.
fn at(text: &str, words: &str, kind: ProblemKind) -> Problem {
    let start = text.find(words).unwrap();
    Problem {
        span: start..start + words.len(),
        also: None,
        kind,
    }
}

fn shown(text: &str, problems: &[Problem], plain: bool) -> String {
    let style = Style {
        plain,
        ..Style::bare()
    };
    let words = swedish();
    let mut lines: Vec<_> = show("rutin.toml", text, problems, &words, style)
        .iter()
        .map(|one| format!("{}\n{}\n", one.heading, one.body))
        .collect();
    lines.push(count("rutin.toml", problems, &words));
    lines.join("\n")
}

const TEXT: &str = r#"[[role]]
id = "åsa"
partry = "Ö"

[[phase.step]]
id = "åäö"
due = { after = "in", term = "två år" }
id = "åäö"
title =
"#;

fn samples() -> Vec<Problem> {
    let mut twice = at(
        TEXT,
        "\"åäö\"\n",
        ProblemKind::DuplicateId {
            what: IdKind::Step,
            id: "åäö".to_owned(),
        },
    );
    let first = twice.span.start..twice.span.end - 1;
    let second = TEXT.rfind("\"åäö\"").unwrap();
    twice.also = Some(first);
    twice.span = second..second + "\"åäö\"".len();
    vec![
        at(
            TEXT,
            "partry",
            ProblemKind::UnknownKey {
                key: "partry".to_owned(),
                table: "role",
                suggestion: Some("party".to_owned()),
            },
        ),
        at(
            TEXT,
            "\"åsa\"",
            ProblemKind::Unused {
                what: IdKind::Role,
                id: "åsa".to_owned(),
            },
        ),
        at(
            TEXT,
            "\"två år\"",
            ProblemKind::BadTerm {
                found: "två år".to_owned(),
                why: TermError::NotATerm,
            },
        ),
        twice,
        Problem {
            span: TEXT.len() - 1..TEXT.len() - 1,
            also: None,
            kind: ProblemKind::Syntax(SyntaxFault::MissingValue),
        },
    ]
}

#[test]
fn the_line_is_shown_and_underlined() {
    insta::assert_snapshot!(shown(TEXT, &samples(), false), @r#"
    fel: Nyckeln ”partry” finns inte i ”role”.
     --> rutin.toml:3:1
      |
    3 | partry = "Ö"
      | ^^^^^^
      |
      = tips: Menade du ”party”?

    varning: Inget steg nämner rollen ”åsa”.
     --> rutin.toml:2:6
      |
    2 | id = "åsa"
      |      ^^^^^

    fel: ”två år” är ingen tid.
     --> rutin.toml:7:30
      |
    7 | due = { after = "in", term = "två år" }
      |                              ^^^^^^^^
      |
      = tips: Skriv ett helt tal och en enhet: "2 days", "3 weeks", "1 month", "1 year" eller "5 workdays".

    fel: Det finns redan ett steg med id ”åäö”.
     --> rutin.toml:8:6
      |
    8 | id = "åäö"
      |      ^^^^^
      |
     ::: 
    6 | id = "åäö"
      |      ----- den första finns här

    fel: Det fattas ett värde efter likhetstecknet.
     --> rutin.toml:9:8
      |
    9 | title =
      |        ^

    rutin.toml: 4 fel, 1 varning
    "#);
}

#[test]
fn plain_has_nothing_drawn() {
    insta::assert_snapshot!(shown(TEXT, &samples(), true), @r#"
    fel: Nyckeln ”partry” finns inte i ”role”.
    rutin.toml rad 3, tecken 1
    partry = "Ö"
    tips: Menade du ”party”?

    varning: Inget steg nämner rollen ”åsa”.
    rutin.toml rad 2, tecken 6
    id = "åsa"

    fel: ”två år” är ingen tid.
    rutin.toml rad 7, tecken 30
    due = { after = "in", term = "två år" }
    tips: Skriv ett helt tal och en enhet: "2 days", "3 weeks", "1 month", "1 year" eller "5 workdays".

    fel: Det finns redan ett steg med id ”åäö”.
    rutin.toml rad 8, tecken 6
    id = "åäö"
    rutin.toml rad 6, tecken 6: den första finns här

    fel: Det fattas ett värde efter likhetstecknet.
    rutin.toml rad 9, tecken 8
    title =

    rutin.toml: 4 fel, 1 varning
    "#);
}

#[test]
fn what_a_file_says_cannot_steer_the_terminal() {
    let text = "a\u{1b}[31m\u{202e} = 1 # \u{7}\r\n";
    let problem = at(
        text,
        "a\u{1b}[31m",
        ProblemKind::UnknownKey {
            key: "a\u{1b}[31m\nfel: hittat på".repeat(50),
            table: "routine",
            suggestion: None,
        },
    );
    for plain in [false, true] {
        let shown = shown(text, std::slice::from_ref(&problem), plain);
        let steers = ['\u{1b}', '\u{7}', '\u{202e}'];
        assert!(!shown.contains(steers), "{shown:?}");
        let heading = shown.lines().next().unwrap();
        assert!(heading.chars().count() < 150, "{heading}");
    }
}

#[test]
fn every_problem_has_words_in_both_languages() {
    for language in [Language::Swedish, Language::English] {
        let words = Words::new(language);
        for kind in every_kind() {
            let hints = hints::hints(&kind);
            for phrase in hints.iter().chain([&kind.message()]) {
                let said = words.say(phrase);
                // Words that are missing are shown as their id, a gap left open as its name.
                let is_worded =
                    said.contains(' ') && !said.contains("{$") && !said.contains("problem-");
                assert!(is_worded, "{kind:?} in {language:?}: {said}");
            }
        }
        for id in ["problem-first", "problem-starts", "label-warning"] {
            assert!(words.knows(id), "{id}");
        }
    }
}

#[test]
fn counts_are_in_the_right_number() {
    let warning = at(TEXT, "id", ProblemKind::NoSteps);
    let error = at(TEXT, "id", ProblemKind::EmptyCondition);
    let counts: Vec<String> = [
        vec![],
        vec![warning],
        vec![error.clone()],
        vec![error.clone(), error],
    ]
    .iter()
    .flat_map(|problems| {
        [
            count("r.toml", problems, &Words::new(Language::Swedish)),
            count("r.toml", problems, &Words::new(Language::English)),
        ]
    })
    .collect();
    insta::assert_snapshot!(counts.join("\n"), @"
    r.toml: inga fel
    r.toml: no errors
    r.toml: inga fel, 1 varning
    r.toml: no errors, 1 warning
    r.toml: 1 fel, inga varningar
    r.toml: 1 error, no warnings
    r.toml: 2 fel, inga varningar
    r.toml: 2 errors, no warnings
    ");
}
