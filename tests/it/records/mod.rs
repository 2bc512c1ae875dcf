//! What is recorded is true: nothing is lost, nothing falsified, nothing hidden.

mod access;
mod asking;
mod clock;
mod consent;
mod files;
#[cfg(target_os = "linux")]
mod files_faults;
mod judged;
mod lateness;
mod retention;
mod rounds;
#[cfg(target_os = "linux")]
mod shim;
mod texts;
