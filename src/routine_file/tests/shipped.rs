//! The shipped routines hold together.

use super::*;

#[test]
fn every_built_in_routine_loads() {
    let mut warnings = String::new();
    for (id, routine) in Library::built_in().all() {
        match routine {
            Ok(loaded) => {
                assert_eq!(loaded.routine.id.as_str(), id);
                for warning in loaded.warnings {
                    warnings += &format!("{id} {:?}\n", warning.kind);
                }
            }
            Err(broken) => panic!("{id} is broken:\n{broken:?}"),
        }
    }
    insta::assert_snapshot!(warnings, @r#"skolfranvaro NoOwner { step: "bedomarteam" }"#);
}
