//! Parts of documents that tests make: between two marks stands what is true of the program.

use std::fs;
use std::path::Path;

const BEGIN: &str = "<!-- made by cargo test: begin -->\n";
const END: &str = "<!-- made by cargo test: end -->\n";

/// The document before, in and after its made part.
pub(crate) fn parts(document: &str) -> [String; 3] {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(document);
    let text = fs::read_to_string(path).unwrap();
    let (before, rest) = text.split_once(BEGIN).expect("the made part's beginning");
    let (made, after) = rest.split_once(END).expect("the made part's end");
    [before, made, after].map(str::to_owned)
}

/// Fails where the part is not as it should be, and leaves the document as it would be under `target/tmp`: read what
/// changed, then copy it over.
pub(crate) fn assert_made(document: &str, real: &str) {
    let [before, made, after] = parts(document);
    if made == real {
        return;
    }
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(document);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, format!("{before}{BEGIN}{real}{END}{after}")).unwrap();
    let differ = |one: &str, other: &str| -> Vec<String> {
        let lines = one.lines().filter(|line| !other.contains(line));
        lines.map(str::to_owned).collect()
    };
    panic!(
        "{document} is not as it should be; take {path:?}.\nAdd {:#?}\nRemove {:#?}",
        differ(real, &made),
        differ(&made, real)
    );
}
