//! `skip`, `extend`, `note`, `close` and `reopen`.

use insta::assert_snapshot;

use super::{nacka, refused, said, steps, told};
use crate::harness::Env;

#[test]
fn a_step_or_a_part_is_skipped_with_a_reason() {
    let env = nacka();
    assert_snapshot!(told(&env, "skip 2026-001 1 --reason hemskolan~visste~redan"), @r"
    2026-001 topas · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    Överhoppat: Rutin 1 Involvera hemskolan redan när LVU utreds
    ");
    assert_snapshot!(refused(&env, "skip 2026-001 1 --reason igen"), @"
    fel: Redan överhoppat: Rutin 1 (lör 21 nov 2026), registrerat av test lör 21 nov 2026.
    tips: sisam logg 2026-001 visar vad som har hänt
    ");
    assert_snapshot!(told(&env, "skip 2026-001 2 --item a --reason skolan~har~dokumentet"), @r"
    2026-001 topas · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    Registrerat, men mer är kvar: Rutin 2 Ta fram skolans uppgifter till ansökan
    ");
    assert_snapshot!(told(&env, "done 2026-001 2 --item b"), @r"
    2026-001 topas · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    Klart: Rutin 2 Ta fram skolans uppgifter till ansökan
    ");
    assert_snapshot!(super::refused_with(&env, 2, "skip 2026-001 5 --reason ~"), @"
    fel: Ett tomt värde går inte här.
      Det gäller --orsak TEXT.
    ");
}

#[test]
fn a_later_date_is_a_recorded_decision() {
    let env = nacka();
    let extend = "extend 2026-001 1 --reason rektorn~är~ledig --decided-by enhetschef --to";
    assert_snapshot!(told(&env, &format!("{extend} 2026-11-27")), @r"
    2026-001 topas · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    För in det i akten: sisam akt 2026-001
    Ny tid: Rutin 1 Involvera hemskolan redan när LVU utreds
    Rutin 1: tis 20 okt 2026 → fre 27 nov 2026 (38 dagar senare)
    ");
    let first = env.json("2026-11-25", "show 2026-001")["steps"][0].clone();
    assert_eq!(
        (&first["due"], &first["original_due"]),
        (&"2026-11-27".into(), &"2026-10-20".into())
    );
    assert_eq!(
        (&first["days_late"], &first["days_late_original"]),
        (&0.into(), &36.into())
    );
    assert_eq!(first["overdue"], false);
    assert_snapshot!(refused(&env, &format!("{extend} 2026-10-20")), @"
    fel: tis 20 okt 2026 är inte senare än stegets eget datum, tis 20 okt 2026.
    tips: sisam varför 2026-001 1 visar hur det hänger ihop
    ");
    let waiting = extend.replace(" 1 ", " 7 ");
    assert_snapshot!(refused(&env, &format!("{waiting} 2027-10-20")), @"
    fel: Rutin 7 kan inte få ny tid nu: steget är varken öppet eller stoppat.
      datum saknas: Utskrivning från ungdomshemmet
    tips: sisam varför 2026-001 7 visar hur det hänger ihop
    ");
}

#[test]
fn a_note_stands_in_the_history_and_moves_nothing() {
    let env = nacka();
    let before = steps(&env, "2026-001");
    assert_snapshot!(told(&env, "note 2026-001 ringde~skolan,~inget~svar --step 1"), @r"
    2026-001 topas · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    Anteckningen är sparad.
    ");
    said(&env, "note 2026-001 möte~på~fredag");
    assert_eq!(steps(&env, "2026-001"), before);
    let log = env.json("2026-11-21", "log 2026-001").to_string();
    assert!(log.contains("ringde skolan, inget svar") && log.contains("möte på fredag"));
    assert_snapshot!(refused(&env, "note 2026-001 hej --step 99"), @"
    fel: Rutinen har inget steg som heter 99.
    tips: välj bland: 1 · 2 · 3 · 4 · 5 · 6 · 7
    ");
}

#[test]
fn a_case_with_steps_left_is_closed_with_a_reason_and_opened_again() {
    let env = nacka();
    assert_snapshot!(refused(&env, "close 2026-001"), @r#"
    fel: Ärendet har steg kvar. Det kan stängas ändå, med en orsak.
      Rutin 1 Involvera hemskolan redan när LVU utreds
      Rutin 2 Ta fram skolans uppgifter till ansökan
      Rutin 3 SiS berättar om modellen och om hemskolans del
      Rutin 4 Lämna över från hemskolan och skriv en skolöverenskommelse
      Rutin 6 Förbered och samordna utskrivningen
      Rutin 7 Följ upp elevens skolförankring
    tips: sisam stäng 2026-001 --orsak -
    "#);
    assert_snapshot!(told(&env, "close 2026-001 --reason flyttat~till~annan~kommun"), @r"
    2026-001 topas · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    Obs: Rutin 1 var 32 dagar försenat när ärendet stängdes.
    Ärendet är stängt.
    ");
    assert_eq!(env.json("2026-11-21", "show 2026-001")["status"], "closed");
    assert_snapshot!(refused(&env, "done 2026-001 1"), @r#"
    fel: Ärendet är stängt sedan lör 21 nov 2026.
      test, lör 21 nov 2026: ärendet stängdes: flyttat till annan kommun
    tips: sisam öppna 2026-001
    "#);
    assert_snapshot!(refused(&env, "close 2026-001"), @r#"
    fel: Ärendet är stängt sedan lör 21 nov 2026.
      test, lör 21 nov 2026: ärendet stängdes: flyttat till annan kommun
    tips: sisam öppna 2026-001
    "#);
    said(&env, "note 2026-001 handlingarna~skickade");
    assert_snapshot!(told(&env, "reopen 2026-001 --reason kom~tillbaka"), @r"
    2026-001 topas · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    Ärendet är öppet igen. Klockan har gått hela tiden.
    ");
    assert_snapshot!(refused(&env, "reopen 2026-001 --reason igen"), @"fel: Ärendet är öppet.");
    // The clock went on.
    assert!(steps(&env, "2026-001").contains("1: open 2026-10-20"));
}

#[test]
fn a_case_where_all_is_done_is_closed_without_a_reason() {
    let env = Env::new();
    said(
        &env,
        "new-case --routine bbic-flode --ref A --date start=2026-01-07",
    );
    for step in 1..=4 {
        assert_eq!(env.json("2026-11-21", "show A")["may_close"], false);
        said(&env, &format!("done A {step}"));
    }
    assert_eq!(env.json("2026-11-21", "show A")["may_close"], true);
    assert_eq!(
        env.json("2026-11-21", "show A")["status"],
        "open",
        "never by itself"
    );
    said(&env, "close A");
}
