//! The crate's modules, what is defined in each, and what their names mean: enough to say which file a path leads to.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, Item, UseTree};

use crate::tidy::files;

/// A module by its path from the crate's root.
type Module = Vec<String>;

/// What a name in a module stands for.
#[derive(Debug, Clone)]
enum Meaning {
    /// An item defined in that file.
    Item(String),
    Module(Module),
    /// What this path leads to, from the module it was imported in.
    Imported(Vec<String>),
}

/// The crate as its names see it.
#[derive(Default)]
pub(super) struct Tree {
    names: BTreeMap<Module, BTreeMap<String, Meaning>>,
    globs: BTreeMap<Module, Vec<Vec<String>>>,
    /// Every path written in a file, with the module it stands in; re-exports left out.
    paths: Vec<(String, Module, Vec<String>)>,
    /// Every type with its file.
    pub(super) types: Vec<(String, String)>,
}

impl Tree {
    /// The crate in `src`, without its tests.
    pub(super) fn of_crate() -> Self {
        let mut tree = Self::default();
        for source in files("src", "rs") {
            if source.path == "src/main.rs" || is_test(&source.path) {
                continue;
            }
            let file = syn::parse_file(&source.text).unwrap();
            tree.read(&source.path, &module_of(&source.path), file.items);
        }
        let modules: Vec<_> = tree.names.keys().cloned().collect();
        for module in modules {
            if let Some((name, parent)) = module.split_last() {
                let name = tree
                    .names
                    .entry(parent.to_vec())
                    .or_default()
                    .entry(name.clone());
                name.or_insert(Meaning::Module(module.clone()));
            }
        }
        tree
    }

    fn read(&mut self, file: &str, module: &Module, items: Vec<Item>) {
        self.names.entry(module.clone()).or_default();
        for mut item in items {
            let Some(attributes) = attributes(&mut item) else {
                continue;
            };
            if attributes.iter().any(is_for_tests) {
                continue;
            }
            if let Item::Mod(inner) = &item {
                if let Some((_, items)) = inner.content.clone() {
                    let mut module = module.clone();
                    module.push(inner.ident.to_string());
                    self.read(file, &module, items);
                }
                continue;
            }
            if let Item::Use(used) = &item {
                let is_reexport = !matches!(used.vis, syn::Visibility::Inherited);
                self.import(file, module, &used.tree, Vec::new(), is_reexport);
                continue;
            }
            if let Some((name, is_type)) = defined(&item) {
                if is_type {
                    self.types.push((name.clone(), file.to_owned()));
                }
                let names = self.names.entry(module.clone()).or_default();
                names.insert(name, Meaning::Item(file.to_owned()));
            }
            let mut paths = Vec::new();
            collect_paths(item.to_token_stream(), &mut paths);
            let paths = paths
                .into_iter()
                .map(|path| (file.to_owned(), module.clone(), path));
            self.paths.extend(paths);
        }
    }

    fn import(
        &mut self,
        file: &str,
        module: &Module,
        tree: &UseTree,
        before: Vec<String>,
        is_reexport: bool,
    ) {
        let with = |name: String| before.iter().cloned().chain([name]).collect::<Vec<_>>();
        let (path, name) = match tree {
            UseTree::Path(path) => {
                let path_so_far = with(path.ident.to_string());
                return self.import(file, module, &path.tree, path_so_far, is_reexport);
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.import(file, module, tree, before.clone(), is_reexport);
                }
                return;
            }
            UseTree::Glob(_) => {
                self.globs.entry(module.clone()).or_default().push(before);
                return;
            }
            UseTree::Name(name) if name.ident == "self" => {
                (before.clone(), before.last().cloned().unwrap())
            }
            UseTree::Name(name) => (with(name.ident.to_string()), name.ident.to_string()),
            UseTree::Rename(renamed) => {
                (with(renamed.ident.to_string()), renamed.rename.to_string())
            }
        };
        let names = self.names.entry(module.clone()).or_default();
        names.entry(name).or_insert(Meaning::Imported(path.clone()));
        if !is_reexport {
            self.paths.push((file.to_owned(), module.clone(), path));
        }
    }

    /// The file in which what a path leads to is defined; `None` for what is not of this crate.
    fn file_of(&self, module: &Module, path: &[String], depth: usize) -> Option<String> {
        let mut current = module.clone();
        let mut rest = path.iter();
        let mut is_first = true;
        while let Some(segment) = rest.next() {
            match segment.as_str() {
                "crate" => current.clear(),
                "self" => {}
                "super" => drop(current.pop()),
                name => match self.meaning(&current, name, is_first, depth)? {
                    Meaning::Item(file) => return Some(file),
                    Meaning::Module(module) => current = module,
                    Meaning::Imported(imported) => {
                        let whole: Vec<_> = imported.into_iter().chain(rest.cloned()).collect();
                        return (depth < 16)
                            .then(|| self.file_of(&current, &whole, depth + 1))
                            .flatten();
                    }
                },
            }
            is_first = false;
        }
        None
    }

    fn meaning(
        &self,
        module: &Module,
        name: &str,
        is_first: bool,
        depth: usize,
    ) -> Option<Meaning> {
        if let Some(meaning) = self.names.get(module)?.get(name) {
            return Some(meaning.clone());
        }
        let globs = self.globs.get(module).into_iter().flatten();
        for glob in globs.filter(|_| depth < 16) {
            let path: Vec<_> = glob.iter().cloned().chain([name.to_owned()]).collect();
            if let Some(file) = self.file_of(module, &path, depth + 1) {
                return Some(Meaning::Item(file));
            }
        }
        // Written in full without `crate::`, as the root itself may.
        let of_root = is_first && module.is_empty();
        of_root
            .then(|| self.names.get(&Module::new())?.get(name).cloned())
            .flatten()
    }

    /// Which files use items of which others.
    pub(super) fn edges(&self) -> BTreeMap<String, BTreeSet<String>> {
        let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (file, module, path) in &self.paths {
            let to = self.file_of(module, path, 0);
            if let Some(to) = to.filter(|to| to != file) {
                edges.entry(file.clone()).or_default().insert(to);
            }
        }
        edges
    }
}

fn is_test(path: &str) -> bool {
    path.ends_with("tests.rs") || path.contains("/tests/")
}

fn module_of(path: &str) -> Module {
    let path = path.trim_start_matches("src/").trim_end_matches(".rs");
    let mut module: Module = path.split('/').map(str::to_owned).collect();
    if matches!(module.last().map(String::as_str), Some("mod" | "lib")) {
        module.pop();
    }
    module
}

fn attributes(item: &mut Item) -> Option<Vec<Attribute>> {
    Some(match item {
        Item::Const(item) => item.attrs.clone(),
        Item::Enum(item) => item.attrs.clone(),
        Item::Fn(item) => item.attrs.clone(),
        Item::Impl(item) => item.attrs.clone(),
        Item::Macro(item) => item.attrs.clone(),
        Item::Mod(item) => item.attrs.clone(),
        Item::Static(item) => item.attrs.clone(),
        Item::Struct(item) => item.attrs.clone(),
        Item::Trait(item) => item.attrs.clone(),
        Item::Type(item) => item.attrs.clone(),
        Item::Use(item) => item.attrs.clone(),
        _ => return None,
    })
}

fn is_for_tests(attribute: &Attribute) -> bool {
    attribute.path().is_ident("cfg")
        && attribute.to_token_stream().to_string().replace(' ', "") == "#[cfg(test)]"
}

/// The name an item defines, and whether it is a type.
fn defined(item: &Item) -> Option<(String, bool)> {
    let (name, is_type) = match item {
        Item::Const(item) => (&item.ident, false),
        Item::Enum(item) => (&item.ident, true),
        Item::Fn(item) => (&item.sig.ident, false),
        Item::Static(item) => (&item.ident, false),
        Item::Struct(item) => (&item.ident, true),
        Item::Trait(item) => (&item.ident, true),
        Item::Type(item) => (&item.ident, true),
        // `messages! { … enum Name { … } }`
        Item::Macro(item) if item.mac.path.is_ident("messages") => {
            let mut tokens = item.mac.tokens.clone().into_iter();
            tokens.find(|token| token.to_string() == "enum")?;
            return Some((tokens.next()?.to_string(), true));
        }
        _ => return None,
    };
    Some((name.to_string(), is_type))
}

/// Every name and path among the tokens, also inside macros. What follows a dot is a field or method.
fn collect_paths(tokens: TokenStream, paths: &mut Vec<Vec<String>>) {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let sign = |at: usize, sign: char| matches!(tokens.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == sign);
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            TokenTree::Group(group) => collect_paths(group.stream(), paths),
            TokenTree::Ident(name)
                if !(at > 0 && sign(at - 1, '.') && !(at > 1 && sign(at - 2, '.'))) =>
            {
                let mut path = vec![name.to_string()];
                while sign(at + 1, ':') && sign(at + 2, ':') {
                    let Some(TokenTree::Ident(next)) = tokens.get(at + 3) else {
                        break;
                    };
                    path.push(next.to_string());
                    at += 3;
                }
                paths.push(path);
            }
            _ => {}
        }
        at += 1;
    }
}
