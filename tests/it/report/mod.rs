//! `report`: what it shows, in what order, what it leaves out and says so.

mod checks;
mod filters;
mod looks;
mod rows;
mod screens;
