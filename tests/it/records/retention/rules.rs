//! What the file is, said by its holder: the strictest that has stood since a case was opened counts.

use super::{just_opened, opening, refused, removed, told};
use crate::harness::Env;

/// Seven years ago a case of a placed child, `A`, and one of a child at home, `B`, were opened and closed in a file that
/// was this.
fn old(settings: &[&str]) -> Env {
    let env = Env::new().with_file().with("SISAM_TODAY", "2019-05-02");
    for setting in settings {
        told(&env, &format!("config {setting}"));
    }
    told(
        &env,
        "new-case --routine nacka --ref A --date inskrivning=2019-05-02",
    );
    told(
        &env,
        "new-case --routine skolfranvaro --ref B --date utlosare=2019-05-02 --trigger fem-tillfallen",
    );
    told(&env, "close A --reason klart");
    told(&env, "close B --reason klart");
    env.as_if_recorded("2019-05-02T08:00:00Z");
    env.on_the_real_day()
}

const RECORD: [&str; 2] = ["holder=socialnamnd", "retention=akt --decision SN~1"];
const WORKLIST: [&str; 2] = [
    "holder=socialnamnd",
    "retention=arbetslista --decision SN~1",
];

#[test]
fn each_kind_of_file_lets_go_what_its_rule_lets_go_and_names_its_section() {
    let old_with = |kind: &str| {
        old(&[
            "holder=socialnamnd",
            &format!("retention={kind} --decision SN~1"),
        ])
    };
    let first = "SoL (2025:400) 16 kap. 1 § första stycket";
    let second = "SoL (2025:400) 16 kap. 1 § andra stycket";
    let placed = "SoL (2025:400) 16 kap. 2 §";
    for (kind, law_of_a, law_of_b) in [
        ("arbetslista", second, second),
        ("akt", placed, first),
        ("plan:5", "enligt den egna planen", "enligt den egna planen"),
        (
            "plan:100",
            "enligt den egna planen",
            "enligt den egna planen",
        ),
    ] {
        let env = old_with(kind);
        let json = told(&env, "purge --format json");
        let list = told(&env, "purge --plain");
        for (case, law) in [("A", law_of_a), ("B", law_of_b)] {
            assert!(list.contains(law), "{kind}: {list}");
            let goes = kind != "plan:100" && (kind, case) != ("akt", "A");
            match goes {
                true => drop(told(&env, &format!("purge {case} --reason tiden~ute"))),
                false => {
                    let said = refused(&env, &format!("purge {case} --reason tiden~ute"));
                    assert!(said.contains(law), "{kind} {case}: {said}");
                }
            }
        }
        if kind != "akt" {
            let all = format!("{json}{list}");
            assert!(
                !all.contains("2 §") && !all.contains("2 a §"),
                "{kind}: {all}"
            );
        }
    }
}

#[test]
fn a_report_keeps_a_record_until_the_child_is_thirty_and_a_worklist_no_longer() {
    for (settings, goes) in [(RECORD, false), (WORKLIST, true)] {
        let env = old(&settings).with("SISAM_TODAY", "2019-05-02");
        told(&env, "reopen B --reason fel");
        told(&env, "set B --answer anmalan=ja");
        told(&env, "close B --reason klart");
        env.as_if_recorded("2019-05-02T08:00:00Z");
        let env = env.on_the_real_day();
        match goes {
            true => drop(told(&env, "purge B --reason tiden~ute")),
            false => {
                let said = refused(&env, "purge B --reason tiden~ute");
                assert!(
                    said.contains("får inte gallras före sön 2 maj 2049"),
                    "{said}"
                );
                assert!(said.contains("SoL (2025:400) 16 kap. 2 a §"), "{said}");
            }
        }
    }
}

#[test]
fn nothing_is_removed_until_it_is_said_what_the_file_is() {
    for settings in [&["holder=socialnamnd"][..], &["holder=skola"], &[]] {
        let env = old(settings);
        for case in ["A", "B"] {
            refused(&env, &format!("purge {case} --reason tiden~ute"));
        }
        let said = refused(&env, "purge");
        assert!(!said.contains("2 §"), "{said}");
        assert_eq!(removed(&env), 0);
    }
}

#[test]
fn what_the_file_is_needs_its_decision_which_is_kept() {
    let env = just_opened();
    for kind in ["arbetslista", "akt", "plan:5"] {
        let said = refused(&env, &format!("config retention={kind}"));
        assert!(said.contains("--beslut"), "{said}");
        refused(&env, &format!("config retention={kind} --reason därför"));
    }
    refused(&env, "config retention=plan:0 --decision SN~1");
    refused(&env, "config retention=plan:N --decision SN~1");
    refused(&env, "config retention=akt --decision 121212-1212");
    assert!(told(&env, "config --plain").contains("Beslut: SN 12"));
    assert!(told(&env, "purge").contains("Beslut: SN 12"));
    told(&env, "config retention=akt --beslut SN~13");
    assert!(told(&env, "purge").contains("Beslut: SN 13"));
    told(&env, "config retention= --reason fel");
    assert!(!told(&env, "config --plain").contains("Beslut:"));
    refused(&env, "purge");
}

#[test]
fn what_the_law_says_of_social_services_cannot_be_said_of_another_holders_file() {
    let env = Env::new().with_file().on_the_real_day();
    told(&env, "config holder=skola");
    for kind in ["arbetslista", "akt"] {
        let said = refused(&env, &format!("config retention={kind} --decision X"));
        assert!(said.contains("plan:5"), "{said}");
    }
    told(&env, "config retention=plan:5 --decision X");
}

#[test]
fn other_rules_for_a_file_with_cases_need_a_reason_and_do_not_loosen_those_of_its_cases() {
    for looser in [
        &[
            "holder=annan --reason bytt",
            "retention=plan:1 --decision SN~2",
        ][..],
        &["retention=arbetslista --decision SN~2"],
        &["retention=plan:1 --decision SN~2"],
        &[
            "retention= --reason fel",
            "holder= --reason fel",
            "holder=skola",
            "retention=plan:1 --decision SN~2",
        ],
        // A day that is given does not make a rule older or younger than it was.
        &["retention=plan:1 --decision SN~2 --today 2001-01-01"],
        &["retention=plan:1 --decision SN~2 --today 2019-01-01"],
    ] {
        let env = old(&RECORD);
        refused(&env, "config holder=annan");
        refused(&env, "config holder=annan --yes");
        refused(&env, "config holder=");
        for setting in looser {
            told(&env, &format!("config {setting}"));
        }
        let said = refused(&env, "purge A --reason tiden~ute");
        assert!(said.contains("ska vara kvar"), "{looser:?}: {said}");
        assert_eq!(removed(&env), 0);
        let doctor = told(&env, "doctor");
        assert!(
            doctor.contains("ur filens logg") && doctor.contains("förut akt")
                || doctor.contains("förut socialnamnd"),
            "{doctor}"
        );
    }
}

#[test]
fn a_stricter_rule_counts_at_once() {
    let env = old(&WORKLIST);
    told(&env, "config retention=akt --decision SN~2");
    refused(&env, "purge A --reason tiden~ute");
    told(&env, "config retention=arbetslista --decision SN~3");
    refused(&env, "purge A --reason tiden~ute");
    told(&env, "purge B --reason tiden~ute");
}

#[test]
fn a_file_of_social_services_is_at_least_a_compilation_before_they_say_what_it_is() {
    let env = old(&["holder=socialnamnd"]);
    told(&env, "config holder=annan --reason bytt");
    told(&env, "config retention=plan:1 --decision X");
    told(&env, "purge A --reason tiden~ute");
    told(&env, &opening("C", 60));
    let young = told(&env, "close C --reason klart");
    assert!(young.contains("stängt"), "{young}");
    let list = told(&env, "purge");
    assert!(
        list.contains("1 år efter"),
        "the new case goes by the new rule: {list}"
    );
}

#[test]
fn a_setting_changed_past_the_program_loosens_nothing_and_doctor_tells() {
    let env = old(&RECORD);
    let db = rusqlite::Connection::open(env.path("arenden.db")).unwrap();
    let looser = "UPDATE settings SET value = 'plan:1' WHERE key = 'retention'";
    db.execute(looser, []).unwrap();
    drop(db);
    refused(&env, "purge A --reason tiden~ute");
    let doctor = told(&env, "doctor");
    assert!(
        doctor.contains("inställningen retention är inte vad"),
        "{doctor}"
    );
    let db = rusqlite::Connection::open(env.path("arenden.db")).unwrap();
    db.execute("DELETE FROM file_log WHERE kind = 'setting'", [])
        .unwrap();
    drop(db);
    let doctor = told(&env, "doctor");
    assert!(doctor.contains("2 rader saknas i filens logg"), "{doctor}");
}

#[test]
fn the_rules_a_case_goes_by_stay_with_the_one_that_continues_it() {
    let env = old(&RECORD);
    told(&env, "reopen A --reason flyttad");
    told(&env, "config retention=arbetslista --decision SN~2");
    let day = Env::days_from_now(60);
    let next = format!("new-case --continues A --ref C --date inskrivning={day} --reason flyttad");
    told(&env, &next);
    told(&env, "close C --reason klart");
    let said = refused(&env, "purge C --reason tiden~ute");
    assert!(said.contains("ska vara kvar"), "{said}");
}
