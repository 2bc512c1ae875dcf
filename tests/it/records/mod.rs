//! What is recorded is true: nothing is lost, nothing falsified, nothing hidden.

mod access;
mod asking;
mod clock;
mod consent;
mod consent_days;
mod consent_ground;
mod files;
mod judged;
mod lateness;
mod retention;
mod rounds;
mod texts;
