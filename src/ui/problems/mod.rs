//! Problems of a routine file in words, each with the line it stands on, underlined.

mod excerpt;
mod hints;

#[cfg(test)]
mod tests;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::Style;
use super::clean::clean_line;
use super::wording::Words;
use crate::domain::message::Message;
use crate::domain::routine_problem::{Problem, ProblemKind, Severity, SyntaxFault};
use excerpt::{Excerpt, excerpt};
use hints::{hints, quoted};

/// One problem, ready to be written. No colours: the heading is there to be given one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shown {
    pub(crate) severity: Severity,
    pub(crate) message: String,
    pub(crate) hints: Vec<String>,
    /// What sort of problem it is and what it is, on one line.
    pub(crate) heading: String,
    /// Where it is and what can be done, on several lines without a line break at the end.
    pub(crate) body: String,
}

/// Every problem of a file in words. `name` is what the file is called, `text` what it says.
pub(crate) fn show(
    name: &str,
    text: &str,
    problems: &[Problem],
    words: &Words,
    style: Style,
) -> Vec<Shown> {
    problems
        .iter()
        .map(|problem| {
            let label = match problem.severity() {
                Severity::Error => "label-error",
                Severity::Warning => "label-warning",
            };
            let said = match &problem.kind {
                // Its titles are said whole.
                ProblemKind::SchoolCalendar(problem) => problem.message(),
                kind => kind.message().with_texts(quoted),
            };
            let message = words.say(&said);
            let hints = hints(&problem.kind).into_iter();
            let hints = hints.map(|hint| words.say(hint.with_texts(quoted)));
            let hints: Vec<_> = words
                .part(&said, "-hint")
                .into_iter()
                .chain(hints)
                .collect();
            Shown {
                severity: problem.severity(),
                heading: format!("{}: {message}", words.say(label)),
                body: body(name, text, problem, &hints, words, style),
                message,
                hints,
            }
        })
        .collect()
}

pub(crate) fn count(name: &str, problems: &[Problem], words: &Words) -> String {
    let phrase = if problems.is_empty() {
        Message::from("problems-none")
    } else {
        let errors = problems.iter().filter(|problem| problem.is_error()).count();
        message!("problems-count", errors, warnings = problems.len() - errors)
    };
    words.say(phrase.with("file", name.to_owned()))
}

fn body(
    name: &str,
    text: &str,
    problem: &Problem,
    hints: &[String],
    words: &Words,
    style: Style,
) -> String {
    if style.plain {
        plain(name, text, problem, hints, words)
    } else {
        drawn(name, text, problem, hints, words, style.width)
    }
}

/// For those who hear the screen or read it in a log.
fn plain(name: &str, text: &str, problem: &Problem, hints: &[String], words: &Words) -> String {
    let main = excerpt(text, &problem.span);
    let mut lines = vec![place(name, &main, words)];
    let shown = clean_line(main.text);
    if !shown.is_empty() {
        lines.push(shown);
    }
    if let Some(also) = &problem.also {
        let place = place(name, &excerpt(text, also), words);
        lines.push(format!("{place}: {}", words.say(also_id(&problem.kind))));
    }
    let label = words.say("label-hint");
    lines.extend(hints.iter().map(|hint| format!("{label}: {hint}")));
    lines.join("\n")
}

fn place(name: &str, excerpt: &Excerpt, words: &Words) -> String {
    // Numbers as texts: those of lines have no thousands to set apart.
    let phrase = message!(
        "problem-place",
        file = name,
        line = excerpt.at.line,
        column = excerpt.at.column
    );
    words.say(&phrase)
}

fn also_id(kind: &ProblemKind) -> &'static str {
    match kind {
        ProblemKind::Syntax(SyntaxFault::BadText) => "problem-starts",
        _ => "problem-first",
    }
}

fn drawn(
    name: &str,
    text: &str,
    problem: &Problem,
    hints: &[String],
    words: &Words,
    width: usize,
) -> String {
    let main = excerpt(text, &problem.span);
    let level = match problem.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let snippet_of_main = snippet(&main, AnnotationKind::Primary, None);
    let mut group = Group::with_level(level);
    group = if main.from_line_start {
        group.element(snippet_of_main.path(name))
    } else {
        // The renderer would count columns from where the line is cut.
        let origin = Origin::path(name).line(main.at.line);
        group
            .element(origin.char_column(main.at.column))
            .element(snippet_of_main)
    };
    if let Some(also) = &problem.also {
        let other = excerpt(text, also);
        let label = words.say(also_id(&problem.kind));
        group = group.element(snippet(&other, AnnotationKind::Context, Some(label)));
    }
    let label = words.say("label-hint");
    for hint in hints {
        let level = Level::HELP.with_name(label.clone());
        group = group.element(level.message(hint.clone()));
    }
    Renderer::plain().term_width(width).render(&[group])
}

fn snippet<'a>(
    excerpt: &Excerpt<'a>,
    kind: AnnotationKind,
    label: Option<String>,
) -> Snippet<'a, Annotation<'a>> {
    let mark = kind.span(excerpt.under.clone()).label(label);
    Snippet::source(excerpt.text)
        .line_start(excerpt.at.line)
        .annotation(mark)
}
