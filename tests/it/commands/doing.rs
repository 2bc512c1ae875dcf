//! `done`: a step, a part, several cases, an unknown day, past a requirement.

use insta::assert_snapshot;

use super::{nacka, refused, said, soderkoping, steps, told};
use crate::harness::Env;

#[test]
fn a_step_is_done_today_or_on_a_day_before() {
    let env = nacka();
    assert_snapshot!(told(&env, "done 2026-001 1 --on 2026-10-22 --note ringde~rektorn"), @r"
    2026-001 topas · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    Klart: Rutin 1 Involvera hemskolan redan när LVU utreds
    ");
    assert_snapshot!(told(&env, "done 2026-001 3"), @r"
    2026-001 topas · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    Klart: Rutin 3 SiS berättar om modellen och om hemskolans del
    Därmed klara delar: Visat till modellens webbsida · Betonat varför hemskolan ska
    vara med · Samlat in skolans uppgifter i ansökningsformuläret
    ");
    let shown = env.json("2026-11-21", "show 2026-001");
    let [first, _, third, ..] = &shown["steps"].as_array().unwrap()[..] else {
        panic!("{shown}");
    };
    assert_eq!(
        (&first["done_on"], &first["days_late"]),
        (&"2026-10-22".into(), &2.into())
    );
    assert_eq!(first["recorded_at"], "2026-11-21T00:00:00Z");
    assert_eq!(third["done_on"], "2026-11-21");
}

#[test]
fn several_cases_all_or_none() {
    let env = nacka();
    let open = "new-case --routine nacka --date inskrivning=2026-12-01 --answer akut=nej --ref";
    said(&env, &format!("{open} B"));
    said(&env, &format!("{open} C"));
    said(&env, "done C 3");
    // The last one is done already, so none is.
    assert_snapshot!(refused(&env, "done 2026-001 B C 3"), @"
    fel: Redan klart: Rutin 3 (lör 21 nov 2026), registrerat av test lör 21 nov 2026.
      Det gäller ärende C. Inget av ärendena är ändrat.
    tips: sisam logg C visar vad som har hänt
    ");
    assert!(steps(&env, "B").contains("3: open"));
    assert_snapshot!(refused(&env, "done 2026-001 X 3"), @"
    fel: Det finns inget ärende X.
    tips: sisam lista visar ärendena
    tips: välj bland: C · B · 2026-001
    ");
    assert_snapshot!(told(&env, "done 2026-001 B 3"), @r"
    2026-001 topas · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    B sandlöpare · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    Klart: Rutin 3 SiS berättar om modellen och om hemskolans del
    Därmed klara delar: Visat till modellens webbsida · Betonat varför hemskolan ska
    vara med · Samlat in skolans uppgifter i ansökningsformuläret
    Klart: Rutin 3 SiS berättar om modellen och om hemskolans del
    Därmed klara delar: Visat till modellens webbsida · Betonat varför hemskolan ska
    vara med · Samlat in skolans uppgifter i ansökningsformuläret
    ");
    assert!(steps(&env, "B").contains("3: done"));
}

#[test]
fn a_part_alone_and_the_last_one_ends_the_step() {
    let env = nacka();
    assert_snapshot!(told(&env, "done 2026-001 2 --item b --on 2026-11-20"), @r"
    2026-001 topas · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    Registrerat, men mer är kvar: Rutin 2 Ta fram skolans uppgifter till ansökan
    ");
    assert_snapshot!(refused(&env, "done 2026-001 2 --item b"), @"
    fel: Delen b av Rutin 2 är redan registrerad.
      test, lör 21 nov 2026: Rutin 2, Skoldelen i ansökan till SiS är ifylld: klart fre 20 nov 2026
    tips: sisam visa 2026-001 visar alla steg
    ");
    assert_snapshot!(refused(&env, "done 2026-001 2 --item c"), @"
    fel: Rutin 2 har ingen del som heter c.
    tips: välj bland: a · b
    ");
    assert_snapshot!(told(&env, "done 2026-001 2 --item a --on 2026-11-18"), @r"
    2026-001 topas · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    Klart: Rutin 2 Ta fram skolans uppgifter till ansökan
    ");
    let second = &env.json("2026-11-21", "show 2026-001")["steps"][1];
    assert_eq!(
        (&second["status"], &second["done_on"]),
        (&"done".into(), &"2026-11-20".into())
    );
}

#[test]
fn a_part_done_last_waits_for_the_answers_that_are_required() {
    let env = nacka();
    said(&env, "set 2026-001 --date utskrivning=2027-06-01");
    for item in ["elev", "hemskola"] {
        said(&env, &format!("done 2026-001 7 --item {item}"));
    }
    assert_snapshot!(told(&env, "done 2026-001 7 --item socialtjanst"), @r"
    2026-001 topas · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    Alla delar av Rutin 7 är gjorda. Steget blir klart när det här är besvarat: Går
    eleven i skolan nu?
    Registrerat, men mer är kvar: Rutin 7 Följ upp elevens skolförankring
    ");
    assert_snapshot!(told(&env, "set 2026-001 --answer i-skola=delvis"), @r"
    2026-001 topas · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    Sparat.
    Rutin 7: senast ons 1 sep 2027 → klart
    ");
}

#[test]
fn required_questions_are_asked_for() {
    let env = nacka();
    said(&env, "set 2026-001 --date utskrivning=2027-06-01");
    assert_snapshot!(refused(&env, "done 2026-001 7"), @r"
    fel: Rutin 7 kan inte bli klart förrän frågorna är besvarade.
      Går eleven i skolan nu? (något av: ja, delvis, nej, vet inte)
    tips: sisam klar 2026-001 7 --svar i-skola=…
    ");
    assert_snapshot!(told(&env, "done 2026-001 7 --answer i-skola=vet~inte"), @r"
    2026-001 topas · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    Klart: Rutin 7 Följ upp elevens skolförankring
    Därmed klara delar: Eleven har svarat · Hemskolan har svarat · Socialtjänsten
    har svarat
    ");
}

#[test]
fn an_unknown_day_is_never_late_and_may_be_given_later() {
    let env = Env::new();
    said(
        &env,
        "new-case --routine bbic-flode --ref A --date start=2026-01-07",
    );
    assert_snapshot!(told(&env, "done A 1 --on unknown"), @r"
    A knölsvan · BBIC-flödet · Flödet börjar ons 7 jan 2026
    Klart: Steg 1 Mentor, elev och vårdnadshavare
    ");
    let first = env.json("2026-11-21", "show A")["steps"][0].clone();
    assert_eq!(first["done_on"], serde_json::Value::Null);
    assert_eq!(first["days_late"], serde_json::Value::Null);
    assert!(steps(&env, "A").contains("2: waiting"));
    // Today is proposed for what is done now, not said of what was done some day.
    assert_snapshot!(refused(&env, "done A 1"), @"
    fel: Redan klart: Steg 1 (okänd dag), registrerat av test lör 21 nov 2026.
    tips: sisam logg A visar vad som har hänt
    tips: är dagen känd nu: sisam klar A 1 --den ÅÅÅÅ-MM-DD
    ");
    assert_snapshot!(told(&env, "done A 1 --on 2026-02-10"), @r"
    A knölsvan · BBIC-flödet · Flödet börjar ons 7 jan 2026
    Klart: Steg 1 Mentor, elev och vårdnadshavare
    Steg 2: väntar → senast tis 7 apr 2026
    ");
    assert_snapshot!(steps(&env, "A"), @"
    1: done 2026-02-04
    2: open 2026-04-07
    3: waiting
    4: waiting
    ");
    assert_snapshot!(refused(&env, "done A 1 --on 2026-02-11"), @"
    fel: Redan klart: Steg 1 (tis 10 feb 2026), registrerat av test lör 21 nov 2026.
    tips: sisam logg A visar vad som har hänt
    ");
}

#[test]
fn without_consent_one_of_the_other_grounds_is_named() {
    let env = soderkoping();
    assert_snapshot!(refused(&env, "done 2026-001 3"), @r#"
    fel: Stoppat: Steg 3.
      samtycke saknas
    tips: välj bland: uppgiftsskyldighet enligt lag (OSL 10 kap. 28 §) · det står klart att ingen lider men (OSL 26 kap. 1 §) · strikt nödvändigt för att vi ska kunna utföra vår uppgift (OSL 10 kap. 2 §) · uppgiften ryms i det delvisa samtycket (OSL 10 kap. 1 § och 12 kap.)
    tips: ange en av grunderna: sisam klar 2026-001 3 --trots "…"
    "#);
    assert_snapshot!(refused(&env, "done 2026-001 3 --despite det~går~nog~bra"), @"
    fel: ”det går nog bra” är ingen av de grunder som rutinen tar.
    tips: välj bland: uppgiftsskyldighet enligt lag (OSL 10 kap. 28 §) · det står klart att ingen lider men (OSL 26 kap. 1 §) · strikt nödvändigt för att vi ska kunna utföra vår uppgift (OSL 10 kap. 2 §) · uppgiften ryms i det delvisa samtycket (OSL 10 kap. 1 § och 12 kap.)
    ");
    let told_of_it = told(
        &env,
        "done 2026-001 3 --despite det~står~klart~att~ingen~lider~men~(OSL~26~kap.~1~§)",
    );
    assert_snapshot!(told_of_it, @r"
    2026-001 topas · Söderköping · Placeringen börjar tis 1 dec 2026
    Det står inte vem som har beslutat att gå vidare med Steg 3 på en annan grund.
    Ange funktionen med --beslutat-av (ångra det som antecknades först).
    För in det i akten: sisam akt 2026-001
    Klart: Steg 3 Ta kontakt med mottagande skola
    ");
    let third = env.json("2026-11-21", "show 2026-001");
    let third = third["steps"]
        .as_array()
        .unwrap()
        .iter()
        .find(|step| step["step"] == "3");
    assert_eq!(
        third.unwrap()["despite"],
        "det står klart att ingen lider men (OSL 26 kap. 1 §)"
    );
}

#[test]
fn a_consent_given_opens_what_required_it() {
    let env = soderkoping();
    let consent =
        "done 2026-001 1 --on 2026-11-19 --answer samtycke=ja --answer samtycke-av=barnet";
    assert_snapshot!(told(&env, consent), @r"
    2026-001 topas · Söderköping · Placeringen börjar tis 1 dec 2026
    För in det i akten: sisam akt 2026-001
    Klart: Steg 1 Hämta in samtycke
    Steg 3: stoppat → öppet
    Steg 5: stoppat → öppet
    Steg 7: stoppat → öppet
    Steg 8: stoppat → öppet
    ");
    assert!(steps(&env, "2026-001").contains("3: open"));
    // Consent is asked of whoever gave it, unless it was refused.
    let env = soderkoping();
    assert_snapshot!(refused(&env, "done 2026-001 1 --answer samtycke=ja"), @r"
    fel: Steg 1 kan inte bli klart förrän frågorna är besvarade.
      Vilka har samtyckt? (något av: vårdnadshavare 1, vårdnadshavare 2, barnet)
    tips: sisam klar 2026-001 1 --svar samtycke=ja --svar samtycke-av=…
    ");
    said(&env, "done 2026-001 1 --answer samtycke=nej");
}

#[test]
fn a_step_agreed_on_is_taken_in_the_same_breath() {
    let env = soderkoping();
    said(
        &env,
        "set 2026-001 --answer samtycke=ja --answer samtycke-av=barnet",
    );
    said(&env, "done 2026-001 3 --takes 3=kontaktperson-ses");
    let shown = env.json("2026-11-21", "show 2026-001");
    let steps = shown["steps"].as_array().unwrap();
    let third = steps.iter().find(|step| step["step"] == "3").unwrap();
    assert_eq!(
        third["responsible"],
        serde_json::json!(["kontaktperson-ses"])
    );
    assert_eq!(third["status"], "done");
}

#[test]
fn an_outcome_that_goes_back_says_which_rounds_it_opened() {
    let env = Env::new();
    said(
        &env,
        "new-case --routine skolfranvaro --ref A --date utlosare=2026-01-12 --trigger fem-tillfallen",
    );
    for step in [
        "underratta --on 2026-01-12",
        "kontakt --on 2026-01-14 --answer samtycke=ja --answer samtycke-av=barnet",
        "malmote --on 2026-01-23",
        "uppdrag --on 2026-01-28",
        "natverksmote --on 2026-02-10 --answer anmalan=nej",
        "uppfoljningsmote --on 2026-03-20 --answer i-skola=delvis",
    ] {
        said(&env, &format!("done A {step}"));
    }
    let evaluate =
        "done A utvardering --on 2026-04-17 --answer resultat=negativt --answer i-skola=nej";
    assert_snapshot!(told(&env, evaluate), @r"
    A knölsvan · Skolfrånvaro · Dagen då gränsen nåddes mån 12 jan 2026
    Klart: Steg 10 Utvärdera tillsammans
    Därmed klara delar: Utvärdera det ni har kommit överens om
    Nytt: Steg 5, omgång 2, senast fre 8 maj 2026
    Steg 7: senast tis 1 dec 2026 → gäller inte
    Nytt: Steg 9, omgång 2, väntar
    Nytt: Steg 10, omgång 2, väntar
    Nu gäller Steg 11: öppet
    ");
    assert_snapshot!(steps(&env, "A"), @"
    underratta: done 2026-01-12
    kontakt: done 2026-01-19
    malmote: done 2026-01-26
    uppdrag: done 2026-01-30
    natverksmote: done 2026-02-13
    natverksmote/2: open 2026-05-08
    uppfoljning-veckovis: open 2026-01-30
    ifo-medverkan: not-applicable
    soc-atgard: not-applicable
    uppfoljningsmote: done 2026-03-24
    uppfoljningsmote/2: waiting
    utvardering: done 2026-04-17
    utvardering/2: waiting
    bedomarteam: open
    eget-spar: not-applicable
    ");
}
