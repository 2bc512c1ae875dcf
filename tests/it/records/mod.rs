//! What is recorded is true: nothing is lost, nothing falsified, nothing hidden.

mod access;
mod asking;
mod clock;
mod consent;
mod files;
mod judged;
mod lateness;
mod retention;
mod rounds;
mod rounds_answers;
mod rounds_silent;
mod texts;
mod texts_numbers;
mod texts_signs;
