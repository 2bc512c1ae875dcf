//! Lists that are longer than anybody reads: a screen's table ends and says so, JSON goes on.

use crate::cases;
use crate::harness::{Env, TODAY};

const SHOWN: usize = 500;

#[test]
fn a_table_stops_at_500_rows_and_json_does_not() {
    let env = cases::many(Env::english(), SHOWN + 10);
    for command in ["list", "next", "report"] {
        let all = env.json(TODAY, command).as_array().unwrap().len();
        assert!(all > SHOWN, "{command}: {all}");
        let table = env.line(command).success().out;
        // What is between the rule and the first gap; a case is said once.
        let rows = table
            .lines()
            .skip_while(|line| !line.contains("──"))
            .skip(1);
        let rows = rows.take_while(|line| !line.is_empty());
        assert_eq!(rows.count(), SHOWN, "{command}: {table}");
        let rest = format!("{} of {all} ", all - SHOWN);
        assert!(table.contains(&rest), "{command}: {rest}");
    }
}

#[test]
fn rows_planned_anew_are_the_stored_ones_however_many() {
    // More rows than are held at once.
    let env = cases::many(Env::english(), 300);
    let stored = env.json(TODAY, "report");
    assert!(stored.as_array().unwrap().len() > 1_000);
    env.planned_by_another_version();
    assert!(env.json(TODAY, "report") == stored);
}
