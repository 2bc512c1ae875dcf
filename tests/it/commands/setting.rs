//! `set`: what it changes, and what it says that this moved.

use insta::assert_snapshot;

use super::{nacka, said, soderkoping, steps, told};

#[test]
fn a_new_date_moves_open_steps_and_says_how_far() {
    let env = nacka();
    assert_snapshot!(told(&env, "set 2026-001 --date utskrivning=2027-06-01"), @r"
    2026-001 topas · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    För in det i akten: sisam akt 2026-001
    Sparat.
    Rutin 6: väntar → senast mån 31 maj 2027
    Rutin 7: väntar → senast ons 1 sep 2027
    ");
    assert_snapshot!(told(&env, "set 2026-001 --date utskrivning=2027-06-15"), @r"
    2026-001 topas · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    För in det i akten: sisam akt 2026-001
    Sparat.
    Rutin 6: mån 31 maj 2027 → mån 14 juni 2027 (14 dagar senare)
    Rutin 7: ons 1 sep 2027 → ons 15 sep 2027 (14 dagar senare)
    ");
    assert_snapshot!(told(&env, "set 2026-001 --date utskrivning=2027-06-14 --date inskrivning=2026-12-02"), @r"
    2026-001 topas · Nacka · Inskrivning på ungdomshemmet ons 2 dec 2026
    För in det i akten: sisam akt 2026-001
    Sparat.
    Rutin 2: mån 30 nov 2026 → tis 1 dec 2026 (1 dag senare)
    Rutin 3: mån 30 nov 2026 → tis 1 dec 2026 (1 dag senare)
    Rutin 4: tis 1 dec 2026 → ons 2 dec 2026 (1 dag senare)
    Rutin 6: mån 14 juni 2027 → sön 13 juni 2027 (1 dag tidigare)
    Rutin 7: ons 15 sep 2027 → tis 14 sep 2027 (1 dag tidigare)
    ");
    // What is done keeps its date.
    said(&env, "done 2026-001 4");
    assert_snapshot!(told(&env, "set 2026-001 --date inskrivning=2026-12-09"), @r"
    2026-001 topas · Nacka · Inskrivning på ungdomshemmet ons 9 dec 2026
    Sparat.
    Rutin 2: tis 1 dec 2026 → tis 8 dec 2026 (7 dagar senare)
    Rutin 3: tis 1 dec 2026 → tis 8 dec 2026 (7 dagar senare)
    ");
    assert!(steps(&env, "2026-001").contains("4: done 2026-12-02"));
}

#[test]
fn a_date_withdrawn_makes_its_steps_wait_again() {
    let env = nacka();
    said(&env, "set 2026-001 --date utskrivning=2027-06-01");
    assert_snapshot!(told(&env, "set 2026-001 --date utskrivning="), @r"
    2026-001 topas · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    För in det i akten: sisam akt 2026-001
    Sparat.
    Rutin 6: senast mån 31 maj 2027 → väntar
    Rutin 7: senast ons 1 sep 2027 → väntar
    ");
    assert_snapshot!(told(&env, "set 2026-001 --date inskrivning="), @r"
    2026-001 topas · Nacka
    Obs: Inskrivning på ungdomshemmet är borttaget. Steg som räknas därifrån väntar
    nu.
    Sparat.
    Rutin 2: senast mån 30 nov 2026 → väntar
    Rutin 3: senast mån 30 nov 2026 → väntar
    Rutin 4: senast tis 1 dec 2026 → väntar
    ");
    assert_snapshot!(steps(&env, "2026-001"), @"
    1: open 2026-10-20
    2: waiting
    3: waiting
    4: waiting
    5: waiting
    6: waiting
    7: waiting
    ");
}

#[test]
fn what_is_already_so_changes_nothing() {
    let env = nacka();
    let before = env.files();
    assert_snapshot!(told(&env, "set 2026-001 --date inskrivning=2026-12-01"), @r"
    2026-001 topas · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    Inget är ändrat: så stod det redan. Ett ångra nu tar tillbaka något äldre.
    ");
    assert!(env.files() == before);
}

#[test]
fn an_answer_decides_and_its_withdrawal_leaves_undecided() {
    let env = soderkoping();
    assert_snapshot!(told(&env, "set 2026-001 --answer annan-kommun=ja"), @r"
    2026-001 topas · Söderköping · Placeringen börjar tis 1 dec 2026
    Sparat.
    Steg 2: gäller inte → senast mån 30 nov 2026
    ");
    assert_snapshot!(told(&env, "set 2026-001 --answer annan-kommun="), @r"
    2026-001 topas · Söderköping · Placeringen börjar tis 1 dec 2026
    Sparat.
    Steg 2: senast mån 30 nov 2026 → oavgjort
    ");
    assert_snapshot!(told(&env, "set 2026-001 --answer skolbyte=nej"), @r"
    2026-001 topas · Söderköping · Placeringen börjar tis 1 dec 2026
    Sparat.
    Steg 2: oavgjort → gäller inte
    Steg 3: senast mån 30 nov 2026 → gäller inte
    Steg 5: senast mån 30 nov 2026 → gäller inte
    Steg 6: senast mån 30 nov 2026 → gäller inte
    ");
}

#[test]
fn several_options_of_one_question_are_given_one_by_one() {
    let env = soderkoping();
    said(
        &env,
        "set 2026-001 --answer samtycke-av=barnet --answer samtycke-av=Vårdnadshavare~1",
    );
    let shown = env.json("2026-11-21", "show 2026-001");
    assert_eq!(shown["answers"]["samtycke-av"], "vårdnadshavare 1|barnet");
}

#[test]
fn roles_and_who_takes_a_step() {
    let env = soderkoping();
    said(
        &env,
        "set 2026-001 --role kontaktperson-ses=Enhet~Ek --takes 3=kontaktperson-ses --planned 3=2026-11-26",
    );
    let shown = env.json("2026-11-21", "show 2026-001");
    let third = shown["steps"]
        .as_array()
        .unwrap()
        .iter()
        .find(|step| step["step"] == "3");
    let third = third.unwrap();
    assert_eq!(
        third["responsible"],
        serde_json::json!(["kontaktperson-ses"])
    );
    assert_eq!(third["choice_open"], false);
    assert_eq!(third["planned"], "2026-11-26");
    assert_eq!(
        third["due"], "2026-11-30",
        "a booked day never moves the due date"
    );
    assert_eq!(shown["roles"]["kontaktperson-ses"], "Enhet Ek");
    said(
        &env,
        "set 2026-001 --role kontaktperson-ses= --takes 3= --planned 3=",
    );
    let shown = env.json("2026-11-21", "show 2026-001");
    assert_eq!(shown["roles"], serde_json::json!({}));
}

#[test]
fn hidden_whereabouts_are_said_and_unsaid() {
    let env = nacka();
    let is_protected = || env.json("2026-11-21", "show 2026-001")["protected"].clone();
    assert_eq!(is_protected(), false);
    assert_eq!(
        said(&env, "set 2026-001 --unprotect"),
        "Inget är ändrat: så stod det redan. Ett ångra nu tar tillbaka något äldre.\n"
    );
    assert_snapshot!(said(&env, "set 2026-001 --protect"), @"
    Sparat.
    Vistelseorten är hemlig. Det ska omprövas senast sön 21 feb 2027: säg då
    antingen --skydda igen eller --oskydda.
    ");
    assert_eq!(is_protected(), true);
    let shown = said(&env, "show 2026-001");
    assert!(
        shown.contains("Hemlig vistelseort: ska omprövas senast sön 21 feb 2027, om 92 dagar"),
        "{shown}"
    );
    // To say it again is to have considered it anew.
    env.on("2027-02-01", "set 2026-001 --protect");
    let shown = said(&env, "show 2026-001 --today 2027-05-03");
    assert!(
        shown.contains("senast lör 1 maj 2027, för 2 dagar sedan"),
        "{shown}"
    );
    said(&env, "set 2026-001 --unprotect");
    assert_eq!(is_protected(), false);
    assert!(!said(&env, "show 2026-001").contains("Hemlig"));
}

#[test]
fn a_booked_day_can_be_cancelled_though_the_step_no_longer_applies() {
    let env = soderkoping();
    said(&env, "set 2026-001 --planned 5=2026-11-25");
    said(&env, "set 2026-001 --answer skolbyte=nej");
    assert!(steps(&env, "2026-001").contains("5: not-applicable"));
    said(&env, "set 2026-001 --planned 5=");
    said(&env, "set 2026-001 --answer skolbyte=ja");
    let shown = env.json(crate::harness::TODAY, "show 2026-001");
    let rows = shown["steps"].as_array().unwrap();
    let booked = rows.iter().filter(|row| !row["planned"].is_null());
    assert_eq!(booked.count(), 0);
}
