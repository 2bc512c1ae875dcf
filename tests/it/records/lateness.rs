//! Lateness stays to be seen, however it ended.
