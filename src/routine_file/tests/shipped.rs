//! The shipped routines hold together.

use super::*;

#[test]
fn every_built_in_routine_loads() {
    let mut warnings = String::new();
    for entry in Library::built_in().all() {
        match entry.result {
            Ok(loaded) => {
                assert_eq!(loaded.routine.id.as_str(), entry.id);
                for warning in loaded.warnings {
                    warnings += &format!("{} {:?}\n", entry.id, warning.kind);
                }
            }
            Err(Broken::Text { text, .. }) => {
                panic!("{} is broken:\n{}", entry.id, problems(&text));
            }
            Err(other) => panic!("{other:?}"),
        }
    }
    insta::assert_snapshot!(warnings, @r#"skolfranvaro NoOwner { step: "bedomarteam" }"#);
}
