//! Rows as a table: in columns where there is room, one fact a line where there is not.

use std::io;

use crate::ui::wording::Words;
use crate::ui::{Cell, Table, Tone, Ui};

use super::{Dates, StepFacts};

pub(crate) fn print(
    ui: &mut Ui,
    words: &Words,
    groups: &[(Option<String>, Vec<&StepFacts>)],
) -> io::Result<()> {
    let all: Vec<_> = groups.iter().flat_map(|(_, rows)| rows).copied().collect();
    let has_room = in_columns(&all, words).has_room(ui.style());
    for (index, (heading, rows)) in groups.iter().enumerate() {
        if index > 0 {
            ui.print("")?;
        }
        if let Some(heading) = heading {
            ui.print(crate::ui::Line::toned(Tone::Strong, heading))?;
        }
        let table = match has_room {
            true => in_columns(rows, words),
            false => in_facts(rows, words),
        };
        ui.print_table(&table)?;
    }
    Ok(())
}

/// Small facts share a column, so that words stay whole on 80 columns.
fn in_columns(rows: &[&StepFacts], words: &Words) -> Table {
    let headings = [
        "heading-case",
        "heading-step",
        "heading-responsible",
        "heading-due",
        "report-basis",
    ];
    let headings = headings.map(|id| words.say(id));
    let mut table = Table::new(headings).with_whole_lines_in([0, 3, 4]);
    for row in rows {
        let dates = &row.dates;
        let beside = [
            dates.over.clone(),
            said(words, "report-done", dates.done.as_str()),
            said(words, "report-original", &original(dates)),
            said(words, "report-booked", dates.booked.as_str()),
            row.missing.join(" · "),
            said(words, "report-waits", &row.waits_for.join(" · ")),
            said(words, "card-pressed", &row.pressed),
        ];
        table.add([
            Cell::from(row.case.clone()),
            Cell::from(lines([&row.step].into_iter().chain(&beside))),
            Cell::from(lines([&row.owner, &row.who])),
            Cell::toned(row.tone, lines([&dates.due, &dates.standing])),
            Cell::from(row.basis.clone()),
        ]);
    }
    table
}

/// Every fact on its own, for one fact a line.
fn in_facts(rows: &[&StepFacts], words: &Words) -> Table {
    let headings = [
        "heading-case",
        "heading-step",
        "heading-responsible",
        "report-who",
        "heading-due",
        "report-done",
        "report-standing",
        "report-original",
        "report-booked",
        "report-basis",
        "report-missing",
        "report-waits",
        "card-pressed",
    ];
    let mut table = Table::new(headings.map(|id| words.say(id)));
    for row in rows {
        let dates = &row.dates;
        table.add([
            Cell::from(row.case.clone()),
            row.step.clone().into(),
            row.owner.clone().into(),
            row.who.clone().into(),
            dates.due.clone().into(),
            dates.done.clone().into(),
            Cell::toned(row.tone, lines([&dates.standing, &dates.over])),
            original(dates).into(),
            dates.booked.clone().into(),
            row.basis.clone().into(),
            row.missing.join(" · ").into(),
            row.waits_for.join(" · ").into(),
            row.pressed.clone().into(),
        ]);
    }
    table
}

fn lines<'a>(texts: impl IntoIterator<Item = &'a String>) -> String {
    let said: Vec<_> = texts
        .into_iter()
        .filter(|text| !text.is_empty())
        .map(String::as_str)
        .collect();
    said.join("\n")
}

fn said(words: &Words, heading: &'static str, fact: &str) -> String {
    match fact {
        "" => String::new(),
        fact => format!("{}: {fact}", words.say(heading)),
    }
}

/// The date before an extension, and how late it is from that one: "mån 9 nov 2026 (12 dagar försenat)".
fn original(dates: &Dates) -> String {
    match dates.original_standing.as_str() {
        "" => dates.original.clone(),
        standing => format!("{} ({standing})", dates.original),
    }
}
