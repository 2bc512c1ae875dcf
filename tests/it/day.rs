//! Twenty commands in a row, on every system that the tests run on.

use crate::harness::Env;

#[test]
fn a_day_of_twenty_commands() {
    let env = Env::new();
    for line in [
        "ny --rutin nacka --ref Å-1 --datum inskrivning=2026-12-02 --ja",
        "visa Å-1",
        "lista",
        "nästa Å-1 --format json",
        "varför Å-1 1",
        "klar Å-1 1 --den 2026-11-20",
        "förläng Å-1 2 --till 2026-12-10 --orsak väntar --beslutat-av enhetschef",
        "sätt Å-1 --datum inskrivning=2026-12-03",
        "anteckna Å-1 ringde_skolan_åäö",
        "hoppa Å-1 3 --orsak behövs_inte",
        "ångra Å-1",
        "logg Å-1",
        "rapport --inom 30 --format json",
        "rutin lista",
        "exportera Å-1 --out ärende.json",
        "importera ärende.json --fil annan.db",
        "säkerhetskopiera kopia.db",
        "stäng Å-1 --orsak flyttad",
        "öppna Å-1 --orsak tillbaka",
        "kontrollera",
    ] {
        env.line(line).success();
    }
    let told = env.line("logg Å-1 --fil annan.db").success().out;
    assert!(told.contains("ringde_skolan_åäö"), "{told}");
}
