//! Nothing depends on where the program runs: time zone, locale.

use crate::harness::Env;

/// A case from its opening to its end, and everything that can be read of it.
const STORY: &[&str] = &[
    "new-case --routine nacka --ref A --date inskrivning=2026-10-31 --date utskrivning=2027-01-31 --answer akut=no",
    "done A 1 --on 2026-11-20",
    "extend A 4 --to 2026-12-24 --reason sjukdom --decided-by chefen",
    "set A --planned 2=2026-12-31",
    "skip A 3 --reason inte",
    "undo A",
    "show A",
    "show A --format json",
    "log A",
    "log A --format json",
    "why A 4",
    "why A 7 --format json",
    "list --format json",
    "report",
    "report --overdue --format json",
    "report --within 60 --format json",
    "report --extended",
    "next A",
    "routine plan soderkoping --date placering=2024-02-29 --date avslut=2027-03-28 --format json",
    "close A --reason slut",
    "report --late --format json",
];

fn told(variables: &[(&str, &str)]) -> Vec<String> {
    let start = Env::new();
    let env = variables
        .iter()
        .fold(start, |env, (name, value)| env.with(name, value));
    let lines = STORY.iter().map(|line| {
        let told = env.line(line).success();
        format!("{line}\n{}{}", told.out, told.err)
    });
    lines.collect()
}

#[test]
fn the_same_bytes_in_every_time_zone_and_locale() {
    let here = told(&[]);
    for elsewhere in [
        &[("TZ", "Pacific/Kiritimati")][..],
        &[("TZ", "America/Los_Angeles")],
        &[("TZ", "Asia/Kathmandu"), ("LC_ALL", "en_US.UTF-8")],
        &[("LANG", "ar_SA.UTF-8"), ("LC_TIME", "th_TH.UTF-8")],
        &[("LC_ALL", "C")],
    ] {
        for (here, there) in here.iter().zip(told(elsewhere)) {
            assert_eq!(*here, there, "{elsewhere:?}");
        }
    }
}
