//! What is kept how long, and what was removed.
