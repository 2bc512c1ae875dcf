//! A document in Markdown as its fenced blocks.

use std::path::Path;

/// A document with the name it has in the package.
pub(super) struct Document {
    /// Its path below the package.
    pub(super) name: String,
    /// Its text.
    pub(super) text: String,
}

/// A fenced block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// What stands after the opening fence.
    pub(super) kind: String,
    /// The number of its first line in the document.
    pub(super) line: usize,
    /// Its lines, each with its end.
    pub(super) text: String,
}

impl Document {
    /// Reads a document of the package.
    pub(super) fn read(name: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        let text = std::fs::read_to_string(path).unwrap();
        // A clone on Windows may have other line ends.
        let text = text.replace("\r\n", "\n");
        let name = name.to_owned();
        Self { name, text }
    }

    /// The fenced blocks, in order.
    pub(super) fn blocks(&self) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        let mut is_open = false;
        for (index, line) in self.text.lines().enumerate() {
            match (line.strip_prefix("```"), is_open) {
                (Some(kind), false) => {
                    is_open = true;
                    blocks.push(Block {
                        kind: kind.to_owned(),
                        line: index + 2,
                        text: String::new(),
                    });
                }
                (Some(_), true) => is_open = false,
                (None, true) => {
                    let block = blocks.last_mut().unwrap();
                    block.text.push_str(line);
                    block.text.push('\n');
                }
                (None, false) => {}
            }
        }
        assert!(!is_open, "{}: the last fence is not closed", self.name);
        blocks
    }

    /// The blocks of a kind.
    pub(super) fn blocks_of(&self, kind: &str) -> Vec<Block> {
        let mut blocks = self.blocks();
        blocks.retain(|block| block.kind == kind);
        blocks
    }

    /// The cells of the table under a heading, without its head.
    pub(super) fn table_under(&self, heading: &str) -> Vec<Vec<String>> {
        let lines = self.text.lines();
        let after = lines.skip_while(|line| line.trim_start_matches('#').trim() != heading);
        let rows = after
            .skip_while(|line| !line.starts_with('|'))
            .take_while(|line| line.starts_with('|'));
        let cells = |row: &str| -> Vec<String> {
            let inside = row.trim().trim_matches('|');
            inside.split(" | ").map(|cell| cell.trim().into()).collect()
        };
        let rows: Vec<_> = rows.skip(2).map(cells).collect();
        assert!(!rows.is_empty(), "{}: no table: {heading}", self.name);
        rows
    }
}

/// What stands in backticks in a text.
pub(super) fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}
