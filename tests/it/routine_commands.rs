//! `routine list|show|check|plan|test`.

use insta::assert_snapshot;

use crate::explained::{ROUTINE, case, said};
use crate::harness::Env;

/// A home with a routine file changed a little.
fn with_file(from: &str, to: &str) -> Env {
    assert!(ROUTINE.contains(from));
    let env = Env::new();
    env.write("prov.toml", &ROUTINE.replacen(from, to, 1));
    env
}

#[test]
fn the_list_names_what_is_broken_and_what_should_have_been_reviewed() {
    let env = Env::new();
    env.write("routines/prov.toml", ROUTINE);
    env.write("routines/nacka.toml", "id = \"nacka\"\n");
    let told = env.line("routine list --routines routines").success();
    assert_snapshot!(told.out, @"
    Id            Rutin              Utgivare                Steg  Läge
    ────────────────────────────────────────────────────────────────────────────────
    bbic-flode    Äldre flöde        Kommunalt                  4  i bruk
                  enligt BBIC, för   samordningsprojekt
                  jämförelse         mellan
                                     socialförvaltning och
                                     utbildningsförvaltning
                                     (kommunen framgår
                                     inte)
    nacka                                                          går inte att
                                                                   använda
    prov          Provrutin          Provkommunen               8  i bruk
                                                                   skulle ha setts
                                                                   över tor 1 okt
                                                                   2026
    sams          SAMS, skolbyte     Skolverket,                8  i bruk
                  vid placering      Socialstyrelsen och
                                     Specialpedagogiska
                                     skolmyndigheten (SPSM)
    sisam         SiSam, obruten     Statens                    9  i bruk
                  skolgång vid       institutionsstyrelse
                  placering hos SiS  (SiS) och
                                     Specialpedagogiska
                                     skolmyndigheten (SPSM)
    skolfranvaro  Frånvaro: skola    Kommunalt                 12  i bruk
                  och socialtjänst   samordningsprojekt
                  tillsammans        mellan
                                     socialförvaltning och
                                     utbildningsförvaltning
                                     (kommunen framgår
                                     inte)
    soderkoping   Skola och          Söderköpings kommun       14  i bruk
                  socialtjänst vid
                  placering
    ");
    assert_snapshot!(told.err, @"
    Rutinen ”nacka” går inte att använda: filen routines/nacka.toml har fel.
    tips: Se felen med: sisam rutin kontrollera routines/nacka.toml
    ");
    let json = said(&env, "rutin lista --routines routines --format json");
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json[1]["id"], "nacka");
    assert_eq!(json[1]["status"], "broken");
    assert_eq!(json[1]["title"], serde_json::Value::Null);
    assert_eq!(json[2]["id"], "prov");
    assert_eq!(json[2]["review_by"], "2026-10-01");
    let refused = env.line("routine plan nacka --routines routines").fails(1);
    assert_snapshot!(refused.err, @"
    fel: Rutinen ”nacka” går inte att använda: filen routines/nacka.toml har fel.
    tips: Se felen med: sisam rutin kontrollera routines/nacka.toml
    ");
}

#[test]
fn a_folder_that_cannot_be_read() {
    let env = Env::new();
    assert_snapshot!(env.line("routine list --routines finns-inte").fails(1).err, @"fel: Mappen finns-inte går inte att läsa: den finns inte");
}

#[test]
fn a_routine_is_shown_for_people_and_as_its_own_tables() {
    let env = case("");
    assert_snapshot!(said(&env, "routine show prov"), @r"
    prov · Provrutin
    Källa: Provkommunen: Rutin för prov
    Version 1, i bruk
    Översyn: skulle ha setts över tor 1 okt 2026
    Obs: Bara för prov.

    Roller
      rektor: Rektor

    Nyckeldatum
      start: Start (behövs för att öppna ett ärende)
      slut: Slut (när det är känt)

    Frågor om ärendet
      akut: Är det akut? (ja eller nej)
      takt: Hur ofta? (hur lång tid emellan, till exempel 3 veckor eller varannan
        vecka)
      bra: Gick det bra? (ja eller nej; när den behövs)

    Fasen

    Steg 1 Flyttas förbi julen
      Ansvarig: Rektor
      Lag: Skollagen (2010:800) 7 kap. 17 §
      När: inom 3 veckor efter start, flyttas till nästa arbetsdag (lag: 7 kap. 17
        §)

    Steg 2 Genast om det är sent
      Ansvarig: Rektor
      När: senast 8 veckor före slut (eget riktvärde, inte rutinens: 8 veckor); är
        dagen redan förbi, så genast

    Steg 3 Två tider att välja mellan
      Ansvarig: Rektor
      När: inom 2 dagar efter start (rutin); bara vid svaret ja på ”Är det akut?”
      När: inom 2 veckor efter start (rutin)

    Steg 4 Återkommer
      Ansvarig: Rektor
      När: så lång tid som svaret på ”Hur ofta?” anger efter senaste gången, första
        gången räknat från start, längst till slut (eget riktvärde, inte rutinens)

    Steg 5 Efter ett annat steg
      Ansvarig: Rektor
      När: inom 5 arbetsdagar efter Steg 1, flyttas till arbetsdagen före (eget
        riktvärde, inte rutinens)
      kräver först: Steg 3 Två tider att välja mellan

    Steg 6 Bara när det är akut
      bara vid svaret ja på ”Är det akut?”
      Ansvarig: Rektor

    Steg 7 Nås aldrig utan akut
      Ansvarig: Rektor
      När: inom 1 vecka efter Steg 6 (eget riktvärde, inte rutinens)

    Steg 8 Pröva hur det gick
      Ansvarig: Rektor
      När: inom 1 månad efter start (eget riktvärde, inte rutinens)
      Frågor när det är klart:
        bra: Gick det bra? (ja eller nej; när den behövs)
      Vid svaret nej på ”Gick det bra?”: ny omgång av Steg 1, Steg 3, Steg 8
    ");
    let json = said(&env, "routine show routines/prov.toml --format json");
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["review_by"], "2026-10-01");
    assert_eq!(json["phase"][0]["step"][1]["due"]["or_at_once"], true);
    assert_eq!(json["test"][0]["dates"]["start"], "2026-12-03");
}

#[test]
fn every_shipped_routine_can_be_shown_in_both_languages() {
    let env = Env::new();
    for id in [
        "nacka",
        "sisam",
        "sams",
        "soderkoping",
        "skolfranvaro",
        "bbic-flode",
    ] {
        for lang in ["sv", "en"] {
            let page = said(&env, &format!("routine show {id} --lang {lang}"));
            let wide = page
                .lines()
                .find(|line| line.chars().count() > 80 && !line.contains("https://"));
            assert_eq!(wide, None, "{id}");
            assert!(!page.contains("sheet-"), "{page}");
        }
    }
}

#[test]
fn a_check_shows_every_problem_with_its_line() {
    let env = with_file("[[role]]", "[[role]]\npartry = \"Ö\"");
    env.write("bra.toml", ROUTINE);
    let told = env.line("routine check prov.toml bra.toml").ends(1);
    assert_snapshot!(told.out, @r#"
    fel: Nyckeln ”partry” finns inte i ”role”.
      --> prov.toml:14:1
       |
    14 | partry = "Ö"
       | ^^^^^^
       |
       = tips: Menade du ”party”?

    prov.toml: 1 fel, inga varningar

    bra.toml: inga fel
    "#);
    assert_eq!(told.err, "");
    let json = env
        .line("routine check prov.toml --format json")
        .ends(1)
        .out;
    assert_snapshot!(json, @r#"
    [
      {
        "file": "prov.toml",
        "line": 14,
        "column": 1,
        "severity": "error",
        "message": "Nyckeln ”partry” finns inte i ”role”.",
        "hints": [
          "Menade du ”party”?"
        ]
      }
    ]
    "#);
}

#[test]
fn a_star_stands_for_files_also_where_the_shell_leaves_it() {
    let env = Env::new();
    env.write("rutiner/b.toml", ROUTINE);
    env.write("rutiner/a.toml", ROUTINE);
    env.write("rutiner/a.txt", "");
    let told = env.line("routine check rutiner/*.toml").success();
    assert_snapshot!(told.out.replace('\\', "/"), @r"
    rutiner/a.toml: inga fel

    rutiner/b.toml: inga fel
    ");
    env.line("routine check rutiner/*.md").fails(1);
}

#[test]
fn warnings_alone_are_no_fault() {
    let env = with_file("responsible = [\"rektor\"]\n", "");
    let told = env.line("rutin kontrollera prov.toml").success();
    assert!(
        told.out.ends_with("prov.toml: inga fel, 1 varning\n"),
        "{}",
        told.out
    );
}

#[test]
fn a_file_that_cannot_be_read_does_not_hide_the_others() {
    let env = Env::new();
    env.write("bra.toml", ROUTINE);
    let told = env.line("routine check saknas.toml bra.toml").ends(1);
    assert_snapshot!(told.out, @"bra.toml: inga fel");
    assert_snapshot!(told.err, @"fel: Filen saknas.toml går inte att läsa: den finns inte");
}

#[test]
fn tests_that_hold_and_tests_that_do_not() {
    let env = with_file("helg = 2026-12-28", "helg = 2026-12-24");
    env.write("bra.toml", ROUTINE);
    assert_snapshot!(env.line("routine test bra.toml nacka").success().out, @r"
    bra.toml: provet håller
    nacka: alla 10 prov håller
    ");
    assert_snapshot!(env.line("routine test prov.toml").ends(1).out, @r"
    prov.toml: 1 av 1 prov håller inte
      julen
        helg: väntat 2026-12-24, fick 2026-12-28 (open)
    ");
    assert_snapshot!(env.line("routine test prov.toml --format json").ends(1).out, @r#"
    [
      {
        "routine": "prov",
        "test": "julen",
        "passed": false,
        "impossible": null,
        "mismatches": [
          {
            "round": "helg",
            "expected": "2026-12-24",
            "status": "open",
            "due": "2026-12-28"
          }
        ]
      }
    ]
    "#);
}

#[test]
fn a_test_that_cannot_be_and_a_file_without_tests() {
    let env = with_file(
        "dates = { start = 2026-12-03 }\n",
        "dates = { start = 2026-12-03 }\ndone = { bara = 2026-12-04 }\n",
    );
    assert_snapshot!(env.line("routine test prov.toml").ends(1).out, @r"
    prov.toml: 1 av 1 prov håller inte
      julen
        ärendet kan inte bli till: Det är inte avgjort om Steg 6 gäller. obesvarad fråga: Är det akut?
    ");
    let without = ROUTINE.split("[[test]]").next().unwrap();
    env.write("utan.toml", without);
    assert_snapshot!(env.line("routine test utan.toml").success().out, @"utan.toml har inga prov");
}
