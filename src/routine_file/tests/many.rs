//! Many problems at once.

use super::*;

#[test]
fn all_problems_come_in_one_run_in_the_order_of_the_text() {
    let text = r#"format = 1
id = "Många fel"
version = 1
status = "aktivt"
review_by = 2027-02-29

[source]
publisher = "Åmåls kommun"

[[role]]
id = "socialsekreterare"
title = "Socialsekreterare"
partry = "Socialtjänsten"

[[key_date]]
id = "inskrivning"
title = "Inskrivning"

[[phase]]
id = "p"
title = "Fas"

[[phase.step]]
id = "1"
title = "Ett"
responsible = ["socialsekretare"]
due = { after = "inskrivnig", term = "tre veckor" }
requires = [{ step = "2" }]

[[phase.step]]
id = "2"
title = "Två"
responsible = ["socialsekreterare"]
due = { before = "inskrivning", roll = "next" }
requires = [{ step = "1" }]
when = { question = "skolbyte", is = "yes" }

[[phase.step]]
id = "2"
title = "Två igen"

[[test]]
name = "prov"
expect = { "3" = "open" }
"#;
    insta::assert_snapshot!(problems(text), @r#"
    1:1 '' MissingKey { key: "title", table: "routine" }
    2:6 '"Många fel"' BadId { id: "Många fel", plain: true }
    3:11 '1' WrongShape { key: "version", wanted: Text, found: Number }
    4:10 '"aktivt"' UnknownWord { key: "status", found: "aktivt", allowed: ["draft", "active", "retired"], suggestion: None }
    5:13 '2027-02-29' Syntax(ImpossibleDate)
    7:1 '[source]' MissingKey { key: "document", table: "source" }
    13:1 'partry' UnknownKey { key: "partry", table: "role", suggestion: Some("party") }
    24:6 '"1"' Cycle { what: Step, ids: ["1", "2"] }
    26:16 '"socialsekretare"' UnknownId { what: Role, id: "socialsekretare", suggestion: Some("socialsekreterare") }
    27:17 '"inskrivnig"' UnknownId { what: KeyDate, id: "inskrivnig", suggestion: Some("inskrivning") }
    27:38 '"tre veckor"' BadTerm { found: "tre veckor", why: NotATerm }
    34:40 '"next"' RollsPast { roll: "next" }
    36:21 '"skolbyte"' UnknownId { what: Question, id: "skolbyte", suggestion: None }
    39:6 '"2"' DuplicateId { what: Step, id: "2" } also 31:6
    ~39:6 '"2"' NoOwner { step: "2" }
    44:12 '"3"' UnknownId { what: Step, id: "3", suggestion: None }
    "#);
}

#[test]
fn a_flood_of_problems_ends() {
    let flood: String = (0..5000).map(|n| format!("fel{n} = 1\n")).collect();
    let problems = load(&flood).unwrap_err();
    assert_eq!(problems.len(), 501);
    let last = problems.last().unwrap();
    insta::assert_debug_snapshot!(last.kind, @"
    MoreProblems {
        count: 4506,
    }
    ");
}
