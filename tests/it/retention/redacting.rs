//! `redact`: a text goes, that it was there stays, and everything that reads the case goes on working.

use insta::assert_snapshot;

use super::{absence, file_holds, line, refused, told};
use crate::harness::Env;

/// The commands that read a case, and must go on doing so.
const READERS: [&str; 16] = [
    "",
    "list --all",
    "list --all --format json",
    "show 2026-001",
    "show 2026-001 --format json",
    "show 2026-001 --plain --lang en",
    "log 2026-001",
    "log 2026-001 --format json",
    "next",
    "next 2026-001 --format json",
    "report --details",
    "report --missing --late --extended --within 999 --details",
    "report --by who --details",
    "report --details --format json",
    "why 2026-001 malmote",
    "why 2026-001 malmote --format json",
];

/// Nowhere is what was taken out, nor the sign that stands for it.
fn read_all(env: &Env, gone: &str) {
    env.sound();
    for command in READERS {
        let said = told(env, command);
        assert!(
            !said.contains(gone) && !said.contains('\u{FFFC}'),
            "{command}: {said}"
        );
    }
}

/// Runs a line, then takes out the text of the latest event that holds one.
fn with_taken_out(env: &Env, text: &str) -> String {
    told(env, text);
    take_out_latest(env)
}

fn take_out_latest(env: &Env) -> String {
    let seq = env.latest_text();
    told(
        env,
        &format!("redact 2026-001 {seq} --reason hörde~inte~hit"),
    )
}

#[test]
fn the_text_is_gone_and_the_history_says_that_it_was_there() {
    let env = absence();
    told(&env, "note 2026-001 familjehemmet~i~Lillbyn");
    assert!(file_holds(&env, "Lillbyn"));
    assert_snapshot!(told(&env, "maskera 2026-001 3 --orsak hörde~inte~hit --som chefen"), @r"
    2026-001 topas · Skolfrånvaro · Dagen då gränsen nåddes mån 16 nov 2026
    Händelse 3, lör 21 nov 2026, antecknad av test:
      anteckning: familjehemmet i Lillbyn
    Händelsen registrerades med --idag: den som har filen kan då prova sig fram till
    en kort text även sedan den har tagits bort.
    Det här tas bort ur filen och går inte att få tillbaka:
      ”familjehemmet i Lillbyn”
    Kopior, säkerhetskopior och utskrifter har kvar det som tas bort. Filen känner
    inte till några.
    Texten är borttagen. Historiken visar att den fanns, vem som tog bort den och
    varför.
    ");
    assert!(!file_holds(&env, "Lillbyn"));
    assert_snapshot!(told(&env, "log 2026-001"), @r"
    2026-001 topas · Skolfrånvaro · Dagen då gränsen nåddes mån 16 nov 2026

    Nr  När              Vem     Vad
    ────────────────────────────────────────────────────────────────────────────────
     1  lör 21 nov 2026  test    ärendet öppnades (rutinens version 1) · startades
        dagen angiven            av: Ogiltig frånvaro (skolk) vid fem tillfällen
     2  lör 21 nov 2026  test    Dagen då gränsen nåddes: mån 16 nov 2026
        dagen angiven
     3  lör 21 nov 2026  test    anteckning: [borttagen text]
        dagen angiven
     4  lör 21 nov 2026  chefen  texten i händelse 3 togs bort: hörde inte hit
        dagen angiven
    ");
    let log = env.json("2026-11-21", "log 2026-001");
    assert_eq!(log[2]["redacted"], serde_json::json!(["text"]));
    assert_eq!(log[3]["event"], "redacted");
    assert_eq!(
        (log[3]["redacts"].as_u64(), log[3]["who"].as_str()),
        (Some(3), Some("chefen"))
    );
    read_all(&env, "Lillbyn");
    // It is never taken back.
    told(&env, "undo 2026-001");
    assert!(told(&env, "log 2026-001").contains("händelse 3 togs tillbaka"));
    read_all(&env, "Lillbyn");
}

#[test]
fn only_a_text_that_is_there_can_go() {
    let env = absence();
    told(&env, "note 2026-001 familjehemmet~i~Lillbyn");
    assert_snapshot!(refused(&env, "redact 2026-001 2 --reason x"), @"
    fel: Händelse 2 har ingen text att ta bort.
      Datum, vem som tar ett steg och vad som är klart är uppgifter i checklistan. De ändras med sisam sätt och sisam ångra.
    tips: text finns i händelse 3
    ");
    assert_snapshot!(refused(&env, "redact 2026-001 9 --reason x"), @"
    fel: Ärendet har ingen händelse 9; den sista är 3.
    tips: sisam logg 2026-001 visar vad som har hänt
    ");
    assert_snapshot!(refused(&env, "redact 2026-001 3 --reason familjehemmet~i~lillbyn"), @"
    fel: Orsaken innehåller det som ska bort.
      Orsaken sparas i historiken. Skriv den utan själva texten.
    ");
    assert_snapshot!(refused(&env, "redact 2026-001 3 --reason 121212-1212"), @"
    fel: Texten innehåller ett personnummer eller samordningsnummer: orsaken
      sisam har ingen plats för barnets namn eller nummer. Inget är sparat; skriv om utan numret.
    ");
    line(&env, "redact 2026-001 fyra --reason x").fails(2);
    told(&env, "redact 2026-001 3 --reason x");
    assert_snapshot!(refused(&env, "redact 2026-001 3 --reason x"), @"
    fel: Texten i händelse 3 är redan borttagen.
    tips: sisam logg 2026-001 visar vad som har hänt
    ");
    // The reason is a text like any other.
    told(&env, "redact 2026-001 4 --reason y");
    read_all(&env, "Lillbyn");
}

#[test]
fn a_holder_taken_out_holds_the_role_no_more() {
    let env = absence();
    told(&env, "set 2026-001 --role mentor=Lillgruppen");
    assert!(told(&env, "report --details").contains("Lillgruppen"));
    assert_snapshot!(take_out_latest(&env), @r"
    2026-001 topas · Skolfrånvaro · Dagen då gränsen nåddes mån 16 nov 2026
    Händelse 3, lör 21 nov 2026, antecknad av test:
      Mentor: Lillgruppen
    Händelsen registrerades med --idag: den som har filen kan då prova sig fram till
    en kort text även sedan den har tagits bort.
    Det här tas bort ur filen och går inte att få tillbaka:
      ”Lillgruppen”
    Kopior, säkerhetskopior och utskrifter har kvar det som tas bort. Filen känner
    inte till några.
    Texten är borttagen. Historiken visar att den fanns, vem som tog bort den och
    varför.
    ");
    assert!(!file_holds(&env, "Lillgruppen"));
    read_all(&env, "Lillgruppen");
    let shown = env.json("2026-11-21", "show 2026-001");
    assert_eq!(shown["roles"], serde_json::json!({}));
    told(&env, "set 2026-001 --role mentor=Mentorn");
}

#[test]
fn an_answer_taken_out_decides_nothing_and_is_asked_for_again() {
    let env = Env::new().with_file();
    told(
        &env,
        "new-case --routine soderkoping --date placering=2026-12-01 --answer skolbyte=ja --answer annan-kommun=nej --answer akut=nej",
    );
    told(
        &env,
        "done 2026-001 1 --answer samtycke=delvis --answer samtycke-av=barnet",
    );
    let holds = |env: &Env| {
        let shown = env.json("2026-11-21", "show 2026-001");
        (
            shown["answers"]["samtycke"].clone(),
            shown["steps"][2]["status"].clone(),
        )
    };
    assert_eq!(holds(&env), ("delvis".into(), "blocked".into()));
    let log = env.json("2026-11-21", "log 2026-001");
    let answered = |event: &&serde_json::Value| event["question"] == "samtycke";
    let seq = log.as_array().unwrap().iter().find(answered).unwrap()["seq"].clone();
    assert_snapshot!(told(&env, &format!("redact 2026-001 {seq} --reason fel")), @r"
    2026-001 topas · Söderköping · Placeringen börjar tis 1 dec 2026
    Händelse 6, lör 21 nov 2026, antecknad av test:
      Finns samtycke till att skolan och socialtjänsten samarbetar? delvis
    Händelsen registrerades med --idag: den som har filen kan då prova sig fram till
    en kort text även sedan den har tagits bort.
    Det här tas bort ur filen och går inte att få tillbaka:
      ”delvis”
    Kopior, säkerhetskopior och utskrifter har kvar det som tas bort. Filen känner
    inte till några.
    Texten är borttagen. Historiken visar att den fanns, vem som tog bort den och
    varför.
    ");
    assert_eq!(holds(&env), (serde_json::Value::Null, "blocked".into()));
    env.sound();
    for reader in [
        "show 2026-001",
        "why 2026-001 3",
        "next",
        "report --missing",
        "log 2026-001",
    ] {
        assert!(!told(&env, reader).contains('\u{FFFC}'));
    }
    // The step that asked stays done, and what came after it can still be taken back by itself.
    told(&env, "done 2026-001 4");
    told(&env, "undo 2026-001 4");
    told(&env, "set 2026-001 --answer samtycke=ja");
    assert_eq!(holds(&env).0, "ja");
}

#[test]
fn every_sort_of_text_can_go_and_the_case_goes_on() {
    let env = absence();
    for text in [
        "skip 2026-001 malmote --reason hemligt-skäl",
        "extend 2026-001 underratta --to 2027-01-01 --reason hemligt-skäl --decided-by hemlig-chef",
        "close 2026-001 --reason hemligt-skäl",
        "reopen 2026-001 --reason hemligt-skäl",
        "set 2026-001 --role rektor=hemlig-rektor",
    ] {
        with_taken_out(&env, text);
        assert!(!file_holds(&env, "hemlig"), "{text}");
        read_all(&env, "hemlig");
    }
    told(&env, "undo 2026-001 malmote");
    told(&env, "done 2026-001 malmote --on 2026-11-20");
    read_all(&env, "hemlig");
}

#[test]
fn a_ground_taken_out_is_asked_for_again_where_it_is_needed() {
    let env = Env::new().with_file();
    told(
        &env,
        "new-case --routine soderkoping --date placering=2026-12-01 --answer skolbyte=ja --answer annan-kommun=nej --answer akut=nej --answer folkbokford=ja",
    );
    told(&env, "done 2026-001 1 --answer samtycke=nej");
    let ground = "strikt~nödvändigt~för~att~vi~ska~kunna~utföra~vår~uppgift~(OSL~10~kap.~2~§)";
    told(&env, &format!("done 2026-001 3 --despite {ground}"));
    take_out_latest(&env);
    assert!(
        told(&env, "log 2026-001 --plain").contains("trots det som saknades: [borttagen text]")
    );
    for reader in [
        "why 2026-001 3",
        "show 2026-001",
        "log 2026-001 --format json",
        "next",
    ] {
        assert!(!told(&env, reader).contains("strikt"), "{reader}");
    }
    env.sound();
    told(&env, "undo 2026-001 3");
    assert!(refused(&env, "done 2026-001 3").contains("strikt"));
}

#[test]
fn where_else_the_same_text_stands_is_said() {
    let env = absence();
    told(&env, "note 2026-001 familjehemmet~i~Lillbyn");
    told(&env, "note 2026-001 familjehemmet~i~Lillbyn");
    told(
        &env,
        "new-case --routine nacka --date inskrivning=2026-12-01 --role elev=familjehemmet~i~Lillbyn",
    );
    let said = told(&env, "redact 2026-001 3 --reason fel");
    assert!(
        said.contains("Samma text står också i händelse 4."),
        "{said}"
    );
    assert!(
        said.contains("Samma text står också i ett annat ärende: 2026-002"),
        "{said}"
    );
}

#[test]
fn it_is_done_in_a_closed_case_too() {
    let env = absence();
    told(&env, "note 2026-001 familjehemmet~i~Lillbyn");
    told(&env, "close 2026-001 --reason klart");
    told(&env, "redact 2026-001 3 --reason fel");
    read_all(&env, "Lillbyn");
    assert!(!file_holds(&env, "Lillbyn"));
}
