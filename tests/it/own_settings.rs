//! `config --me`: what somebody sets for themselves, and what goes before it.

use insta::assert_snapshot;

use crate::harness::Env;

const FILE: &str = ".config/sisam/me.toml";

#[test]
fn what_is_set_for_oneself_holds_and_is_shown_with_where_it_comes_from() {
    let env = Env::new().without("SISAM_LANG");
    env.line("config --me språk=engelska").success();
    env.line("config --me role=Socialsekreterare").success();
    env.line("config --me plain=på").success();
    env.line("config --me horizon=14").success();
    assert_snapshot!(std::fs::read_to_string(env.path(FILE)).unwrap(), @r#"
    horizon = "14"
    language = "en"
    plain = "on"
    role = "socialsekreterare"
    "#);
    assert_snapshot!(env.line("config --me").success().out, @r"
    Setting: language
    Value: en
    Set by: you
    Means: The language that sisam speaks.
    Choose among: sv or en

    Setting: plain
    Value: on
    Set by: you
    Means: One fact a line, without frames and menus.
    Choose among: on or off

    Setting: role
    Value: socialsekreterare
    Set by: you
    Means: The role that is yours: sisam next shows its steps first.
    Choose among: the name of a role, for example socialsekreterare

    Setting: file
    Value: $HOME/.local/share/sisam/sisam.db
    Set by: the system
    Means: The case file that is opened.
    Choose among: the path of a file

    Setting: horizon
    Value: 14
    Set by: you
    Means: How many days ahead sisam next takes up steps.
    Choose among: a number of days, 1 to 366

    Change: sisam config --me KEY=VALUE. An empty value takes the setting away. The file: $HOME/.config/sisam/me.toml
    ");
    assert_snapshot!(env.line("list").success().out, @r"
    There are no cases yet.
    Open the first one: sisam new-case
    ");
    env.line("config --me plain=").success();
    assert_snapshot!(env.line("config --me --format json --lang sv").success().out, @r#"
    [
      {
        "key": "language",
        "value": "sv",
        "source": "option"
      },
      {
        "key": "plain",
        "value": "off",
        "source": "system"
      },
      {
        "key": "role",
        "value": "socialsekreterare",
        "source": "own"
      },
      {
        "key": "file",
        "value": "$HOME/.local/share/sisam/sisam.db",
        "source": "system"
      },
      {
        "key": "horizon",
        "value": "14",
        "source": "own"
      }
    ]
    "#);
}

#[test]
fn an_option_goes_before_the_environment_and_that_before_ones_own() {
    let env = Env::new();
    let told = env.line("config --me language=en").success();
    assert!(told.err.contains("går\nföre"), "{told:?}");
    let said = |env: &Env, line: &str| env.line(line).success().out;
    env.line("new-case --yes --routine nacka --date inskrivning=2026-12-02")
        .success();
    assert!(said(&env, "list").contains("Ärende"));
    assert!(said(&env, "list --lang en").contains("Case"));
    let env = env.without("SISAM_LANG");
    assert!(said(&env, "list").contains("Case"));
    assert!(said(&env, "list --lang sv").contains("Ärende"));
    // What is asked to be shown, and what goes wrong on the line, is said in it too.
    assert!(said(&env, "--help").contains("Usage"));
    assert!(env.line("lst").fails(2).err.contains("error:"));
}

#[test]
fn ones_own_case_file_is_the_same_from_every_folder() {
    let env = Env::new();
    env.line("config --me fil=mina/fall.db").success();
    std::fs::create_dir(env.path("mina")).unwrap();
    env.line("new-case --yes --routine nacka --date inskrivning=2026-12-02")
        .success();
    assert!(env.path("mina/fall.db").exists());
    // The environment goes before it.
    let told = env.with("SISAM_DB", "another.db").line("list").fails(1);
    assert!(told.err.contains("another.db"), "{told:?}");
}

#[test]
fn what_cannot_be_a_setting_is_refused_and_nothing_is_written() {
    let env = Env::new();
    for (line, code) in [
        ("config --me plain=kanske", 1),
        ("config --me horizon=0", 1),
        ("config --me horizon=500", 1),
        ("config --me sprog=sv", 1),
        ("config --me role=20120304-1235", 1),
        ("config --me language=de", 1),
        ("config --me plain=on --reason x", 2),
    ] {
        env.line(line).fails(code);
        assert!(!env.path(FILE).exists(), "{line}");
    }
    assert_snapshot!(env.line("config --me sprak=tyska").fails(1).err, @r"
    fel: språk kan inte vara tyska.
    tips: sv eller en
    ");
    assert_snapshot!(env.line("config --me enkel=på").fails(1).err, @r"
    fel: Det finns ingen inställning enkel.
    tips: menade du enkelt?
    tips: välj bland: språk · enkelt · roll · fil · horisont
    ");
}

#[test]
fn a_broken_file_is_named_with_its_line_and_passes_for_no_other() {
    let env = Env::new();
    for (text, line) in [
        ("language = \"sv\"\nplain = perhaps\n", 2),
        ("horizon = 0\n", 1),
        ("\nrole = [\"a\"]\n", 2),
    ] {
        env.write(FILE, text);
        let told = env.line("list").fails(1);
        assert!(
            told.err.contains(&format!("Rad {line} ")),
            "{text}: {told:?}"
        );
        // Help does not depend on it.
        env.line("--help").success();
        assert_eq!(std::fs::read_to_string(env.path(FILE)).unwrap(), text);
    }
    // A newer version's settings mean nothing to this one, and are kept.
    env.write(FILE, "new-one = \"x\"\n");
    env.line("config --me horizon=7").success();
    let kept = std::fs::read_to_string(env.path(FILE)).unwrap();
    assert_eq!(kept, "horizon = \"7\"\nnew-one = \"x\"\n");
}

#[test]
fn reading_the_settings_writes_nothing() {
    let env = Env::new();
    let before = env.files();
    env.line("config --me").success();
    assert_eq!(env.files(), before);
}
