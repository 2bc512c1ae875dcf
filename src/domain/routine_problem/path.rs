//! Paths to values of a routine file, such as `phase.0.step.2.due.0.after`.

use std::borrow::Cow;
use std::fmt;

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Key(Cow<'static, str>),
    /// An entry of a list, from 0.
    Index(usize),
    /// The key itself, not its value; only ever the last part.
    NameOf(Cow<'static, str>),
}

/// Where in a routine file a value stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Path(Vec<Part>);

impl Path {
    /// The whole file.
    pub fn root() -> Self {
        Self::default()
    }

    /// The value of a key here.
    pub fn key(&self, key: impl Into<Cow<'static, str>>) -> Self {
        self.with([Part::Key(key.into())])
    }

    /// An entry of the list here.
    pub fn index(&self, index: usize) -> Self {
        self.with([Part::Index(index)])
    }

    /// A key here itself, not its value.
    pub fn name_of(&self, key: impl Into<Cow<'static, str>>) -> Self {
        self.with([Part::NameOf(key.into())])
    }

    /// An entry of the list that a key here holds.
    pub fn entry(&self, key: &'static str, index: usize) -> Self {
        self.with([Part::Key(key.into()), Part::Index(index)])
    }

    /// Its parts, outermost first.
    pub fn parts(&self) -> &[Part] {
        &self.0
    }

    /// Paths are made for every part of every routine that is read, so each in one piece.
    fn with<const ADDED: usize>(&self, added: [Part; ADDED]) -> Self {
        let mut parts = Vec::with_capacity(self.0.len() + ADDED);
        parts.extend_from_slice(&self.0);
        parts.extend(added);
        Self(parts)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, part) in self.0.iter().enumerate() {
            if place > 0 {
                out.write_str(".")?;
            }
            match part {
                Part::Key(key) | Part::NameOf(key) => out.write_str(key)?,
                Part::Index(index) => write!(out, "{index}")?,
            }
        }
        Ok(())
    }
}
