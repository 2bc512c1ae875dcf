//! No room: a clear message, every byte as it was, nothing left beside the file.

use std::process::{Command, Stdio};

use super::sound::assert_sound;
use super::system::in_a_world_of_its_own;
use super::{said, told};
use crate::harness::{Env, program};

/// Longer than what is left of the disk in most of the attempts.
const LONG: usize = 60_000;
/// How SQLite and file systems hand out room.
const PAGE: u64 = 4096;

fn one_case() -> Env {
    let env = Env::besieged();
    env.line("new-case --routine nacka --ref A --date inskrivning=2026-12-02")
        .success();
    env
}

/// The system lets no file grow beyond a limit, as a quota does. Runs everywhere.
#[test]
fn a_file_that_may_not_grow_is_left_as_it_was() {
    let env = one_case();
    let before = env.files();
    let size = std::fs::metadata(env.file()).unwrap().len();
    let note = "x".repeat(LONG);
    let mut refused = 0;
    for pages in 0.. {
        // `ulimit` counts in blocks of 512 bytes.
        let limit = (size + pages * 3 * PAGE) / 512;
        let mut command = Command::new("/bin/sh");
        env.prepare(&mut command);
        let script = format!("ulimit -f {limit}; exec \"$@\"");
        command.args(["-c", &script, "sh"]).arg(program());
        let output = command.args(["note", "A", &note]).output().unwrap();
        if output.status.success() {
            break;
        }
        refused += 1;
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        insta::allow_duplicates! { insta::assert_snapshot!(env.normalised(&output.stderr), @"
        fel: Det gick inte att spara i $HOME/arenden.db.
          Disken tog inte emot det: den kan vara trasig eller frånkopplad, eller så är gränsen nådd för hur mycket du får spara. Inget är ändrat. Systemet säger: disk I/O error
        tips: frigör utrymme eller pröva disken, och skriv samma kommando igen
        "); }
        assert!(env.files() == before, "{pages}: something has changed");
    }
    assert!(refused > 2, "{refused}");
    assert_sound(&env.file());
}

/// A disk of its own that is filled up, with more and more room left, until the change fits. Needs a system that lets
/// an ordinary user mount one, or root; where it does not, the tests beside this one stand for it.
#[test]
fn a_full_disk_changes_nothing() {
    let env = Env::besieged();
    env.write("disk/.keep", "");
    let script = r#"
        mount -t tmpfs -o size=600k,mode=700 none disk || exit 99
        echo mounted
        cd disk
        export SISAM_DB=a.db
        "$1" new-case --routine nacka --ref A --date inskrivning=2026-12-02 >/dev/null || exit 1
        cp a.db ../before.db
        left=0
        while [ $left -le 120 ]; do
            rm -f fill; dd if=/dev/zero of=fill bs=4k 2>/dev/null
            size=$(wc -c <fill)
            truncate -s $((size - left * 1024)) fill
            "$1" note A "$2" >out 2>../told; code=$?
            rm -f out
            if cmp -s a.db ../before.db; then same=same; else same=changed; fi
            echo "$left $code $same $(ls | tr '\n' ' ')| $(head -1 ../told)"
            [ $code = 0 ] && break
            left=$((left + 12))
        done
        rm -f fill
        cp a.db ../arenden.db
        dd if=/dev/zero of=fill bs=4k 2>/dev/null
        SISAM_DB=ny.db "$1" new-case --routine nacka --date inskrivning=2026-12-02 2>../told
        echo "new $? $(head -1 ../told)"
        SISAM_DB=ny.db "$1" list
        rm -f fill
        SISAM_DB=ny.db "$1" new-case --routine nacka --date inskrivning=2026-12-02 | head -1
    "#;
    let note = "x".repeat(LONG);
    let Some(output) = in_a_world_of_its_own(&env, script, &note, Stdio::null()) else {
        told("no disk can be mounted here");
        return;
    };
    let words = said(&output);
    let (attempts, first) = words.split_once("new ").unwrap();
    let mut attempts: Vec<_> = attempts.lines().collect();
    let last = attempts.pop().unwrap();
    assert!(last.contains(" 0 changed a.db fill | "), "{words}");
    assert!(attempts.len() > 2, "{words}");
    for attempt in attempts {
        let refused = " 1 same a.db fill | fel: Det finns inte plats att spara i a.db.";
        assert!(attempt.ends_with(refused), "{attempt}");
    }
    // What could not be made is no case file yet, and can be made when there is room.
    assert_eq!(
        first,
        "1 fel: Det finns inte plats att spara i ny.db.\nDet finns inga ärenden än.\n\
         Öppna det första: sisam ny\nÄrendet 2026-001 är öppnat.\n"
    );
    assert_sound(&env.file());
}
