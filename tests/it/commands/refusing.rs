//! Bad input is refused with a clear message, and nothing is changed.

use insta::assert_snapshot;

use super::{nacka, refused, refused_with, said};

#[test]
fn an_unknown_routine_or_step() {
    let env = nacka();
    assert_snapshot!(refused(&env, "new-case --routine naka --date inskrivning=2026-12-01"), @"
    fel: Det finns ingen rutin naka.
    tips: menade du nacka?
    tips: välj bland: bbic-flode · nacka · sams · sisam · skolfranvaro · soderkoping
    ");
    assert_snapshot!(refused(&env, "new-case --routine helt-annan"), @"
    fel: Det finns ingen rutin helt-annan.
    tips: välj bland: bbic-flode · nacka · sams · sisam · skolfranvaro · soderkoping
    ");
    assert_snapshot!(refused(&env, "done 2026-001 8"), @"
    fel: Rutinen har inget steg som heter 8.
    tips: välj bland: 1 · 2 · 3 · 4 · 5 · 6 · 7
    ");
    assert_snapshot!(refused(&env, "skip 2026-001 malmote --reason x"), @"
    fel: Rutinen har inget steg som heter malmote.
    tips: välj bland: 1 · 2 · 3 · 4 · 5 · 6 · 7
    ");
    assert_snapshot!(refused(&env, "extend 2026-001 0 --to 2027-01-01 --reason x --decided-by y"), @"
    fel: Rutinen har inget steg som heter 0.
    tips: välj bland: 1 · 2 · 3 · 4 · 5 · 6 · 7
    ");
}

#[test]
fn an_unknown_date_question_role_or_trigger() {
    let env = nacka();
    assert_snapshot!(refused(&env, "set 2026-001 --date utskrivn=2027-01-01"), @"
    fel: Rutinen har inget nyckeldatum som heter utskrivn.
    tips: menade du utskrivning?
    tips: välj bland: utredning · beslut · ansokan · sista-skoldag · inskrivning · forsta-skoldag · sista-skoldag-avslut · utskrivning · forsta-skoldag-avslut
    ");
    assert_snapshot!(refused(&env, "set 2026-001 --answer akutt=ja"), @"
    fel: Rutinen har ingen fråga som heter akutt.
    tips: menade du akut?
    tips: välj bland: akut · i-skola · aterkoppling · aterkoppling-till · aterkoppling-form
    ");
    assert_snapshot!(refused(&env, "set 2026-001 --role socialsekreterar=A"), @"
    fel: Rutinen har ingen roll som heter socialsekreterar.
    tips: menade du socialsekreterare?
    tips: välj bland: socialsekreterare · placeringshandlaggare-sis · rektor-hemskola · funktion-forvaltning · pedagogisk-ledare · institutionschef · elev
    ");
    assert_snapshot!(refused(&env, "set 2026-001 --takes 4=elev"), @"
    fel: elev är ingen av dem som kan ta Rutin 4.
    tips: välj bland: rektor-hemskola · funktion-forvaltning
    ");
    assert_snapshot!(refused(&env, "set 2026-001 --takes 1=socialsekreterare"), @"
    fel: Rutinen säger själv vem som ansvarar för Rutin 1.
    tips: sisam visa 2026-001 visar alla steg
    ");
    let trigger = "new-case --routine skolfranvaro --date utlosare=2026-11-16 --trigger fem";
    assert_snapshot!(refused(&env, trigger), @"
    fel: Rutinen har ingen startorsak som heter fem.
    tips: menade du fem-tillfallen?
    tips: välj bland: fem-tillfallen · tjugo-procent · enstaka
    ");
}

#[test]
fn a_date_that_does_not_exist() {
    let env = nacka();
    for line in [
        "new-case --routine nacka --date inskrivning=2026-02-30",
        "set 2026-001 --date utskrivning=2026-02-30",
        "done 2026-001 1 --on 2026-02-30",
        "extend 2026-001 1 --to 2026-02-30 --reason x --decided-by y",
        "set 2026-001 --planned 1=2026-02-30",
        "list --today 2026-02-30",
    ] {
        let err = refused_with(&env, 2, line);
        assert!(
            err.starts_with("fel: 2026-02-30 finns inte i kalendern."),
            "{line}: {err}"
        );
    }
    for given in ["snart", "12", "2026"] {
        let err = refused_with(&env, 2, &format!("set 2026-001 --date utskrivning={given}"));
        let why = format!("fel: ”{given}” är ingen dag.");
        assert!(err.starts_with(&why), "{err}");
    }
}

#[test]
fn discharge_before_admission() {
    let env = nacka();
    assert_snapshot!(refused(&env, "set 2026-001 --date utskrivning=2026-11-30"), @"
    fel: Utskrivning från ungdomshemmet (mån 30 nov 2026) kan inte vara före Inskrivning på ungdomshemmet (tis 1 dec 2026).
    tips: --datum utskrivning=ÅÅÅÅ-MM-DD
    ");
    let both =
        "new-case --routine nacka --date inskrivning=2026-12-01 --date utskrivning=2026-11-30";
    assert_snapshot!(refused(&env, both), @"
    fel: Utskrivning från ungdomshemmet (mån 30 nov 2026) kan inte vara före Inskrivning på ungdomshemmet (tis 1 dec 2026).
    tips: --datum utskrivning=ÅÅÅÅ-MM-DD
    ");
    let end = "new-case --routine soderkoping --date placering=2026-12-01 --date avslut=2026-11-30";
    assert_snapshot!(refused(&env, end), @r"
    fel: Placeringen upphör eller vårdgivaren byts (mån 30 nov 2026) kan inte vara före Placeringen börjar (tis 1 dec 2026).
    tips: --datum avslut=ÅÅÅÅ-MM-DD
    ");
    // The same day stands, and moving both at once is judged as a whole.
    said(&env, "set 2026-001 --date utskrivning=2026-12-01");
    said(
        &env,
        "set 2026-001 --date inskrivning=2027-01-10 --date utskrivning=2027-02-01",
    );
    said(
        &env,
        "set 2026-001 --date utskrivning=2026-09-01 --date inskrivning=2026-08-01",
    );
}

#[test]
fn a_step_done_in_the_future() {
    let env = nacka();
    assert_snapshot!(refused(&env, "done 2026-001 1 --on 2026-11-22"), @"
    fel: sön 22 nov 2026 har inte varit än; i dag är det lör 21 nov 2026.
    tips: en dag som är bokad: sisam sätt 2026-001 --bokat STEG=ÅÅÅÅ-MM-DD
    ");
    assert_snapshot!(refused(&env, "done 2026-001 2 --item a --on 2027-01-01"), @"
    fel: fre 1 jan 2027 har inte varit än; i dag är det lör 21 nov 2026.
    tips: en dag som är bokad: sisam sätt 2026-001 --bokat STEG=ÅÅÅÅ-MM-DD
    ");
}

#[test]
fn an_answer_outside_its_options() {
    let env = nacka();
    assert_snapshot!(refused(&env, "set 2026-001 --answer i-skola=ibland"), @r"
    fel: ”ibland” går inte som svar på frågan Går eleven i skolan nu?
    tips: skriv något av: ja, delvis, nej, vet inte
    ");
    assert_snapshot!(refused(&env, "set 2026-001 --answer akut=kanske"), @r"
    fel: ”kanske” går inte som svar på frågan Är placeringen akut?
    tips: skriv ja eller nej
    ");
    assert_snapshot!(refused(&env, "set 2026-001 --answer aterkoppling=ofta"), @r"
    fel: ”ofta” går inte som svar på frågan Hur ofta ges återkoppling till hemskolan eller förvaltningen?
    tips: skriv hur lång tid emellan, till exempel 3 veckor eller varannan vecka
    ");
    let consent =
        "new-case --routine soderkoping --date placering=2026-12-01 --answer samtycke-till=snart";
    assert_snapshot!(refused(&env, consent), @r"
    fel: ”snart” går inte som svar på frågan Till och med vilken dag gäller samtycket?
    tips: skriv ett datum, till exempel 2026-12-01
    ");
    // Nor is anything stored of what was right in the same line.
    assert_snapshot!(refused(&env, "set 2026-001 --role elev=E --answer akut=kanske"), @r"
    fel: ”kanske” går inte som svar på frågan Är placeringen akut?
    tips: skriv ja eller nej
    ");
}

#[test]
fn a_reference_used_twice_or_that_cannot_be_one() {
    let env = nacka();
    let open = "new-case --routine nacka --date inskrivning=2026-12-01 --ref";
    assert_snapshot!(refused(&env, &format!("{open} 2026-001")), @"
    fel: Ärendet 2026-001 finns redan.
      En referens kan bara användas en gång. Inget är ändrat.
    tips: se ärendet: sisam visa 2026-001
    ");
    assert_snapshot!(refused(&env, &format!("{open} två~ord")), @r"
    fel: ”två ord” går inte som referens. Använd bokstäver, siffror, bindestreck, punkt och snedstreck, högst 40 tecken.
    tips: utelämna --referens så får ärendet nästa nummer; använd aldrig barnets namn eller nummer
    ");
    said(&env, &format!("{open} Åsa-1"));
    assert_snapshot!(refused(&env, &format!("{open} åsa-1")), @"
    fel: Ärendet åsa-1 finns redan.
      En referens kan bara användas en gång. Inget är ändrat.
    tips: se ärendet: sisam visa åsa-1
    ");
}

#[test]
fn an_ambiguous_or_unknown_case() {
    let env = nacka();
    said(
        &env,
        "new-case --routine nacka --date inskrivning=2026-12-01",
    );
    assert_snapshot!(refused(&env, "done 2026 1"), @"
    fel: 2026 kan vara flera ärenden.
    tips: välj bland: 2026-001 · 2026-002
    ");
    assert_snapshot!(refused(&env, "show 2026-00"), @"
    fel: 2026-00 kan vara flera ärenden.
    tips: välj bland: 2026-001 · 2026-002
    ");
    assert_snapshot!(refused(&env, "show 2027"), @"
    fel: Det finns inget ärende 2027.
    tips: sisam lista visar ärendena
    tips: välj bland: 2026-002 · 2026-001
    ");
    assert_snapshot!(refused(&env, "undo x"), @"
    fel: Det finns inget ärende x.
    tips: sisam lista visar ärendena
    tips: välj bland: 2026-002 · 2026-001
    ");
    // An unambiguous beginning is enough, and an exact one wins.
    said(
        &env,
        "new-case --routine nacka --date inskrivning=2026-12-01 --ref 2026-0021",
    );
    said(&env, "done 2026-002 1");
    said(&env, "done 2026-0021 1");
    assert_snapshot!(refused(&env, "done 2026-002 1"), @"
    fel: Redan klart: Rutin 1 (lör 21 nov 2026), registrerat av test lör 21 nov 2026.
    tips: sisam logg 2026-002 visar vad som har hänt
    ");
}

#[test]
fn nothing_to_change_and_things_left_out() {
    let env = nacka();
    assert_snapshot!(refused_with(&env, 2, "set 2026-001"), @r"
    fel: Det står inte vad som ska ändras.
    tips: till exempel --datum utskrivning=2027-03-01; sisam sätt --hjälp visar allt
    ");
    assert_snapshot!(refused_with(&env, 2, "done 2026-001"), @"
    fel: Det står inte vilket steg som är klart.
    tips: välj bland: 1 · 2 · 3 · 4
    tips: sisam klar 2026-001 STEG; sisam nästa 2026-001 visar vad som är på tur
    ");
    assert_snapshot!(refused_with(&env, 2, "skip 2026-001 1"), @"
    fel: Det saknas: --orsak
    tips: skriv --orsak - så läses texten från standard in; i en terminal frågas den efter
    ");
    assert_snapshot!(refused_with(&env, 2, "close 2026-001 --reason ~"), @r"
    fel: Ett tomt värde går inte här.
      Det gäller --orsak TEXT.
    ");
}

/// A routine of one step, from which a case is opened with nothing but its opening.
const ONE_STEP: &str = r#"
format = 1
id = "prov"
version = "1"
title = "Prov"
[source]
publisher = "P"
document = "D"
[[phase]]
id = "p"
title = "P"
[[phase.step]]
id = "s"
title = "S"
"#;

#[test]
fn an_identity_number_of_whoever_records_is_refused_wherever_it_would_be_stored() {
    let env = nacka();
    said(&env, "done 2026-001 1");
    env.write("egna/prov.toml", ONE_STEP);
    for change in [
        "undo 2026-001",
        "note 2026-001 ok",
        "new-case --routines egna --routine prov",
    ] {
        let told = refused(&env, &format!("{change} --as 20100101-2382"));
        assert!(told.contains("vem som registrerar"), "{change}: {told}");
        assert!(!told.contains("2382"), "{change}: {told}");
    }
}
