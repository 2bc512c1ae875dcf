//! IT's policy: what goes before all that can be typed, and what it refuses. Only a build for tests is told where it
//! lies.

use insta::assert_snapshot;

use crate::harness::Env;

/// A home where IT has written this.
fn ruled(policy: &str) -> Env {
    let env = Env::new();
    let path = env.write("it/policy.toml", policy);
    env.with("SISAM_TEST_POLICY", path.to_str().unwrap())
}

#[test]
fn what_it_has_set_goes_before_all_else_and_cannot_be_changed() {
    let env = ruled("language = \"en\"\nholder = \"socialnamnd\"\naccess_log = \"on\"\n");
    env.line(
        "new-case --routine soderkoping --ref F-1 --date placering=2026-11-20 --lang sv --yes",
    )
    .success();
    let told = env.line("config --lang sv").success();
    assert_snapshot!(told.out, @r"
    Setting     Value        Means                        Choose among
    ────────────────────────────────────────────────────────────────────────────────
    holder      socialnamnd  Who holds the file: Social   socialnamnd · skola ·
                             services (set by IT)         annan
    retention   not set      What the file is: Not said,  arbetslista · akt · plan:N
                             so nothing is destroyed.
    access_log  on           A log of who opens which     on · off
                             case. Every command writes
                             a line to a file beside the
                             case file. (set by IT)

    To change one: sisam config KEY=VALUE. An empty value removes the setting.
    Set by IT: access_log, holder, language. The file:
    $HOME/it/policy.toml
    ");
    assert_snapshot!(env.line("config holder=skola").fails(1).err, @r"
    error: IT has decided holder = socialnamnd. It cannot be changed here.
      it stands in $HOME/it/policy.toml
    hint: ask IT if something else is needed
    ");
    assert_snapshot!(env.line("config åtkomstlogg=av").fails(1).err, @r"
    error: IT has decided access_log = on. It cannot be changed here.
      it stands in $HOME/it/policy.toml
    hint: ask IT if something else is needed
    ");
    assert_snapshot!(env.line("config --me språk=sv").fails(1).err, @r"
    error: IT has decided language = en. It cannot be changed here.
      it stands in $HOME/it/policy.toml
    hint: ask IT if something else is needed
    ");
    let log = std::fs::read_to_string(env.path(".local/share/sisam/sisam.db.access.log"));
    assert!(log.unwrap().contains("F-1"));
}

#[test]
fn the_file_that_it_has_set_is_the_only_one() {
    let env = Env::new();
    let file = env.path("cases.db");
    let policy = format!("file = {:?}\n", file.to_str().unwrap());
    let path = env.write("it/policy.toml", &policy);
    let env = env.with("SISAM_TEST_POLICY", path.to_str().unwrap());
    env.line("new-case --routine soderkoping --ref F-1 --date placering=2026-11-20 --yes")
        .success();
    assert!(file.exists());
    env.line("list --db cases.db").success();
    assert_snapshot!(env.line("list --db other.db").fails(1).err, @r"
    fel: It-avdelningen har bestämt file = $HOME/cases.db. Det går inte att ändra här.
      det står i $HOME/it/policy.toml
    tips: fråga it-avdelningen om något annat behöver gälla
    ");
    assert_snapshot!(env.line("config --me fil=other.db").fails(1).err, @r"
    fel: It-avdelningen har bestämt file = $HOME/cases.db. Det går inte att ändra här.
      det står i $HOME/it/policy.toml
    tips: fråga it-avdelningen om något annat behöver gälla
    ");
    let env = env.with("SISAM_DB", "other.db");
    env.line("list").fails(1);
}

#[test]
fn nothing_is_done_under_a_policy_that_cannot_be_understood() {
    assert_snapshot!(ruled("langauge = \"sv\"\n").line("list").fails(1).err, @r"
    fel: Rad 1 i it-avdelningens policy ($HOME/it/policy.toml) går inte att förstå. Inget har gjorts.
    tips: be it-avdelningen rätta raden: där får stå file, routines, language, holder, access_log och encryption
    ");
    for policy in [
        "file = \"cases.db\"",
        "encryption = \"on\"",
        "holder",
        "[it]\nholder = 1",
    ] {
        ruled(policy).line("list").fails(1);
    }
    let env = Env::new();
    std::fs::create_dir(env.path("policy.toml")).unwrap();
    let env = env.with("SISAM_TEST_POLICY", "policy.toml");
    env.line("new-case --routine soderkoping --yes").fails(1);
    assert_eq!(env.files().len(), 0);
}

#[test]
fn nothing_is_recorded_in_the_clear_where_it_wants_the_file_encrypted() {
    let env = ruled("encryption = \"required\"\n");
    let told = env
        .line("new-case --routine soderkoping --ref F-1 --date placering=2026-11-20 --yes")
        .fails(1);
    assert_snapshot!(told.err, @r"
    fel: It-avdelningen har bestämt encryption = required. Det går inte att ändra här.
      det står i $HOME/it/policy.toml
    tips: fråga it-avdelningen om något annat behöver gälla
    tips: kryptera ärendefilen: sisam kryptera
    ");
    assert_eq!(env.files().len(), 1);
}

#[cfg(feature = "encryption")]
#[test]
fn the_first_file_is_encrypted_before_it_holds_a_case() {
    let env = ruled("encryption = \"required\"\n");
    env.line("encrypt --new-key-file nyckel").success();
    let env = env.with("SISAM_KEY_FILE", "nyckel");
    env.line("new-case --routine soderkoping --ref F-1 --date placering=2026-11-20 --yes")
        .success();
    env.line("decrypt --yes").fails(1);
}
