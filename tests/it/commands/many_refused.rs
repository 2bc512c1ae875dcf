//! Tables that cannot be opened: every line that is wrong is named, and nothing is stored.

use insta::assert_snapshot;

use super::{line, refused, refused_with, said, steps};
use crate::harness::Env;

/// What is said of a table that is refused; no case file is made.
fn table_refused(table: impl AsRef<[u8]>) -> String {
    let env = Env::new();
    std::fs::write(env.path("t.csv"), table).unwrap();
    let told = refused(&env, "new-case --from t.csv");
    assert_eq!(env.files().len(), 1, "no case file is made");
    told
}

#[test]
fn every_bad_line_is_named_with_its_reason_and_nothing_is_stored() {
    let told = table_refused(
        "ref;rutin;startorsak;datum:inskrivning;datum:utskrivning;svar:akut;roll:socialsekreterare;tar:4;klart:1;klart:7\n\
         A;nacka;;2026-12-02;;ja;;;;\n\
         B;nacka;;2026-02-30;1/12;ja;;;igår;\n\
         C;naka;;2026-12-02;;;;;;\n\
         D;;;2026-12-02;;;;;;\n\
         E;nacka;;;;;;;;\n\
         F;nacka;x;2026-12-02;;;;;;\n\
         G;nacka;;2026-12-02;2026-11-01;;;;;\n\
         H;nacka;;2026-12-02;;\"kanske,\nkanske inte\";;;;\n\
         I;nacka;;2026-12-02;;;121212-1212;;;\n\
         J;nacka;;2026-12-02;;;;rektorn;;\n\
         K;nacka;;2026-12-02;;;;;2027-01-01;\n\
         L;nacka;;2026-12-02;;;;;;2026-11-20\n\
         a;nacka;;2026-12-02;;;;;;\n\
         två ord;nacka;;2026-12-02;;;;;;\n\
         N;nacka;;2026-12-02;;;;;;;;x\n\
         121212-1212;nacka;;2026-12-02;;;;;;\n\
         O;nacka;;2026-12-02;;\"ja;;;;\n",
    );
    assert_snapshot!(told, @r"
    fel: 16 rader av 17 i t.csv går inte att öppna. Inget är sparat.
      rad 3, datum:inskrivning: 2026-02-30 finns inte i kalendern.
      rad 3, datum:utskrivning: ”1/12” är ingen dag (skriv dagen som ÅÅÅÅ-MM-DD)
      rad 3, klart:1: ”igår” är ingen dag (skriv dagen som ÅÅÅÅ-MM-DD, eller okänt)
      rad 4, rutin: Det finns ingen rutin naka (menade du nacka?)
      rad 5, rutin: det står inte vilken rutin som gäller
      rad 6, datum:inskrivning: Det här datumet behövs för att öppna ärendet: Inskrivning på ungdomshemmet.
      rad 7, startorsak: Rutinen har ingen startorsak som heter x.
      rad 8, datum:utskrivning: Utskrivning från ungdomshemmet (sön 1 nov 2026) kan inte vara före Inskrivning på ungdomshemmet (ons 2 dec 2026).
      rad 9, svar:akut: ”kanske, kanske inte” går inte som svar på frågan Är placeringen akut? (skriv ja eller nej)
      rad 11, roll:socialsekreterare: Texten innehåller ett personnummer eller samordningsnummer: Socialsekreterare. sisam har ingen plats för barnets namn eller nummer. Inget är sparat; skriv om utan numret.
      rad 12, tar:4: rektorn är ingen av dem som kan ta Rutin 4 (välj bland: rektor-hemskola · funktion-forvaltning)
      rad 13, klart:1: fre 1 jan 2027 har inte varit än; i dag är det lör 21 nov 2026.
      rad 14, klart:7: Rutin 7 kan inte bli klart förrän frågorna är besvarade. Går eleven i skolan nu? (något av: ja, delvis, nej, vet inte)
      rad 15, ref: a finns redan på rad 2
      rad 16, ref: ”två ord” går inte som referens. Använd bokstäver, siffror, bindestreck, punkt och snedstreck, högst 40 tecken.
      rad 17: det står något i kolumn 12, som inte har något namn på första raden
      rad 18, ref: Texten innehåller ett personnummer eller samordningsnummer: referensen. sisam har ingen plats för barnets namn eller nummer. Inget är sparat; skriv om utan numret.
      rad 19: ett citattecken öppnas men stängs aldrig
    tips: rätta raderna i filen och kör samma kommando igen
    ");
}

#[test]
fn a_reference_that_a_case_has_is_not_taken_again_and_no_line_is_stored() {
    let env = Env::new();
    said(
        &env,
        "new-case --routine nacka --ref N1 --date inskrivning=2026-12-02",
    );
    env.write(
        "t.csv",
        "ref,routine,date:inskrivning\nA,nacka,2026-12-02\nn1,nacka,2026-12-03\n",
    );
    assert_snapshot!(refused(&env, "new-case --from t.csv"), @"
    fel: En rad av 2 i t.csv går inte att öppna. Inget är sparat.
      rad 3, ref: ärendet n1 finns redan
    tips: rätta raderna i filen och kör samma kommando igen
    ");
    assert!(line(&env, "show A").fails(1).err.contains("inget ärende A"));
    assert!(steps(&env, "N1").starts_with("1: open 2026-12-01"));
}

#[test]
fn a_table_that_has_been_opened_is_not_opened_again() {
    let env = Env::new();
    env.write(
        "t.csv",
        "ref,routine,date:inskrivning\nA,nacka,2026-12-02\n,nacka,2026-12-02\n",
    );
    said(&env, "new-case --from t.csv");
    refused(&env, "new-case --from t.csv");
    line(&env, "show 2026-002").fails(1);
}

#[test]
fn columns_that_are_no_use_are_named_before_any_line() {
    assert_snapshot!(table_refused("refens,rutin,dates:inskrivning,xyz,done:1,klart:1\nA,nacka,,,,\n"), @"
    fel: Det finns kolumner i t.csv som inte går att använda.
      kolumnen refens finns inte; menade du referens?
      kolumnen dates:inskrivning finns inte; menade du date:inskrivning?
      kolumnen xyz finns inte
      kolumnen done:1 finns två gånger
    tips: första raden ger kolumnernas namn: referens · rutin · startorsak · datum:ID · svar:ID · roll:ID · tar:STEG · klart:STEG
    ");
    assert_snapshot!(table_refused("ref,rutin,date:inskrivnig,svar:qqq,klart:9a\nA,nacka,,,\n"), @"
    fel: Det finns kolumner i t.csv som inte går att använda.
      kolumnen date:inskrivnig: ingen av filens rutiner har något som heter så; menade du date:inskrivning?
      kolumnen svar:qqq: ingen av filens rutiner har något som heter så
      kolumnen klart:9a: ingen av filens rutiner har något som heter så
    ");
}

#[test]
fn the_routine_must_be_told_somewhere() {
    let env = Env::new();
    env.write("t.csv", "ref,date:inskrivning\nA,2026-12-02\n");
    assert_snapshot!(refused_with(&env, 2, "new-case --from t.csv"), @r"
    fel: Det står inte vilken rutin som gäller: --rutin ID
      Filen har ingen kolumn rutin.
    tips: välj bland: bbic-flode · nacka · sams · sisam · skolfranvaro · soderkoping
    ");
}

#[test]
fn what_is_no_table_is_refused_with_the_way_to_save_it() {
    for (table, expected) in [
        (&b"ref;rutin\nA;b\xe5t\n"[..], "(rad 2)"), // Windows-1252
        (b"\xff\xfer\0e\0f\0\n\0", "UTF-16"),
        (b"PK\x03\x04\x14\0\x06\0\x08\0", "(rad 1)"),
        (b"ref\0;rutin\n", "(rad 1)"),
    ] {
        let told = table_refused(table);
        assert!(told.contains(expected), "{told}");
        assert!(told.contains("CSV UTF-8 (kommaavgränsad)"), "{told}");
    }
    for table in ["", "\u{feff}", "\n\n"] {
        assert!(table_refused(table).starts_with("fel: t.csv är tom.\n"));
    }
    assert_snapshot!(table_refused("ref;rutin\n;;\n"), @"fel: Filen har inga ärenden: det finns inga rader efter den första.");
}

#[test]
fn hostile_tables_get_a_short_answer() {
    let header = "ref;rutin;datum:inskrivning\n";
    let good = "A;nacka;2026-12-02\n";
    let columns: String = (0..10_000).map(|n| format!("k{n};")).collect();
    let tables: Vec<Vec<u8>> = vec![
        format!(
            "{header}{good}\"B;nacka;2026-12-02\n{}",
            good.repeat(50_000)
        )
        .into(),
        format!("{header}{}", "B;nacka;\n".repeat(50_000)).into(),
        format!("{header}{good}{}\n", ";x".repeat(10_000)).into(),
        format!("{header}{good}{}\n", ";".repeat(100_000)).into(),
        format!("{columns}\n{columns}\n").into(),
        format!("{header}B;nacka;{}\n", "9".repeat(20_000_000)).into(),
        format!(
            "{header}{}\u{1b}[2J\u{202e};nacka;2026-12-02\n",
            "B".repeat(1_000)
        )
        .into(),
        vec![b'a'; 70 * 1024 * 1024],
        vec![b'"'; 5_000_000],
        (0..=255_u8).cycle().take(1_000_000).collect(),
        format!("{header}{}", "A\n".repeat(300_000)).into(),
    ];
    for table in tables {
        let told = table_refused(&table);
        let start = String::from_utf8_lossy(&table[..60]).into_owned();
        assert!(told.starts_with("fel: "), "{start}: {told}");
        assert!(told.lines().count() < 110, "{start}: {told}");
        assert!(told.len() < 50_000, "{start}: {}", told.len());
        assert!(!told.contains(['\u{1b}', '\u{202e}']), "{start}");
    }
}

#[test]
fn at_most_a_hundred_problems_are_shown_and_all_are_counted() {
    let told = table_refused(format!(
        "rutin;datum:inskrivning\n{}",
        "nacka;i år\n".repeat(1_240)
    ));
    let lines: Vec<&str> = told.lines().collect();
    let file = "fel: 1\u{a0}240 rader av 1\u{a0}240 i t.csv går inte att öppna. Inget är sparat.";
    assert_eq!(lines[0], file);
    assert_eq!(lines.len(), 1 + 100 + 1 + 1);
    assert_eq!(lines[101], "  … och 1\u{a0}140 till");
}

#[test]
fn what_belongs_to_one_case_does_not_go_with_a_table() {
    let env = Env::new();
    env.write("t.csv", "ref,rutin\nA,nacka\n");
    for option in ["--ref A", "--continues A"] {
        refused_with(&env, 2, &format!("new-case --from t.csv {option}"));
    }
    let told = refused(&env, "new-case --from missing.csv");
    assert!(told.contains("missing.csv"), "{told}");
    refused(&env, "new-case --from .");
}

/// The program in a shell that lets no file grow beyond so many blocks of 512 bytes: a disk that runs full.
#[cfg(target_os = "linux")]
fn on_a_small_disk(env: &Env, blocks: u32, line: &str) -> (Option<i32>, String) {
    let mut shell = std::process::Command::new("/bin/sh");
    env.prepare(&mut shell);
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    let arguments = line.split_whitespace();
    shell.args(["-c", &script]).arg(crate::harness::program());
    let output = shell.args(arguments).output().unwrap();
    (output.status.code(), env.normalised(&output.stderr))
}

#[cfg(target_os = "linux")]
#[test]
fn what_goes_wrong_half_way_takes_every_line_back() {
    let env = Env::new();
    said(
        &env,
        "new-case --routine nacka --ref N1 --date inskrivning=2026-12-02",
    );
    let lines = "nacka;2026-12-02\n".repeat(500);
    env.write("t.csv", &format!("rutin;datum:inskrivning\n{lines}"));
    let before = env.files();
    let (code, told) = on_a_small_disk(&env, 1_000, "new-case --from t.csv");
    assert_eq!(code, Some(1), "{told}");
    assert!(told.starts_with("fel: "), "{told}");
    assert!(env.files() == before, "every byte is as it was");
    // There was room for some of them.
    env.write("t.csv", "rutin;datum:inskrivning\nnacka;2026-12-02\n");
    assert_eq!(
        on_a_small_disk(&env, 1_000, "new-case --from t.csv").0,
        Some(0)
    );
    said(&env, "show 2026-001");
}
