//! The shipped routines and one of version 2 with pieces of them cut out, doubled, swapped and spoilt: loaded and planned, they never fail.

use std::collections::BTreeMap;

use sisam::domain::plan::Plan;
use sisam::domain::rehearsal::{Scenario, rehearse, run_test};
use sisam::domain::routine::Routine;
use sisam::domain::why::Why;
use sisam::routine_file;

use super::dice::{Dice, told};

const WHOLE: [&str; 7] = [
    include_str!("../../../routines/bbic-flode.toml"),
    include_str!("../../../routines/nacka.toml"),
    include_str!("../../../routines/sams.toml"),
    include_str!("../../../routines/sisam.toml"),
    include_str!("../../../routines/skolfranvaro.toml"),
    include_str!("../../../routines/soderkoping.toml"),
    include_str!("../properties/every_rule_2.toml"),
];

/// What is put in a line's place or into its middle.
const PIECES: [&str; 20] = [
    "9999-12-31",
    "0000-01-01",
    "\"100 years\"",
    "\"36600 workdays\"",
    "\"1 day\"",
    "=",
    "[",
    "{ not = ",
    "\"\"\"",
    "\\u0000",
    "\u{202e}",
    "true",
    "-9223372036854775808",
    "every = \"1 day\", ",
    "[[phase.step]]\n",
    "until = { step = \"1\" }, ",
    "first_of = [{ on = \"start\" }, ",
    "terms = [\"1 day\", \"100 years\"], ",
    "at_least_once = true, ",
    "roll = \"school-next\", ",
];

/// Some lines swapped, doubled or left out, some words of others taken from elsewhere.
fn mutated(dice: &mut Dice) -> String {
    let text = WHOLE[dice.next(WHOLE.len())];
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for _ in 0..=dice.next(6) {
        let (one, other) = (dice.next(lines.len()), dice.next(lines.len()));
        match dice.next(5) {
            0 => lines.swap(one, other),
            1 => lines.insert(one, lines[other].clone()),
            2 => drop(lines.remove(one)),
            3 => {
                // The value of another line of the same kind: a date for a date, a step for a step.
                let value = lines[other]
                    .split_once('=')
                    .map(|(_, value)| value.to_owned());
                if let (Some((key, _)), Some(value)) = (lines[one].split_once('='), value) {
                    lines[one] = format!("{key}={value}");
                }
            }
            _ => {
                let at = lines[one].floor_char_boundary(dice.next(lines[one].len() + 1));
                lines[one].insert_str(at, PIECES[dice.next(PIECES.len())]);
            }
        }
    }
    lines.join("\n")
}

/// Loads a text and does with it all that commands do: tests, plans, why.
fn is_used(text: &str) {
    let Ok(loaded) = routine_file::load(text) else {
        return;
    };
    let routine = &loaded.routine;
    let of_case = routine_file::load_for_case(text).unwrap();
    let form = routine_file::form_of(&of_case).unwrap();
    assert_eq!(routine_file::routine_of_form(&form), Some(of_case));
    for test in &routine.tests {
        let _ = run_test(routine, test);
    }
    is_planned(routine);
}

/// Plans a routine that nobody need have seen before.
fn is_planned(routine: &Routine) {
    for (today, on) in [
        ("2026-11-21", "2026-12-01"),
        ("9999-12-31", "9999-12-30"),
        ("2026-11-21", "0001-01-01"),
    ] {
        let (today, on) = (today.parse().unwrap(), on.parse().unwrap());
        let dates: BTreeMap<_, _> = routine
            .key_dates
            .iter()
            .map(|date| (date.id.clone(), on))
            .collect();
        let scenario = Scenario {
            dates: dates.into_iter().collect(),
            ..Scenario::default()
        };
        let Ok(case) = rehearse(routine, &scenario, today) else {
            continue;
        };
        let plan = Plan::of(routine, &case, today);
        for row in &plan.rows {
            let _ = Why::of(routine, &case, row, today);
        }
        let _ = Plan::looking_ahead(routine, &case, today, "9999-12-31".parse().unwrap());
    }
}

fn mutate(times: u64, seed: u64) {
    let mut dice = Dice(seed);
    for round in 0..times {
        let text = mutated(&mut dice);
        let used = std::panic::catch_unwind(|| is_used(&text));
        assert!(used.is_ok(), "round {round} of {seed}:\n{text}");
    }
}

/// Parsed forms with some of their words in each other's place: none, or one that is planned.
#[test]
fn a_parsed_form_gone_wrong_is_none_or_planned() {
    let forms = WHOLE.map(|text| {
        let routine = routine_file::load_for_case(text).unwrap();
        routine_file::form_of(&routine).unwrap()
    });
    let mut dice = Dice(0x666f_726d);
    let mut planned = 0;
    for round in 0..400 {
        let mut words: Vec<_> = forms[dice.next(forms.len())].split('"').collect();
        for _ in 0..=dice.next(3) {
            // Near each other, so that they are of a kind more often.
            let one = dice.next(words.len() - 20);
            words.swap(one, one + 2 * dice.next(10));
        }
        let form = words.join("\"");
        let used = std::panic::catch_unwind(|| {
            routine_file::routine_of_form(&form).map(|routine| is_planned(&routine))
        });
        assert!(used.is_ok(), "round {round}: {form}");
        planned += usize::from(matches!(used, Ok(Some(()))));
    }
    assert!((20..360).contains(&planned), "{planned}");
}

#[test]
fn a_shipped_routine_gone_wrong_is_refused_or_planned() {
    mutate(60, 0x7275_7469);
}

/// Longer, by hand: `SISAM_MUTATIONS=100000 cargo test --test it -- --ignored mutations_without_end`.
#[test]
#[ignore = "takes as long as it is told to"]
fn mutations_without_end() {
    mutate(told("SISAM_MUTATIONS", 10_000), told("SISAM_SEED", 1));
}
