//! `undo`: of the case, of a step, and what stands in its way.

use insta::assert_snapshot;

use super::{nacka, refused, said, soderkoping, steps, told};

#[test]
fn it_takes_back_the_latest_change_and_again_one_further() {
    let env = nacka();
    let opened = steps(&env, "2026-001");
    said(&env, "done 2026-001 1");
    let first = steps(&env, "2026-001");
    said(
        &env,
        "set 2026-001 --date utskrivning=2027-06-01 --role elev=E",
    );
    assert_snapshot!(told(&env, "undo 2026-001"), @r"
    2026-001 topas · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    Det här tas tillbaka:
      Utskrivning från ungdomshemmet: tis 1 juni 2027
      Eleven: E
    Taget tillbaka: Utskrivning från ungdomshemmet: tis 1 juni 2027 · Eleven: E.
      Båda syns i historiken.
    Rutin 6: senast mån 31 maj 2027 → väntar
    Rutin 7: senast ons 1 sep 2027 → väntar
    ");
    assert_eq!(steps(&env, "2026-001"), first);
    assert_snapshot!(told(&env, "undo 2026-001"), @r"
    2026-001 topas · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    Det här tas tillbaka:
      Rutin 1 klart lör 21 nov 2026
    Taget tillbaka: Rutin 1 klart lör 21 nov 2026. Båda syns i historiken.
    Rutin 1: klart → senast tis 20 okt 2026
    ");
    assert_eq!(steps(&env, "2026-001"), opened);
    assert_snapshot!(refused(&env, "undo 2026-001"), @r#"
    fel: Öppnandet av ett ärende går inte att ta tillbaka.
    tips: ett ärende som öppnades av misstag stänger du: sisam stäng 2026-001 --orsak "öppnat av misstag"
    "#);
    // Nothing is erased: both changes and that they were taken back.
    let log = env.json("2026-11-21", "log 2026-001");
    let undone = log
        .as_array()
        .unwrap()
        .iter()
        .filter(|event| event["event"] == "undone");
    assert_eq!(undone.count(), 2);
}

#[test]
fn it_takes_back_the_latest_change_of_a_step() {
    let env = nacka();
    said(&env, "done 2026-001 1");
    said(&env, "done 2026-001 3");
    assert_snapshot!(told(&env, "undo 2026-001 1"), @r"
    2026-001 topas · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    Det här tas tillbaka:
      Rutin 1 klart lör 21 nov 2026
    Taget tillbaka: Rutin 1 klart lör 21 nov 2026. Båda syns i historiken.
    Rutin 1: klart → senast tis 20 okt 2026
    ");
    assert!(steps(&env, "2026-001").contains("3: done"));
    assert_snapshot!(refused(&env, "undo 2026-001 1"), @"
    fel: Det finns inget att ta tillbaka.
    tips: sisam logg 2026-001 visar vad som har hänt
    ");
    assert_snapshot!(refused(&env, "undo 2026-001 99"), @"
    fel: Rutinen har inget steg som heter 99.
    tips: välj bland: 1 · 2 · 3 · 4 · 5 · 6 · 7
    ");
}

#[test]
fn what_stands_on_it_is_named() {
    let env = soderkoping();
    said(
        &env,
        "done 2026-001 1 --answer samtycke=ja --answer samtycke-av=barnet",
    );
    said(&env, "done 2026-001 3");
    assert_snapshot!(refused(&env, "undo 2026-001 1"), @"
    fel: Det går inte att ta tillbaka: Steg 3 (händelse 10) bygger på det.
    tips: sisam logg 2026-001 visar vad som har hänt
    ");
    said(&env, "undo 2026-001 3");
    said(&env, "undo 2026-001 1");
    assert!(steps(&env, "2026-001").contains("3: blocked"));
}

#[test]
fn a_closing_without_a_reason_stands_on_every_step() {
    let env = crate::harness::Env::new();
    said(
        &env,
        "new-case --routine bbic-flode --ref A --date start=2026-01-07",
    );
    for step in 1..=4 {
        said(&env, &format!("done A {step}"));
    }
    said(&env, "close A");
    assert_snapshot!(refused(&env, "undo A 4"), @"
    fel: Det går inte att ta tillbaka: en senare ändring av ärendet (händelse 7) bygger på det.
    tips: sisam logg A visar vad som har hänt
    ");
    assert_snapshot!(told(&env, "undo A"), @r"
    A knölsvan · BBIC-flödet · Flödet börjar ons 7 jan 2026
    Det här tas tillbaka:
      ärendet stängdes
    Taget tillbaka: ärendet stängdes. Båda syns i historiken.
    ");
    said(&env, "undo A 4");
}

#[test]
fn a_closed_case_is_opened_again_by_taking_the_closing_back() {
    let env = nacka();
    said(&env, "close 2026-001 --reason misstag");
    said(&env, "undo 2026-001");
    assert_eq!(env.json("2026-11-21", "show 2026-001")["status"], "open");
}
