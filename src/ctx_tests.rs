//! What counts when an option, the environment and the system each have their say; a context for other tests.

use std::path::PathBuf;
use std::rc::Rc;

use clap::Parser;

use super::Ctx;
use crate::cli::globals::Globals;
use crate::paths::Surroundings;
use crate::ui::wording::{Language, Words};

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    globals: Globals,
}

fn resolved(options: &[&str], surroundings: &Surroundings) -> Ctx {
    let line = ["sisam"].iter().chain(options);
    let globals = Line::try_parse_from(line).unwrap().globals;
    let words = Rc::new(Words::new(Language::Swedish));
    Ctx::resolve(globals, surroundings, Default::default(), words).unwrap()
}

fn environment() -> Surroundings {
    Surroundings {
        db: Some("environment.db".into()),
        routines: Some("environment".into()),
        today: Some("2026-01-02".to_owned()),
        user: Some("environment".to_owned()),
        role: Some("rektor".to_owned()),
        ..Surroundings::default()
    }
}

#[test]
fn an_option_goes_before_the_environment() {
    let options = [
        "--db",
        "o.db",
        "--routines",
        "o",
        "--today",
        "2026-03-04",
        "--as",
        "o",
    ];
    let ctx = resolved(&options, &environment());
    assert_eq!(ctx.db().unwrap(), PathBuf::from("o.db"));
    assert_eq!(ctx.desk.folder, Some("o".into()));
    assert_eq!(
        (ctx.today().to_string(), ctx.desk.who.as_str()),
        ("2026-03-04".to_owned(), "o")
    );
}

#[test]
fn the_environment_goes_before_the_system() {
    let ctx = resolved(&[], &environment());
    assert_eq!(ctx.db().unwrap(), PathBuf::from("environment.db"));
    assert_eq!(ctx.desk.folder, Some("environment".into()));
    assert_eq!(ctx.role, Some("rektor".into()));
    let stamp = ctx.stamp();
    assert_eq!(
        (stamp.at.as_str(), stamp.today_given),
        ("2026-01-02T00:00:00Z", true)
    );
    assert_eq!(stamp.who, "environment");
}

#[test]
fn without_either_the_system_has_its_say() {
    let ctx = resolved(&[], &Surroundings::default());
    assert!(!ctx.stamp().today_given);
    assert!(!ctx.desk.who.is_empty());
}

#[test]
fn a_format_means_that_nobody_is_asked() {
    assert!(!resolved(&["--format", "table"], &environment()).can_ask);
    let resolved = resolved(&["--format", "json"], &environment());
    assert_eq!(resolved.ui.style().format, crate::ui::Format::Json);
}

#[test]
fn a_day_in_the_environment_must_be_one() {
    let surroundings = Surroundings {
        today: Some("2026-02-30".to_owned()),
        ..Surroundings::default()
    };
    let globals = Line::try_parse_from(["sisam"]).unwrap().globals;
    let words = Rc::new(Words::new(Language::Swedish));
    let failure = Ctx::resolve(globals, &surroundings, Default::default(), words)
        .err()
        .unwrap();
    assert_eq!(failure.code(), 2);
}
