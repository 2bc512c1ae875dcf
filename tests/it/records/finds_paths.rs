//! What was found of file names: a lone `-`, what is no ordinary file, what an interrupted command leaves; and of signs
//! that nobody sees or that only look like digits.

use serde_json::Value;

use super::finds_files::flat;
use crate::harness::Env;

const NEW: &str =
    "new-case --routine nacka --ref A --date inskrivning=2026-12-02 --answer akut=nej";

fn home() -> Env {
    let env = Env::english().with_file();
    env.line(NEW).success();
    env
}

#[test]
fn a_lone_dash_is_never_the_name_of_a_file() {
    let env = home();
    for (line, option) in [
        ("backup -", "FILE"),
        ("restore - --force", "FILE"),
        ("encrypt --new-key-file -", "--new-key-file"),
        ("list --db -", "--db"),
        ("list --routines -", "--routines"),
        ("list --key-file -", "--key-file"),
        ("set A --calendar -", "--calendar"),
        ("routine check -", "FILE"),
        ("routine plan nacka --calendar -", "--calendar"),
    ] {
        let said = env.line(line).fails(2).err;
        assert!(said.contains(option), "{line}: {said}");
        assert!(said.contains("“-”"), "{line}: {said}");
    }
    env.line("config --me file=-").fails(1);
    // Where it makes sense it is standard output.
    let told = env.line("export A --out -").success().out;
    assert!(serde_json::from_str::<Value>(&told).is_ok(), "{told}");
    assert!(!env.path("-").exists());
    for variable in ["SISAM_DB", "SISAM_KEY_FILE", "SISAM_ROUTINES"] {
        let env = Env::english().with(variable, "-");
        let said = env.line("list").fails(2).err;
        assert!(said.contains(variable), "{said}");
        assert!(!env.path("-").exists());
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_ordinary_file_is_called_that() {
    let env = home();
    std::fs::create_dir(env.path("folder")).unwrap();
    let made = std::process::Command::new("mkfifo")
        .arg(env.path("pipe"))
        .status();
    assert!(made.unwrap().success());
    for file in ["/dev/zero", "folder", "pipe", "/dev/null"] {
        for line in [
            "list --key-file FILE",
            "restore FILE --force",
            "import FILE",
        ] {
            let line = line.replace("FILE", file);
            let run = env.line(&line);
            let told = run.output_within(std::time::Duration::from_secs(60));
            let said = flat(&String::from_utf8(told.stderr).unwrap());
            assert_eq!(told.status.code(), Some(1), "{line}: {said}");
            let is_said = ["not an ordinary file", "not a regular file"]
                .iter()
                .any(|part| said.contains(part));
            assert!(is_said, "{line}: {said}");
        }
    }
    for line in ["list --key-file none", "restore none", "import none"] {
        let said = env.line(line).fails(1).err;
        assert!(!said.contains("ordinary"), "{line}: {said}");
    }
}

#[test]
fn whatever_an_interrupted_command_leaves_beside_the_file_is_named() {
    let env = home();
    for (name, content, is_named) in [
        ("before-restore.bak", "", true),
        ("before-repair-2.bak", "", true),
        ("v2.bak", "", true),
        ("restore-1.part-journal", "x", true),
        ("restore-1.part", "x", true),
        ("convert-1.part-wal", "", true),
        ("before-restore.bak.part", "x", true),
        ("turn.part", "", true),
        // Whole copies, and what is somebody else's.
        ("before-restore.bak", "x", false),
        ("txt", "", false),
        ("old", "x", false),
    ] {
        let name = format!("arenden.db.{name}");
        env.write(&name, content);
        let told = env.line("doctor").success().out;
        let told = flat(&told);
        assert_eq!(told.contains(&name), is_named, "{name}: {told}");
        if is_named {
            let is_empty = told.contains("empty");
            assert_eq!(is_empty, content.is_empty(), "{name}: {told}");
            let told = env.line("doctor --format json").success().out;
            let told: Value = serde_json::from_str(&told).unwrap();
            let remarks = told["remarks"].as_array().unwrap();
            let mut named = remarks
                .iter()
                .filter_map(|remark| remark["files"].as_array());
            assert!(named.any(|files| files.contains(&name.clone().into())));
        }
        std::fs::remove_file(env.path(&name)).unwrap();
    }
}

#[test]
fn signs_that_nobody_sees_stay_in_no_name_and_no_text() {
    let env = home();
    // By Unicode's Default_Ignorable_Code_Point, the first and last of its ranges and some that are assigned to nothing.
    let signs = [
        '\u{ad}',
        '\u{34f}',
        '\u{61c}',
        '\u{115f}',
        '\u{1160}',
        '\u{17b4}',
        '\u{17b5}',
        '\u{180b}',
        '\u{180e}',
        '\u{180f}',
        '\u{200b}',
        '\u{200c}',
        '\u{200d}',
        '\u{200f}',
        '\u{202e}',
        '\u{2060}',
        '\u{2065}',
        '\u{206f}',
        '\u{3164}',
        '\u{fe00}',
        '\u{fe0f}',
        '\u{feff}',
        '\u{ffa0}',
        '\u{fff0}',
        '\u{fff8}',
        '\u{1bca0}',
        '\u{1d173}',
        '\u{e0000}',
        '\u{e0001}',
        '\u{e007f}',
        '\u{e0080}',
        '\u{e00ff}',
        '\u{e0100}',
        '\u{e01ef}',
        '\u{e01f0}',
        '\u{e0fff}',
    ];
    for sign in signs {
        let text = format!("An{sign}na Ek");
        env.sisam(["note", "A", &text, "--as", &text]).success();
        let role = format!("socialsekreterare={text}");
        env.sisam(["set", "A", "--role", &role]).success();
        env.line("note A -").piped(text.clone()).success();
        let told = env.line("log A --format json").success().out;
        let log: Value = serde_json::from_str(&told).unwrap();
        let told = log.to_string();
        assert!(!told.contains(sign), "{sign:?}: {told}");
        assert!(told.contains("Anna Ek"), "{sign:?}: {told}");
        let alone = env.sisam(["note", "A", &sign.to_string()]);
        alone.fails(2);
    }
    // They belong to the letters of other scripts, and to pictures.
    for text in ["می\u{200c}روم", "👩\u{200d}🏫 \u{2764}\u{fe0f}"] {
        env.sisam(["note", "A", text]).success();
        let log = env.json("2026-11-21", "log A");
        let last = log.as_array().unwrap().last().unwrap();
        assert_eq!(last["text"], text);
    }
}

#[test]
fn digits_that_are_not_those_of_a_keyboard_are_named_with_their_place() {
    let env = home();
    env.write("rutiner/r.toml", super::finds_options::ROUTINE);
    let env = env.with("SISAM_ROUTINES", "rutiner");
    env.line("new-case --routine r --ref R --date start=2026-12-02")
        .success();
    for (line, code, sign) in [
        ("done A 2 --on ２０２６-11-20", 2, "1 is U+FF12"),
        ("set A --date inskrivning=2026-12-0²", 2, "10 is U+00B2"),
        ("list --today 2026-11-𝟐2", 2, "9 is U+1D7D0"),
        ("report --within ７", 2, "1 is U+FF17"),
        ("set R --answer antal=1２", 1, "2 is U+FF12"),
        ("set R --answer antal=٢", 1, "1 is U+0662"),
    ] {
        let said = flat(&env.line(line).fails(code).err);
        assert!(said.contains(sign), "{line}: {said}");
    }
    env.write(
        "m.csv",
        "ref,routine,date:inskrivning,answer:antal\nX,r,,1２\n",
    );
    let said = env.line("new-case --from m.csv --yes").fails(1).err;
    assert!(!said.is_empty());
    env.write(
        "m.csv",
        "ref,routine,date:inskrivning\nX,nacka,2026-1２-02\n",
    );
    let said = env.line("new-case --from m.csv --yes").fails(1).err;
    assert!(said.contains("U+FF12"), "{said}");
}
