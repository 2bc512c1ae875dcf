//! Help texts, as people see them.

use insta::assert_snapshot;

use crate::harness::Env;

#[test]
fn help_in_swedish() {
    assert_snapshot!(Env::new().line("--help").success().out, @r"
    Checklistor med datum att lita på, för skolgången när ett barn placeras. Utan
    kommando: vad som är sent och vad som är näst.

    Användning: sisam [VAL] [KOMMANDO]

    Kommandon:
      ny        Öppnar ett ärende och visar dess plan
      nästa     Går igenom det som ska göras, eller listar det
      klar      Antecknar att ett steg är gjort
      visa      Visar hela checklistan
      rapport   Visar steg ur alla öppna ärenden
      sätt      Ändrar datum, svar, ansvariga och bokade dagar
      anteckna  Skriver en anteckning
      ångra     Ångrar den senaste ändringen; historiken visar båda

    Alla kommandon och val som gäller dem alla: sisam hjälp fler
    Mer om ett kommando: sisam hjälp nästa
    In English: sisam --lang en help
    ");
}

#[test]
fn help_in_english() {
    assert_snapshot!(Env::english().line("--help").success().out, @r"
    Checklists with dates to rely on, for schooling when a child is placed in care.
    Without a command: what is late and what is next.

    Usage: sisam [OPTIONS] [COMMAND]

    Commands:
      new-case  Opens a case and shows its plan
      next      Walks through what is to be done, or lists it
      done      Records that a step is done
      show      Shows the whole checklist
      report    Shows steps over all open cases
      set       Changes dates, answers, owners and booked days
      note      Writes a note
      undo      Takes back the latest change; the history shows both

    All commands, and the options for all of them: sisam help more
    More about a command: sisam help next
    The routines are written in Swedish, and their texts are shown as they are.
    På svenska: sisam --lang sv hjälp
    ");
}

#[test]
fn help_is_asked_for_in_many_ways() {
    let env = Env::new();
    let said = |line: &str| env.line(line).success().out;
    for line in ["hjälp", "hjalp", "help", "-h", "--hjälp", "--plain hjälp"] {
        assert_eq!(said(line), said("--help"), "{line}");
    }
    for line in [
        "hjälp nästa",
        "help next",
        "nästa -h",
        "hjalp --plain nasta",
    ] {
        assert_eq!(said(line), said("next --help"), "{line}");
    }
    assert_eq!(said("hjälp rutin plan"), said("routine plan --help"));
    assert_eq!(said("hjälp fler"), said("help more"));
    assert_snapshot!(env.line("hjälp finns-inte").fails(2).err, @r"
    fel: Det finns inget kommando finns-inte.
    tips: sisam --hjälp visar vad som går
    ");
    // A note may say so.
    assert!(env.line("anteckna A hjälp").fails(1).err.contains("A"));
}

#[test]
fn the_rest_stands_under_more() {
    assert_snapshot!(Env::new().line("hjälp fler").success().out, @r"
    Checklistor med datum att lita på, för skolgången när ett barn placeras. Utan
    kommando: vad som är sent och vad som är näst.

    Användning: sisam [VAL] [KOMMANDO]

    Kommandon:
      ny                Öppnar ett ärende och visar dess plan
      nästa             Går igenom det som ska göras, eller listar det
      klar              Antecknar att ett steg är gjort
      hoppa             Antecknar att ett steg inte är aktuellt här
      förläng           Ger ett steg en ny tid, som ett beslut
      sätt              Ändrar datum, svar, ansvariga och bokade dagar
      anteckna          Skriver en anteckning
      lägg-till         Lägger till ett eget steg i ärendet
      ångra             Ångrar den senaste ändringen; historiken visar båda
      visa              Visar hela checklistan
      logg              Visar ärendets historik, eller filens
      akt               Text till akten: det som antecknats sedan sist, i meningar
                        att klistra in
      varför            Förklarar hur ett datum har kommit till
      lista             Listar ärendena
      stäng             Stänger ett ärende
      öppna             Öppnar ett stängt ärende igen
      rapport           Visar steg ur alla öppna ärenden
      rutin             Rutinerna: lista, visa, kontrollera, planera, prova
      exportera         Skriver ut ett helt ärende med dess historik, som en
                        JSON-fil
      importera         Läser in ett ärende som har exporterats, eller alla i en
                        ärendefil
      säkerhetskopiera  Tar en säkerhetskopia som är hel även om någon skriver
                        samtidigt, och kontrollerar den
      återställ         Lägger en säkerhetskopia i ärendefilens ställe
      kontrollera       Kontrollerar hela ärendefilen och säger vad som är fel
      maskera           Tar bort texten i en händelse ur filen
      gallra            Visar vad som ska gallras; tar bort ett ärende
      kryptera          Krypterar ärendefilen, eller byter dess nyckel
      dekryptera        Tar bort ärendefilens kryptering
      inställningar     Visar eller ändrar filens inställningar

    Allmänna val:
          --fil <FIL>        Ärendefilen (SISAM_DB) (även --db)
          --rutiner <MAPP>   En mapp med egna rutinfiler (SISAM_ROUTINES) (även
                             --routines)
          --språk <SPRÅK>    Språk, sv eller en (SISAM_LANG) (även --lang)
          --idag <DATUM>     Den dag det ska vara, ÅÅÅÅ-MM-DD (SISAM_TODAY) (även
                             --today)
          --färg <NÄR>       Färger: auto, alltid eller aldrig (även --color)
          --enkelt           En uppgift per rad, inga ramar, svar med siffror (även
                             --plain)
          --som <VEM>        Vem som antecknar (SISAM_USER) (även --as)
          --nyckelfil <FIL>  Nyckeln till en krypterad ärendefil (SISAM_KEY_FILE)
                             (även --key-file)
          --ja               Ändra utan att fråga först (även --yes)
          --format <FORMAT>  tabell eller json; då ställs inga frågor
      -h, --hjälp            Visar hjälp (även --help)
      -V, --version          Visar versionen

    Mer om ett kommando: sisam hjälp nästa
    ");
    assert_snapshot!(Env::english().line("help more").success().out, @r"
    Checklists with dates to rely on, for schooling when a child is placed in care.
    Without a command: what is late and what is next.

    Usage: sisam [OPTIONS] [COMMAND]

    Commands:
      new-case  Opens a case and shows its plan
      next      Walks through what is to be done, or lists it
      done      Records that a step is done
      skip      Records that a step is not relevant here
      extend    Gives a step a new date, as a decision
      set       Changes dates, answers, owners and booked days
      note      Writes a note
      add       Adds a step of one's own to the case
      undo      Takes back the latest change; the history shows both
      show      Shows the whole checklist
      log       Shows the case's history, or the file's
      akt       Text for the akt: what was recorded since last time, in sentences to
                paste
      why       Explains how a date came about
      list      Lists the cases
      close     Closes a case
      reopen    Opens a closed case again
      report    Shows steps over all open cases
      routine   The routines: list, show, check, plan, test
      export    Writes out a whole case with its history, as one JSON file
      import    Takes in a case that was exported, or all of a case file
      backup    Takes a backup that is whole even while somebody is writing, and
                checks it
      restore   Puts a backup in the place of the case file
      doctor    Checks the whole case file and says what is wrong
      redact    Takes the text of an event out of the file
      purge     Shows what must be destroyed; removes one case
      encrypt   Encrypts the case file, or changes its key
      decrypt   Takes the case file's encryption away
      config    Shows or changes the file's settings

    Global options:
          --db <FILE>        The case file (SISAM_DB)
          --routines <DIR>   A folder of your own routine files (SISAM_ROUTINES)
          --lang <LANG>      Language, sv or en (SISAM_LANG)
          --today <DATE>     The day it is to be, YYYY-MM-DD (SISAM_TODAY)
          --color <WHEN>     Colours: auto, always, never
          --plain            One fact a line, no boxes, answers by number
          --as <WHO>         Who records (SISAM_USER)
          --key-file <FILE>  The key of an encrypted case file (SISAM_KEY_FILE)
          --yes              Change without asking first
          --format <FORMAT>  table or json; nothing is asked then
      -h, --help             Shows help
      -V, --version          Shows the version

    More about a command: sisam help next
    ");
}

#[test]
fn help_of_a_command() {
    assert_snapshot!(Env::new().line("rapport --hjälp").success().out, @r"
    Visar steg ur alla öppna ärenden

    Användning: sisam rapport [VAL] (även report)

    Val:
          --försenade
              Försenade steg (även --overdue)
          --för-sent
              För sent gjort eller avslutat, eller med datum som ändrats i
              efterhand; i stängda ärenden också (även --late)
          --inom <DAGAR>
              Senast-datum från i dag till så många dagar framåt (även --within)
          --saknas
              Utan datum, ansvarig eller svar (även --missing)
          --förlängda
              Steg som fått ny tid genom beslut (även --extended)
          --roll <ROLL>
              Bara den här rollens steg (även --role)
          --vem <VEM>
              Bara den här personens eller gruppens steg (även --who)
          --rutin <ID>
              Bara den här rutinen (även --routine)
          --part <ORGANISATION>
              Bara den här organisationens steg (även --party)
          --grund <GRUND>
              Bara tider med den grunden: law lag, source rutinen, local eget
              riktvärde (även --basis)
          --per <ärende/roll/vem/rutin>
              Samla raderna per ärende, roll, vem eller rutin (även --by)
          --detaljer
              Visa också vem som har rollen (även --details)
          --kontroll
              Slutkod 3 om något är försenat (även --check)

    Allmänna val:
          --fil <FIL>        Ärendefilen (SISAM_DB) (även --db)
          --rutiner <MAPP>   En mapp med egna rutinfiler (SISAM_ROUTINES) (även
                             --routines)
          --språk <SPRÅK>    Språk, sv eller en (SISAM_LANG) (även --lang)
          --idag <DATUM>     Den dag det ska vara, ÅÅÅÅ-MM-DD (SISAM_TODAY) (även
                             --today)
          --färg <NÄR>       Färger: auto, alltid eller aldrig (även --color)
          --enkelt           En uppgift per rad, inga ramar, svar med siffror (även
                             --plain)
          --som <VEM>        Vem som antecknar (SISAM_USER) (även --as)
          --nyckelfil <FIL>  Nyckeln till en krypterad ärendefil (SISAM_KEY_FILE)
                             (även --key-file)
          --ja               Ändra utan att fråga först (även --yes)
          --format <FORMAT>  tabell eller json; då ställs inga frågor
      -h, --hjälp            Visar hjälp (även --help)
    ");
    assert_snapshot!(Env::english().line("done -h").success().out, @"
    Records that a step is done

    Usage: sisam done [OPTIONS] <CASE>… <STEP>

    Arguments:
      [CASE]...  One or more cases: all or none
      <STEP>     The step

    Options:
          --on <DATE/unknown>  The day it was done, such as yesterday; else today
          --answer <ID=VALUE>  The answer to one of the step's questions
          --item <ID>          Only this part
          --note <TEXT>        A note with the step (- reads standard input)
          --despite <REASON>   The ground or reason for going past a requirement (-
                               reads standard input)
          --decided-by <WHO>   Who decided to go on with another ground: a function
          --takes <STEP=ROLE>  Which role takes a step that several may take
          --round <ROUND>      Which round of a step that comes again

    Global options:
          --db <FILE>        The case file (SISAM_DB)
          --routines <DIR>   A folder of your own routine files (SISAM_ROUTINES)
          --lang <LANG>      Language, sv or en (SISAM_LANG)
          --today <DATE>     The day it is to be, YYYY-MM-DD (SISAM_TODAY)
          --color <WHEN>     Colours: auto, always, never
          --plain            One fact a line, no boxes, answers by number
          --as <WHO>         Who records (SISAM_USER)
          --key-file <FILE>  The key of an encrypted case file (SISAM_KEY_FILE)
          --yes              Change without asking first
          --format <FORMAT>  table or json; nothing is asked then
      -h, --help             Shows help
    ");
}

#[test]
fn the_version_says_only_that() {
    let expected = format!("sisam {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(Env::new().line("--version").success().out, expected);
    assert_eq!(Env::new().line("-V").success().out, expected);
}
