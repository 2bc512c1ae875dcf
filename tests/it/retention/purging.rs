//! `purge`: what the rules say of each closed case, and removing one.

use insta::assert_snapshot;

use super::{absence, file_holds, just_opened, line, opening, refused, told};
use crate::harness::Env;

fn closed() -> Env {
    let env = absence();
    told(&env, "note 2026-001 mormodern~ringde");
    told(&env, "close 2026-001 --reason klart");
    env.as_if_recorded("2026-11-21T08:00:00Z");
    env
}

/// The same seven years ago, as the file's own log knows, with the real clock now.
fn old() -> Env {
    old_and_ended_by("close A --reason klart")
}

fn old_and_ended_by(ending: &str) -> Env {
    let env = Env::new().with_file().with("SISAM_TODAY", "2019-05-02");
    told(&env, "config holder=socialnamnd");
    told(&env, "config retention=akt --decision SN~12");
    told(
        &env,
        "new-case --routine skolfranvaro --ref A --date utlosare=2019-05-02 --trigger fem-tillfallen",
    );
    told(&env, "note A mormodern~ringde");
    told(&env, ending);
    env.as_if_recorded("2019-05-02T08:00:00Z");
    env.on_the_real_day()
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
    env.as_if_recorded("2026-11-21T08:00:00Z");
    let before = env.files();
    assert_snapshot!(told(&env, "gallra"), @r"
    Filen hör till: Socialnämnden. Den är: En del av akten: fem år efter den sista
    anteckningen; handlingar om ett placerat barn ska vara kvar. Beslut: SN 12
    Listan är räknad från en angiven dag (--idag). När ett ärende tas bort räknas
    den dag det verkligen är.

    Ärende    Rutin         Gallras                 Varför
    ────────────────────────────────────────────────────────────────────────────────
    2026-001  Skolfrånvaro  från fre 21 nov 2031,   Fem år efter den sista
                            senast fre 31 dec 2032  anteckningen lör 21 nov 2026,
                                                    klart senast året därpå.
                                                    SoL (2025:400) 16 kap. 1 §
                                                    första stycket
    2026-002  Nacka         ska vara kvar           Filen är en del av akten, och
                                                    handlingar om ett placerat barn
                                                    får inte gallras.
                                                    SoL (2025:400) 16 kap. 2 §
    2026-003  Skolfrånvaro  från tis 21 nov 2056,   En anmälan är gjord. Handlingar
                            senast mån 31 dec 2057  i en skyddsutredning gallras
                                                    inte före barnets 30-årsdag. Den
                                                    känner programmet inte till, så
                                                    det räknar 30 år från att
                                                    ärendet öppnades lör 21 nov
                                                    2026.
                                                    SoL (2025:400) 16 kap. 2 a §

    Ett ärende är öppet och räknas inte här.
    Det som antecknades under en angiven dag räknas från när det verkligen
    antecknades; vet filen inte när det var, från i dag.
    Är ett ärende med i ett forskningsurval ska det vara kvar. Det vet programmet
    inte.
    Inget försvinner av sig självt. Ett ärende i taget: sisam gallra ÄRENDE
    ");
    assert_snapshot!(told(&env, "purge --format json"), @r#"
    [
      {
        "by": "2032-12-31",
        "case": "2026-001",
        "counted_from": "2026-11-21",
        "due": false,
        "from": "2031-11-21",
        "law": "SoL (2025:400) 16 kap. 1 § första stycket",
        "opened": "2026-11-21",
        "overdue": false,
        "routine": "skolfranvaro",
        "rule": "must-go",
        "why": "last-entry"
      },
      {
        "by": null,
        "case": "2026-002",
        "counted_from": null,
        "due": false,
        "from": null,
        "law": "SoL (2025:400) 16 kap. 2 §",
        "opened": "2026-11-21",
        "overdue": false,
        "routine": "nacka",
        "rule": "must-stay",
        "why": "placed-child"
      },
      {
        "by": "2057-12-31",
        "case": "2026-003",
        "counted_from": "2026-11-21",
        "due": false,
        "from": "2056-11-21",
        "law": "SoL (2025:400) 16 kap. 2 a §",
        "opened": "2026-11-21",
        "overdue": false,
        "routine": "skolfranvaro",
        "rule": "must-go",
        "why": "report-made"
      }
    ]
    "#);
    assert_eq!(env.files(), before, "a list changes nothing");
    told(&env, "config holder=skola --reason flyttad");
    told(&env, "config retention=plan:7 --decision BUN~3");
    env.as_if_recorded("2026-11-21T08:00:00Z");
    assert_snapshot!(told(&env, "purge --lang en --plain"), @r#"
    The file is held by: The school. It is: A plan of its own: 7 years after the case was closed. Decision: BUN 3
    The list counts from a given day (--today). When a case is removed, the day it really is counts.

    Case: 2026-001
    Routine: Skolfrånvaro
    Destroyed: from Mon 21 Nov 2033
    Why: 7 years after the case was closed on Sat 21 Nov 2026, by the holder's own plan.

    Case: 2026-002
    Routine: Nacka
    Destroyed: must stay
    Why: The file is part of the personal file, and records about a placed child may not be destroyed. SoL (2025:400) 16 kap. 2 §

    Case: 2026-003
    Routine: Skolfrånvaro
    Destroyed: from Tue 21 Nov 2056, no later than Mon 31 Dec 2057
    Why: A report was made. Records of a protection investigation are not destroyed before the child's 30th birthday. The program does not know it, so it counts 30 years from Sat 21 Nov 2026, when the case was opened. SoL (2025:400) 16 kap. 2 a §

    One case is open and not counted here.
    What was recorded under a given day counts from when it really was recorded; where the file does not know, from today.
    A case that belongs to a research sample must stay. The program does not know which do.
    Nothing goes by itself. One case at a time: sisam purge CASE
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
fn it_must_be_known_who_holds_the_file_and_what_it_is() {
    let env = Env::new().with_file();
    env.write("arenden.db", "");
    assert_snapshot!(told(&env, "purge"), @"
    Det finns inga ärenden än.
    Öppna det första: sisam ny
    ");
    told(
        &env,
        "new-case --routine nacka --date inskrivning=2026-12-01",
    );
    assert_snapshot!(refused(&env, "purge"), @r"
    fel: Det är inte sagt vem filen hör till, och reglerna beror på det.
    tips: ange det en gång: sisam inställningar innehavare=socialnamnd
    tips: välj bland: innehavare=socialnamnd · innehavare=skola · innehavare=annan
    ");
    told(&env, "config holder=socialnamnd");
    let unsaid = refused(&env, "purge");
    for kind in ["gallring=arbetslista", "gallring=akt", "gallring=plan:5"] {
        assert!(unsaid.contains(kind), "{unsaid}");
    }
    told(&env, "config holder=skola --reason fel");
    let unsaid = refused(&env, "purge --format json");
    assert!(
        unsaid.contains("gallring=plan:5") && !unsaid.contains("akt"),
        "{unsaid}"
    );
    let env = env.on_the_real_day();
    refused(&env, "purge 2026-001 --reason x");
}

#[test]
fn a_case_that_is_open_must_stay_or_is_too_young_is_not_removed() {
    let env = old();
    told(&env, "reopen A --reason fel");
    assert_snapshot!(refused(&env, "purge A --reason klart"), @"
    fel: Ärendet A är öppet.
    tips: stäng det först: sisam stäng A
    ");
    told(&env, "close A --reason klart");
    let young = refused(&env, "purge A --reason klart");
    assert!(young.contains("Ärendet A får inte gallras före"), "{young}");
    assert!(
        young.contains("Fem år efter den sista anteckningen"),
        "{young}"
    );
    assert!(
        young.contains("SoL (2025:400) 16 kap. 1 § första stycket"),
        "{young}"
    );
    told(&env, &opening("B"));
    let begun = refused(&env, "purge B --reason klart");
    assert!(begun.contains("--misstag"), "{begun}");
    told(&env, "close B --reason klart");
    assert_snapshot!(refused(&env, "purge B --reason klart"), @"
    fel: Ärendet B ska vara kvar.
      Filen är en del av akten, och handlingar om ett placerat barn får inte gallras.
      SoL (2025:400) 16 kap. 2 §
    ");
}

#[test]
fn a_removed_case_leaves_nothing_in_the_file_but_that_it_was_there() {
    let env = old();
    told(&env, &opening("B"));
    assert!(file_holds(&env, "mormodern ringde"));
    assert!(file_holds(&env, "utlosare"));
    assert_snapshot!(told(&env, "purge A --reason tiden~har~gått~ut"), @r"
    A knölsvan · Skolfrånvaro · Dagen då gränsen nåddes tor 2 maj 2019
    Hela ärendet tas bort: 4 händelser, 2 texter. Det går inte att få tillbaka.
    Fem år efter den sista anteckningen tor 2 maj 2019, klart senast året därpå.
    Är ett ärende med i ett forskningsurval ska det vara kvar. Det vet programmet
      inte.
    Kopior, säkerhetskopior och utskrifter har kvar det som tas bort. Filen känner
    inte till några.
    Åtkomstloggen nämner fortfarande ärendet:
    $HOME/arenden.db.access.log
    Ärendet A är borta.
    Kvar i filen står att ett ärende togs bort: dess nummer i filen, inte
    referensen, dess rutin, dagen det öppnades, när, av vem och varför. Det visas av
    sisam logg --filen.
    ");
    for gone in ["mormodern ringde", "utlosare"] {
        assert!(!file_holds(&env, gone), "{gone}");
    }
    line(&env, "show A").fails(1);
    let [removed] = env.removed_cases().try_into().unwrap();
    let (number, mistake) = (&removed.detail["case"], &removed.detail["mistake"]);
    assert!(*number == 1 && *mistake == 0, "{removed:?}");
    assert_eq!(removed.detail["reason"], "tiden har gått ut");
    env.sound();
}

#[test]
fn the_number_of_a_removed_case_is_not_given_again() {
    let env = Env::new().with_file().on_the_real_day();
    let day = Env::days_from_now(60);
    let open = format!("new-case --routine nacka --date inskrivning={day}");
    let first = told(&env, &open);
    let second = told(&env, &open);
    let number = |told: &str| {
        let line = told.lines().find(|line| line.ends_with("är öppnat."));
        line.unwrap().to_owned()
    };
    assert!(number(&first).contains("-001 ") && number(&second).contains("-002 "));
    let reference = number(&second).split(' ').nth(1).unwrap().to_owned();
    told(
        &env,
        &format!("gallra {reference} --misstag --orsak dubblett"),
    );
    assert!(!file_holds(&env, &reference));
    assert!(number(&told(&env, &open)).contains("-003 "));
    env.sound();
}

#[test]
fn a_case_opened_by_mistake_goes_at_once() {
    let env = just_opened();
    told(&env, &opening("B"));
    let told = told(&env, "gallra B --misstag --orsak dubblett");
    assert_snapshot!(told.split_once('\n').unwrap().1, @"
    Hela ärendet tas bort: 2 händelser, 0 texter. Det går inte att få tillbaka.
    Nyss öppnat av misstag: inget annat har hänt i ärendet. Ingen regel prövas.
    Kopior, säkerhetskopior och utskrifter har kvar det som tas bort. Filen känner
    inte till några.
    Ärendet B är borta.
    Kvar i filen står att ett ärende togs bort: dess nummer i filen, inte
    referensen, dess rutin, dagen det öppnades, när, av vem och varför. Det visas av
    sisam logg --filen.
    ");
    assert_eq!(env.removed_cases()[0].detail["mistake"], 1);
    env.sound();
}

#[test]
fn the_record_names_neither_case_nor_child() {
    let env = just_opened();
    told(&env, &opening("B-17"));
    assert_snapshot!(refused(&env, "purge B-17 --mistake --reason dubblett~av~b-17"), @"
    fel: Orsaken innehåller ärendets referens.
      Orsaken sparas när ärendet är borta. Skriv den utan referensen.
    ");
    assert_snapshot!(refused(&env, "purge B-17 --mistake --reason 121212-1212"), @"
    fel: Texten innehåller ett personnummer eller samordningsnummer: orsaken
      sisam har ingen plats för barnets namn eller nummer. Inget är sparat; skriv om utan numret.
    ");
    told(&env, "purge B-17 --mistake --reason dubblett~av~B-172");
    refused(&env, "purge A --mistake --reason x --as 121212-1212");
}

#[test]
fn where_it_stays_all_the_same_is_said_first() {
    let env =
        old_and_ended_by("new-case --continues A --ref B --date utlosare=2019-05-02 --reason x");
    env.write("arenden.db.v1.bak", "");
    told(&env, "config access_log=on");
    told(&env, "show A");
    env.add_to_file_log("backup", r#"{"file":"/kopior/november.db"}"#);
    assert_snapshot!(told(&env, "purge A --reason dubblett"), @r"
    A knölsvan · Skolfrånvaro · Dagen då gränsen nåddes tor 2 maj 2019
    Hela ärendet tas bort: 4 händelser, 2 texter. Det går inte att få tillbaka.
    Fem år efter den sista anteckningen tor 2 maj 2019, klart senast året därpå.
    Är ett ärende med i ett forskningsurval ska det vara kvar. Det vet programmet
      inte.
    Det fortsätts i B, där referensen står kvar.
    Det som tas bort finns kvar i de här kopiorna, och i andra som filen inte känner
    till:
      säkerhetskopia, fre 20 nov 2026: /kopior/november.db
      bredvid filen: arenden.db.v1.bak
    Åtkomstloggen nämner fortfarande ärendet:
    $HOME/arenden.db.access.log
    Ärendet A är borta.
    Kvar i filen står att ett ärende togs bort: dess nummer i filen, inte
    referensen, dess rutin, dagen det öppnades, när, av vem och varför. Det visas av
    sisam logg --filen.
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
    let env = old();
    told(&env, "export A --out ut.json");
    let first = told(&env, "purge A --reason flyttat");
    assert!(first.contains(": ut.json"), "{first}");
    told(&env, "import ut.json");
    env.as_if_recorded("2019-05-02T08:00:00Z");
    told(&env, "purge A --reason flyttat");
    for gone in ["mormodern ringde", "utlosare"] {
        assert!(!file_holds(&env, gone), "{gone}");
    }
    env.sound();
}
