//! Random histories, played by commands over random days: what every list, export and taking back must keep, whatever
//! was done and in whatever order.

mod holds;
mod moves;
mod player;
mod tally;

use std::sync::Mutex;

use self::player::Player;
use self::tally::Tally;
use crate::hostile::dice::told;

/// So many changes are tried in a history.
const LENGTH: usize = 18;

/// Plays histories from these seeds and gives what occurred in them.
fn play(seeds: std::ops::Range<u64>) -> Tally {
    let mut tally = Tally::default();
    for seed in seeds {
        let mut player = Player::open(seed);
        for _ in 0..LENGTH {
            player.play_on();
        }
        player.leave();
        tally.add(player.occurred);
    }
    tally
}

/// What each thread's histories came to.
static TALLIES: Mutex<Vec<Tally>> = Mutex::new(Vec::new());

#[test]
fn random_histories_keep_what_is_promised_and_come_to_everything() {
    let many = told("SISAM_HISTORIES", 32);
    let first = told("SISAM_SEED", 1);
    let quarter = many.div_ceil(4);
    std::thread::scope(|scope| {
        for part in 0..4 {
            scope.spawn(move || {
                let tally = play(part * quarter + first..(part + 1) * quarter + first);
                TALLIES.lock().unwrap().push(tally);
            });
        }
    });
    let mut all = Tally::default();
    for tally in TALLIES.lock().unwrap().drain(..) {
        all.join(tally);
    }
    all.print();
    all.assert_everything_occurred();
}
