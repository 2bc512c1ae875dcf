//! The house rules that a compiler does not hold.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// No file is longer, tests in it included.
const LONGEST_FILE: usize = 400;

/// A source file: its path below the package, with `/`, and its text.
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) text: String,
}

pub(crate) fn files(folder: &str, ending: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == ending) {
                let text = fs::read_to_string(&path).unwrap();
                let path = path.strip_prefix(root).unwrap().to_str().unwrap();
                let path = path.replace('\\', "/");
                found.push(Source { path, text });
            }
        }
    }
    assert!(!found.is_empty(), "{folder} has no .{ending} files");
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn sources() -> Vec<Source> {
    files("src", "rs")
}

/// The part before the unit tests, without comments.
fn code(source: &Source) -> String {
    let mut kept = Vec::new();
    let mut lines = source.text.lines();
    while let Some(line) = lines.next() {
        if line.trim() == "#[cfg(test)]" {
            match lines.next() {
                // The tests lie in a file of their own; what follows is code again.
                Some(next) if next.ends_with(';') => continue,
                _ => break,
            }
        }
        if !line.trim_start().starts_with("//") {
            kept.push(line);
        }
    }
    kept.join("\n")
}

fn is_test_file(source: &Source) -> bool {
    source.path.ends_with("tests.rs") || source.path.contains("/tests/")
}

/// Which top-level modules a folder may name.
fn allowed(folder: &str) -> Option<&'static [&'static str]> {
    match folder {
        "domain" => Some(&["domain"]),
        "routine_file" => Some(&["domain", "files", "routine_file"]),
        "store" => Some(&["domain", "files", "store"]),
        "ui" => Some(&["domain", "ui"]),
        "export" => Some(&["domain", "export"]),
        "view" => Some(&["domain", "ui", "view"]),
        _ => None,
    }
}

/// Every top-level module that a text names with `crate::`, also inside braces.
fn named_modules(text: &str) -> BTreeSet<String> {
    let word = |text: &str| -> String {
        let text = text.trim_start();
        text.chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect()
    };
    let mut found = BTreeSet::new();
    for after in text.split("crate::").skip(1) {
        match after.strip_prefix('{') {
            None => {
                found.insert(word(after));
            }
            Some(inside) => {
                let mut depth = 0;
                let mut at_start = true;
                for (place, c) in inside.char_indices() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => at_start = true,
                        c if at_start && !c.is_whitespace() => {
                            found.insert(word(inside.split_at(place).1));
                            at_start = false;
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    found
}

#[test]
fn imports_go_one_way() {
    let mut broken = Vec::new();
    for source in sources() {
        let folder = source.path.trim_start_matches("src/");
        let folder = folder.split(['/', '.']).next().unwrap_or_default();
        let Some(allowed) = allowed(folder) else {
            continue;
        };
        for module in named_modules(&source.text) {
            if !allowed.contains(&module.as_str()) {
                broken.push(format!("{} imports {module}", source.path));
            }
        }
    }
    assert_eq!(broken, [""; 0]);
}

#[test]
fn the_reader_of_imports_reads_them() {
    let text = "use crate::ui::Ui;\nuse crate::{a::{b, c}, d as e,\n f};\ncrate::g::h()";
    let expected = ["a", "d", "f", "g", "ui"].map(str::to_owned);
    assert_eq!(named_modules(text), BTreeSet::from(expected));
}

#[test]
fn no_file_is_long() {
    let mut all = sources();
    all.extend(files("tests", "rs"));
    all.extend(files("src", "ftl"));
    let long: Vec<_> = all
        .iter()
        .map(|source| (source.text.lines().count(), &source.path))
        .filter(|(lines, _)| *lines > LONGEST_FILE)
        .collect();
    assert!(long.is_empty(), "{long:?}");
}

#[test]
fn the_contract_of_the_store_asks_its_verbs_alone() {
    let contract = files("src/store/tests/contract", "rs");
    assert!(contract.len() > 5);
    let words = [
        "rusqlite",
        "raw()",
        "connected",
        "SELECT ",
        "UPDATE ",
        "std::fs",
    ];
    for source in contract {
        let named: Vec<_> = words
            .iter()
            .filter(|word| source.text.contains(**word))
            .collect();
        assert!(named.is_empty(), "{}: {named:?}", source.path);
    }
}

#[test]
fn clock_environment_terminal_and_exit_stay_in_their_modules() {
    let rules: [(&str, &[&str]); 9] = [
        ("Utc::now", &["src/clock.rs"]),
        ("Local::now", &["src/clock.rs"]),
        ("SystemTime::now", &["src/clock.rs"]),
        ("Instant::", &["src/clock.rs", "src/ui/terminal.rs"]),
        ("env::", &["src/paths.rs"]),
        ("process::exit", &[]),
        ("io::stdin", &["src/ui/terminal.rs"]),
        ("io::stdout", &["src/ui/terminal.rs"]),
        ("io::stderr", &["src/ui/terminal.rs"]),
    ];
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| !is_test_file(source)) {
        let code = code(source);
        for (name, exempt) in &rules {
            if code.contains(name) && !exempt.contains(&source.path.as_str()) {
                broken.push(format!("{} names {name}", source.path));
            }
        }
        for name in ["rusqlite::"] {
            if code.contains(name) && !source.path.starts_with("src/store/") {
                broken.push(format!("{} names {name}", source.path));
            }
        }
        let exempts_itself = code.contains("clippy::disallowed_methods");
        let may = rules
            .iter()
            .any(|(_, exempt)| exempt.contains(&source.path.as_str()));
        if exempts_itself && !may {
            broken.push(format!("{} exempts itself", source.path));
        }
    }
    assert_eq!(broken, [""; 0]);
}

#[test]
fn nothing_is_unwrapped_outside_tests() {
    for source in sources().iter().filter(|source| !is_test_file(source)) {
        assert!(!code(source).contains(".unwrap()"), "{}", source.path);
    }
}

/// Beginnings of ids that are put together when the program runs.
const COMPUTED: [&str; 9] = [
    // What the log says under `event-`.
    "akt-",
    "abbreviation-",
    "help",
    "value-",
    "weekday-",
    "month-",
    "store-",
    "problem-a-",
    "problem-no-",
];

#[test]
fn every_message_is_used_and_every_used_message_exists() {
    let mut ids = BTreeSet::new();
    for source in files("src/ui/wording/sv", "ftl") {
        for line in source.text.lines() {
            let is_message = line.starts_with(|c: char| c.is_ascii_lowercase());
            if let Some((id, _)) = line.split_once(" =").filter(|_| is_message) {
                ids.insert(id.to_owned());
            }
        }
    }
    let text: Vec<_> = sources()
        .into_iter()
        .filter(|s| !is_test_file(s))
        .map(|s| code(&s))
        .collect();
    let text = text.join("\n");
    let is_computed = |id: &String| COMPUTED.iter().any(|start| id.starts_with(start));
    let unused: Vec<_> = ids
        .iter()
        .filter(|id| {
            // Why, and the hint, are said with what they belong to.
            let endings = ["-why", "-hint", "-each"];
            let whole = endings.iter().find_map(|ending| id.strip_suffix(ending));
            let ids = [Some(id.as_str()), whole];
            let mut ids = ids.into_iter().flatten();
            !is_computed(id) && !ids.any(|id| text.contains(&format!("\"{id}\"")))
        })
        .collect();
    assert!(unused.is_empty(), "never said: {unused:#?}");

    // A call may be broken over lines.
    let flat: String = text.lines().map(str::trim).collect();
    let mut unknown = BTreeSet::new();
    for call in ["say(\"", "message!(\"", "Message::from(\""] {
        let called = flat
            .split(call)
            .skip(1)
            .filter_map(|rest| rest.split_once('"'));
        unknown.extend(called.map(|(id, _)| id).filter(|id| !ids.contains(*id)));
    }
    assert!(unknown.is_empty(), "no words for: {unknown:#?}");
}

/// As the harness of the tests names them.
#[test]
fn what_is_left_out_on_windows_is_a_test_and_has_a_reason() {
    let tests = std::process::Command::new(std::env::current_exe().unwrap());
    let listed = { tests }.arg("--list").output().unwrap().stdout;
    let listed = String::from_utf8(listed).unwrap();
    let tests: BTreeSet<_> = listed
        .lines()
        .filter_map(|it| it.strip_suffix(": test"))
        .collect();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/windows-left-out.txt");
    let text = fs::read_to_string(file).unwrap();
    let (_, list) = text.split_once("\n\n").unwrap();
    for line in list.lines() {
        let (name, _) = line.split_once(" — ").unwrap();
        assert!(tests.contains(name), "{name}");
    }
}
