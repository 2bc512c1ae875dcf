//! What the documents show is what the program does. Every block in them is run or checked.
//!
//! When the program has come to say something else, the documents as they would be lie in cargo's folder for the files
//! of tests (`target/tmp`): read what changed, then copy them over.

mod document;
mod shell;

use std::collections::BTreeSet;
use std::path::Path;

use self::document::{Document, quoted};
use self::shell::{Shell, words};
use crate::harness::Env;

const README: &str = "README.md";
/// Pages whose examples go on from one another: one case, one home.
const FROM_ONE_EXAMPLE: [&str; 5] = [
    "docs/example.md",
    "docs/many-cases.md",
    "docs/routines/write-your-own.md",
    "docs/data/moving.md",
    "docs/data/privacy.md",
];

/// The text of a file of the package.
fn package_file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    std::fs::read_to_string(path).unwrap()
}

/// Every document of the package, by its name.
fn documents() -> Vec<String> {
    let mut names = crate::tidy::files("docs", "md")
        .into_iter()
        .map(|page| page.path)
        .collect::<Vec<_>>();
    names.extend([README, "CHANGELOG.md"].map(str::to_owned));
    names
}

/// Runs the blocks of documents in order in one home and compares all that is said.
fn replay_in_one_home(names: &[&str]) {
    let mut shell = Shell::new();
    // A folder for the backups of the examples.
    shell.write("kopior/.mapp", "");
    for name in names {
        replay(name, &mut shell);
    }
}

fn replay(name: &str, shell: &mut Shell) {
    let document = Document::read(name);
    let mut real = String::new();
    let mut rest = document.text.as_str();
    let mut changed = Vec::new();
    for block in document.blocks() {
        match block.kind.as_str() {
            "console" => {
                let told = shell.replay(&block.text);
                let fenced = format!("```console\n{}```", block.text);
                let (before, after) = rest.split_once(&fenced).unwrap();
                real.push_str(&format!("{before}```console\n{told}```"));
                rest = after;
                if told != block.text {
                    changed.push((block.line, block.text, told));
                }
            }
            "toml" => {
                let named = block.text.lines().next().unwrap();
                shell.write(named.strip_prefix("# ").unwrap(), &block.text);
            }
            // A table or a text has no place for a comment, so its name stands on the fence.
            file if file.starts_with("csv ") || file.starts_with("text ") => {
                shell.write(file.split_once(' ').unwrap().1, &block.text);
            }
            "sh" | "text" => assert!(
                !block.text.contains("$ "),
                "{name}:{}: what is typed with its output belongs in a console block",
                block.line
            ),
            other => panic!("{name}:{}: a block of kind {other:?}", block.line),
        }
    }
    assert!(shell.has_shown_all_codes(), "{name}: the last exit code");
    if let Some((line, stands, is)) = changed.first() {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, real + rest).unwrap();
        let count = changed.len();
        panic!("{name}:{line} and {count} blocks in all\n--- stands\n{stands}--- is\n{is}");
    }
}

#[test]
fn the_examples_of_one_case_are_what_the_program_says() {
    replay_in_one_home(&FROM_ONE_EXAMPLE);
}

#[test]
fn every_example_of_any_other_document_is_what_the_program_says() {
    for name in documents() {
        if !FROM_ONE_EXAMPLE.contains(&name.as_str()) {
            replay_in_one_home(&[&name]);
        }
    }
}

#[test]
fn the_readme_is_short() {
    assert!(package_file(README).lines().count() <= 200);
}

/// The cargo commands of the README: lines of `sh` blocks.
fn cargo_commands() -> Vec<String> {
    let blocks = Document::read(README).blocks_of("sh");
    let lines = blocks
        .iter()
        .flat_map(|block| block.text.lines())
        .map(str::to_owned)
        .collect::<Vec<_>>();
    assert!(
        lines.iter().all(|line| line.starts_with("cargo ")),
        "nothing else stands unrun: {lines:?}"
    );
    lines
}

#[test]
fn two_commands_do_it_all() {
    let commands = cargo_commands();
    let [main_job, tests] = &commands[..] else {
        panic!("two commands: {commands:?}");
    };
    let ci = package_file(".ci/run");
    assert_eq!(ci.trim_end().lines().last(), Some(tests.as_str()));

    let (cargo, arguments) = main_job.split_once(" -- ").unwrap();
    assert_eq!(cargo, "cargo run --release");
    let env = Env::new();
    let opened = env.sisam(words(arguments)).success().out;
    let dated = opened.lines().filter(|line| line.contains(" dec")).count();
    assert!(dated >= 5, "steps with dates: {opened}");
    assert!(env.files().keys().any(|path| path.ends_with("sisam.db")));
}

#[cfg(unix)]
#[test]
fn the_main_job_asks_nothing_at_a_terminal_either() {
    let commands = cargo_commands();
    let (_, arguments) = commands[0].split_once(" -- ").unwrap();
    let (code, screen) = Env::new().at_terminal(arguments).ends();
    assert_eq!(code, 0);
    assert!(screen.contains("Ärendet 2026-001 är öppnat."), "{screen}");
}

#[test]
fn every_swedish_name_of_a_command_leads_to_it() {
    let env = Env::new();
    let table = Document::read(README).table_under("The commands");
    let mut named = BTreeSet::new();
    for row in &table {
        let commands = quoted(&row[0]);
        let command = commands[0].split(' ').next().unwrap();
        let help = env.line(&format!("{command} --help")).success().out;
        for alias in quoted(&row[1]) {
            assert_eq!(env.line(&format!("{alias} --help")).success().out, help);
        }
        named.insert(command.to_owned());
    }
    let help = Env::english().line("help more").success().out;
    let after = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let all = after
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.strip_prefix("  "))
        .filter(|line| !line.starts_with(' '))
        .filter_map(|line| line.split(' ').next());
    assert_eq!(named, all.map(str::to_owned).collect());
}

#[test]
fn every_shipped_routine_is_told_of() {
    let table = Document::read(README).table_under("The routines");
    let told: BTreeSet<_> = table.iter().flat_map(|row| quoted(&row[0])).collect();
    let library = sisam::routine_file::Library::built_in();
    assert_eq!(told, library.ids().collect());
}

#[test]
fn every_variable_is_told_of() {
    let table = Document::read("docs/scripts.md").table_under("Environment");
    let told: BTreeSet<_> = table.iter().flat_map(|row| quoted(&row[0])).collect();
    let source = package_file("src/paths.rs");
    let read = source.split('"').skip(1).step_by(2);
    // What only builds for tests have is told to nobody.
    let read = read.filter(|text| text.starts_with("SISAM_") || *text == "NO_COLOR");
    let read = read.filter(|text| *text != "SISAM_TEST_POLICY");
    assert_eq!(told, read.collect());
}

#[test]
fn every_link_between_the_documents_leads_somewhere() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    for name in documents() {
        let text = package_file(&name);
        let targets = text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
            .filter(|target| !target.starts_with("http"));
        for target in targets {
            let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
            let path = match file {
                "" => package.join(&name),
                file => package.join(&name).with_file_name("").join(file),
            };
            assert!(path.exists(), "{name}: {target}");
            if !anchor.is_empty() {
                let linked = std::fs::read_to_string(path).unwrap();
                let headings = linked.lines().filter(|line| line.starts_with('#'));
                let mut anchors = headings.map(anchor_of);
                assert!(anchors.any(|known| known == anchor), "{name}: {target}");
            }
        }
    }
}

/// The name under which a heading can be linked to.
fn anchor_of(heading: &str) -> String {
    let text = heading.trim_start_matches('#').trim().to_lowercase();
    text.chars()
        .filter(|c| c.is_alphanumeric() || " -_".contains(*c))
        .map(|c| if c == ' ' { '-' } else { c })
        .collect()
}
