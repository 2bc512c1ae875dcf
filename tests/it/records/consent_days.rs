//! A consent over random days: a step that stands on it is stopped exactly on the days on which it does not stand.

use chrono::{Duration, NaiveDate};
use proptest::collection::vec;
use proptest::prelude::*;

use sisam::domain::decide::{Draft, HowDone, Opening, Refusal};
use sisam::domain::event::{Event, Stamp};
use sisam::domain::ids::StepId;
use sisam::domain::plan::{Plan, Status};
use sisam::domain::routine::Routine;
use sisam::routine_file::load;

const HEAD: &str = r#"
format = 1
id = "prov"
version = "1"
title = "Prov"
[source]
publisher = "P"
document = "D"
[grounds]
osl = ["ga"]
[[phase]]
id = "p"
title = "P"
[[phase.step]]
id = "fraga"
title = "Fråga"
  [[phase.step.question]]
  id = "samtycke"
  text = "Samtycke?"
  kind = "choice"
  options = ["ja", "nej"]
  required = false
  [[phase.step.question]]
  id = "samtycke-av"
  text = "Av?"
  kind = "text"
  required = false
  when = { question = "samtycke", is_not = "nej" }
  [[phase.step.question]]
  id = "samtycke-till"
  text = "Till?"
  kind = "date"
  required = false
"#;

/// So many steps that stand on the consent, half of them with a bar.
const GATED: usize = 12;

fn routine() -> Routine {
    let gates = ["despite = \"osl\"", "gate = \"never\""];
    let steps = (0..GATED).map(|number| {
        let gate = gates[number % 2];
        format!(
            "[[phase.step]]\nid = \"s{number}\"\ntitle = \"S\"\n\
             requires = [{{ question = \"samtycke\", is = \"ja\", {gate} }}]\n"
        )
    });
    load(&(HEAD.to_owned() + &steps.collect::<String>()))
        .unwrap()
        .routine
}

/// What somebody does, days after what was done before.
#[derive(Debug, Clone)]
enum Deed {
    /// Answers one of the three, `None` withdraws.
    Answer(usize, Option<i64>),
    /// Records that the consent was asked for, so many days ago, or on an unknown day.
    Ask(Option<i64>),
    /// Records a step that stands on it, so many days ago.
    Do(i64),
}

fn deed() -> impl Strategy<Value = (i64, Deed)> {
    let value = prop_oneof![1 => Just(None), 5 => (-6..12_i64).prop_map(Some)];
    let deed = prop_oneof![
        4 => (0..3_usize, value).prop_map(|(which, value)| Deed::Answer(which, value)),
        1 => proptest::option::of(0..12_i64).prop_map(Deed::Ask),
        4 => (0..12_i64).prop_map(Deed::Do),
    ];
    (0..5_i64, deed)
}

/// One thing that was said: what, how, when, and by what day it was given.
#[derive(Debug, Clone)]
struct Said {
    which: usize,
    value: Option<String>,
    given: NaiveDate,
}

/// Whether the consent stands on a day, told from what was said alone.
fn stands(said: &[Said], day: NaiveDate) -> bool {
    let counts = |said: &&(usize, &Said)| said.1.which == 0;
    let consents: Vec<_> = said.iter().enumerate().collect();
    let is_of_day = |said: &&(usize, &Said)| counts(said) && said.1.given <= day;
    let of_day = consents.iter().rfind(is_of_day);
    let Some((place, consent)) = of_day else {
        return false;
    };
    let next = consents
        .iter()
        .filter(counts)
        .map(|(next, _)| *next)
        .find(|next| next > place);
    let while_it_stood = &said[..next.unwrap_or(said.len())];
    // After another answer it is given anew: by whom, and perhaps until when, is said anew too.
    let is_yes = |said: &Said| said.value.as_deref() == Some("ja");
    let answers: Vec<_> = consents.iter().filter(counts).collect();
    let until_now = answers.partition_point(|(answer, _)| answer <= place);
    let other = answers[..until_now]
        .iter()
        .rposition(|said| !is_yes(said.1));
    let anew = other.map_or(0, |other| {
        answers.get(other + 1).map_or(usize::MAX, |said| said.0)
    });
    let ended = other.map_or(0, |other| {
        let yes = answers[..other].iter().rposition(|said| is_yes(said.1));
        answers[yes.map_or(0, |yes| yes + 1)].0
    });
    let latest = |which, since| {
        let mut said = while_it_stood.iter().enumerate();
        let latest = said.rfind(|(_, said)| said.which == which);
        latest.and_then(|(place, said)| said.value.clone().filter(|_| place >= since))
    };
    let until = latest(2, ended).and_then(|day| day.parse::<NaiveDate>().ok());
    consent.value.as_deref() == Some("ja")
        && latest(1, anew).is_some()
        && until.is_none_or(|last| day <= last)
}

fn stamp(today: NaiveDate) -> Stamp {
    Stamp {
        at: format!("{today}T00:00:00Z"),
        day: today,
        today_given: true,
        who: "test".to_owned(),
    }
}

fn change(
    routine: &Routine,
    events: &mut Vec<Event>,
    today: NaiveDate,
    edit: impl FnOnce(&mut Draft<'_>) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let mut draft = Draft::of(routine, events, stamp(today))?;
    edit(&mut draft)?;
    events.extend(draft.finish()?.events);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_step_is_stopped_exactly_on_the_days_on_which_its_consent_does_not_stand(deeds in vec(deed(), 4..24)) {
        let routine = routine();
        let mut today: NaiveDate = "2026-10-01".parse().unwrap();
        let opened = Draft::open(&routine, Opening::default(), stamp(today)).and_then(Draft::finish);
        let mut events = opened.unwrap().events;
        let mut said: Vec<Said> = Vec::new();
        let mut is_asked = false;
        let mut done = 0;
        for (wait, deed) in deeds {
            today += Duration::days(wait);
            match deed {
                Deed::Answer(which, value) => {
                    let value = value.map(|number| match which {
                        0 => if number < 8 { "ja" } else { "nej" }.to_owned(),
                        1 => "barnet".to_owned(),
                        _ => (today + Duration::days(number)).to_string(),
                    });
                    let id = ["samtycke", "samtycke-av", "samtycke-till"][which];
                    let length = events.len();
                    change(&routine, &mut events, today, |draft| {
                        draft.answer(&id.into(), value.as_deref().unwrap_or_default())
                    }).unwrap();
                    // What stands already is not said again.
                    if events.len() > length {
                        said.push(Said { which, value, given: today });
                    }
                }
                Deed::Ask(ago) => {
                    let on = ago.map(|ago| today - Duration::days(ago));
                    let how = HowDone { on, ..HowDone::default() };
                    let recorded = change(&routine, &mut events, today, |draft| draft.done(&"fraga".into(), &how));
                    if recorded.is_ok() && !is_asked {
                        is_asked = true;
                        for said in &mut said {
                            said.given = said.given.min(on.unwrap_or(said.given));
                        }
                    }
                    // A day for a round of an unknown one is another test's.
                    prop_assume!(recorded.is_err() || events.iter().filter(|e| e.what.step() == Some(&"fraga".into())).count() < 2);
                }
                Deed::Do(ago) if done < GATED => {
                    let on = today - Duration::days(ago);
                    let how = HowDone { on: Some(on), ..HowDone::default() };
                    let step = StepId::from(format!("s{done}"));
                    let recorded = change(&routine, &mut events, today, |draft| draft.done(&step, &how));
                    prop_assert_eq!(recorded.is_ok(), stands(&said, on), "{:?} on {}: {:?}", said, on, recorded);
                    done += usize::from(recorded.is_ok());
                }
                Deed::Do(_) => {}
            }
            let case = sisam::domain::case::Case::fold(&events).unwrap();
            for days in -3..9 {
                let day = today + Duration::days(days);
                let plan = Plan::of(&routine, &case, day);
                let open = plan.rows.iter().filter(|row| row.status == Status::Open && row.step.as_str() != "fraga");
                let expected = if stands(&said, day) { GATED - done } else { 0 };
                prop_assert_eq!(open.count(), expected, "{:?} on {}", said, day);
            }
        }
    }
}
