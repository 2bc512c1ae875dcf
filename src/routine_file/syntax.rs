//! What the TOML parser complains of, sorted into faults that can be explained in plain words.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::de::Error;

use super::reader::FileReader;
use crate::domain::routine_problem::SyntaxFault::{
    self, BadText, DuplicateKey, ImpossibleDate, MissingComma, MissingEquals, MissingValue,
    TooDeep, Unclosed, Unquoted,
};
use crate::domain::routine_problem::{ProblemKind, line_around};

/// What syntax errors do to the rest of the file.
#[derive(Debug, Default)]
pub(super) struct Damage {
    /// Lines on which something could not be read: where each starts and ends, in bytes.
    lines: BTreeMap<usize, usize>,
    /// Keys may be missing that the author wrote.
    keys_lost: bool,
}

/// Reports each error once a line: the parser, having lost its way, often complains again there.
pub(super) fn report(text: &str, errors: &[Error], reader: &FileReader) -> Damage {
    let mut damage = Damage::default();
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let fault = fault(text, &span, error.message());
        if damage.covers(span.start) {
            continue;
        }
        damage.keys_lost |= !matches!(fault, DuplicateKey | ImpossibleDate | Unquoted);
        let line = line_around(text, span.start);
        damage.lines.insert(line.start, line.end + 1);
        let also = start_of_long_text(text, &span, error.message());
        reader.report_with(span, also, ProblemKind::Syntax(fault));
    }
    damage
}

impl Damage {
    /// Whether a problem here may only be a consequence of what could not be read.
    pub(super) fn explains(&self, start: usize, kind: &ProblemKind) -> bool {
        if matches!(kind, ProblemKind::Syntax(_)) {
            return false;
        }
        self.covers(start) || (self.keys_lost && kind.may_follow_from_syntax())
    }

    fn covers(&self, offset: usize) -> bool {
        let before = self.lines.range(..=offset).next_back();
        before.is_some_and(|(_, end)| offset < *end)
    }
}

/// Where a text over several lines begins whose end the parser did not find: it points at the end of the file.
fn start_of_long_text(text: &str, span: &Range<usize>, message: &str) -> Option<Range<usize>> {
    let quotes = match message.split(',').next()? {
        "invalid multi-line basic string" => "\"\"\"",
        "invalid multi-line literal string" => "\'\'\'",
        _ => return None,
    };
    let start = text.get(..span.start)?.rfind(quotes)?;
    Some(start..start + quotes.len())
}

fn fault(text: &str, span: &Range<usize>, message: &str) -> SyntaxFault {
    let found = text.get(span.clone()).unwrap_or_default();
    let (what, _) = message.split_once(',').unwrap_or((message, ""));
    match what {
        "duplicate key" => DuplicateKey,
        _ if what.starts_with("cannot extend value") => DuplicateKey,
        "invalid date" | "invalid datetime" | "invalid date-time" | "invalid time"
        | "invalid offset" => ImpossibleDate,
        _ if looks_like_a_date(found) => ImpossibleDate,
        "string values must be quoted" | "invalid value" if found.is_empty() => MissingValue,
        "string values must be quoted" | "invalid boolean" | "invalid value" => Unquoted,
        _ if what.starts_with("invalid") && what.ends_with("string") => BadText,
        "missing opening quote" | "missing escaped value" | "too few unicode value digits" => {
            BadText
        }
        "cannot recurse further; max recursion depth met" | "recursion limit" => TooDeep,
        _ if what.starts_with("unclosed") => Unclosed,
        _ if what.starts_with("missing comma") => MissingComma,
        "key with no value"
        | "missing assignment between key-value pairs"
        | "invalid key-value pair" => MissingEquals,
        "missing value" | "missing value for key" => MissingValue,
        _ => SyntaxFault::Other(message.to_owned()),
    }
}

/// `2026-02-30`: the parser calls it a bad number or a text without quotes as the case may be.
fn looks_like_a_date(found: &str) -> bool {
    let mut parts = found.splitn(3, '-');
    let [Some(year), Some(month), Some(day)] = [parts.next(), parts.next(), parts.next()] else {
        return false;
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    year.len() == 4 && digits(year) && month.len() == 2 && digits(month) && day.len() >= 2
}
