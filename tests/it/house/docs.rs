//! What can be seen from outside the crate says what it is: a type, a function or a module, not each field and variant.

use std::collections::BTreeSet;

use syn::{Attribute, ImplItem, Item, Visibility};

use crate::tidy::files;

/// The modules that are public.
const FACE: [&str; 4] = ["src/domain", "src/export", "src/routine_file", "src/store"];

#[test]
fn what_is_seen_from_outside_says_what_it_is() {
    let mut silent = BTreeSet::new();
    for source in FACE.iter().flat_map(|folder| files(folder, "rs")) {
        let is_test = source.path.contains("test") && !source.path.contains("routine_test");
        if is_test {
            continue;
        }
        let file = syn::parse_file(&source.text).unwrap();
        if !has_doc(&file.attrs) {
            silent.insert(format!("{}: the module", source.path));
        }
        let names = file.items.iter().filter_map(undocumented);
        silent.extend(names.map(|name| format!("{}: {name}", source.path)));
    }
    assert!(silent.is_empty(), "{silent:#?}");
}

fn undocumented(item: &Item) -> Option<String> {
    let (attributes, visibility, name) = match item {
        Item::Struct(item) => (&item.attrs, &item.vis, &item.ident),
        Item::Enum(item) => (&item.attrs, &item.vis, &item.ident),
        Item::Trait(item) => (&item.attrs, &item.vis, &item.ident),
        Item::Fn(item) => (&item.attrs, &item.vis, &item.sig.ident),
        Item::Impl(item) if item.trait_.is_none() => {
            return item.items.iter().find_map(|item| match item {
                ImplItem::Fn(method) if is_silent(&method.attrs, &method.vis) => {
                    Some(method.sig.ident.to_string())
                }
                _ => None,
            });
        }
        _ => return None,
    };
    is_silent(attributes, visibility).then(|| name.to_string())
}

fn is_silent(attributes: &[Attribute], visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_)) && !has_doc(attributes)
}

fn has_doc(attributes: &[Attribute]) -> bool {
    attributes
        .iter()
        .any(|attribute| attribute.path().is_ident("doc"))
}

/// The map and its recipes name files by the end of their path, `…` for any of them.
#[test]
fn the_files_that_the_map_names_are_there() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let map = std::fs::read_to_string(root.join("docs/architecture.md")).unwrap();
    let sources = files("src", "rs").into_iter().chain(files("tests", "rs"));
    let paths: Vec<_> = sources.map(|source| source.path).collect();
    let named = map.split('`').skip(1).step_by(2);
    let gone: Vec<_> = named
        .filter(|name| name.ends_with(".rs"))
        .filter(|name| {
            !paths
                .iter()
                .any(|path| path.ends_with(&format!("/{name}")) || path == name)
        })
        .collect();
    assert!(gone.is_empty(), "docs/architecture.md names {gone:?}");
}
