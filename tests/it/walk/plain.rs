//! `--plain`: one fact a line, numbers and words typed, nothing drawn.

use super::*;

#[test]
fn a_walk_by_typed_numbers() {
    let env = Env::new();
    let mut terminal = env.at_terminal("--plain new-case --ref N1");
    terminal
        .sees("1 Placering på SiS-hem")
        .sees("Skriv en siffra (1–6):")
        .enters("1")
        .sees("Inskrivning på ungdomshemmet:")
        .enters("2 dec")
        .sees("Skriva fler datum nu?")
        .sees("Skriv ja eller nej, Enter = nej:")
        .enters("")
        .sees("Är placeringen akut?")
        .sees("3 vet inte än")
        .sees("Enter = 3:")
        .enters("2")
        .sees("vem som har vilken roll nu?")
        .sees("Skriv ja eller nej, Enter = nej:")
        .enters("n")
        .sees("Öppna ärendet?")
        .sees("Skriv en siffra (1–3):")
        .enters("ja");
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0);
    assert!(!screen.contains("[?25l"));

    let mut terminal = env.at_terminal("--plain --color never next");
    terminal
        .sees("Enter = Inget än, visa nästa")
        .enters("/")
        .sees("1 N1 glimmer ·")
        .sees("2 Gå ut")
        .enters("")
        .sees("mellan 1 och 2.")
        .enters("n1")
        .sees("Senast: tis 1 dec 2026")
        .sees("Ansvarig: Socialsekreterare")
        .sees("N1 · Rutin 1 · Vad har hänt?")
        .sees("k Klart")
        .sees("u Ångra")
        .sees("Enter = Inget än")
        .enters("klart")
        .sees("Vilken dag blev det klart? (Enter = 2026-11-21):")
        .enters("")
        .sees("Klart: Rutin 1")
        .sees("N1 · Rutin 2 · Vad har hänt?")
        .sees("Enter = Inget än")
        .enters("2")
        .sees("Skriv en av bokstäverna")
        .enters("k")
        .sees("Vad är klart?")
        .sees("0 för inget:")
        .enters("2")
        .sees("Vilken dag")
        .enters("igår")
        .sees("Registrerat, men mer är kvar")
        .sees("N1 · Rutin 2 · Vad har hänt?");
    // Ctrl-C at a typed question.
    let (code, screen) = terminal.leaves();
    assert_eq!(code, 0);
    assert!(screen.contains("sisam nästa N1"), "{screen}");
    // Nothing is drawn or coloured; a field alone moves the cursor in its line.
    for drawn in ["[?25l", "[1m", "[2m", "[2K"] {
        assert!(!screen.contains(&format!("\u{1b}{drawn}")), "{screen:?}");
    }
    let items = case(&env, "N1");
    assert_eq!(round(&items, "2", 1)["items"][1]["done_on"], "2026-11-20");
}

#[test]
fn nothing_is_proposed_where_a_slip_would_weigh() {
    let env = Env::new();
    env.line(
        "new-case --routine soderkoping --ref S1 --date placering=2026-12-02 --answer akut=nej \
         --answer skolbyte=nej",
    )
    .success();
    let mut terminal = env.at_terminal("--plain next S1");
    terminal
        .sees("Vad har hänt?")
        .sees("Enter = Inget än")
        .enters("K")
        .sees("Finns samtycke")
        .sees("Skriv en siffra (1–3):")
        .enters("")
        .sees("mellan 1 och 3.")
        .enters("nej")
        .sees("Vilken dag")
        .enters("")
        .sees("Klart: Steg 1");
    terminal.leaves();
    assert_eq!(case(&env, "S1")["answers"]["samtycke"], "nej");
}
