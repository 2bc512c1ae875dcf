//! `routine plan`: every date a case would get, without opening one.

use insta::assert_snapshot;

use crate::explained::{case, said};

#[test]
fn a_plan_looks_ahead_and_says_what_it_assumes() {
    let env = case("");
    let line = [
        "routine",
        "plan",
        "prov",
        "--date",
        "start=2026-12-03",
        "--answer",
        "takt=2 månader",
        "--until",
        "2027-05-01",
    ];
    assert_snapshot!(env.sisam(line).success().out, @r"
    Provrutin
    En tänkt plan den lör 21 nov 2026. Inget ärende öppnas.

    Steg   Vad                         Ansvarig  Senast
    ────────────────────────────────────────────────────────────────────────────────
           Fasen
    1      Flyttas förbi julen         Rektor    mån 28 dec 2026
                                                 om 37 dagar
    2      Genast om det är sent       Rektor    datum saknas: Slut
    3      Två tider att välja mellan  Rektor    tor 17 dec 2026
                                                 om 26 dagar
    4      Återkommer                  Rektor    ons 3 feb 2027 (eget)
                                                 om 74 dagar
    4 (2)  Återkommer                  Rektor    lör 3 apr 2027 (i praktiken fre 2
                                                 apr 2027) (eget)
                                                 antaget
    5      Efter ett annat steg        Rektor    tor 7 jan 2027 (eget)
                                                 antaget · datum saknas: dagen för
                                                 Steg 1 Flyttas förbi julen
    6      Bara när det är akut        Rektor    obesvarad fråga: Är det akut?
    7      Nås aldrig utan akut        Rektor    datum saknas: dagen för Steg 6 Bara
                                                 när det är akut
    8      Pröva hur det gick          Rektor    sön 3 jan 2027 (i praktiken ons 30
                                                 dec 2026) (eget)
                                                 om 43 dagar

    Datumen för 3 kan ändras av: svaret på: Är det akut?
    Antaget: räknat som om steg utan dag görs på sina datum.

    Bara för prov.
    ");
    let why = line.into_iter().chain(["--why"]);
    assert_snapshot!(env.sisam(why).success().out, @r"
    Provrutin
    En tänkt plan den lör 21 nov 2026. Inget ärende öppnas.

    Fasen
      Steg 1 Flyttas förbi julen · senast mån 28 dec 2026
        Start tor 3 dec 2026 · inom 3 veckor efter start, flyttas till nästa
          arbetsdag · 24 dec är julafton, 25 dec juldagen, 26 dec annandag jul, 27
          dec söndag; därför mån 28 dec 2026 · lag: 7 kap. 17 §
      Steg 2 Genast om det är sent · datum saknas: Slut
        senast 8 veckor före slut · eget riktvärde, inte rutinens: 8 veckor
      Steg 3 Två tider att välja mellan · senast tor 17 dec 2026
        Start tor 3 dec 2026 · inom 2 veckor efter start · rutin
      Steg 4 Återkommer · senast ons 3 feb 2027
        Start tor 3 dec 2026 · 2 månader efter senaste gången, första gången räknat
          från start, längst till slut · eget riktvärde, inte rutinens
      Steg 4 Återkommer, omgång 2 · senast lör 3 apr 2027 (antaget)
      Steg 5 Efter ett annat steg · senast tor 7 jan 2027 (antaget)
        Steg 1 antas klart mån 28 dec 2026 · inom 5 arbetsdagar efter Steg 1,
          flyttas till arbetsdagen före · eget riktvärde, inte rutinens
      Steg 6 Bara när det är akut · obesvarad fråga: Är det akut?
      Steg 7 Nås aldrig utan akut · datum saknas: dagen för Steg 6 Bara när det är
        akut
        inom 1 vecka efter Steg 6 · eget riktvärde, inte rutinens
      Steg 8 Pröva hur det gick · senast sön 3 jan 2027
        Start tor 3 dec 2026 · inom 1 månad efter start · eget riktvärde, inte
          rutinens

    Datumen för 3 kan ändras av: svaret på: Är det akut?
    Antaget: räknat som om steg utan dag görs på sina datum.

    Bara för prov.
    ");
}

#[test]
fn a_plan_insists_on_nothing() {
    let env = case("");
    let plan = said(&env, "routine plan prov --format json");
    let plan: serde_json::Value = serde_json::from_str(&plan).unwrap();
    let rows = plan.as_array().unwrap();
    assert!(
        rows.iter()
            .all(|row| row["due"].is_null() && row["case"].is_null())
    );
    assert!(rows.iter().all(|row| row.get("why").is_none()));
    let refused = |line: &str| env.line(line).fails(1).err;
    assert_snapshot!(refused("routine plan prov --date strat=2026-12-03"), @r"
    fel: Rutinen har inget nyckeldatum som heter strat.
    tips: menade du start?
    tips: välj bland: start · slut
    ");
    assert_snapshot!(refused("routine plan prov --answer akut=kanske"), @r"
    fel: ”kanske” går inte som svar på frågan Är det akut?
    tips: skriv ja eller nej
    ");
    assert_snapshot!(refused("routine plan provv"), @r"
    fel: Det finns ingen rutin provv.
    tips: menade du prov?
    tips: välj bland: bbic-flode · nacka · prov · sams · sisam · skolfranvaro · soderkoping
    ");
}

#[test]
fn a_plan_of_what_is_given_has_the_rows_of_a_new_case() {
    let env = case("");
    let plan = said(
        &env,
        "routine plan prov --date start=2026-12-03 --given-only --format json",
    );
    let plan: serde_json::Value = serde_json::from_str(&plan).unwrap();
    let case = said(&env, "show 2026-001 --format json");
    let mut case: serde_json::Value = serde_json::from_str(&case).unwrap();
    let steps = case["steps"].as_array_mut().unwrap();
    for step in steps.iter_mut() {
        step["case"] = serde_json::Value::Null;
        step["code_word"] = serde_json::Value::Null;
    }
    assert_eq!(plan, case["steps"]);
}

#[test]
fn a_plan_takes_rounds_as_done() {
    let env = case("");
    let plan = said(
        &env,
        "routine plan prov --date start=2026-10-01 --done helg=2026-10-20 --why --format json",
    );
    let plan: serde_json::Value = serde_json::from_str(&plan).unwrap();
    let row = |id: &str| {
        plan.as_array()
            .unwrap()
            .iter()
            .find(|row| row["step"] == id)
            .cloned()
            .unwrap()
    };
    assert_eq!(row("helg")["status"], "done");
    let after = row("efter");
    assert_eq!(after["due"], "2026-10-27");
    assert_eq!(after["why"]["counted_from"]["kind"], "step");
    assert_eq!(after["why"]["counted_from"]["on"], "2026-10-20");
}
