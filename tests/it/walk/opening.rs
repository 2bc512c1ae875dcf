//! Ctrl-C at every kind of question of `new-case`: nothing is stored, and the line that is printed goes on there.

use super::narrow::bare;
use super::*;

/// Starts with a line, goes to the next question, leaves there; gives the line that goes on.
fn left_at(env: &Env, line: &str, asked_before: &str, go: impl FnOnce(&mut AtTerminal)) -> String {
    let mut terminal = env.at_terminal(line.strip_prefix("sisam ").unwrap());
    go(&mut terminal);
    let (code, screen) = terminal.leaves();
    assert_eq!(code, 1, "{screen}");
    assert!(screen.contains("Inget är sparat."), "{screen}");
    assert!(
        asked_before.is_empty() || !screen.contains(asked_before),
        "asked again: {screen}"
    );
    assert!(env.files().is_empty(), "nothing may be stored");
    let line = screen
        .lines()
        .rev()
        .find(|line| line.starts_with("  sisam "));
    line.unwrap().trim().to_owned()
}

#[test]
fn the_line_that_is_printed_asks_only_what_is_left() {
    let env = Env::new();
    let line = left_at(&env, "sisam new-case", "", |terminal| {
        terminal
            .sees("Vilken rutin gäller?")
            .sees("Frånvaro: skola");
    });
    assert_eq!(line, "sisam ny");
    // What stood on the line for every command stands there again, and a shell takes none of it apart.
    let line = "sisam --db a$(b).db new-case --lang sv --as Enhet";
    let line = left_at(&env, line, "", |terminal| {
        terminal
            .sees("Vilken rutin gäller?")
            .sees("Frånvaro: skola");
    });
    assert_eq!(line, "sisam ny --fil 'a$(b).db' --språk sv --som Enhet");
    let line = "sisam new-case";
    let line = left_at(&env, line, "", |terminal| {
        terminal
            .chooses("Vilken rutin gäller?", "Frånvaro: skola", 5)
            .sees("Vad startar ärendet?")
            .sees("vet inte än");
    });
    assert_eq!(line, "sisam ny --rutin skolfranvaro");
    let line = left_at(&env, &line, "Vilken rutin", |terminal| {
        terminal
            .answers("Vad startar ärendet?", 3, 1)
            .sees("[2026-001]");
    });
    assert!(line.ends_with("--startorsak tjugo-procent"), "{line}");
    let line = left_at(&env, &line, "Vad startar", |terminal| {
        terminal.sees("[2026-001]").enters("").sees("Dagen då");
    });
    let line = left_at(&env, &line, "[2026-001]", |terminal| {
        terminal
            .sees("Dagen då gränsen nåddes")
            .enters("i går")
            .sees("datum har passerat")
            .sees("Vet inte");
    });
    assert!(line.ends_with("--datum utlosare=2026-11-20"), "{line}");
    let line = left_at(&env, &line, "Dagen då gränsen", |terminal| {
        terminal
            .picks("Berätta för vårdnadshavaren", "Vet inte", 2, 0)
            .day("okänd")
            .sees("vem som har vilken roll nu?")
            .sees("nej");
    });
    assert!(line.contains("--klart underratta=okänt"), "{line}");
    let line = left_at(&env, &line, "Berätta för vårdnadshavaren", |terminal| {
        terminal
            .picks("vem som har vilken roll nu?", "nej", 1, 0)
            .sees("Mentor (funktion eller grupp, inte namn; Enter = hoppa över)")
            .enters("Lag Ö")
            .sees("Elevvårdsgrupp");
    });
    assert!(line.contains("--roll 'mentor=Lag Ö'"), "{line}");
    let line = line.replace("'mentor=Lag Ö'", "mentor=LÖ");
    let line = left_at(&env, &line, "vilken roll", |terminal| {
        terminal
            .sees("Mentor: LÖ")
            .sees("Öppna ärendet?")
            .sees("nej");
    });

    let mut terminal = env.at_terminal(line.strip_prefix("sisam ").unwrap());
    terminal.chooses("Öppna ärendet?", "ändra", 0);
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0);
    assert!(screen.contains("Ärendet 2026-001 är öppnat."), "{screen}");
    assert_eq!(case(&env, "2026-001")["trigger"], "tjugo-procent");
}

#[test]
fn no_at_the_last_question_opens_nothing_and_says_how_to_change_it() {
    let env = Env::new();
    let mut terminal = env.at_terminal("new-case --routine bbic-flode --ref B1");
    terminal
        .sees("Dagar skrivs som")
        .sees("Flödet börjar")
        .enters("2026-13-40")
        .sees("Skriv till exempel")
        .enters("i dag")
        .picks("vem som har vilken roll nu?", "nej", 1, 1)
        .chooses("Öppna ärendet?", "ändra", 1);
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0);
    assert!(
        screen.contains("sisam ny --rutin bbic-flode --referens B1 --datum start=2026-11-21"),
        "{screen}"
    );
    assert!(env.files().is_empty());
}

#[test]
fn a_reference_that_is_taken_or_cannot_be_filed_is_asked_for_again() {
    let env = Env::new();
    nacka(&env, "");
    let mut terminal = env.at_terminal("new-case --routine bbic-flode --date start=2026-11-21");
    terminal
        .sees("[2026-001]")
        .enters("N1")
        .sees("Ärendet N1 finns redan.")
        .sees("[2026-001]")
        .enters("två ord")
        .sees("två ord")
        .sees("[2026-001]")
        .enters("B1")
        .picks("vem som har vilken roll nu?", "nej", 1, 1)
        .chooses("Öppna ärendet?", "ändra", 0);
    assert_eq!(terminal.ends().0, 0);
    assert_eq!(case(&env, "B1")["status"], "open");
}

#[test]
fn a_line_is_changed_before_the_case_is_opened() {
    let env = Env::new();
    let mut terminal =
        env.at_terminal("new-case --routine nacka --ref B1 --date inskrivning=2026-12-02");
    terminal.sees("Skriva fler datum").sees("nej").enters("");
    terminal
        .sees("Är placeringen akut?")
        .sees("vet inte än")
        .enters("");
    terminal.sees("vilken roll nu?").sees("nej").enters("");
    terminal.must_answer("Öppna ärendet?", "ändra", 2);
    terminal.narrows(
        "Vad ska ändras?",
        "Är placeringen akut?",
        "inskrivning på u",
    );
    terminal
        .sees("Inskrivning på ungdomshemmet (")
        .enters("3/12");
    terminal.must_answer("Öppna ärendet?", "ändra", 2);
    terminal.narrows("Vad ska ändras?", "Är placeringen akut?", "referens");
    terminal.sees("[2026-001]").enters("B2");
    terminal.must_answer("Öppna ärendet?", "ändra", 0);
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0, "{screen}");
    assert_eq!(case(&env, "B2")["dates"]["inskrivning"], "2026-12-03");
}

#[test]
fn a_case_with_one_date_takes_few_keys_and_few_words() {
    const MOST_KEYS: usize = 28;
    const MOST_WORDS: usize = 170;
    const MOST_WORDS_OF_PLAN: usize = 140;
    let env = Env::new();
    let keys = [
        "ny\r",
        "nac\u{1b}[B\r",
        "\r",
        "2/12\r",
        "\r",
        "\r",
        "\r",
        "\u{1b}[B\r",
    ];
    let mut terminal = env.at_terminal("ny");
    terminal
        .sees("Vilken rutin gäller?")
        .sees("Frånvaro: skola")
        .types("nac")
        .types(DOWN)
        .types(ENTER);
    terminal.sees("[2026-001]").enters("");
    terminal.sees("Inskrivning på ungdomshemmet").enters("2/12");
    terminal.sees("Skriva fler datum").sees("nej").enters("");
    terminal
        .sees("Är placeringen akut?")
        .sees("vet inte än")
        .enters("");
    terminal.sees("vilken roll nu?").sees("nej").enters("");
    terminal.chooses("Öppna ärendet?", "ändra", 0);
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0, "{screen}");
    let count = |keys: &str| keys.replace(DOWN, "v").chars().count();
    let keys: usize = keys.into_iter().map(count).sum();
    assert!(keys <= MOST_KEYS, "{keys}");
    let (read, plan) = screen.split_once("är öppnat").unwrap();
    let words = bare(plan)
        .split_whitespace()
        .filter(|it| it.contains(char::is_alphanumeric))
        .count();
    assert!(words <= MOST_WORDS_OF_PLAN, "{words}: {plan}");
    let read = bare(read);
    // What is drawn again is read once: of a line that begins as one before it only what is new.
    let mut lines: Vec<Vec<&str>> = Vec::new();
    let mut words = 0;
    for line in read.lines() {
        let line = line.trim_start_matches(['>', ' ', '\r']).split_whitespace();
        let line: Vec<&str> = line
            .filter(|it| it.contains(char::is_alphanumeric))
            .collect();
        let same = |before: &Vec<&str>| {
            let both = line.iter().zip(before);
            both.take_while(|(one, other)| one == other).count()
        };
        words += line.len() - lines.iter().map(same).max().unwrap_or(0);
        lines.push(line);
    }
    assert!(words <= MOST_WORDS, "{words}: {read}");
}

#[test]
fn the_first_case_says_where_the_cases_lie_and_that_nobody_copies_them() {
    let env = Env::new();
    let line = "ny --rutin nacka --datum inskrivning=2026-12-02 --ja";
    let (code, screen) = env.at_terminal(line).ends();
    assert_eq!(code, 0);
    assert!(
        screen.contains("/sisam. Ingen säkerhetskopierar"),
        "{screen}"
    );
    let (_, screen) = env.at_terminal(line).ends();
    assert!(!screen.contains("säkerhetskopierar"), "{screen}");
}
