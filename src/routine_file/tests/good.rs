//! A file with every key of the format.

use super::*;
use crate::routine_file::format::ALL;

/// Every key of every table, once at least.
pub(super) const EVERY_KEY: &str = r#"format = 2
id = "allt"
version = "1"
title = "Allt"
short_title = "A"
summary = "S"
status = "draft"
owner = "Chef"
review_by = 2027-05-11
step_word = "Rutin"
notice = "N"
placed_child = true

[source]
publisher = "P"
document = "D"
revised = 2026-05-11
url = "https://example.org/"

[grounds]
osl = ["a", "b"]

[[role]]
id = "s"
title = "S"
party = "Socialtjänsten"
must_be_held = true
school = true

[[role]]
id = "r"
title = "R"

[[key_date]]
id = "in"
title = "In"
required = true

[[key_date]]
id = "ut"
title = "Ut"
ask = "at-start"
not_before = "in"
expected_after = ["in"]

[[question]]
id = "akut"
text = "Akut?"
kind = "yes-no"
ask = "at-start"
when = { not = { trigger = "fem" } }
place = true
help = "H"
stands_until = "dag"
stands_with = ["skola"]

[[question]]
id = "skola"
text = "Skola?"
kind = "choice"
options = ["ja", "nej"]
ask = "when-needed"
required = false

[[question]]
id = "med"
text = "Med?"
kind = "roles"

[[trigger]]
id = "fem"
title = "Fem"

[[phase]]
id = "p"
title = "P"
when = { question = "skola", in = ["ja"] }

[[phase.step]]
id = "1"
title = "T"
purpose = "P"
activity = "A"
responsible = ["s", { role = "r", when = { question = "med", is = "r" } }]
participants = [{ asked = "med" }, "r", { role = "s", when = { question = "akut", is_not = "ja" } }]
optional = true
documents = ["form", "Ett papper"]
law = "L"
notice = "N"
when = { any = [{ question = "antal", at_least = 2 }, { question = "antal", at_most = 9 }, { date = "ut" }] }
requires = [{ question = "skola", is = "ja", despite = "osl" }, { all = [{ step = "2" }], gate = "never", from_round = 2 }]
due = [
  { when = { date = "ut" }, before = "ut", term = "2 weeks", earliest = "3 weeks", or_at_once = true, roll = "previous", basis = "law", cite = "C" },
  { after = { answer = "dag" }, term = "1 day", promptly = true },
]
asks = ["skola"]
counts_as = "consent"

  [[phase.step.item]]
  id = "a"
  title = "A"
  responsible = ["r"]
  when = { date = "in" }

  [[phase.step.question]]
  id = "dag"
  text = "Dag?"
  kind = "date"
  books = "2"
  on_continue = "again"

  [[phase.step.outcome]]
  when = { question = "skola", is = "nej" }
  reopen = ["2"]

  [[phase.step.outcome]]
  close = true

[[phase.step]]
id = "2"
title = "T"
choose_responsible = ["s", "r"]
proposed = "r"
due = { every = { answer = "ofta" }, from = { step = "3" }, until = "ut", counted = "last-done", missed = "keep" }

[[phase.step]]
id = "3"
title = "T"
responsible = ["s"]
due = [{ each_year = ["03"], from = "in", when = { date = "in" } }, { each = "school-term", from = "in" }]

[[phase.step]]
id = "4"
title = "T"
responsible = ["s"]
due = [
  { when = { date = "ut" }, first_of = [{ on = "ut" }, { on = { planned = "3" } }] },
  { last_of = [{ on = "in" }, { answer = "dag" }] },
]

[[phase.step]]
id = "5"
title = "T"
responsible = ["s"]
due = { after = "in", terms = ["3 days", "1 month"], until = "ut", at_least_once = true, roll = "school-next" }

[[document]]
id = "form"
title = "F"

  [[document.field]]
  id = "ofta"
  text = "Ofta?"
  kind = "term"
  section = "S"

  [[document.field]]
  id = "antal"
  text = "Antal?"
  kind = "number"
  ask = "when-needed"
  required = false
  place = true
  when = { date = "in" }
  help = "H"

  [[document.field]]
  asks = "skola"

  [[document.field]]
  id = "hand"
  text = "Namn"
  kind = "blank"
  help = "H"
  when = { date = "in" }

[[test]]
name = "T"
dates = { in = 2026-01-01, ut = 2026-05-01 }
answers = { akut = "ja" }
trigger = "fem"
done = { "3" = 2026-03-10, "2" = "skipped" }
planned = { "3" = 2026-03-12 }
today = 2026-04-01
expect = { "1" = 2026-04-17, "3/2" = "open" }
"#;

#[test]
fn every_key_is_read_without_complaint() {
    // Step 1 counts from what it asks itself, which is worth a warning.
    let own_answer = "~80:6 '\"1\"' OwnAnswer { question: \"dag\" }\n";
    assert_eq!(problems(EVERY_KEY), own_answer);
}

#[test]
fn files_from_windows_are_read_alike() {
    let expected = load(EVERY_KEY).unwrap().routine;
    let crlf = EVERY_KEY.replace('\n', "\r\n");
    for text in [
        crlf.clone(),
        format!("\u{feff}{EVERY_KEY}"),
        format!("\u{feff}{crlf}"),
    ] {
        assert_eq!(load(&text).unwrap().routine, expected);
    }
    let wrong = format!(
        "\u{feff}{}",
        crlf.replace("status = \"draft\"", "status = \"utkast\"")
    );
    assert!(
        problems(&wrong).starts_with("7:10 '\"utkast\"' UnknownWord"),
        "{}",
        problems(&wrong)
    );
}

#[test]
fn no_key_takes_any_value() {
    // A time of day suits no key, so a key that is not complained of has not been read.
    for (number, line) in EVERY_KEY.lines().enumerate() {
        let Some((key, value)) = line
            .split_once(" = ")
            .filter(|(_, value)| !value.ends_with('['))
        else {
            continue;
        };
        let inside = key.trim_start().starts_with('{');
        if inside {
            continue;
        }
        let text = EVERY_KEY.replacen(&format!("\n{line}\n"), &format!("\n{key} = 10:00:00\n"), 1);
        let text = if number == 0 {
            text.replacen(line, "format = 10:00:00", 1)
        } else {
            text
        };
        let found = problems(&text);
        assert!(
            found.contains("found: Time"),
            "line {}: {key} = {value}\n{found}",
            number + 1
        );
    }
}

#[test]
fn the_file_has_every_key_there_is() {
    for table in ALL {
        for key in table.keys {
            let key = key.name;
            let written = [format!("{key} ="), format!("{key}]")];
            let is_there = written.iter().any(|written| EVERY_KEY.contains(written));
            assert!(is_there, "{key} of {}", table.name);
        }
    }
}

#[test]
fn the_format_becomes_the_domain_s_types() {
    let loaded = load(EVERY_KEY).unwrap();
    assert_eq!(loaded.text, EVERY_KEY);
    let routine = loaded.routine;
    let steps: Vec<_> = routine
        .phases
        .iter()
        .flat_map(|phase| &phase.steps)
        .collect();
    let mut lines = vec![
        format!(
            "{:?} {:?} {}",
            routine.id, routine.status, routine.placed_child
        ),
        format!("{:?}", routine.source),
        format!("{:?}", routine.grounds),
    ];
    lines.extend(routine.key_dates.iter().map(|date| format!("{date:?}")));
    lines.extend(
        routine
            .questions
            .iter()
            .map(|question| format!("{question:?}")),
    );
    lines.extend(
        routine
            .phases
            .iter()
            .map(|phase| format!("{:?}", phase.when)),
    );
    for step in steps {
        lines.push(format!(
            "step {} {:?} {:?}",
            step.id, step.responsible, step.counts_as
        ));
        lines.extend(
            step.requires
                .iter()
                .map(|requirement| format!("  {requirement:?}")),
        );
        lines.extend(step.due.iter().map(|choice| format!("  {choice:?}")));
        lines.extend(
            step.documents
                .iter()
                .map(|document| format!("  {document:?}")),
        );
        lines.extend(step.outcomes.iter().map(|outcome| format!("  {outcome:?}")));
    }
    lines.extend(
        routine.documents[0]
            .fields
            .iter()
            .map(|field| format!("{:?}", field.content)),
    );
    insta::assert_snapshot!(lines.join("\n"), @r#"
    RoutineId("allt") Draft true
    Source { publisher: "P", document: "D", revised: Some(2026-05-11), url: Some("https://example.org/") }
    {"osl": ["a", "b"]}
    KeyDate { id: KeyDateId("in"), title: "In", ask: AtStart, required: true, not_before: None, expected_after: [] }
    KeyDate { id: KeyDateId("ut"), title: "Ut", ask: AtStart, required: false, not_before: Some(KeyDateId("in")), expected_after: [KeyDateId("in")] }
    Question { id: QuestionId("akut"), text: "Akut?", kind: YesNo, ask: AtStart, required: true, when: Some(Not(Trigger(TriggerId("fem")))), place: true, help: Some("H"), stands: Some(Stands { until: Some(QuestionId("dag")), with: [QuestionId("skola")] }), books: None, on_continue: None }
    Question { id: QuestionId("skola"), text: "Skola?", kind: Choice(["ja", "nej"]), ask: Later, required: false, when: None, place: false, help: None, stands: None, books: None, on_continue: None }
    Question { id: QuestionId("med"), text: "Med?", kind: Roles([("s", "S"), ("r", "R")]), ask: AtStart, required: true, when: None, place: false, help: None, stands: None, books: None, on_continue: None }
    Some(Question(QuestionId("skola"), In(["ja"])))
    step 1 Jointly([Owner { role: RoleId("s"), when: None }, Owner { role: RoleId("r"), when: Some(Question(QuestionId("med"), Is("r"))) }]) [Consent]
      Requirement { condition: Question(QuestionId("skola"), Is("ja")), gate: Grounds("osl"), from_round: 1 }
      Requirement { condition: All([Step(StepId("2"))]), gate: Never, from_round: 2 }
      DueChoice { when: Some(Date(KeyDateId("ut"))), rule: DueRule { kind: Before, anchor: KeyDate(KeyDateId("ut")), term: Some(Term { count: 2, unit: Week }), earliest: Some(Term { count: 3, unit: Week }), roll: Previous, or_at_once: true, basis: Law, cite: Some("C") }, among: None }
      DueChoice { when: None, rule: DueRule { kind: Promptly, anchor: Answer(QuestionId("dag")), term: Some(Term { count: 1, unit: Day }), earliest: None, roll: None, or_at_once: false, basis: Local, cite: None }, among: None }
      Form(DocumentId("form"))
      Title("Ett papper")
      StepOutcome { when: Some(Question(QuestionId("skola"), Is("nej"))), reopen: [StepId("2")], close: false }
      StepOutcome { when: None, reopen: [], close: true }
    step 2 Chosen { candidates: [RoleId("s"), RoleId("r")], proposed: Some(RoleId("r")) } []
      DueChoice { when: None, rule: DueRule { kind: Repeating(Repeating { series: Rolling(Answer(QuestionId("ofta"))), until: Some(KeyDate(KeyDateId("ut"))), keep_missed: true, at_least_once: false }), anchor: Step(StepId("3")), term: None, earliest: None, roll: None, or_at_once: false, basis: Local, cite: None }, among: None }
    step 3 Jointly([Owner { role: RoleId("s"), when: None }]) []
      DueChoice { when: Some(Date(KeyDateId("in"))), rule: DueRule { kind: Repeating(Repeating { series: EachYear([Month(3)]), until: None, keep_missed: false, at_least_once: false }), anchor: KeyDate(KeyDateId("in")), term: None, earliest: None, roll: None, or_at_once: false, basis: Local, cite: None }, among: None }
      DueChoice { when: None, rule: DueRule { kind: Repeating(Repeating { series: EachSchoolTerm, until: None, keep_missed: false, at_least_once: false }), anchor: KeyDate(KeyDateId("in")), term: None, earliest: None, roll: None, or_at_once: false, basis: Local, cite: None }, among: None }
    step 4 Jointly([Owner { role: RoleId("s"), when: None }]) []
      DueChoice { when: None, rule: DueRule { kind: On, anchor: KeyDate(KeyDateId("ut")), term: None, earliest: None, roll: None, or_at_once: false, basis: Local, cite: None }, among: Some(Among { pick: First, table: 0, when: Some(Date(KeyDateId("ut"))) }) }
      DueChoice { when: None, rule: DueRule { kind: On, anchor: Booking(StepId("3")), term: None, earliest: None, roll: None, or_at_once: false, basis: Local, cite: None }, among: Some(Among { pick: First, table: 0, when: Some(Date(KeyDateId("ut"))) }) }
      DueChoice { when: None, rule: DueRule { kind: On, anchor: KeyDate(KeyDateId("in")), term: None, earliest: None, roll: None, or_at_once: false, basis: Local, cite: None }, among: Some(Among { pick: Last, table: 1, when: None }) }
      DueChoice { when: None, rule: DueRule { kind: On, anchor: Answer(QuestionId("dag")), term: None, earliest: None, roll: None, or_at_once: false, basis: Local, cite: None }, among: Some(Among { pick: Last, table: 1, when: None }) }
    step 5 Jointly([Owner { role: RoleId("s"), when: None }]) []
      DueChoice { when: None, rule: DueRule { kind: Repeating(Repeating { series: Terms([Term { count: 3, unit: Day }, Term { count: 1, unit: Month }]), until: Some(KeyDate(KeyDateId("ut"))), keep_missed: false, at_least_once: true }), anchor: KeyDate(KeyDateId("in")), term: None, earliest: None, roll: SchoolNext, or_at_once: false, basis: Local, cite: None }, among: None }
    Own(Question { id: QuestionId("ofta"), text: "Ofta?", kind: Term, ask: AtStart, required: true, when: None, place: false, help: None, stands: None, books: None, on_continue: None })
    Own(Question { id: QuestionId("antal"), text: "Antal?", kind: Number, ask: Later, required: false, when: Some(Date(KeyDateId("in"))), place: true, help: Some("H"), stands: None, books: None, on_continue: None })
    Asks(QuestionId("skola"))
    Blank { id: QuestionId("hand"), text: "Namn", help: Some("H"), when: Some(Date(KeyDateId("in"))) }
    "#);
}

#[test]
fn the_hash_is_of_the_exact_text() {
    let hash = |text: &str| text_hash(text);
    assert_eq!(
        hash(""),
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    );
    assert_ne!(hash("a\n"), hash("a\r\n"));
}
