//! Rounds: the one recorded is the one meant, with its own date and its own grounds.
