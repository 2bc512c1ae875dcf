//! Rows as a table: in columns where there is room, one fact a line where there is not.

use std::io;

use super::StepFacts;
use crate::ui::wording::Words;
use crate::ui::{Cell, Table, Tone, Ui};

/// Prints rows, all in the shape that fits them all.
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
    let headings = headings.map(|id| words.say(id, &[]));
    let mut table = Table::new(headings).with_whole_lines_in([0, 3, 4]);
    for row in rows {
        let mut step = vec![row.step.clone()];
        step.extend(labelled(words, "report-missing", &row.missing));
        step.extend(labelled(words, "report-waits", &row.waits_for));
        let dates = &row.dates;
        let done = said_of(words, "report-done-on", &dates.done);
        let original = said_of(words, "report-first-date", &dates.original);
        let booked = said_of(words, "report-booked-on", &dates.booked);
        let due = [
            &dates.due,
            &done,
            &dates.standing,
            &original,
            &dates.original_standing,
            &booked,
        ];
        table.add([
            Cell::from(row.case.clone()),
            Cell::from(step.join("\n")),
            Cell::from(lines([&row.owner, &row.who])),
            Cell::toned(row.tone, lines(due)),
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
        "heading-standing",
        "report-original",
        "report-original-standing",
        "report-booked",
        "report-basis",
        "report-missing",
        "report-waits",
    ];
    let mut table = Table::new(headings.map(|id| words.say(id, &[])));
    for row in rows {
        let dates = &row.dates;
        table.add([
            Cell::from(row.case.clone()),
            row.step.clone().into(),
            row.owner.clone().into(),
            row.who.clone().into(),
            dates.due.clone().into(),
            dates.done.clone().into(),
            Cell::toned(row.tone, dates.standing.clone()),
            dates.original.clone().into(),
            dates.original_standing.clone().into(),
            dates.booked.clone().into(),
            row.basis.clone().into(),
            row.missing.join(" · ").into(),
            row.waits_for.join(" · ").into(),
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

fn labelled(words: &Words, label: &str, texts: &[String]) -> Option<String> {
    let label = words.say(label, &[]);
    (!texts.is_empty()).then(|| format!("{label}: {}", texts.join(" · ")))
}

fn said_of(words: &Words, id: &str, date: &str) -> String {
    match date {
        "" => String::new(),
        date => words.say(id, &[("date", date.to_owned().into())]),
    }
}
