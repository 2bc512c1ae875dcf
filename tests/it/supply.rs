//! What the program is built of: every package it names has a reason, every licence is one it may use, no code is unsafe.
//!
//! `docs/dependencies.md` is made of `Cargo.toml` and what cargo knows.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::made;

const DOCUMENT: &str = "docs/dependencies.md";

/// The licences under which code may be part of the program. Where a package offers several, one of these is enough.
const ALLOWED: [&str; 11] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

#[test]
fn every_direct_dependency_is_listed_with_its_reason() {
    let [_, list, _] = made::parts(DOCUMENT);
    let rows = rows(&metadata(), &list);
    assert!(rows.len() > 10, "{rows:#?}");
    let heading = "| package | version | licence | for | why |\n|---|---|---|---|---|\n";
    made::assert_made(DOCUMENT, &format!("{heading}{}\n", rows.join("\n")));
}

#[test]
fn every_licence_is_one_of_those_allowed() {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 100, "the whole tree");
    let refused: Vec<_> = packages
        .iter()
        .filter(|package| !licence_of(package).is_some_and(is_allowed))
        .map(|package| format!("{}: {:?}", package["name"], licence_of(package)))
        .collect();
    assert!(refused.is_empty(), "not under {ALLOWED:?}: {refused:#?}");
    let text = package_file(DOCUMENT);
    for licence in ALLOWED {
        assert!(
            text.contains(&format!("`{licence}`")),
            "{DOCUMENT} names {licence}"
        );
    }
}

#[test]
fn a_licence_is_read_as_it_is_meant() {
    for good in [
        "MIT",
        "MIT/Apache-2.0",
        "GPL-2.0-only OR MIT",
        "(GPL-3.0 OR MIT) AND Zlib",
        "MIT AND GPL-3.0 OR ISC",
    ] {
        assert!(is_allowed(good), "{good}");
    }
    for bad in [
        "GPL-3.0",
        "MIT AND GPL-3.0",
        "(MIT OR ISC) AND GPL-3.0",
        "MIT WITH x",
        "",
    ] {
        assert!(!is_allowed(bad), "{bad}");
    }
}

#[test]
fn no_code_is_unsafe() {
    for root in ["src/lib.rs", "src/main.rs"] {
        let text = package_file(root);
        assert!(
            text.lines().any(|line| line == "#![forbid(unsafe_code)]"),
            "{root}"
        );
    }
    assert!(
        package_file("Cargo.toml").contains("unsafe_code = \"forbid\""),
        "tests and benches too"
    );
}

/// What cargo knows of the packages that are built here, tests' own among them; of those for features too where they are
/// at hand. Packages for other systems need not be.
fn metadata() -> Value {
    let version = said("rustc", &["-vV"]).unwrap();
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    let arguments = |features: &[&'static str]| {
        let all = [
            "metadata",
            "--offline",
            "--locked",
            "--format-version",
            "1",
            "--filter-platform",
            host.unwrap(),
        ];
        said(env!("CARGO"), &[&all, features].concat())
    };
    let told = arguments(&["--all-features"]).or_else(|_| arguments(&[]));
    serde_json::from_str(&told.unwrap()).unwrap()
}

fn said(program: &str, arguments: &[&str]) -> Result<String, String> {
    let mut command = Command::new(program);
    let output = command
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    match output.status.success() {
        true => Ok(String::from_utf8(output.stdout).unwrap()),
        false => Err(String::from_utf8_lossy(&output.stderr).into_owned()),
    }
}

/// The rows of the table: one for each package that `Cargo.toml` names, those of the program before those of its tests.
/// A package that is not built here keeps the row it has.
fn rows(metadata: &Value, listed: &str) -> Vec<String> {
    let packages = metadata["packages"].as_array().unwrap();
    let package = |id: &Value| {
        packages
            .iter()
            .find(|package| package["id"] == *id)
            .unwrap()
    };
    let nodes = metadata["resolve"]["nodes"].as_array().unwrap();
    let root = &metadata["resolve"]["root"];
    let node = nodes.iter().find(|node| node["id"] == *root).unwrap();
    let built: Vec<_> = node["dependencies"]
        .as_array()
        .unwrap()
        .iter()
        .map(package)
        .collect();
    let manifest = package_file("Cargo.toml");
    let mut rows = BTreeSet::new();
    for declared in package(root)["dependencies"].as_array().unwrap() {
        let name = declared["name"].as_str().unwrap();
        let is_for = if declared["kind"] == "dev" {
            "tests"
        } else {
            "program"
        };
        let reason = reason(&manifest, name);
        let begin = format!("| `{name}` | ");
        let row = match built.iter().find(|package| package["name"] == name) {
            Some(package) => {
                let (version, licence) = (
                    package["version"].as_str().unwrap(),
                    licence_of(package).unwrap(),
                );
                format!("{begin}{version} | {licence} | {is_for} | {reason} |")
            }
            None => {
                let kept = listed.lines().find(|line| line.starts_with(&begin));
                kept.unwrap_or(&format!("{begin}? | ? | {is_for} | {reason} |"))
                    .to_owned()
            }
        };
        rows.insert((is_for, name, row));
    }
    rows.into_iter().map(|(_, _, row)| row).collect()
}

/// Why a package is there: the comment on its line in `Cargo.toml`.
fn reason(manifest: &str, name: &str) -> String {
    let is_its_own = |line: &&str| line.split_once(" = ").is_some_and(|(key, _)| key == name);
    let mut lines = manifest.lines().filter(is_its_own);
    let reason = lines
        .find_map(|line| line.split_once(" # "))
        .map(|(_, reason)| reason.trim());
    reason
        .filter(|reason| !reason.is_empty())
        .unwrap_or_else(|| panic!("{name} has no reason: end its line in Cargo.toml with one, as in {name} = \"1\" # why it is there"))
        .to_owned()
}

fn licence_of(package: &Value) -> Option<&str> {
    package["license"].as_str()
}

/// Whether an SPDX expression can be met with allowed licences. `/` is how OR was written once.
fn is_allowed(expression: &str) -> bool {
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let mut words = spaced.split_whitespace().peekable();
    let allowed = any_of(&mut words);
    allowed && words.next().is_none()
}

type Expression<I> = std::iter::Peekable<I>;

fn any_of<'e, I: Iterator<Item = &'e str>>(words: &mut Expression<I>) -> bool {
    let mut allowed = all_of(words);
    while words.next_if_eq(&"OR").is_some() {
        allowed |= all_of(words);
    }
    allowed
}

fn all_of<'e, I: Iterator<Item = &'e str>>(words: &mut Expression<I>) -> bool {
    let mut allowed = one(words);
    while words.next_if_eq(&"AND").is_some() {
        allowed &= one(words);
    }
    allowed
}

fn one<'e, I: Iterator<Item = &'e str>>(words: &mut Expression<I>) -> bool {
    if words.next_if_eq(&"(").is_some() {
        let allowed = any_of(words);
        return words.next() == Some(")") && allowed;
    }
    let mut licence = words.next().unwrap_or_default().to_owned();
    if words.next_if_eq(&"WITH").is_some() {
        licence = format!("{licence} WITH {}", words.next().unwrap_or_default());
    }
    ALLOWED.contains(&licence.as_str())
}

fn package_file(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}
