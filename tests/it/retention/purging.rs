//! `purge`: what the rules say of each closed case, and removing one.

use insta::assert_snapshot;

use super::{absence, file_holds, line, refused, told};
use crate::harness::Env;

fn closed() -> Env {
    let env = absence();
    told(&env, "note 2026-001 mormodern~ringde");
    told(&env, "close 2026-001 --reason klart");
    env
}

#[test]
fn without_a_case_all_closed_ones_are_listed_by_what_the_rules_say() {
    let env = closed();
    told(
        &env,
        "new-case --routine nacka --date inskrivning=2026-12-01",
    );
    told(&env, "close 2026-002 --reason klart");
    told(
        &env,
        "new-case --routine skolfranvaro --date utlosare=2026-11-16 --trigger fem-tillfallen --answer anmalan=ja",
    );
    told(&env, "close 2026-003 --reason klart");
    told(
        &env,
        "new-case --routine nacka --date inskrivning=2026-12-01",
    );
    let before = env.files();
    assert_snapshot!(told(&env, "gallra"), @r#"
    Filen hör till: Socialnämnden

    Ska gallras: ett ärende
    Ärende    Rutin         Senast antecknat  Gallras             Varför
    ────────────────────────────────────────────────────────────────────────────────
    2026-001  Skolfrånvaro  lör 21 nov 2026   från fre 21 nov     Fem år efter den
                                              2031, senast fre    sista
                                              31 dec 2032         anteckningen,
                                                                  klart året därpå.
                                                                  SoL (2025:400) 16
                                                                  kap.

    Ska vara kvar: ett ärende
    Ärende    Rutin  Senast antecknat  Gallras  Varför
    ────────────────────────────────────────────────────────────────────────────────
    2026-002  Nacka  lör 21 nov 2026            Handlingar om ett placerat barn får
                                                inte gallras.
                                                SoL (2025:400) 16 kap.

    Ingen känd regel: ett ärende
    Ärende    Rutin         Senast antecknat  Gallras  Varför
    ────────────────────────────────────────────────────────────────────────────────
    2026-003  Skolfrånvaro  lör 21 nov 2026            En anmälan är gjord.
                                                       Handlingar i en
                                                       skyddsutredning gallras inte
                                                       före barnets 30-årsdag, och
                                                       den känner programmet inte
                                                       till.
                                                       SoL (2025:400) 16 kap. 2 a §

    Ett ärende är öppet och räknas inte här.
    Är ett ärende med i ett forskningsurval ska det vara kvar. Det vet programmet
    inte.
    Inget försvinner av sig självt. Ett ärende i taget: sisam gallra ÄRENDE --orsak
    "…"
    "#);
    assert_snapshot!(told(&env, "purge --format json"), @r#"
    [
      {
        "case": "2026-001",
        "routine": "skolfranvaro",
        "opened": "2026-11-21",
        "last_entry": "2026-11-21",
        "rule": "must-go",
        "why": "five-years",
        "from": "2031-11-21",
        "by": "2032-12-31",
        "due": false,
        "overdue": false,
        "law": "SoL (2025:400) 16 kap."
      },
      {
        "case": "2026-002",
        "routine": "nacka",
        "opened": "2026-11-21",
        "last_entry": "2026-11-21",
        "rule": "must-stay",
        "why": "placed-child",
        "from": null,
        "by": null,
        "due": false,
        "overdue": false,
        "law": "SoL (2025:400) 16 kap."
      },
      {
        "case": "2026-003",
        "routine": "skolfranvaro",
        "opened": "2026-11-21",
        "last_entry": "2026-11-21",
        "rule": "no-known-rule",
        "why": "report-made",
        "from": null,
        "by": null,
        "due": false,
        "overdue": false,
        "law": "SoL (2025:400) 16 kap. 2 a §"
      }
    ]
    "#);
    assert_eq!(env.files(), before, "a list changes nothing");
    told(&env, "config holder=skola");
    assert_snapshot!(told(&env, "purge --lang en --plain"), @r#"
    The file is held by: The school

    No known rule: 3 cases
    Case: 2026-001
    Routine: Skolfrånvaro
    Last entry: Sat 21 Nov 2026
    Why: The school destroys by its own plan.

    Case: 2026-002
    Routine: Nacka
    Last entry: Sat 21 Nov 2026
    Why: The school destroys by its own plan.

    Case: 2026-003
    Routine: Skolfrånvaro
    Last entry: Sat 21 Nov 2026
    Why: The school destroys by its own plan.

    One case is open and not counted here.
    A case that belongs to a research sample must stay. The program does not know which do.
    Nothing goes by itself. One case at a time: sisam purge CASE --reason "…"
    "#);
}

#[test]
fn when_the_time_has_come_or_passed_the_list_says_so() {
    let env = closed();
    let on = |day: &str| told(&env, &format!("purge --plain --today {day}"));
    assert!(on("2031-11-20").contains("Gallras: från fre 21 nov 2031, senast fre 31 dec 2032"));
    assert!(on("2031-11-21").contains("Gallras: tiden är inne, senast fre 31 dec 2032"));
    assert!(on("2032-12-31").contains("Gallras: tiden är inne, senast fre 31 dec 2032"));
    assert!(on("2033-01-01").contains("Gallras: skulle ha skett senast fre 31 dec 2032"));
}

#[test]
fn it_must_be_known_who_holds_the_file() {
    let env = Env::new().with_file();
    assert_snapshot!(told(&env, "purge"), @"
    Det finns inga ärenden än.
    Öppna det första: sisam ny
    ");
    told(
        &env,
        "new-case --routine nacka --date inskrivning=2026-12-01",
    );
    assert_snapshot!(refused(&env, "purge"), @"
    fel: Det är inte sagt vem filen hör till, och reglerna beror på det.
    tips: ange det en gång: sisam inställningar holder=socialnamnd
    tips: välj bland: holder=socialnamnd · holder=skola · holder=annan
    ");
    refused(&env, "purge 2026-001 --reason x");
}

#[test]
fn a_case_that_is_open_must_stay_or_is_too_young_is_not_removed() {
    let env = absence();
    assert_snapshot!(refused(&env, "purge 2026-001 --reason klart"), @r#"
    fel: Ärendet 2026-001 är öppet.
    tips: stäng det först: sisam stäng 2026-001
    tips: är det öppnat av misstag och ingen handling om ett barn: sisam gallra 2026-001 --misstag --orsak "…"
    "#);
    told(&env, "close 2026-001 --reason klart");
    assert_snapshot!(refused(&env, "purge 2026-001 --reason klart"), @r#"
    fel: Ärendet 2026-001 får inte gallras före fre 21 nov 2031. Det ska vara gjort senast fre 31 dec 2032.
      Fem år efter den sista anteckningen, klart året därpå.
      SoL (2025:400) 16 kap.
    tips: är det öppnat av misstag och ingen handling om ett barn: sisam gallra 2026-001 --misstag --orsak "…"
    "#);
    refused(&env, "purge 2026-001 --reason klart --today 2031-11-20");
    told(
        &env,
        "new-case --routine nacka --date inskrivning=2026-12-01",
    );
    told(&env, "close 2026-002 --reason klart");
    assert_snapshot!(refused(&env, "purge 2026-002 --reason klart"), @r#"
    fel: Ärendet 2026-002 ska vara kvar.
      Handlingar om ett placerat barn får inte gallras.
      SoL (2025:400) 16 kap.
    tips: är det öppnat av misstag och ingen handling om ett barn: sisam gallra 2026-002 --misstag --orsak "…"
    "#);
    refused(&env, "purge 2026-002 --reason klart --today 2099-01-01");
}

#[test]
fn a_removed_case_leaves_nothing_in_the_file_but_that_it_was_there() {
    let env = closed();
    told(
        &env,
        "new-case --routine nacka --date inskrivning=2026-12-01",
    );
    assert!(file_holds(&env, "mormodern ringde") && file_holds(&env, "2026-001"));
    assert!(file_holds(&env, "utlosare"));
    assert_snapshot!(
        told(&env, "purge 2026-001 --reason tiden~har~gått~ut --today 2032-01-02"), @"
    2026-001 · Skolfrånvaro · Dagen då gränsen nåddes mån 16 nov 2026
    Hela ärendet tas bort: 4 händelser, 2 texter. Det går inte att få tillbaka.
    Fem år efter den sista anteckningen, klart året därpå.
    Är ett ärende med i ett forskningsurval ska det vara kvar. Det vet programmet
      inte.
    Kopior, säkerhetskopior och utskrifter har kvar det som tas bort. Filen känner
    inte till några.
    Åtkomstloggen nämner fortfarande ärendet:
    $HOME/arenden.db.access.log
    Ärendet 2026-001 är borta.
    Kvar i filen står att ett ärende togs bort: dess nummer i filen, inte
    referensen, dess rutin, dagen det öppnades, när, av vem och varför.
    ");
    for gone in ["mormodern ringde", "2026-001", "utlosare"] {
        assert!(!file_holds(&env, gone), "{gone}");
    }
    line(&env, "show 2026-001").fails(1);
    let [removed] = env.removed_cases().try_into().unwrap();
    assert_eq!((removed.id.number(), removed.mistake), (1, false));
    assert_eq!(removed.reason, "tiden har gått ut");
    // The other case is whole, and its number is not given again.
    told(
        &env,
        "new-case --routine nacka --date inskrivning=2026-12-01",
    );
    env.sound();
    assert_eq!(env.rows("2026-11-21", "next 2026-003")[0], "2026-003/1");
}

#[test]
fn a_case_in_which_something_is_done_was_not_opened_by_mistake() {
    let env = absence();
    told(&env, "done 2026-001 underratta");
    assert_snapshot!(refused(&env, "gallra 2026-001 --misstag --orsak dubblett"), @"
    fel: I 2026-001 är något gjort, så det är inte öppnat av misstag.
    tips: är det som är gjort också fel, ta tillbaka det först: sisam ångra 2026-001
    ");
    told(&env, "undo 2026-001 --yes");
    told(&env, "gallra 2026-001 --misstag --orsak dubblett");
}

#[test]
fn a_case_opened_by_mistake_goes_at_once_and_its_number_is_not_given_again() {
    let env = closed();
    told(
        &env,
        "new-case --routine nacka --date inskrivning=2026-12-01",
    );
    assert_snapshot!(told(&env, "gallra 2026-002 --misstag --orsak dubblett"), @"
    2026-002 · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    Hela ärendet tas bort: 2 händelser, 0 texter. Det går inte att få tillbaka.
    Öppnat av misstag, ingen handling om ett barn. Ingen regel prövas.
    Kopior, säkerhetskopior och utskrifter har kvar det som tas bort. Filen känner
    inte till några.
    Åtkomstloggen nämner fortfarande ärendet:
    $HOME/arenden.db.access.log
    Ärendet 2026-002 är borta.
    Kvar i filen står att ett ärende togs bort: dess nummer i filen, inte
    referensen, dess rutin, dagen det öppnades, när, av vem och varför.
    ");
    assert!(env.removed_cases()[0].mistake);
    let next = told(
        &env,
        "new-case --routine nacka --date inskrivning=2026-12-01",
    );
    assert!(next.contains("Ärendet 2026-003 är öppnat."), "{next}");
    env.sound();
}

#[test]
fn where_no_rule_is_known_the_holder_decides() {
    let env = closed();
    told(&env, "config holder=annan");
    told(&env, "purge 2026-001 --reason plan~7");
    assert_eq!(env.removed_cases().len(), 1);
}

#[test]
fn the_record_names_neither_case_nor_child() {
    let env = absence();
    assert_snapshot!(refused(&env, "purge 2026-001 --mistake --reason dubblett~av~2026-001"), @"
    fel: Orsaken innehåller ärendets referens.
      Orsaken sparas när ärendet är borta. Skriv den utan referensen.
    ");
    assert_snapshot!(refused(&env, "purge 2026-001 --mistake --reason 121212-1212"), @"
    fel: Texten innehåller ett personnummer eller samordningsnummer: orsaken
      sisam har ingen plats för barnets namn eller nummer. Inget är sparat; skriv om utan numret.
    ");
    told(
        &env,
        "purge 2026-001 --mistake --reason dubblett~av~2026-0012",
    );
    let env = absence();
    refused(&env, "purge 2026-001 --mistake --reason x --as 121212-1212");
}

#[test]
fn where_it_stays_all_the_same_is_said_first() {
    let env = absence();
    told(
        &env,
        "new-case --continues 2026-001 --date utlosare=2026-11-16",
    );
    told(&env, "config access_log=on");
    told(&env, "show 2026-001");
    env.write("arenden.db.v1.bak", "");
    env.add_to_file_log("backup", r#"{"file":"/kopior/november.db"}"#);
    assert_snapshot!(told(&env, "purge 2026-001 --mistake --reason dubblett"), @"
    2026-001 · Skolfrånvaro · Dagen då gränsen nåddes mån 16 nov 2026
    Hela ärendet tas bort: 3 händelser, en text. Det går inte att få tillbaka.
    Öppnat av misstag, ingen handling om ett barn. Ingen regel prövas.
    Det fortsätts i 2026-002, där referensen står kvar.
    Det som tas bort finns kvar i de här kopiorna, och i andra som filen inte känner
    till:
      säkerhetskopia, fre 20 nov 2026: /kopior/november.db
      bredvid filen: arenden.db.v1.bak
    Åtkomstloggen nämner fortfarande ärendet:
    $HOME/arenden.db.access.log
    Ärendet 2026-001 är borta.
    Kvar i filen står att ett ärende togs bort: dess nummer i filen, inte
    referensen, dess rutin, dagen det öppnades, när, av vem och varför.
    ");
}

#[test]
fn a_case_to_remove_needs_a_reason() {
    let env = absence();
    let before = env.files();
    line(&env, "purge 2026-001").fails(2);
    line(&env, "purge --reason x").fails(2);
    line(&env, "purge --mistake").fails(2);
    assert!(env.files() == before);
}

#[test]
fn a_case_that_came_in_by_import_leaves_nothing_either() {
    let env = closed();
    told(&env, "export 2026-001 --out ut.json");
    let first = told(&env, "purge 2026-001 --mistake --reason flyttat");
    assert!(first.contains(": ut.json"), "{first}");
    told(&env, "import ut.json");
    told(&env, "purge 2026-001 --mistake --reason flyttat");
    for gone in ["mormodern ringde", "2026-001"] {
        assert!(!file_holds(&env, gone), "{gone}");
    }
    env.sound();
}
