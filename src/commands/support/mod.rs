//! What commands share.

pub(crate) mod asking;
pub(crate) mod broken;
pub(crate) mod case_file;
pub(crate) mod cases;
pub(crate) mod change;
pub(crate) mod facts;
pub(crate) mod headings;
#[cfg(feature = "encryption")]
pub(crate) mod keys;
#[cfg(not(feature = "encryption"))]
#[path = "no_keys.rs"]
pub(crate) mod keys;
pub(crate) mod known;
pub(crate) mod named_routine;
pub(crate) mod no_cases;
pub(crate) mod reading;
pub(crate) mod refusals;
pub(crate) mod routines;
pub(crate) mod school_file;
pub(crate) mod selection;
pub(crate) mod step_facts;
pub(crate) mod step_json;
pub(crate) mod stopped;
pub(crate) mod suggest;
pub(crate) mod told;
pub(crate) mod totals_in_words;
