//! The integration tests: one binary, one file an area.

mod oracles;
mod routines;
