//! A whole Nacka case: opened without any option, walked through, closed.

use super::*;

#[test]
fn a_whole_case_from_the_first_question_to_its_end() {
    let env = Env::new();
    opens(&env);
    before_the_admission(&env);
    at_the_admission(&env);
    during_the_stay(&env);
    after_the_discharge(&env);
    let case = case_on(&env, "2026-001", "2027-04-08");
    assert_eq!(case["status"], "closed");
    assert_eq!(case["answers"]["i-skola"], "delvis");
    assert_eq!(round(&case, "1", 1)["done_on"], "2026-11-16");
    assert_eq!(case["dates"]["ansokan"], "2026-11-24");
    let confirmed = case["dates_confirmed"].as_array().unwrap();
    assert!(confirmed.contains(&"utskrivning".into()), "{confirmed:?}");
    let items = round(&case, "7", 1)["items"].as_array().unwrap();
    assert_eq!(items[0]["skipped"], true, "{items:#?}");
    assert_eq!(items[2]["done_on"], "2027-04-08");
}

fn opens(env: &Env) {
    let mut terminal = env.at_terminal("new-case");
    terminal
        .chooses("Vilken rutin gäller?", "Frånvaro: skola", 0)
        .sees("aldrig namn")
        .sees("[2026-001]")
        .enters("")
        .sees("Inskrivning på ungdomshemmet")
        .enters("")
        .sees("Det här datumet behövs.")
        .enters("om 11 dagar")
        .sees("ons 2 dec 2026")
        .picks("Skriva fler datum nu?", "nej", 1, 0)
        .sees("LVU-utredningen inleds")
        .enters("2026-11-16")
        .sees("mån 16 nov 2026, för 5 dagar sedan")
        .sees("Beslut om placering")
        .enters("")
        .sees("Ansökan om plats hos SiS")
        .enters("23 nov")
        .sees("Sista dagen i hemskolan")
        .enters("")
        .sees("Första dagen i ungdomshemmets skola")
        .enters("")
        .sees("Utskrivning från ungdomshemmet")
        .enters("1/12")
        .sees("kan inte vara före")
        .sees("Utskrivning från ungdomshemmet (Enter")
        .enters("")
        .answers("Är placeringen akut?", 2, 1)
        // It is already running: the first step's day has passed.
        .sees("de här stegens datum har passerat")
        .picks("Rutin 1 Involvera", "Vet inte", 2, 1)
        .picks("vem som har vilken roll nu?", "nej", 1, 1)
        .sees("Utskrivning från ungdomshemmet: vet inte än")
        .chooses("Öppna ärendet?", "ändra", 0);
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0);
    assert!(screen.contains("Ärendet 2026-001 är öppnat."), "{screen}");
    assert!(screen.contains("sisam nästa 2026-001"), "{screen}");
}

fn before_the_admission(env: &Env) {
    let mut terminal = env.at_terminal("next 2026-001");
    terminal
        .sees("RUTIN 1 av 7")
        .sees("öppnat 21 nov, efter riktdatumet")
        .does("2026-001 · Rutin 1", "16 nov")
        .sees("Klart: Rutin 1")
        // By date: the application is on Monday.
        .says("2026-001 · Rutin 3", DONE)
        .ticks("[ ] Samlat in", &[0, 1, 2])
        .sees("Vilken dag blev allt det klart?")
        .enters("2026-11-22")
        .sees("har inte varit än")
        .enters("okänd")
        .sees("Klart: Rutin 3")
        .says("2026-001 · Rutin 2", DONE)
        .ticks("[ ] Skoldelen", &[1])
        .day("")
        .sees("Registrerat, men mer är kvar")
        .sees("[x] Skoldelen")
        .says("2026-001 · Rutin 2", DONE)
        .ticks("[ ] BBIC", &[0])
        .day("i går")
        .sees("fre 20 nov 2026")
        .sees("Klart: Rutin 2")
        .picks("Vem tar steget?", "inte bestämt än", 2, 1)
        .says("2026-001 · Rutin 4", LATER)
        .sees("Hur ofta ges återkoppling")
        .enters("")
        .sees("Utskrivning från ungdomshemmet")
        .enters("")
        .sees("Klart för i dag.");
    assert_eq!(terminal.ends().0, 0);
    let case = case(env, "2026-001");
    assert_eq!(status(&case, "3"), "done");
    assert_eq!(round(&case, "3", 1)["done_on"], Value::Null);
    assert_eq!(
        round(&case, "4", 1)["responsible"][0],
        "funktion-forvaltning"
    );
}

fn at_the_admission(env: &Env) {
    let mut terminal = env.at_terminal("next 2026 --today 2026-12-02");
    terminal
        // What was set in advance has come: was it so?
        .must_answer("Ansökan om plats hos SiS, mån 23 nov 2026.", "Vet inte", 1)
        .sees("Ansökan om plats hos SiS\u{1b}[0m ")
        .enters("24 nov")
        .must_answer(
            "Inskrivning på ungdomshemmet, ons 2 dec 2026.",
            "Vet inte",
            0,
        )
        .sees("Funktion på utbildningsförvaltningen")
        .does("2026-001 · Rutin 4", "")
        .sees("Hur ofta ges återkoppling")
        .enters("ibland")
        .sees("hur lång tid emellan")
        .enters("3 veckor")
        .sees("Rutin 5: väntar → senast ons 23 dec 2026")
        .says("2026-001 · Rutin 5", LATER)
        .sees("Det här datumet behövs för att gå vidare")
        .sees("Utskrivning från ungdomshemmet")
        .enters("2027-01-10")
        // The stay is short: the discharge is prepared at once, but not within 30 days.
        .picks("Visa det som kommer?", "nej", 1, 0)
        .says("2026-001 · Rutin 6", LEAVE);
    assert_eq!(terminal.ends().0, 0);
    let case = case_on(env, "2026-001", "2026-12-02");
    assert_eq!(round(&case, "5", 1)["due"], "2026-12-23");
    assert_eq!(round(&case, "6", 1)["due"], "2027-01-09");
}

fn during_the_stay(env: &Env) {
    let mut terminal = env.at_terminal("next 2026-001 --today 2026-12-23");
    terminal
        .says("2026-001 · Rutin 5", DONE)
        .must_answer("Går eleven i skolan nu?", "vet inte", 0)
        .day("")
        .sees("i skolan: ja")
        .says("2026-001 · Rutin 6", DONE)
        .ticks("(Rektor på hemskolan)", &[0, 1])
        .day("")
        .sees("Inget mer att göra just nu.")
        .sees("Härnäst: Rutin 7");
    assert_eq!(terminal.ends().0, 0);
}

fn after_the_discharge(env: &Env) {
    let mut terminal = env.at_terminal("next 2026-001 --today 2027-04-08");
    terminal
        .must_answer(
            "Utskrivning från ungdomshemmet, sön 10 jan 2027.",
            "Vet inte",
            0,
        )
        .says("2026-001 · Rutin 7", NOT_RELEVANT)
        .must_answer("Vad är inte aktuellt?", "Socialtjänsten har svarat", 1)
        .sees("Varför är det inte aktuellt?")
        .enters("Gick inte att nå")
        .sees("En del är överhoppad")
        .says("2026-001 · Rutin 7", DONE)
        // What was answered last is told, and not proposed.
        .sees("Går eleven i skolan nu? (senast: ja)")
        .must_answer("delvis", "vet inte", 1)
        .ticks("[ ] Socialtjänsten", &[0, 1])
        .day("")
        .sees("Inget steg är kvar.")
        .must_answer("Stänga ärendet?", "nej", 0)
        .sees("Ärendet är stängt.");
    assert_eq!(terminal.ends().0, 0);
}
