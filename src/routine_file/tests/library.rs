//! The built-in routines and a folder's.

use std::fs;
use std::path::Path;

use super::*;

const OWN: &str = "format = 1\nid = \"eget\"\nversion = \"1\"\ntitle = \"Eget\"\nsource = { publisher = \"P\", document = \"D\" }\n";

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

fn kind_of(library: &Library, id: &str) -> String {
    match library.get(id) {
        Some(Ok(loaded)) => format!("found {}", loaded.routine.title),
        None => "unknown".to_owned(),
        Some(Err(Broken::Text { problems, .. })) => {
            format!("broken: {} problems", problems.len())
        }
        Some(Err(Broken::File { fault, .. })) => format!("broken: {fault:?}"),
        Some(Err(Broken::SameId { paths })) => format!("same id: {}", paths.len()),
    }
}

#[test]
fn a_folder_adds_replaces_and_spoils_only_its_own_ids() {
    let nacka = OWN
        .replace("eget", "nacka")
        .replace("Eget", "Nacka på vårt vis");
    let broken_sisam = OWN.replace("eget", "sisam") + "fel = 1\n";
    let folder = folder(&[
        ("eget.toml", OWN.as_bytes()),
        ("vad-som-helst.TOML", nacka.as_bytes()),
        ("b.toml", broken_sisam.as_bytes()),
        ("sams.toml", b"\xff\xfe\x00"),
        ("dubbel-1.toml", OWN.replace("eget", "dubbel").as_bytes()),
        ("dubbel-2.toml", OWN.replace("eget", "dubbel").as_bytes()),
        ("egen-soderkoping.toml", b"id = soderkoping\n"),
        ("skolfranvaro.toml", b"id = \"Skolfr\xc3\xa5nvaro\"\n"),
        ("stor.toml", &vec![b'#'; LARGEST_BYTES + 1]),
        ("läs mig.txt", b"inte en rutin"),
        (".gömd.toml", b"inte en rutin"),
    ]);
    fs::create_dir(folder.path().join("mapp.toml")).unwrap();
    let library = Library::with_folder(folder.path()).unwrap();
    let report: String = library
        .ids()
        .map(|id| format!("{id}: {}\n", kind_of(&library, id)))
        .collect();
    insta::assert_snapshot!(report, @"
    bbic-flode: found Äldre flöde enligt BBIC, för jämförelse
    dubbel: same id: 2
    eget: found Eget
    nacka: found Nacka på vårt vis
    sams: broken: NotUtf8 { valid_up_to: 0 }
    sisam: broken: 2 problems
    skolfranvaro: broken: 6 problems
    soderkoping: broken: 1 problems
    stor: broken: TooLarge
    ");
    assert_eq!(kind_of(&library, "gömd"), "unknown");
    assert_eq!(library.all().count(), library.ids().count());
}

#[test]
fn a_folder_that_cannot_be_listed_is_an_error() {
    let folder = folder(&[("fil.toml", b"")]);
    for path in [
        folder.path().join("finns-inte"),
        folder.path().join("fil.toml"),
    ] {
        let error = Library::with_folder(&path).unwrap_err();
        assert!(
            matches!(error, LibraryError::Unreadable { .. }),
            "{error:?}"
        );
    }
}

#[cfg(unix)]
#[test]
fn loops_pipes_and_devices_are_refused_without_waiting() {
    use std::os::unix::fs::symlink;
    let folder = folder(&[]);
    let at = |name: &str| folder.path().join(name);
    symlink(at("slinga.toml"), at("slinga.toml")).unwrap();
    symlink(Path::new("/dev/zero"), at("enhet.toml")).unwrap();
    symlink(folder.path(), at("runt.toml")).unwrap();
    symlink(at("borta"), at("pekar-fel.toml")).unwrap();
    let made = std::process::Command::new("mkfifo")
        .arg(at("nacka.toml"))
        .status();
    assert!(made.unwrap().success());
    let library = Library::with_folder(folder.path()).unwrap();
    let broken: Vec<_> = ["slinga", "enhet", "pekar-fel", "nacka"]
        .map(|id| kind_of(&library, id))
        .into();
    insta::assert_debug_snapshot!(broken, @r#"
    [
        "broken: Unreadable(FilesystemLoop)",
        "broken: NotAFile",
        "broken: Unreadable(NotFound)",
        "broken: NotAFile",
    ]
    "#);
    assert_eq!(kind_of(&library, "runt"), "unknown");
}

#[test]
fn the_id_is_found_behind_a_long_notice() {
    let text = format!("notice = \"\"\"{}\"\"\"\n{OWN}", "lång text\n".repeat(5000));
    let folder = folder(&[("x.toml", text.as_bytes())]);
    let library = Library::with_folder(folder.path()).unwrap();
    assert_eq!(kind_of(&library, "eget"), "found Eget");
}
