//! Case files to report on.

use sisam::domain::case::Case;
use sisam::domain::decide::{Draft, Opening};
use sisam::domain::event::Stamp;
use sisam::domain::plan::{PLANNER_VERSION, Plan};
use sisam::domain::report::Standing;
use sisam::routine_file::Library;
use sisam::store::{self, CaseFile, NewCase, RoutineText};

use crate::harness::{Env, TODAY};

/// The case file of a test's home.
const FILE: &str = "arenden.db";

impl Env {
    /// The same with its case file named.
    pub(crate) fn with_file(self) -> Self {
        let path = self.path(FILE);
        self.with("SISAM_DB", path.to_str().unwrap())
    }

    /// Runs a line on a day; `~` stands for a space within an argument.
    pub(crate) fn on(&self, day: &str, line: &str) {
        let line = format!("{line} --today {day} --yes");
        let arguments = line.split_whitespace().map(|word| word.replace('~', " "));
        self.sisam(arguments).success();
    }

    /// What reports give on a day as `case/step`, in order.
    pub(crate) fn rows(&self, day: &str, line: &str) -> Vec<String> {
        let rows = self.json(day, line);
        let text = |row: &serde_json::Value, key: &str| row[key].as_str().unwrap().to_owned();
        let rows = rows.as_array().unwrap().iter();
        rows.map(|row| format!("{}/{}", text(row, "case"), text(row, "step")))
            .collect()
    }

    /// What a line gives as JSON on a day.
    pub(crate) fn json(&self, day: &str, line: &str) -> serde_json::Value {
        let line = format!("{line} --format json --today {day}");
        serde_json::from_str(&self.line(&line).success().out).unwrap()
    }

    /// Makes the file one that another version of the program has planned, with rows that are worth nothing.
    pub(crate) fn planned_by_another_version(&self) {
        let opening = store::OpenOptions {
            planner: PLANNER_VERSION + 1,
            ..store::OpenOptions::default()
        };
        let mut file = CaseFile::open_for_writing(&self.path(FILE), &opening).unwrap();
        let spoilt = |change: &mut store::Change<'_>| {
            for id in change.read().case_ids()? {
                let events = change.read().case_by_id(id)?.events;
                let nothing = Standing {
                    open: Case::fold(&events).unwrap().is_open(),
                    not_in_akt: false,
                    rows: Vec::new(),
                    span: Default::default(),
                };
                change.rebuild_rows(id, &nothing)?;
            }
            change.rebuild_totals()?;
            change.mark_rows_current()
        };
        file.write(spoilt).unwrap();
    }
}

/// Three open cases, one closed. On the day of the tests some of their steps are late; some were done late.
pub(crate) fn several(env: Env) -> Env {
    let env = env.with_file();
    env.on(
        "2026-11-02",
        "new-case --routine nacka --ref 2026-001 --date utredning=2026-10-20 --date inskrivning=2026-11-10 \
         --answer akut=nej --role rektor-hemskola=Team~Nord",
    );
    env.on(
        "2026-11-02",
        "new-case --routine soderkoping --ref 2026-002 --date placering=2026-11-16 --answer skolbyte=ja",
    );
    env.on(
        "2026-11-02",
        "new-case --routine nacka --ref 2026-003 --date inskrivning=2026-12-01 --date utskrivning=2027-06-01 \
         --answer akut=nej",
    );
    env.on("2026-11-05", "done 2026-001 1 --on 2026-11-04");
    env.on(
        "2026-11-05",
        "extend 2026-001 2 --to 2026-11-18 --reason skolan~har~lov --decided-by Enhetschef",
    );
    env.on(
        "2026-11-02",
        "new-case --routine nacka --ref 2026-004 --date inskrivning=2026-11-03 --answer akut=nej",
    );
    env.on("2026-11-09", "done 2026-004 4");
    env.on("2026-11-09", "close 2026-004 --reason flyttad");
    env
}

/// As many cases as that, in a file made in one go. Each has four steps due the day before its admission or on it.
pub(crate) fn many(env: Env, cases: usize) -> Env {
    let env = env.with_file();
    let Some(Ok(loaded)) = Library::built_in().get("nacka") else {
        panic!("nacka is built in");
    };
    let today = TODAY.parse().unwrap();
    let stamp = Stamp {
        at: format!("{TODAY}T00:00:00Z"),
        day: today,
        today_given: true,
        who: "test".to_owned(),
    };
    let opening = Opening {
        text_hash: loaded.text_hash.clone(),
        ..Opening::default()
    };
    let mut draft = Draft::open(&loaded.routine, opening, stamp).unwrap();
    let admission = "2026-11-10".parse().unwrap();
    draft
        .set_date(&"inskrivning".into(), Some(admission))
        .unwrap();
    draft.answer(&"akut".into(), "no").unwrap();
    let decision = draft.finish().unwrap();
    let plan = Plan::of(&loaded.routine, &decision.case, today);
    let standing = Standing::new(&loaded.routine, &decision.case, plan.rows);
    let routine = RoutineText {
        hash: loaded.text_hash,
        id: loaded.routine.id,
        version: loaded.routine.version,
        text: loaded.text,
    };
    let opening = store::OpenOptions {
        planner: PLANNER_VERSION,
        ..store::OpenOptions::default()
    };
    let mut file = CaseFile::open_for_writing(&env.path(FILE), &opening).unwrap();
    let written = file.write(|change| {
        for number in 1..=cases {
            change.open_case(NewCase {
                reference: &format!("2026-{number:03}").into(),
                routine: &routine,
                events: &decision.events,
                standing: &standing,
            })?;
        }
        Ok::<_, store::StoreError>(())
    });
    written.unwrap();
    env
}
