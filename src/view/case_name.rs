//! What a case is called: its reference, and the word people know it by.

use std::fmt;

use crate::domain::ids::CaseRef;

/// "2026-014 talgoxe".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CaseName<'a> {
    pub(crate) reference: &'a CaseRef,
    pub(crate) code_word: Option<&'a str>,
}

impl fmt::Display for CaseName<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.reference.as_str())?;
        match self.code_word {
            Some(word) => write!(out, " {word}"),
            None => Ok(()),
        }
    }
}
