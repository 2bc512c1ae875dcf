//! Who opened what, and the file's own log.
