//! What was measured, as a table for people and for docs/speed.md.

use std::time::Duration;

/// Something that was measured.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Amount {
    /// How long it took.
    Time(Duration),
    /// How many instructions, in millions.
    Instructions(f64),
    /// How much memory, in MiB.
    Memory(f64),
}

impl Amount {
    /// It without what another one takes.
    pub(crate) fn less(self, other: Self) -> Self {
        match (self, other) {
            (Self::Time(whole), Self::Time(part)) => Self::Time(whole.saturating_sub(part)),
            _ => panic!("{self} less {other}"),
        }
    }

    /// It as a number of its unit.
    pub(crate) fn value(self) -> f64 {
        match self {
            Self::Time(time) => time.as_secs_f64(),
            Self::Instructions(count) | Self::Memory(count) => count,
        }
    }
}

impl std::fmt::Display for Amount {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Instructions(count) => write!(out, "{count:.1} M instr."),
            Self::Memory(mebibytes) => write!(out, "{mebibytes:.1} MiB"),
            Self::Time(time) => match time.as_secs_f64() {
                seconds @ 10.0.. => write!(out, "{seconds:.1} s"),
                seconds @ 0.1.. => write!(out, "{:.0} ms", seconds * 1000.0),
                seconds => write!(out, "{:.2} ms", seconds * 1000.0),
            },
        }
    }
}

/// A table under way: each row is printed as soon as it is known.
pub(crate) struct Table {
    missed: usize,
}

impl Table {
    /// Prints the heading.
    pub(crate) fn begin() -> Self {
        println!("| what | measured | beside it | ratio | target |\n|---|---|---|---|---|");
        Self { missed: 0 }
    }

    /// Something on its own.
    pub(crate) fn alone(&mut self, what: &str, amount: Amount, most: Option<Amount>) {
        let target = most.map(|most| (amount.value() <= most.value(), format!("≤ {most}")));
        self.row(what, amount, ["", ""], target);
    }

    /// Something, what stands beside it, and how many times that it may be.
    pub(crate) fn compare(
        &mut self,
        what: &str,
        amount: Amount,
        (name, beside): (&str, Amount),
        most: Option<f64>,
    ) {
        let times = amount.value() / beside.value();
        let target = most.map(|most| (times <= most, format!("≤ {most:.1} ×")));
        self.row(
            what,
            amount,
            [&format!("{name}: {beside}"), &format!("{times:.2} ×")],
            target,
        );
    }

    fn row(
        &mut self,
        what: &str,
        amount: Amount,
        beside: [&str; 2],
        target: Option<(bool, String)>,
    ) {
        let target = match target {
            None => "–".to_owned(),
            Some((true, aim)) => format!("{aim}, ok"),
            Some((false, aim)) => {
                self.missed += 1;
                format!("{aim}, **not met**")
            }
        };
        println!(
            "| {what} | {amount} | {} | {} | {target} |",
            beside[0], beside[1]
        );
    }

    /// How many targets were not met.
    pub(crate) fn missed(&self) -> usize {
        self.missed
    }
}
