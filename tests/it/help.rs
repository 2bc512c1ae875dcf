//! Help texts, as people see them.

use insta::assert_snapshot;

use crate::harness::Env;

#[test]
fn help_in_swedish() {
    assert_snapshot!(Env::new().line("--help").success().out, @"
    Checklistor med datum att lita på, för skolgången när ett barn placeras. Utan
    kommando: vad som är sent och vad som är näst.

    Användning: sisam [VAL] [KOMMANDO]

    Kommandon:
      new-case  Öppnar ett ärende och visar dess plan (även ny)
      next      Går igenom det som ska göras, eller listar det (även nästa)
      done      Antecknar att ett steg är gjort (även klar)
      skip      Antecknar att ett steg inte är aktuellt här (även hoppa)
      extend    Ger ett steg en ny tid, som ett beslut (även förläng)
      set       Ändrar datum, svar, ansvariga och bokade dagar (även sätt)
      note      Skriver en anteckning (även anteckna)
      undo      Ångrar den senaste ändringen; historiken visar båda (även ångra)
      show      Visar hela checklistan (även visa)
      log       Visar ärendets historik, eller filens (även logg)
      why       Förklarar hur ett datum har kommit till (även varför)
      list      Listar ärendena (även lista)
      close     Stänger ett ärende (även stäng)
      reopen    Öppnar ett stängt ärende igen (även öppna)
      report    Visar steg ur alla öppna ärenden (även rapport)
      routine   Rutinerna: lista, visa, kontrollera, planera, prova (även rutin)
      export    Skriver ut ett helt ärende med dess historik, som en JSON-fil (även
                exportera)
      import    Läser in ett ärende som har exporterats, eller alla i en ärendefil
                (även importera)
      backup    Tar en säkerhetskopia som är hel även om någon skriver samtidigt,
                och kontrollerar den (även säkerhetskopiera)
      restore   Lägger en säkerhetskopia i ärendefilens ställe (även återställ)
      doctor    Kontrollerar hela ärendefilen och säger vad som är fel (även
                kontrollera)
      redact    Tar bort texten i en händelse ur filen (även maskera)
      purge     Visar vad som ska gallras; tar bort ett ärende (även gallra)
      encrypt   Krypterar ärendefilen, eller byter dess nyckel (även kryptera)
      decrypt   Tar bort ärendefilens kryptering (även dekryptera)
      config    Visar eller ändrar filens inställningar (även inställningar)

    Allmänna val:
          --db <FIL>         Ärendefilen (SISAM_DB) (även --fil)
          --routines <MAPP>  En mapp med egna rutinfiler (SISAM_ROUTINES) (även
                             --rutiner)
          --lang <SPRÅK>     Språk, sv eller en (SISAM_LANG) (även --språk)
          --today <DATUM>    Den dag det ska vara, ÅÅÅÅ-MM-DD (SISAM_TODAY) (även
                             --idag)
          --color <NÄR>      Färger: auto, always (alltid), never (aldrig) (även
                             --färg)
          --plain            En uppgift per rad, inga ramar, svar med siffror (även
                             --enkelt)
          --as <VEM>         Vem som antecknar (SISAM_USER) (även --som)
          --key-file <FIL>   Nyckeln till en krypterad ärendefil (SISAM_KEY_FILE)
                             (även --nyckelfil)
          --yes              Ändra utan att fråga först (även --ja)
          --format <FORMAT>  table (tabell) eller json; då ställs inga frågor
      -h, --help             Visar hjälp (även --hjälp)
      -V, --version          Visar versionen
    ");
}

#[test]
fn help_in_english() {
    assert_snapshot!(Env::english().line("--help").success().out, @"
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
      undo      Takes back the latest change; the history shows both
      show      Shows the whole checklist
      log       Shows the case's history, or the file's
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
    ");
}

#[test]
fn help_of_a_command() {
    assert_snapshot!(Env::new().line("rapport --hjälp").success().out, @r"
    Visar steg ur alla öppna ärenden (även rapport)

    Användning: sisam report [VAL]

    Val:
          --overdue
              Försenade steg (även --försenade)
          --late
              För sent gjort eller avslutat, eller med datum som ändrats i
              efterhand; i stängda ärenden också (även --för-sent)
          --within <DAGAR>
              Senast-datum från i dag till så många dagar framåt (även --inom)
          --missing
              Utan datum, ansvarig eller svar (även --saknas)
          --extended
              Steg som fått ny tid genom beslut (även --förlängda)
          --role <ROLL>
              Bara den här rollens steg (även --roll)
          --who <VEM>
              Bara den här personens eller gruppens steg (även --vem)
          --routine <ID>
              Bara den här rutinen (även --rutin)
          --party <ORGANISATION>
              Bara den här organisationens steg (även --part)
          --basis <GRUND>
              Bara tider med den grunden: law lag, source rutinen, local eget
              riktvärde (även --grund)
          --by <case/role/who/routine>
              Samla raderna per ärende, roll, vem eller rutin (även --per)
          --details
              Visa också vem som har rollen (även --detaljer)
          --check
              Slutkod 3 om något är försenat (även --kontroll)

    Allmänna val:
          --db <FIL>         Ärendefilen (SISAM_DB) (även --fil)
          --routines <MAPP>  En mapp med egna rutinfiler (SISAM_ROUTINES) (även
                             --rutiner)
          --lang <SPRÅK>     Språk, sv eller en (SISAM_LANG) (även --språk)
          --today <DATUM>    Den dag det ska vara, ÅÅÅÅ-MM-DD (SISAM_TODAY) (även
                             --idag)
          --color <NÄR>      Färger: auto, always (alltid), never (aldrig) (även
                             --färg)
          --plain            En uppgift per rad, inga ramar, svar med siffror (även
                             --enkelt)
          --as <VEM>         Vem som antecknar (SISAM_USER) (även --som)
          --key-file <FIL>   Nyckeln till en krypterad ärendefil (SISAM_KEY_FILE)
                             (även --nyckelfil)
          --yes              Ändra utan att fråga först (även --ja)
          --format <FORMAT>  table (tabell) eller json; då ställs inga frågor
      -h, --help             Visar hjälp (även --hjälp)
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
