//! How much is typed and read: the first step, and each card with its menu.

use super::narrow::bare;
use super::*;

const ROWS: usize = 15;
const KEYS: usize = 16;
const WORDS: usize = 130;

#[test]
fn the_first_step_takes_few_keys_and_few_words() {
    let env = Env::new();
    nacka(&env, "");
    let line = "nästa";
    let mut terminal = env.at_terminal(line);
    terminal.does("N1 · Rutin 1", "").sees("Klart: Rutin 1");
    let (_, screen) = terminal.leaves();
    let keys = format!("sisam {line}\rk\r\r").chars().count();
    assert!(keys <= KEYS, "{keys}");
    let (read, _) = screen.split_once("Klart: Rutin 1").unwrap();
    let read = bare(read);
    // What is drawn again is read once.
    let mut lines: Vec<&str> = Vec::new();
    for line in read
        .lines()
        .map(|line| line.trim_start_matches(['>', ' ', '\r']))
    {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    let words = lines.iter().flat_map(|line| line.split_whitespace());
    let count = words
        .filter(|word| word.contains(char::is_alphanumeric))
        .count();
    assert!(count <= WORDS, "{count}: {lines:#?}");
}

/// Of the routine with the longest menu; every card of every routine is measured beside the walk's code.
#[test]
fn each_card_with_its_question_and_menu_takes_few_lines() {
    let env = Env::new();
    env.line(
        "new-case --ref C1 --routine soderkoping --date placering=2026-11-25 --date avslut=2026-12-10 \
         --answer akut=nej --answer skolbyte=ja --answer annan-kommun=ja --answer skolbyte-avslut=ja",
    )
    .success();
    let mut terminal = env.at_terminal("next C1");
    for _ in 0..25 {
        terminal.types_if_anybody_reads(ENTER);
        std::thread::sleep(std::time::Duration::from_millis(150));
    }
    let (_, screen) = terminal.leaves();
    let screen = bare(&screen);
    let cards = screen.split(" · Söderköping · ").skip(1);
    let cards = cards.filter_map(|card| Some(card.split_once("u Ångra")?.0));
    // A question before the card has a head of its own, and who takes the step is asked below it.
    let rows = cards.map(|card| {
        card.lines()
            .take_while(|line| !line.starts_with("Vem tar steget?"))
            .count()
    });
    let rows: Vec<_> = rows.collect();
    assert!(
        rows.len() > 5 && rows.iter().all(|rows| *rows <= ROWS),
        "{rows:?}: {screen}"
    );
}
