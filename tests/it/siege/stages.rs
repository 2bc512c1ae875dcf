//! Where in its life a process was when it was killed, and what it had said by then.

use std::fmt;
use std::ops::AddAssign;
use std::process::{Child, Command, Output};
use std::thread;
use std::time::Duration;

/// Numbers that look random and are the same for the same seed.
struct Dice(u64);

impl Dice {
    /// From 0 up to, not including, 1. (SplitMix64.)
    fn roll(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        f64::from(u32::try_from(mixed >> 32).unwrap()) / f64::from(u32::MAX)
    }
}

/// Kills processes after delays that cover their whole lives, however fast or slow the machine is.
pub(super) struct Killer {
    dice: Dice,
    /// Seconds that a life is believed to last: longer after each kill, shorter after each life lived out.
    life: f64,
}

/// What became of a process.
pub(super) struct Fate {
    /// It was killed before its end.
    pub(super) was_killed: bool,
    /// What it had said by then.
    pub(super) output: Output,
}

impl Killer {
    /// Begins with lives of so many seconds.
    pub(super) fn new(seed: u64, life: f64) -> Self {
        Self {
            dice: Dice(seed),
            life,
        }
    }

    /// Starts the process and kills it at a random moment, unless it has ended by then.
    pub(super) fn strike(&mut self, command: &mut Command) -> Fate {
        self.strike_down(command.spawn().unwrap())
    }

    /// The same with one that has been started.
    pub(super) fn strike_down(&mut self, mut child: Child) -> Fate {
        thread::sleep(Duration::from_secs_f64(self.dice.roll() * self.life));
        // Killing one that has ended does nothing until it is waited for.
        child.kill().unwrap();
        let output = child.wait_with_output().unwrap();
        let was_killed = output.status.code().is_none();
        self.life *= if was_killed { 1.1 } else { 0.9 };
        Fate { was_killed, output }
    }
}

impl Fate {
    /// The process has let it be known that the change is stored: by its exit code, or by a word about it.
    pub(super) fn is_acknowledged(&self) -> bool {
        let told = |stream: &[u8]| !stream.is_empty() && !stream.starts_with(b"fel:");
        self.output.status.success() || told(&self.output.stdout) || told(&self.output.stderr)
    }
}

/// How many processes were caught where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Stages {
    /// Killed before anything was stored, no journal left.
    pub(super) before: u32,
    /// Killed in the midst of storing: a journal is left, and the change is not there.
    pub(super) half_done: u32,
    /// Killed when the change was stored, before it was said.
    pub(super) unsaid: u32,
    /// Killed after it was said.
    pub(super) said: u32,
    /// Lived to its end.
    pub(super) ended: u32,
}

impl AddAssign for Stages {
    fn add_assign(&mut self, more: Self) {
        self.before += more.before;
        self.half_done += more.half_done;
        self.unsaid += more.unsaid;
        self.said += more.said;
        self.ended += more.ended;
    }
}

impl fmt::Display for Stages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} before, {} half done, {} unsaid, {} said, {} ended",
            self.before, self.half_done, self.unsaid, self.said, self.ended
        )
    }
}
