//! A municipality's school calendar: what is read, what is refused, and that every fault is said with its place.

use insta::assert_snapshot;

use crate::harness::Env;

/// Two terms of a municipality that does not exist.
pub(super) const YEAR: &str = r#"format = 1
title = "Läsåret 2026/27"

[[term]]
title = "Höstterminen 2026"
first = 2026-08-17
last = 2026-12-18

[[term]]
title = "Vårterminen 2027"
first = 2027-01-11
last = 2027-06-15

[[off]]
title = "Höstlov"
first = 2026-11-02
last = 2026-11-06

[[off]]
title = "Studiedag"
first = 2026-11-23

[[off]]
title = "Studiedag"
first = 2027-03-19
"#;

/// What is said of a calendar in which one text stands for another.
fn said(from: &str, to: &str) -> String {
    assert!(YEAR.contains(from), "{from}");
    let env = Env::new();
    env.write("lasar.toml", &YEAR.replace(from, to));
    let told = env
        .line("routine plan nacka --calendar lasar.toml")
        .fails(1);
    told.err
}

/// Such a calendar is taken.
fn accepted(from: &str, to: &str) {
    assert!(YEAR.contains(from), "{from}");
    let env = Env::new();
    env.write("lasar.toml", &YEAR.replace(from, to));
    let line = "routine plan nacka --calendar lasar.toml";
    assert_eq!(env.line(line).success().err, "");
}

#[test]
fn a_calendar_is_taken() {
    let autumn: Vec<_> = YEAR.split("[[term]]").take(2).collect();
    for (name, text) in [
        ("lasar.toml", YEAR.to_owned()),
        (
            "windows.toml",
            format!("\u{feff}{}", YEAR.replace('\n', "\r\n")),
        ),
        // A single term is no school year, however short.
        ("host.toml", autumn.join("[[term]]")),
    ] {
        let env = Env::new();
        env.write(name, &text);
        let line = format!("routine plan nacka --calendar {name}");
        assert_eq!(env.line(&line).success().err, "");
    }
}

#[test]
fn terms_do_not_overlap_and_stand_in_any_order() {
    assert_snapshot!(said("first = 2027-01-11", "first = 2026-12-11"), @r"
        fel: Läsårsdata i lasar.toml går inte att använda.
          fel: Vårterminen 2027 börjar fre 11 dec 2026, innan Höstterminen 2026 har slutat fre 18 dec 2026.
           --> lasar.toml:9:1
            |
          9 | [[term]]
            | ^^^^^^^^
        ");
    // Time off may: a study day in a break is no mistake.
    accepted("first = 2026-11-23", "first = 2026-11-06");
    // Nor is any order.
    let autumn = "first = 2026-08-17\nlast = 2026-12-18";
    accepted(autumn, "first = 2027-08-16\nlast = 2027-12-17");
}

#[test]
fn a_gap_between_terms_is_a_missing_term() {
    let next_autumn = "first = 2027-08-16\nlast = 2027-12-17";
    assert_snapshot!(said("first = 2027-01-11\nlast = 2027-06-15", next_autumn), @r"
    fel: Läsårsdata i lasar.toml går inte att använda.
      fel: Mellan Höstterminen 2026 och Vårterminen 2027 ligger 240 dagar: en termin verkar saknas.
       --> lasar.toml:9:1
        |
      9 | [[term]]
        | ^^^^^^^^
    ");
}

#[test]
fn a_school_year_has_178_days() {
    assert_snapshot!(said("last = 2027-06-15", "last = 2027-05-21"), @"
    fel: Läsårsdata i lasar.toml går inte att använda.
      fel: Höstterminen 2026 och Vårterminen 2027 har 175 skoldagar; ett läsår har minst 178 (skolförordningen 3 kap. 2 §).
       --> lasar.toml:4:1
        |
      4 | [[term]]
        | ^^^^^^^^
    ");
}

#[test]
fn days_off_outside_the_terms_count_for_nothing() {
    accepted("first = 2027-03-19", "first = 2027-07-01");
}

#[test]
fn a_term_lies_within_half_a_year_and_ends_after_it_begins() {
    assert_snapshot!(said("last = 2027-06-15", "last = 2037-06-15"), @"
    fel: Läsårsdata i lasar.toml går inte att använda.
      fel: Vårterminen 2027 ligger inte inom ett halvår. En hösttermin ligger mellan juli och december, en vårtermin mellan januari och juni.
       --> lasar.toml:9:1
        |
      9 | [[term]]
        | ^^^^^^^^
    ");
    assert_snapshot!(said("last = 2026-12-18", "last = 2026-08-01"), @r"
    fel: Läsårsdata i lasar.toml går inte att använda.
      fel: Höstterminen 2026 slutar lör 1 aug 2026, före sin första dag mån 17 aug 2026.
       --> lasar.toml:4:1
        |
      4 | [[term]]
        | ^^^^^^^^
    ");
}

#[test]
fn keys_and_values() {
    assert_snapshot!(said("title = \"Läsåret 2026/27\"\n", "titel = \"x\"\n"), @r#"
    fel: Läsårsdata i lasar.toml går inte att använda.
      fel: ”title” saknas i ”calendar”.
       --> lasar.toml:1:1
        |
      1 | format = 1
        | ^
      fel: Nyckeln ”titel” finns inte i ”calendar”.
       --> lasar.toml:2:1
        |
      2 | titel = "x"
        | ^^^^^
        |
        = tips: Menade du ”title”?
    "#);
    assert_snapshot!(said("last = 2026-11-06", "last = \"6 november\"\ndagar = 5"), @r#"
    fel: Läsårsdata i lasar.toml går inte att använda.
      fel: ”last” ska vara ett datum, men här står en text.
        --> lasar.toml:17:8
         |
      17 | last = "6 november"
         |        ^^^^^^^^^^^^
         |
         = tips: Skriv dagen utan citattecken och klockslag: 2026-12-01.
      fel: Nyckeln ”dagar” finns inte i ”off”.
        --> lasar.toml:18:1
         |
      18 | dagar = 5
         | ^^^^^
    "#);
    assert_snapshot!(said("format = 1", "format = 2"), @"
    fel: Läsårsdata i lasar.toml går inte att använda.
      fel: Filen har format 2, men den här versionen av sisam läser bara format 1.
       --> lasar.toml:1:10
        |
      1 | format = 2
        |          ^
        |
        = tips: Skriv format = 1, eller uppdatera sisam om filen är skriven för en nyare version.
    ");
    assert_snapshot!(said("format = 1\n", ""), @r#"
    fel: Läsårsdata i lasar.toml går inte att använda.
      fel: ”format” saknas i ”calendar”.
       --> lasar.toml:1:1
        |
      1 | title = "Läsåret 2026/27"
        | ^
    "#);
    assert_snapshot!(said("first = 2026-08-17\n", ""), @"
    fel: Läsårsdata i lasar.toml går inte att använda.
      fel: ”first” saknas i ”term”.
       --> lasar.toml:4:1
        |
      4 | [[term]]
        | ^^^^^^^^
    ");
    assert_snapshot!(said("[[term]]\ntitle = \"Höst", "[[term\ntitle = \"Höst"), @"
    fel: Läsårsdata i lasar.toml går inte att använda.
      fel: Listan eller tabellen har inget slut.
       --> lasar.toml:4:7
        |
      4 | [[term
        |       ^
        |
        = tips: Det fattas ] eller }.
    ");
}

#[test]
fn a_file_that_cannot_be_read() {
    let env = Env::new();
    let told = env
        .line("routine plan nacka --calendar saknas.toml")
        .fails(1);
    assert_snapshot!(told.err, @"fel: Filen saknas.toml går inte att läsa: den finns inte");
    env.write("tom.toml", "");
    let told = env.line("routine plan nacka --calendar tom.toml").fails(1);
    assert_snapshot!(told.err, @"
    fel: Läsårsdata i tom.toml går inte att använda.
      fel: ”format” saknas i ”calendar”.
       --> tom.toml:1:1
        |
      1 |
        | ^
      fel: ”title” saknas i ”calendar”.
       --> tom.toml:1:1
        |
      1 |
        | ^
      fel: Kalendern har inga terminer.
       --> tom.toml:1:1
        |
      1 |
        | ^
    ");
}

#[test]
fn a_wrong_calendar_changes_nothing_in_a_case() {
    let env = Env::new();
    env.line("new-case --routine nacka --ref A --date inskrivning=2026-12-01")
        .success();
    env.write("lasar.toml", &YEAR.replace("2027-06-15", "2027-05-21"));
    let before = env.files();
    env.line("set A --calendar lasar.toml --date utskrivning=2027-03-01")
        .fails(1);
    assert_eq!(env.files(), before);
}
