//! The clock is not believed.
