//! The integration tests: one binary, one file an area.

mod coverage;
mod oracles;
mod routines;
