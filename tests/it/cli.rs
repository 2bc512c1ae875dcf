//! The command line itself: names in two languages, what is said when it is wrong.

use insta::assert_snapshot;

use crate::harness::Env;

#[test]
fn what_is_wrong_is_said_in_swedish() {
    let env = Env::new();
    let said = |line: &str| env.line(line).fails(2).err;
    assert_snapshot!(said("rapport --forsenad"), @r"
    fel: Det finns inget val --forsenad.
    tips: menade du --försenade?
    ");
    assert_snapshot!(said("visa"), @r"
    fel: Det saknas: ÄRENDE
    tips: sisam visa --hjälp visar vad som går
    ");
    assert_snapshot!(said("reprot"), @r"
    fel: Det finns inget kommando reprot.
    tips: menade du rapport?
    ");
    assert_snapshot!(said("klar 1 2 --den 2026-02-30"), @r"
    fel: 2026-02-30 finns inte i kalendern.
      Det gäller --den DATUM/okänt.
    ");
    assert_snapshot!(said("klar 1 2 --den 2/13"), @r"
    fel: 2/13 finns inte i kalendern.
      Det gäller --den DATUM/okänt.
    ");
    assert_snapshot!(said("report --within många"), @r"
    fel: många är inget helt antal dagar.
      Det gäller --inom DAGAR.
    tips: skriv ett heltal, till exempel 14
    ");
    assert_snapshot!(said("list --format xml"), @r"
    fel: xml går inte för --format FORMAT.
    tips: välj bland: tabell, json
    ");
    assert_snapshot!(said("list två"), @r"
    fel: två är ett argument för mycket.
    tips: sisam lista --hjälp visar vad som går
    ");
    assert_snapshot!(said("list --db"), @"fel: --fil FIL behöver ett värde.");
    assert_snapshot!(said("list --db=a --db=b"), @"fel: --fil FIL får bara ges en gång.");
    assert_snapshot!(said("list --yes=ja"), @"fel: Det är ett värde för mycket efter --ja.");
    assert_snapshot!(said("set a --protect --unprotect"), @"fel: --skydda går inte ihop med --oskydda.");
    assert_snapshot!(said("set a --datum inskrivning"), @r"
    fel: inskrivning är inte skrivet som ID=VÄRDE.
      Det gäller --datum ID=DATUM.
    tips: till exempel inskrivning=2026-12-01
    ");
    assert_snapshot!(said("rutin"), @r"
    fel: sisam rutin behöver ett kommando till.
    tips: sisam rutin --hjälp visar vad som går
    ");
    env.line("ny --rutin nacka --ref a --datum inskrivning=2026-12-01")
        .success();
    assert_snapshot!(said("förläng a 4 --till 2026-12-01"), @r"
    fel: Det saknas: --orsak
    tips: skriv --orsak - så läses texten från standard in; i en terminal frågas den efter
    ");
}

#[test]
fn what_is_wrong_is_said_in_english() {
    let env = Env::english();
    let said = |line: &str| env.line(line).fails(2).err;
    assert_snapshot!(said("report --overdu"), @r"
    error: There is no option --overdu.
    hint: did you mean --overdue?
    ");
    assert_snapshot!(said("routine plna"), @r"
    error: There is no command plna.
    hint: did you mean plan?
    ");
    assert_snapshot!(said("new-case --date inskrivning=2027-02-29"), @r"
    error: 2027-02-29 is not in the calendar.
      This is about --date ID=DATE.
    ");
    assert_snapshot!(said("list --color blue"), @r"
    error: blue does not fit --color WHEN.
    hint: choose among: auto, always, never
    ");
    assert_snapshot!(said("routine show"), @r"
    error: Missing: ID
    hint: sisam routine show --help shows what can be done
    ");
}

#[test]
fn the_environment_is_checked_like_options() {
    let said = |name, value| Env::new().with(name, value).line("list").fails(2).err;
    assert_snapshot!(said("SISAM_TODAY", "2026-02-30"), @r"
    fel: 2026-02-30 finns inte i kalendern.
      Det gäller dagen i SISAM_TODAY.
    ");
    assert_snapshot!(said("SISAM_LANG", "fr"), @r"
    fel: Språket fr finns inte.
      Det gäller språket i SISAM_LANG.
    tips: välj bland: sv, en
    ");
}

#[test]
fn the_language_is_known_before_the_command_line_is_read() {
    let swedish = "fel: Det finns inget kommando x.\n";
    let english = "error: There is no command x.\n";
    for (env, line, expected) in [
        (Env::english(), "x --lang sv", swedish),
        (Env::english(), "--språk=sv x", swedish),
        (Env::new(), "x --lang en", english),
        (Env::new().without("SISAM_LANG"), "x", swedish),
        (
            Env::new().without("SISAM_LANG").with("LANG", "en_GB.UTF-8"),
            "x",
            english,
        ),
        (
            Env::new().without("SISAM_LANG").with("LANG", "de_DE.UTF-8"),
            "x",
            swedish,
        ),
        (Env::new().with("LANG", "en_GB.UTF-8"), "x", swedish),
        (Env::english(), "-- x --lang sv", english),
    ] {
        assert!(env.line(line).fails(2).err.starts_with(expected), "{line}");
    }
}

#[test]
fn commands_answer_to_their_swedish_names() {
    let env = Env::new();
    for (swedish, english) in [
        ("ny", "new-case"),
        ("nästa", "next"),
        ("nasta", "next"),
        ("klar", "done"),
        ("hoppa", "skip"),
        ("förläng", "extend"),
        ("forlang", "extend"),
        ("sätt", "set"),
        ("satt", "set"),
        ("anteckna", "note"),
        ("ångra", "undo"),
        ("angra", "undo"),
        ("visa", "show"),
        ("logg", "log"),
        ("varför", "why"),
        ("varfor", "why"),
        ("lista", "list"),
        ("stäng", "close"),
        ("stang", "close"),
        ("öppna", "reopen"),
        ("oppna", "reopen"),
        ("rapport", "report"),
        ("rutin", "routine"),
        ("rutin lista", "routine list"),
        ("rutin visa", "routine show"),
        ("rutin kontrollera", "routine check"),
        ("rutin plan", "routine plan"),
        ("rutin prova", "routine test"),
    ] {
        let help = |name: &str| env.line(&format!("{name} --help")).success().out;
        assert_eq!(help(swedish), help(english), "{swedish}");
    }
}

#[test]
fn options_answer_to_their_swedish_names() {
    let env = Env::new();
    // Followed by an unknown option, so that all before it was understood.
    for line in [
        "rapport --försenade --inom 14 --saknas --roll r --vem v --rutin x --part p --kontroll",
        "rapport --för-sent --förlängda --per vem --detaljer",
        "rapport --for-sent --forlangda --per arende",
        "rapport --forsenade",
        "ny --rutin nacka --ref a --datum i=2026-12-01 --svar akut=ja --roll r=v --tar 3=r --utlösare u",
        "klar a 4 --den okänt --svar x=ja --del b --anteckning t --trots g",
        "hoppa a 4 --orsak x",
        "hoppa a 4 --skäl x",
        "förläng a 4 --till 2026-12-01 --orsak x --beslutat-av v",
        "lista --stängda --alla --idag 2026-12-01 --språk sv --färg aldrig --som jag --ja --format tabell",
        "--enkelt lista --fil x --rutiner y",
    ] {
        let said = env.line(&format!("{line} --finns-inte")).fails(2).err;
        assert!(
            said.starts_with("fel: Det finns inget val --finns-inte."),
            "{line}: {said}"
        );
    }
}

#[test]
fn global_options_stand_before_or_after_the_command() {
    let env = Env::new();
    let before = env
        .line("--lang en --plain --db x list --help")
        .success()
        .out;
    assert_eq!(
        before,
        env.line("list --lang en --plain --db x --help")
            .success()
            .out
    );
    assert!(before.starts_with("Lists the cases"));
}

#[cfg(unix)]
#[test]
fn a_broken_pipe_is_no_error() {
    use std::process::{Command, Stdio};

    let mut child = Command::new(crate::harness::program())
        .arg("--help")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert_eq!(output.status.code(), Some(0));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let output = std::process::Command::new(crate::harness::program())
        .args(["--help", "--lang", "sv"])
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .starts_with("fel: Det gick inte att läsa eller skriva")
    );
}

#[cfg(unix)]
#[test]
fn arguments_that_are_not_text_are_refused() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let bad = OsStr::from_bytes(b"\xff");
    let told = Env::new().sisam([OsStr::new("show"), bad]).fails(2);
    assert_snapshot!(told.err, @"fel: Kommandoraden innehåller tecken som inte går att läsa som text.");
}
