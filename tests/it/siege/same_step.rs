//! Two people at the same step: the second is told what the first did, who it was and on which day.

use insta::assert_snapshot;

use crate::harness::Env;

/// A case that Anna has opened and worked with.
fn annas() -> Env {
    let env = Env::besieged().with("SISAM_USER", "Anna");
    for line in [
        "new-case --routine nacka --ref A --date utredning=2026-10-20 --date inskrivning=2026-12-01 --answer akut=nej",
        "set A --takes 4=rektor-hemskola --role rektor-hemskola=Nord --planned 4=2026-11-30",
        "done A 1 --on 2026-11-19",
        "done A 2 --item a --on 2026-11-20",
        "skip A 3 --reason behövs-inte",
        "extend A 4 --to 2026-12-10 --reason lov --decided-by chef",
    ] {
        env.line(line).success();
    }
    env.with("SISAM_USER", "Bertil")
}

#[test]
fn what_is_done_already_is_refused_with_who_did_it_and_when() {
    let env = annas();
    let refused = |line: &str| {
        let before = env.files();
        let told = env.line(line).fails(1).err;
        assert!(env.files() == before, "{line}");
        told
    };
    assert_snapshot!(refused("done A 1"), @"
    fel: Redan klart: Rutin 1 (tor 19 nov 2026), registrerat av Anna lör 21 nov 2026.
    tips: sisam logg A visar vad som har hänt
    ");
    assert_snapshot!(refused("skip A 1 --reason nej"), @"
    fel: Redan klart: Rutin 1 (tor 19 nov 2026), registrerat av Anna lör 21 nov 2026.
    tips: sisam logg A visar vad som har hänt
    ");
    assert_snapshot!(refused("extend A 1 --to 2026-12-24 --reason x --decided-by y"), @"
    fel: Redan klart: Rutin 1 (tor 19 nov 2026), registrerat av Anna lör 21 nov 2026.
    tips: sisam logg A visar vad som har hänt
    ");
    assert_snapshot!(refused("done A 3"), @"
    fel: Redan överhoppat: Rutin 3 (lör 21 nov 2026), registrerat av Anna lör 21 nov 2026.
    tips: sisam logg A visar vad som har hänt
    ");
    assert_snapshot!(refused("done A 2 --item a"), @"
    fel: Delen a av Rutin 2 är redan registrerad.
      Anna, lör 21 nov 2026: Rutin 2, BBIC:s konsultationsdokument finns hos skolan: klart fre 20 nov 2026
    tips: sisam visa A visar alla steg
    ");
    env.line("close A --reason flyttat --as Anna").success();
    assert_snapshot!(refused("set A --answer akut=ja"), @r#"
    fel: Ärendet är stängt sedan lör 21 nov 2026.
      Anna, lör 21 nov 2026: ärendet stängdes: flyttat
    tips: sisam öppna A
    "#);
}

#[test]
fn what_takes_the_place_of_anothers_is_told_with_who_recorded_it_and_when() {
    let env = annas();
    let told = |line: &str| env.line(line).success().err;
    assert_snapshot!(told("extend A 4 --to 2026-12-20 --reason lov --decided-by chef"), @r"
    A knölsvan · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    Obs: ersätter det som någon annan registrerat. Anna, lör 21 nov 2026: Rutin 4
    har ny tid tor 10 dec 2026: lov (beslutat av chef)
    För in det i akten: sisam akt A
    ");
    assert_snapshot!(
        told("set A --date inskrivning=2026-12-02 --answer akut=ja --role rektor-hemskola=Syd \
              --takes 4=funktion-forvaltning --planned 4=2026-12-03"),
        @r"
    A knölsvan · Nacka · Inskrivning på ungdomshemmet ons 2 dec 2026
    Obs: ersätter det som någon annan registrerat. Anna, lör 21 nov 2026:
    Inskrivning på ungdomshemmet: tis 1 dec 2026
    Obs: ersätter det som någon annan registrerat. Anna, lör 21 nov 2026: Är
    placeringen akut? nej
    Obs: ersätter det som någon annan registrerat. Anna, lör 21 nov 2026: Rektor på
    hemskolan: Nord
    Obs: ersätter det som någon annan registrerat. Anna, lör 21 nov 2026: Rutin 4
    tas av Rektor på hemskolan
    Obs: ersätter det som någon annan registrerat. Anna, lör 21 nov 2026: Rutin 4
    bokat mån 30 nov 2026
    "
    );
    // One's own, and what says the same, needs no word.
    assert_eq!(
        told("set A --date inskrivning=2026-12-03").lines().count(),
        1
    );
    assert_eq!(told("set A --answer akut=ja --as Cesar").lines().count(), 1);
}

#[test]
fn what_is_taken_back_of_anothers_is_told_with_who_recorded_it_and_when() {
    let env = annas();
    assert_snapshot!(env.line("undo A --yes").success().err, @r"
    A knölsvan · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    Det här tas tillbaka:
      Anna, lör 21 nov 2026: Rutin 4 har ny tid tor 10 dec 2026: lov (beslutat av chef)
    ");
    // Anna's next latest, though Bertil thought he took back the same again.
    assert_snapshot!(env.line("undo A --yes").success().err, @r"
    A knölsvan · Nacka · Inskrivning på ungdomshemmet tis 1 dec 2026
    Det här tas tillbaka:
      Anna, lör 21 nov 2026: Rutin 3 överhoppat: behövs-inte
    ");
}

#[test]
fn who_is_asked_whether_to_take_back_is_told_what_came_between() {
    let env = annas();
    let mut terminal = env.at_terminal("undo A");
    terminal.sees("Rutin 4").sees("nej");
    env.line("note A Ringt --as Cesar").success();
    terminal
        .types(crate::terminal::UP)
        .types(crate::terminal::ENTER)
        .sees("Någon annan har registrerat något under tiden")
        .sees("Cesar, lör 21 nov 2026: ")
        .sees("Ringt");
    assert_eq!(terminal.ends().0, 1);
}
