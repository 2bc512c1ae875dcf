//! Files: what is replaced, named or left behind.
