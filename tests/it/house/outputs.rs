//! No command knows an output format.

use super::assert_only_known;
use crate::tidy::files;

#[test]
fn no_command_asks_which_format_is_wanted() {
    let asking = ["src/commands", "src/desk"]
        .iter()
        .flat_map(|folder| files(folder, "rs"))
        .filter(|source| source.text.contains("is_json"));
    let asking = asking.map(|source| source.path).collect();
    assert_only_known(asking, "outputs.txt", "commands that ask for a format");
}
