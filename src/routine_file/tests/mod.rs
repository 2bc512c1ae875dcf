//! Tests of the loader as a whole: a text in, its problems out, each with line, column and what is underlined.

mod conditions;
mod due;
mod form;
mod good;
mod hostile;
mod keys;
mod library;
mod many;
mod people;
mod references;
mod shipped;
mod steps;
mod syntax;
mod tests_beside;
mod version_2;

use super::*;
use crate::domain::routine_problem::{Severity, line_column};

/// Declarations that the texts under test may refer to. Fourteen lines, so that theirs start at line 15.
const HEAD: &str = r#"format = 1
id = "prov"
version = "1"
title = "Prövning"
source = { publisher = "Åmåls kommun", document = "Rutin" }
grounds = { osl = ["uppgiftsskyldighet"] }
role = [{ id = "s", title = "Socialsekreterare" }, { id = "r", title = "Rektor" }]
key_date = [{ id = "in", title = "Inskrivning" }, { id = "ut", title = "Utskrivning" }]
trigger = [{ id = "fem", title = "Fem tillfällen" }]
question = [{ id = "akut", text = "Akut?", kind = "yes-no" }, { id = "val", text = "Val?", kind = "choice", options = ["ja", "vet inte"] }]
document = [{ id = "form", title = "Blankett", field = [{ id = "tom", text = "Tom", kind = "blank" }, { id = "ofta", text = "Hur ofta?", kind = "term" }, { id = "dag", text = "När?", kind = "date" }, { id = "antal", text = "Hur många?", kind = "number" }] }]
[[phase]]
id = "p"
title = "Fas"
"#;

/// The start of a step that uses everything declared, so that nothing is called unused.
const STEP: &str = r#"[[phase.step]]
id = "1"
title = "Steg"
responsible = ["s", "r"]
documents = ["form"]
"#;

/// Each problem of a text, one a line: `line:column 'underlined' problem`; warnings start with `~`.
fn problems(text: &str) -> String {
    let problems = match load(text) {
        Ok(loaded) => loaded.warnings,
        Err(problems) => problems,
    };
    problems
        .iter()
        .map(|problem| {
            let at = line_column(text, problem.span.start);
            let under = text[problem.span.clone()]
                .lines()
                .next()
                .unwrap_or_default();
            let mark = match problem.severity() {
                Severity::Error => "",
                Severity::Warning => "~",
            };
            let also = problem.also.clone().map_or(String::new(), |also| {
                let at = line_column(text, also.start);
                format!(" also {}:{}", at.line, at.column)
            });
            let (line, column, kind) = (at.line, at.column, &problem.kind);
            format!("{mark}{line}:{column} '{under}' {kind:?}{also}\n")
        })
        .collect()
}

/// The problems of a text after [`HEAD`], those about what is unused left out.
fn after_head(text: &str) -> String {
    without_unused(&problems(&format!("{HEAD}{text}")))
}

/// The problems of further keys of a step, which start at line 20.
fn in_step(keys: &str) -> String {
    after_head(&format!("{STEP}{keys}"))
}

fn without_unused(problems: &str) -> String {
    problems
        .lines()
        .filter(|line| !line.contains(" Unused {"))
        .map(|line| format!("{line}\n"))
        .collect()
}
