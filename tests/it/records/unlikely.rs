//! Which days are stored, at every door.

use crate::harness::Env;

#[test]
fn an_unlikely_day_is_not_stored_and_the_likely_one_is_asked_for() {
    let env = Env::new().with_file();
    env.line("new-case --routine nacka --date inskrivning=2026-12-02 --answer akut=nej")
        .success();
    let calendar = "format = 1\ntitle = \"x\"\nterm = [{ title = \"ht\", first = 0026-08-17, last = 0026-12-18 }]\n";
    env.write("lasar.toml", calendar);
    env.write("tabell.csv", "rutin,datum:inskrivning\nnacka,0026-12-02\n");
    for (line, meant) in [
        (
            "new-case --routine nacka --date inskrivning=0026-12-02",
            "2026-12-02",
        ),
        (
            "new-case --routine nacka --date inskrivning=1926-12-02",
            "2026-12-02",
        ),
        ("new-case --from tabell.csv", "2026-12-02"),
        ("set 2026-001 --date utskrivning=2127-03-01", "2027-03-01"),
        ("set 2026-001 --planned 2=3027-01-10", "2027-01-10"),
        ("done 2026-001 2 --on 0026-11-02", "2026-11-02"),
        (
            "extend 2026-001 3 --to 2127-04-01 --reason x --decided-by y",
            "2027-04-01",
        ),
        ("set 2026-001 --calendar lasar.toml", ""),
    ] {
        let before = env.files();
        let said = env.line(line).fails(1).err;
        assert!(env.files() == before);
        assert!(
            said.contains("2006-11-21 till 2036-11-21") || meant.is_empty(),
            "{line}: {said}"
        );
        assert!(said.contains(meant), "{line}: {said}");
    }
    // What is only looked at takes any day.
    env.line("routine plan nacka --date inskrivning=0026-12-02")
        .success();
    env.line("routine plan nacka --date inskrivning=2226-12-02")
        .success();
}

#[cfg(unix)]
#[test]
fn at_a_terminal_an_unlikely_day_is_asked_for_again() {
    let env = Env::new();
    let line = "new-case --routine skolfranvaro --trigger tjugo-procent --ref A --plain";
    let mut terminal = env.at_terminal(line);
    for typed in ["1926-12-02", "2 dec 2062"] {
        terminal
            .sees("Dagen då gränsen nåddes")
            .enters(typed)
            .sees("ligger för långt bort för att sparas");
    }
    let (_, screen) = terminal.leaves();
    assert!(screen.contains("2006-11-21 till 2036-11-21"), "{screen}");
    assert!(env.files().is_empty());
}
