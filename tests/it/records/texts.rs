//! What may stand in a text, a reference or a table.
