//! Texts of people are asked for; nothing is recorded by a paste or an Enter.
