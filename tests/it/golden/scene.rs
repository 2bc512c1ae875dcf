//! Cases in which everything has happened, and what each command writes of them.

use serde_json::Value;

use crate::harness::Env;
use crate::lines;

/// A file with cases of several routines.
pub(super) struct Scene {
    env: Env,
}

const CALENDAR: &str = r#"format = 1
title = "Exempelkommunen 2026/27"
[[term]]
title = "Hösten 2026"
first = 2026-08-17
last = 2026-12-18
[[term]]
title = "Våren 2027"
first = 2027-01-11
last = 2027-06-11
[[off]]
title = "Höstlov"
first = 2026-10-26
last = 2026-10-30
"#;

/// What was done, each on its day.
const HAPPENED: &[(&str, &str)] = &[
    (
        "2026-09-01",
        "new-case --ref N-1 --routine nacka --date utredning=2026-08-20 --date ansokan=2026-09-04 --date inskrivning=2026-09-20 --answer akut=nej --role socialsekreterare=Enhet~barn",
    ),
    ("2026-09-02", "done N-1 1 --on 2026-09-02"),
    ("2026-09-03", "done N-1 2 --item a --on 2026-09-03"),
    ("2026-09-20", "set N-1 --date inskrivning=2026-09-20"),
    (
        "2026-09-28",
        "extend N-1 4 --to 2026-10-09 --reason semester --decided-by enhetschef",
    ),
    ("2026-10-12", "done N-1 4 --answer i-skola=delvis"),
    ("2026-10-13", "skip N-1 3 --reason SiS~har~redan~berättat"),
    ("2026-10-14", "note N-1 ringde --step 5"),
    (
        "2026-10-14",
        "add N-1 Ring~mormor --to 2026-12-20 --role socialsekreterare --after 5",
    ),
    (
        "2026-10-14",
        "set N-1 --planned 5=2026-12-01 --date utskrivning=2026-11-10 --calendar lasar.toml",
    ),
    ("2026-10-15", "set N-1 --protect"),
    (
        "2026-08-03",
        "new-case --ref S-1 --routine soderkoping --date placering=2026-09-01 --answer skolbyte=ja --answer annan-kommun=nej --answer folkbokford=ja --answer akut=nej --takes 3=kontaktperson-ses",
    ),
    (
        "2026-09-05",
        "new-case --ref S-2 --continues S-1 --date placering=2026-09-10 --reason omplacering",
    ),
    (
        "2026-09-05",
        "set S-2 --answer skolbyte=ja --answer annan-kommun=nej",
    ),
    (
        "2026-09-01",
        "new-case --ref F-1 --routine skolfranvaro --date utlosare=2026-08-31 --trigger fem-tillfallen",
    ),
    ("2026-09-02", "done F-1 underratta --on 2026-08-31"),
    (
        "2026-09-03",
        "done F-1 kontakt --answer samtycke=ja --answer samtycke-av=vårdnadshavare~1",
    ),
    ("2026-09-08", "done F-1 malmote"),
    (
        "2026-09-15",
        "done F-1 uppfoljning-veckovis --answer i-skola=ja",
    ),
    (
        "2026-09-01",
        "new-case --ref A-1 --routine allt --trigger t1 --date start=2026-09-03 --date slut=2027-03-01 --answer nasta=2026-09-10",
    ),
    ("2026-09-04", "done A-1 on --on unknown"),
    ("2026-09-05", "done A-1 window --item x --despite ett"),
    ("2026-09-06", "note A-1 ringde"),
    ("2026-09-06", "undo A-1"),
    (
        "2026-09-14",
        "done A-1 window --on 2026-09-14 --despite två",
    ),
    ("2026-09-14", "set A-1 --answer skolbyte=ja"),
    ("2026-10-01", "close A-1 --reason flyttade"),
    ("2026-10-02", "reopen A-1 --reason kom~tillbaka"),
    (
        "2026-11-18",
        "new-case --ref G-1 --routine gyllene --date start=2026-11-20",
    ),
    ("2026-11-18", "set G-1 --calendar lasar.toml"),
    ("2026-09-07", "set A-1 --answer hur-ofta=2~veckor"),
    (
        "2026-10-05",
        "done A-1 evaluate --answer resultat=igen --answer skolbyte=ja",
    ),
    ("2026-10-06", "note A-1 fel~text"),
    ("2026-09-01", "config holder=socialnamnd"),
    ("2026-09-01", "config retention=arbetslista --decision SN~1"),
    ("2026-09-01", "config access_log=off --reason prov"),
    ("2026-09-01", "config access_log=on"),
    (
        "2026-09-01",
        "new-case --ref C-1 --routine bbic-flode --date start=2026-08-01",
    ),
    ("2026-09-03", "done C-1 1 --on unknown"),
    ("2026-09-04", "done C-1 1 --on 2026-09-02"),
    ("2026-10-20", "close C-1 --reason flyttade"),
];

/// What is written: its name, the line.
const WRITTEN: &[(&str, &str)] = &[
    ("overview", ""),
    ("next", "next"),
    ("next-case", "next N-1"),
    ("report", "report"),
    (
        "report-filters",
        "report --overdue --late --within 30 --extended",
    ),
    ("report-missing", "report --missing"),
    ("list", "list --all"),
    ("show-N-1", "show N-1"),
    ("show-S-2", "show S-2"),
    ("show-F-1", "show F-1"),
    ("show-A-1", "show A-1"),
    ("log-N-1", "log N-1"),
    ("log-S-2", "log S-2"),
    ("log-F-1", "log F-1"),
    ("log-A-1", "log A-1"),
    ("akt-N-1", "akt N-1"),
    ("akt-S-2", "akt S-2"),
    ("why-N-1-4", "why N-1 4"),
    ("why-N-1-3", "why N-1 3"),
    ("why-G-1-1", "why G-1 1"),
    ("why-G-1-4", "why G-1 4"),
    ("why-G-1-5", "why G-1 5"),
    ("why-C-1-1", "why C-1 1"),
    ("why-A-1-on", "why A-1 on"),
    ("why-A-1-answered", "why A-1 answered"),
    ("why-F-1-second", "why F-1 uppfoljning-veckovis --round 2"),
    ("why-N-1-5", "why N-1 5"),
    ("why-N-1-7", "why N-1 7"),
    ("why-A-1-window", "why A-1 window --round 1"),
    ("why-A-1-several", "why A-1 several"),
    ("why-A-1-promptly", "why A-1 promptly"),
    ("why-F-1-weekly", "why F-1 uppfoljning-veckovis --round 1"),
    ("config", "config"),
    ("purge", "purge"),
    ("doctor", "doctor"),
    ("plan", "routine plan nacka --date inskrivning=2026-12-02"),
    ("routine-list", "routine list"),
    ("routine-show", "routine show allt"),
    (
        "check",
        "routine check routines/allt.toml routines/fel.toml",
    ),
    ("test", "routine test routines/allt.toml"),
    ("me", "config --me"),
    ("backup", "backup kopia.db"),
];

/// What changes what others show.
const LAST: &[(&str, &str)] = &[
    ("restore", "restore kopia.db --force"),
    ("filelog", "log --file"),
    ("accesslog", "log --access"),
    ("opened", "new-case --from many.csv --yes"),
];

impl Scene {
    pub(super) fn new() -> Self {
        let env = Env::new().with_file();
        let rules = include_str!("../properties/every_rule.toml");
        env.write("routines/allt.toml", rules);
        env.write(
            "routines/fel.toml",
            &rules.replace("id = \"allt\"", "id = \"fel\"\ntitle = 3"),
        );
        env.write("routines/gyllene.toml", include_str!("golden.toml"));
        env.write("lasar.toml", CALENDAR);
        let many = "ref;routine;date:inskrivning\nM-1;nacka;2026-12-02\n";
        env.write("many.csv", many);
        let env = env.with("SISAM_ROUTINES", "routines");
        for (day, line) in HAPPENED {
            env.on(day, line);
        }
        let log = env.json("2026-11-21", "log A-1");
        let wrong = log
            .as_array()
            .unwrap()
            .iter()
            .rfind(|entry| entry["event"] == "noted");
        let seq = &wrong.unwrap()["seq"];
        env.on(
            "2026-11-21",
            &format!("redact A-1 {seq} --reason fel~ärende"),
        );
        Self { env }
    }

    fn tamper(&self, sql: &str) {
        let db = rusqlite::Connection::open(self.env.path("arenden.db")).unwrap();
        db.execute_batch(sql).unwrap();
    }

    fn written(&self, lines: &[(&'static str, &str)]) -> Vec<(&'static str, Value)> {
        let written = lines.iter().map(|(name, line)| {
            let told = lines::line(&self.env, &format!("{line} --format json")).ends_with_data();
            let json = serde_json::from_str(&told);
            (
                *name,
                json.unwrap_or_else(|error| panic!("{line}: {error} {told}")),
            )
        });
        written.collect()
    }
}

/// What is written of a file that is not as its histories say.
const REPAIRED: &[(&str, &str)] = &[
    ("doctor-faulty", "doctor"),
    ("doctor-repaired", "doctor --repair"),
];

/// Everything that is written, by name.
pub(super) fn acted(scene: &Scene) -> Vec<(&'static str, Value)> {
    let mut written = scene.written(WRITTEN);
    scene.tamper("UPDATE step_row SET due = '2020-01-01'");
    written.extend(scene.written(REPAIRED));
    scene.tamper("DROP TRIGGER event_is_never_changed; UPDATE event SET who = 'x' WHERE case_id = 1 AND seq = 2");
    written.extend(scene.written(&[("doctor-altered", "doctor")]));
    written.extend(scene.written(LAST));
    written
}
