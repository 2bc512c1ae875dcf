//! `config`: the file's settings.

use insta::assert_snapshot;

use super::{refused, told};
use crate::harness::Env;

#[test]
fn the_settings_are_listed_with_what_they_mean() {
    let env = Env::new().with_file();
    let before = env.files();
    assert_snapshot!(told(&env, "inställningar"), @r"
    Inställning  Värde      Betyder                      Välj bland
    ────────────────────────────────────────────────────────────────────────────────
    innehavare   inte satt  Vem filen hör till: Inte     socialnamnd · skola · annan
                            angivet, så ingen regel för
                            gallring är vald.
    gallring     inte satt  Vad filen är: Inte angivet,  arbetslista · akt · plan:N
                            så inget gallras.
    åtkomstlogg  inte satt  Logg över vem som öppnar     på · av
                            vilket ärende. Loggen
                            skrivs i en fil som
                            socialtjänsten håller,
                            annars inte.

    Ändra: sisam inställningar NAMN=VÄRDE. Ett tomt värde tar bort inställningen.
    ");
    assert_eq!(env.files(), before, "reading makes no file");
    told(&env, "config holder=skola");
    told(&env, "config access_log=on");
    told(&env, "config access_log=");
    assert_snapshot!(told(&env, "config --lang en --plain"), @"
    Setting: holder
    Value: skola
    Means: Who holds the file: The school
    Choose among: socialnamnd · skola · annan

    Setting: retention
    Value: not set
    Means: What the file is: Not said, so nothing is destroyed.
    Choose among: arbetslista · akt · plan:N

    Setting: access_log
    Value: not set
    Means: A log of who opens which case. The log is written in a file that social services hold, otherwise not.
    Choose among: on · off

    To change one: sisam config KEY=VALUE. An empty value removes the setting.
    ");
    assert_snapshot!(told(&env, "config --format json"), @r#"
    [
      {
        "key": "holder",
        "value": "skola",
        "values": [
          "socialnamnd",
          "skola",
          "annan"
        ]
      },
      {
        "key": "retention",
        "value": null,
        "values": [
          "arbetslista",
          "akt",
          "plan:N"
        ]
      },
      {
        "key": "access_log",
        "value": null,
        "values": [
          "on",
          "off"
        ]
      }
    ]
    "#);
}

#[test]
fn an_unknown_setting_or_value_is_refused_with_those_there_are() {
    let env = Env::new().with_file();
    told(&env, "config holder=skola");
    assert_snapshot!(refused(&env, "config holde=skola"), @r"
    fel: Det finns ingen inställning holde.
    tips: välj bland: innehavare · gallring · åtkomstlogg
    ");
    assert_snapshot!(refused(&env, "config holder=skolan"), @r"
    fel: innehavare kan inte vara skolan.
    tips: menade du skola?
    tips: välj bland: socialnamnd · skola · annan
    ");
    assert_snapshot!(refused(&env, "config planner_version=1"), @r"
    fel: Det finns ingen inställning planner_version.
    tips: välj bland: innehavare · gallring · åtkomstlogg
    ");
    assert_snapshot!(refused(&env, "config holder=annan --as 121212-1212"), @"
    fel: Texten innehåller ett personnummer eller samordningsnummer: vem som registrerar
      sisam har ingen plats för barnets namn eller nummer. Inget är sparat; skriv om utan numret.
    ");
    super::line(&env, "config holder").fails(2);
}

#[test]
fn a_setting_that_changes_stands_in_the_files_log() {
    let env = Env::new().with_file().on_the_real_day();
    told(&env, "config access_log=on --as chefen");
    told(&env, "config access_log=");
    let log = env.file_log();
    let said: Vec<_> = log
        .iter()
        .map(|entry| {
            (
                entry.who.as_str(),
                entry.kind.as_str(),
                entry.detail.to_string(),
            )
        })
        .collect();
    assert_eq!(
        said,
        [
            (
                "chefen",
                "setting",
                r#"{"key":"access_log","value":"on","was":null,"why":null}"#.to_owned()
            ),
            (
                "test",
                "setting",
                r#"{"key":"access_log","value":null,"was":"on","why":null}"#.to_owned()
            ),
        ]
    );
}
