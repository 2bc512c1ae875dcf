//! What is recorded is true: nothing is lost, nothing falsified, nothing hidden.

mod access;
mod asking;
mod asking_choices;
mod asking_texts;
mod clock;
mod consent;
mod files;
mod judged;
mod lateness;
mod retention;
mod rounds;
mod texts;
