//! What version 2 of the format says of answers and people: answers that stand for a time, that book a day, that name
//! who takes part; owners that hang on the case.

use sisam::domain::decide::Refusal;
use sisam::domain::ids::{CaseRef, RoleId};
use sisam::domain::judge::judge;
use sisam::domain::report::Standing;
use sisam::domain::slips::Slips;
use sisam::routine_file::load;

use super::trial::{Trial, day, how, step};

const CONSENT: &str = "
  [[phase.step.question]]
  id = \"lov\"
  text = \"Lov?\"
  kind = \"yes-no\"
  stands_until = \"lov-till\"
  stands_with = [\"lov-av\"]
  [[phase.step.question]]
  id = \"lov-av\"
  text = \"Av?\"
  kind = \"text\"
  required = false
  [[phase.step.question]]
  id = \"lov-till\"
  text = \"Till?\"
  kind = \"date\"
  required = false
";

fn gated() -> Trial {
    Trial::of_version_2(
        &(step("fraga", CONSENT) + &step("t", "requires = [{ question = \"lov\", is = \"yes\" }]")),
    )
}

#[test]
fn an_answer_stands_from_the_day_it_was_given_to_its_last_day() {
    let mut trial = gated();
    trial.at("2026-02-01").answer("lov", "ja");
    // Whoever gave it must be said.
    assert_eq!(trial.rows("t"), "blocked ?lov ?lov-av");
    trial
        .answer("lov-av", "båda")
        .answer("lov-till", "2026-03-01");
    for (today, rows) in [
        ("2026-02-01", "open"),
        ("2026-03-01", "open"),
        ("2026-03-02", "blocked ?lov"),
    ] {
        assert_eq!(trial.at(today).rows("t"), rows, "{today}");
    }
    // Of the day done, not of today.
    for (on, is_taken) in [("2026-01-31", false), ("2026-02-01", true)] {
        let done = trial.change(|draft| draft.done(&"t".into(), &how(on, None)));
        assert_eq!(done.is_ok(), is_taken, "{on}");
        done.ok().map(|_| trial.events.pop());
    }
}

#[test]
fn ids_say_so_in_version_1_alone() {
    let text = "
id = \"prov\"
version = \"1\"
title = \"P\"
source = { publisher = \"P\", document = \"D\" }
question = [{ id = \"samtycke\", text = \"S?\", kind = \"yes-no\" }, { id = \"samtycke-till\", text = \"T?\", kind = \"date\" }]
phase = [{ id = \"p\", title = \"P\", step = [{ id = \"1\", title = \"T\" }] }]
";
    for (format, stands) in [(1, true), (2, false)] {
        let routine = load(&format!("format = {format}{text}")).unwrap().routine;
        let found = routine.stands(&"samtycke".into());
        assert_eq!(
            found.is_some_and(|it| it.until.is_some()),
            stands,
            "{format}"
        );
    }
}

/// A meeting that asks when the next one is, and a step that asks the same of it.
fn meetings(meeting: &str) -> Trial {
    let asks = |id: &str| {
        format!(
            "  [[phase.step.question]]\n  id = \"{id}\"\n  text = \"Dag?\"\n  kind = \"date\"\n  required = false\n  books = \"mote\"\n"
        )
    };
    Trial::of_version_2(
        &(step("kalla", &asks("dag")) + &step("mote", &(meeting.to_owned() + &asks("nasta")))),
    )
}

const EACH_MONTH: &str = "due = { every = \"1 month\", from = \"a\" }\n";

#[test]
fn an_answer_books_and_an_empty_one_cancels() {
    let mut trial = meetings("");
    let booked = |trial: &Trial| {
        trial
            .row("mote")
            .planned
            .map(|on| on.to_string())
            .unwrap_or_default()
    };
    trial.answer("dag", "2026-02-03");
    assert_eq!(booked(&trial), "2026-02-03");
    // The latest stands, whichever way it was said; the answer stays as it was given.
    trial
        .change(|draft| draft.book(&"mote".into(), Some(day("2026-02-05"))))
        .unwrap();
    assert_eq!(booked(&trial), "2026-02-05");
    assert_eq!(trial.case().answer(&"dag".into()), Some("2026-02-03"));
    trial.answer("dag", "2026-02-03");
    assert_eq!(booked(&trial), "2026-02-03");
    trial.answer("dag", "");
    assert_eq!(booked(&trial), "");
    let found = judge(
        &trial.routine,
        &CaseRef::from("A"),
        &trial.events,
        trial.today,
        None,
    );
    assert!(found.is_empty(), "{found:?}");
    // Held: there is nothing to book.
    trial.done("mote", "2026-02-06").answer("dag", "2026-03-01");
    assert_eq!(booked(&trial), "");
}

#[test]
fn asked_as_the_step_itself_is_done_it_books_the_next_round() {
    for bit_by_bit in [false, true] {
        let mut trial = meetings(EACH_MONTH);
        trial.date("a", "2026-01-01").at("2026-02-01");
        let how = how("2026-02-01", None);
        if bit_by_bit {
            trial.answer("nasta", "2026-02-26");
            assert_eq!(trial.row("mote").round, 1);
        }
        trial
            .change(|draft| {
                draft.answer(&"nasta".into(), "2026-02-27")?;
                draft.done(&"mote".into(), &how)
            })
            .unwrap();
        let row = trial.row("mote");
        assert_eq!((row.round, row.planned), (2, Some(day("2026-02-27"))));
    }
}

#[test]
fn a_step_of_which_nobody_knows_whether_it_applies_is_booked_too() {
    let mut trial = meetings(
        "when = { question = \"vill\", is = \"ja\" }\n[[phase.step.question]]\nid = \"vill\"\ntext = \"V?\"\nkind = \"yes-no\"\nrequired = false\n",
    );
    trial.answer("dag", "2026-02-03");
    assert_eq!(trial.rows("mote"), "undecided ?vill");
    trial.answer("vill", "ja");
    assert_eq!(trial.row("mote").planned, Some(day("2026-02-03")));
}

/// A routine with roles and a question which of them take part, beside the steps.
fn with_roles(steps: &str) -> Trial {
    let roles = "[[role]]\nid = \"r\"\ntitle = \"Rektor\"\n[[role]]\nid = \"s\"\ntitle = \"Socialsekreterare\"\n";
    let asked = "[[question]]\nid = \"med\"\ntext = \"Vilka?\"\nkind = \"roles\"\n[[question]]\nid = \"kommunal\"\ntext = \"K?\"\nkind = \"yes-no\"\n";
    Trial::of_version_2(&format!("{steps}{roles}{asked}"))
}

fn ids(roles: &[RoleId]) -> String {
    roles
        .iter()
        .map(RoleId::as_str)
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn who_answers_may_hang_on_the_case() {
    let owners = "responsible = [{ role = \"r\", when = { question = \"kommunal\", is = \"ja\" } }, { role = \"s\", when = { question = \"med\", is = \"s\" } }]";
    let mut trial = with_roles(&step("t", owners));
    let seen = |trial: &Trial| {
        let standing = Standing::of(
            &trial.routine,
            &trial.case(),
            &Slips::default(),
            trial.today,
        );
        let row = &standing.rows[0];
        let waits: Vec<_> = row
            .row
            .owner_waits_for
            .iter()
            .map(|fact| fact.id())
            .collect();
        let lacks = (row.missing.owner, row.missing.answer);
        format!(
            "{}; {}; {lacks:?}",
            ids(&row.row.responsible),
            waits.join(" ")
        )
    };
    assert_eq!(seen(&trial), "; kommunal med; (false, true)");
    trial.answer("kommunal", "ja");
    assert_eq!(seen(&trial), "r; med; (false, true)");
    trial.answer("med", "Socialsekreterare | r");
    assert_eq!(seen(&trial), "r s; ; (false, false)");
    trial.answer("kommunal", "nej").answer("med", "r");
    assert_eq!(seen(&trial), "; ; (true, false)");
}

#[test]
fn whom_the_latest_answer_names_takes_part_each_once() {
    let invited = "participants = [\"s\", { asked = \"med\" }, { asked = \"med\", when = { question = \"kommunal\", is = \"ja\" } }]";
    let mut trial = with_roles(&step("t", invited));
    let seen = |trial: &Trial| ids(&trial.row("t").participants);
    assert_eq!(seen(&trial), "s");
    trial.answer("med", "s|r").answer("kommunal", "ja");
    assert_eq!(seen(&trial), "s r");
    assert_eq!(trial.case().answer(&"med".into()), Some("r|s"));
    trial.answer("med", "r").answer("kommunal", "");
    assert_eq!(seen(&trial), "s r");
    let wrong = trial.refusal(|draft| draft.answer(&"med".into(), "r|rektorn"));
    assert!(matches!(wrong, Refusal::BadAnswer { .. }), "{wrong:?}");
}

#[test]
fn what_a_re_placement_carries() {
    let question = |id: &str, keys: &str| {
        format!("[[question]]\nid = \"{id}\"\ntext = \"?\"\nkind = \"yes-no\"\n{keys}\n")
    };
    let own = "[[phase.step.question]]\nid = \"eget\"\ntext = \"?\"\nkind = \"yes-no\"\n[[phase.step.question]]\nid = \"eget-med\"\ntext = \"?\"\nkind = \"yes-no\"\non_continue = \"carry\"\n";
    let steps = step("s", own) + &step("fraga", "counts_as = \"consent\"\nasks = [\"lov\"]");
    let questions = question("start", "")
        + &question("akut", "on_continue = \"again\"")
        + &question("sedan", "ask = \"when-needed\"")
        + &question(
            "sedan-med",
            "ask = \"when-needed\"\non_continue = \"carry\"",
        )
        + &question("lov", "");
    let trial = Trial::of_version_2(&(steps + &questions));
    let carried: Vec<_> = trial
        .routine
        .carried()
        .map(|asked| asked.id.as_str())
        .collect();
    assert_eq!(carried, ["start", "sedan-med", "eget-med"]);
}
