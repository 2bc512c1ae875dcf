//! Days, intervals, names and cases as people type them, in every place alike.

use serde_json::Value;

use super::{line, nacka, refused, refused_with, said, soderkoping, told};
use crate::harness::{Env, TODAY};
#[cfg(unix)]
use crate::terminal::ENTER;

fn shown(env: &Env, case: &str) -> Value {
    env.json(TODAY, &format!("show {case}"))
}

#[test]
fn options_take_days_as_prompts_do_and_tell_them_back() {
    let env = nacka();
    for (typed, day, told_back) in [
        ("9~december", "2026-12-09", "ons 9 dec 2026"),
        ("1/2", "2027-02-01", "mån 1 feb 2027"),
        ("261115", "2026-11-15", "sön 15 nov 2026"),
        ("v~50", "2026-12-07", "mån 7 dec 2026"),
        ("om~två~veckor", "2026-12-05", "lör 5 dec 2026"),
        ("last~friday", "2026-11-20", "fre 20 nov 2026"),
    ] {
        let told = told(&env, &format!("sätt 2026-001 --datum inskrivning={typed}"));
        assert!(told.contains(told_back), "{typed}: {told}");
        assert_eq!(
            shown(&env, "2026-001")["dates"]["inskrivning"],
            day,
            "{typed}"
        );
    }
    // What a program writes is not told back.
    let told = told(&env, "sätt 2026-001 --datum inskrivning=2026-12-01");
    assert!(!told.contains("om 10 dagar"), "{told}");
    let told = refused_with(&env, 2, "sätt 2026-001 --datum inskrivning=31/2");
    assert!(told.contains("31/2 finns inte i kalendern."), "{told}");
    let told = refused_with(&env, 2, "sätt 2026-001 --datum inskrivning=snart");
    assert!(told.contains("”snart” är ingen dag."), "{told}");
}

#[test]
fn what_was_done_looks_back_and_what_is_booked_looks_ahead() {
    let env = nacka();
    // 21 November 2026 is a Saturday.
    let told_done = told(&env, "klar 2026-001 1 --den i~fredags");
    assert!(told_done.contains("fre 20 nov 2026, i går"), "{told_done}");
    let done = |step: usize| shown(&env, "2026-001")["steps"][step]["done_on"].clone();
    assert_eq!(done(0), "2026-11-20");
    said(&env, "undo 2026-001");
    said(&env, "klar 2026-001 1 --den v~46");
    assert_eq!(done(0), "2026-11-09");
    said(&env, "undo 2026-001");
    said(&env, "klar 2026-001 1 --den okänd");
    assert_eq!(done(0), Value::Null);
    said(&env, "sätt 2026-001 --bokat 4=v~50");
    assert_eq!(shown(&env, "2026-001")["steps"][3]["planned"], "2026-12-11");
    said(
        &env,
        "förläng 2026-001 4 --till v~50 --orsak möte --beslutat-av chefen",
    );
    let told = refused(&env, "klar 2026-001 2 --den nästa~måndag");
    assert!(told.contains("har inte varit än"), "{told}");
}

#[test]
fn today_is_said_in_one_way_only() {
    let env = Env::new();
    refused_with(&env, 2, "list --today igår");
    refused_with(&env, 2, "list --today 21/11");
    env.with("SISAM_TODAY", "i går").line("list").fails(2);
}

#[test]
fn days_in_english() {
    let env = Env::english();
    said(&env, "new-case --routine Nacka --date inskrivning=dec~1");
    assert_eq!(
        shown(&env, "2026-001")["dates"]["inskrivning"],
        "2026-12-01"
    );
    for (typed, day) in [
        ("yesterday", "2026-11-20"),
        ("last~friday", "2026-11-20"),
        ("wednesday", "2026-11-18"),
        ("week~46", "2026-11-09"),
        ("2~days~ago", "2026-11-19"),
    ] {
        let done = line(&env, &format!("done 2026-001 1 --on {typed}")).success();
        assert!(done.err.contains("Nov 2026, "), "{typed}: {done:?}");
        assert_eq!(
            shown(&env, "2026-001")["steps"][0]["done_on"],
            day,
            "{typed}"
        );
        said(&env, "undo 2026-001");
    }
    said(&env, "set 2026-001 --planned 4=next~monday");
    assert_eq!(shown(&env, "2026-001")["steps"][3]["planned"], "2026-11-23");
    said(
        &env,
        "routine plan nacka --date inskrivning=dec~1 --until in~two~weeks",
    );
    let told = refused_with(&env, 2, "done 2026-001 1 --on feb~31");
    assert!(told.contains("feb 31 is not in the calendar."), "{told}");
    let told = refused(&env, "done 001 1");
    assert!(told.contains("“001” is the end of 2026-001"), "{told}");
    let told = refused_with(&env, 2, "done 2026-001 1 2");
    assert!(told.contains("One step at a time."), "{told}");
}

#[test]
fn an_interval_is_typed_as_it_is_said() {
    let env = nacka();
    for (typed, stored) in [
        ("varannan~vecka", "2 weeks"),
        ("varje~månad", "1 month"),
        ("var~tredje~vecka", "3 weeks"),
        ("två~veckor", "2 weeks"),
        ("2~v", "2 weeks"),
        ("en~gång~i~månaden", "1 month"),
        ("every~other~week", "2 weeks"),
    ] {
        said(&env, &format!("sätt 2026-001 --svar Återkoppling={typed}"));
        let answers = &shown(&env, "2026-001")["answers"];
        assert_eq!(answers["aterkoppling"], stored, "{typed}");
    }
    let told = refused(&env, "sätt 2026-001 --svar aterkoppling=ibland");
    assert!(told.contains("”ibland” går inte"), "{told}");
}

#[test]
fn a_name_is_the_same_with_and_without_dots_and_capitals() {
    let env = Env::new();
    said(
        &env,
        "ny --rutin Söderköping --ref A --datum Placering=2026-12-01 --svar AKUT=Nej --svar Annan~kommun=nej",
    );
    let case = shown(&env, "A");
    assert_eq!(case["routine"], "soderkoping");
    assert_eq!(case["answers"]["annan-kommun"], "no");
    said(
        &env,
        "sätt A --roll Socialsekreterare=Enhet~1 --datum Sista~skoldag=2026-11-20",
    );
    assert_eq!(shown(&env, "A")["roles"]["socialsekreterare"], "Enhet 1");
    said(&env, "rapport --rutin SÖDERKÖPING --roll Socialsekreterare");
    said(&env, "rutin visa söderköping");
    said(
        &env,
        "ny --rutin skolfrånvaro --ref B --datum utlösare=2026-11-19 --utlösare Fem~tillfällen",
    );
    assert_eq!(shown(&env, "B")["trigger"], "fem-tillfallen");
    let told = refused(&env, "ny --rutin söderkoppling --ref C");
    assert!(told.contains("menade du soderkoping?"), "{told}");
    said(&env, "config Access-Log=OFF --orsak prov");
}

#[test]
fn a_step_is_named_by_its_title_and_by_its_place_where_none_has_a_number() {
    let env = Env::new();
    said(
        &env,
        "ny --rutin skolfranvaro --ref B --datum utlosare=2026-11-19 --utlosare fem-tillfallen",
    );
    let first = shown(&env, "B")["steps"][0]["step"].clone();
    let title = shown(&env, "B")["steps"][0]["title"]
        .as_str()
        .unwrap()
        .replace(' ', "~");
    said(&env, "klar B 1");
    assert_eq!(shown(&env, "B")["steps"][0]["status"], "done");
    said(&env, "undo B");
    said(&env, &format!("klar B {}", title.to_lowercase()));
    assert_eq!(shown(&env, "B")["steps"][0]["status"], "done");
    let why = env.json(TODAY, "why B 1");
    assert_eq!(why["step"], first);
    // Nacka's have numbers of their own, and only those.
    let env = soderkoping();
    let told = refused(&env, "klar 2026-001 14");
    assert!(told.contains("inget steg som heter 14"), "{told}");
}

#[cfg(unix)]
#[test]
fn a_case_is_found_by_a_part_and_changed_by_its_ending_only_where_somebody_is_asked() {
    let env = Env::new();
    for reference in ["2026-501", "2026-502", "2025-777"] {
        said(
            &env,
            &format!("ny --rutin nacka --ref {reference} --datum inskrivning=2026-12-01"),
        );
    }
    assert_eq!(shown(&env, "501")["case"], "2026-501");
    assert_eq!(shown(&env, "2025")["case"], "2025-777");
    let told = refused(&env, "klar 501 1");
    assert!(told.contains("”501” är slutet på 2026-501"), "{told}");
    let told = refused(&env, "visa 2026-50");
    assert!(told.contains("2026-501 · 2026-502"), "{told}");
    said(&env, "klar 2025 1");
    let mut terminal = env.at_terminal("klar 501 1");
    terminal.sees("Är det 2026-501 som menas?");
    terminal.types("ja").sees("1 av 2").types(ENTER);
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0, "{screen}");
    assert_eq!(shown(&env, "2026-501")["steps"][0]["status"], "done");
    // A closed one is shown, and not changed, by a part.
    said(&env, "stäng 2025-777 --orsak klart");
    assert_eq!(shown(&env, "777")["status"], "closed");
    refused(&env, "anteckna 777 hej");
}

#[test]
fn one_step_at_a_time() {
    let env = nacka();
    let told = refused_with(&env, 2, "klar 2026-001 2 3");
    assert_eq!(
        told,
        "fel: Ett steg i taget.\ntips: sisam klar 2026-001 2; ta nästa steg sedan\n"
    );
}

#[test]
fn a_table_takes_names_as_people_write_them_and_days_in_one_way() {
    let env = Env::new();
    let table = "Referens;Rutin;Datum:Inskrivning;Roll:Socialsekreterare;Klart:1\n\
        A;Nacka;2026-12-02 00:00:00;Enhet 1;okänd\nB;NACKA;20261202;;2026-11-20\n";
    env.write("t.csv", table);
    said(&env, "ny --från t.csv");
    assert_eq!(shown(&env, "B")["dates"]["inskrivning"], "2026-12-02");
    assert_eq!(shown(&env, "A")["roles"]["socialsekreterare"], "Enhet 1");
    let table = "ref;rutin;datum:inskrivning\n\
        C;nacka;46358\nD;nacka;02/11/2026\nE;nacka;15/11/2026\nF;nacka;v 50\nG;nacka;31/2/2026\n";
    env.write("t.csv", table);
    insta::assert_snapshot!(refused(&env, "ny --från t.csv"), @"
    fel: 5 rader av 5 i t.csv går inte att öppna. Inget är sparat.
      rad 2, datum:inskrivning: ”46358” är Excels löpnummer för en dag, 2026-12-02. Skriv 2026-12-02.
      rad 3, datum:inskrivning: ”02/11/2026” kan vara mån 2 nov 2026 eller ons 11 feb 2026. Skriv 2026-11-02 eller 2026-02-11.
      rad 4, datum:inskrivning: ”15/11/2026” är nog 2026-11-15. Skriv 2026-11-15.
      rad 5, datum:inskrivning: ”v 50” är ingen dag (skriv dagen som ÅÅÅÅ-MM-DD)
      rad 6, datum:inskrivning: 31/2/2026 finns inte i kalendern.
    tips: rätta raderna i filen och kör samma kommando igen
    ");
    let table = "ref;rutin;datum:inskrivning;Datum:Inskrivning på ungdomshemmet\nH;nacka;2026-12-02;2026-12-03\n";
    env.write("t.csv", table);
    let told = refused(&env, "ny --från t.csv");
    assert!(told.contains("finns två gånger"), "{told}");
    line(&env, "visa H").fails(1);
}
