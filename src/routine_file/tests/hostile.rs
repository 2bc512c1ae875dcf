//! Whatever the text, the answer is a routine or its problems, soon.

use proptest::prelude::*;

use super::good::EVERY_KEY;
use super::*;

/// Loads a text and looks at every place it names, as a renderer would.
fn survives(text: &str) {
    let problems = match load(text) {
        Ok(loaded) => loaded.warnings,
        Err(problems) => {
            assert!(
                problems.iter().any(Problem::is_error),
                "refused without a reason"
            );
            problems
        }
    };
    for problem in problems {
        for span in std::iter::once(problem.span).chain(problem.also) {
            assert!(
                span.start <= span.end && span.end <= text.len(),
                "{span:?} of {:?}",
                problem.kind
            );
            assert!(
                text.get(span.clone()).is_some(),
                "{span:?} of {:?} cuts a character",
                problem.kind
            );
        }
    }
}

/// A good file with some of its bytes cut out, doubled or replaced by what TOML uses.
fn mutated() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\""),
        Just("]"),
        Just("[["),
        Just("{"),
        Just("}"),
        Just("="),
        Just("\n"),
        Just("'''"),
        Just("å"),
        Just("."),
        Just("not = {"),
        Just("id = \"1\"\n"),
        Just("2026-02-30"),
        Just("#"),
        Just(","),
        Just("\\"),
        Just("\u{0}"),
        Just("\r"),
        Just(""),
    ];
    let lines: Vec<&'static str> = EVERY_KEY.split_inclusive('\n').collect();
    let edit = (
        0..EVERY_KEY.len(),
        0usize..40,
        piece,
        prop::sample::select(lines),
    );
    prop::collection::vec(edit, 1..6).prop_map(|edits| {
        let mut text = EVERY_KEY.to_owned();
        for (at, cut, piece, line) in edits {
            let start = text.floor_char_boundary(at.min(text.len()));
            let end = text.floor_char_boundary((start + cut).min(text.len()));
            text.replace_range(start..end, if cut % 7 == 0 { line } else { piece });
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text(text in "\\PC{0,200}") {
        survives(&text);
    }

    #[test]
    fn any_toml_like_text(text in "([a-z_]{1,8}( = |\\.|\\n)|\\[\\[?|\\]\\]?|\\{|\\}|\"|'|[0-9]{1,4}|-|,|\\n|#|å){0,60}") {
        survives(&text);
    }

    #[test]
    fn a_good_file_gone_wrong(text in mutated()) {
        survives(&text);
    }
}

#[test]
fn odd_texts() {
    for text in [
        "\u{feff}format = 1\n",
        "\u{0}",
        "\r\r\r",
        "[[phase]]\n[phase.step]\n[[phase.step]]\n",
        "[phase]\n[[phase.step]]\n",
        "phase = [1, {}]\n[[phase]]\n",
        "[[a]]\n[a.b]\n[a.b]\n[[a.b]]\n",
        "grounds = { a = 1, b = [1], \"\" = [] }",
        "\u{202e}id = \"a\"",
        "format = 99999999999999999999\nid = 0x1F\nversion = 1e999",
        "[[phase]]\n[[phase.step]]\ndue = [[1]]\nrequires = [[]]\nparticipants = [[]]",
    ] {
        survives(text);
    }
}

/// Whether something ends within a time that is long for what it is and short for who waits.
fn ends_soon(what: impl FnOnce() + Send + 'static) -> bool {
    let (done, ended) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        what();
        done.send(()).unwrap();
    });
    ended
        .recv_timeout(std::time::Duration::from_secs(60))
        .is_ok()
}

#[test]
fn large_and_deep_texts_end_soon() {
    let most = LARGEST_BYTES;
    let fill = |piece: &str| piece.repeat(most / piece.len());
    for text in [
        fill("["),
        fill("{"),
        fill("]"),
        fill("a."),
        fill("a = {"),
        fill("a = [\n"),
        fill("x\n"),
        fill("\"\n"),
        fill("[[phase]]\n"),
        fill("[[phase.step]]\n"),
        fill("[a]\n"),
        fill("\u{0}"),
        fill("å"),
        fill("[[role]]\nid = \"a\"\n"),
        format!("when = {}", "{ not = ".repeat(most / 20)),
        format!("{HEAD}{STEP}when = {{ {} }}", "not.".repeat(1000)),
        format!("[{}]", "a.".repeat(5000)),
    ] {
        let start: String = text.chars().take(20).collect();
        assert!(ends_soon(move || survives(&text)), "{start:?}");
    }
    insta::assert_debug_snapshot!(load(&" ".repeat(most + 1)).unwrap_err()[0].kind, @"
    TooLarge {
        bytes: 1048577,
        limit: 1048576,
    }
    ");
}
