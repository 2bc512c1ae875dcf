//! What is not TOML.

use super::*;

#[test]
fn common_slips_of_the_pen() {
    let report: String = [
        "summary = \"utan slut",
        "summary = 'utan slut\nowner = \"Chef\"",
        "summary = \"\"\"\nutan slut",
        "summary",
        "summary =",
        "summary = Text utan citat",
        "summary = \"a\\q\"",
        "title = \"en gång till\"",
        "[source]",
        "review_by = 2026-02-30",
        "review_by = 2026-13-01",
        "review_by = 2026-1-1",
        "[[role",
        "[role",
        "grounds = { a = [\"b\" \"c\"] }",
        "[[question]]\noptions = [\"a\", \"b\"\nid = \"x\"",
        "grounds = { a = [\"b\"]",
        "status = = \"draft\"",
        "placed_child = ja",
        "a.b.c = 01",
    ]
    .iter()
    .map(|line| {
        let text = format!("format = 1\nid = \"a\"\nversion = \"1\"\ntitle = \"T\"\nsource.publisher = \"P\"\nsource.document = \"D\"\n{line}\n");
        format!("{line}\n{}", problems(&text).replace("~1:1 '' NoSteps\n", ""))
    })
    .collect();
    insta::assert_snapshot!(report, @r#"
    summary = "utan slut
    7:21 '' Syntax(BadText)
    summary = 'utan slut
    owner = "Chef"
    7:21 '' Syntax(BadText)
    summary = """
    utan slut
    9:1 '' Syntax(BadText) also 7:11
    summary
    7:8 '' Syntax(MissingEquals)
    summary =
    7:10 '' Syntax(MissingValue)
    summary = Text utan citat
    7:11 'Text utan citat' Syntax(Unquoted)
    summary = "a\q"
    7:14 '' Syntax(BadText)
    title = "en gång till"
    7:1 'title' Syntax(DuplicateKey)
    [source]
    7:2 'source' Syntax(DuplicateKey)
    review_by = 2026-02-30
    7:13 '2026-02-30' Syntax(ImpossibleDate)
    review_by = 2026-13-01
    7:13 '2026-13-01' Syntax(ImpossibleDate)
    review_by = 2026-1-1
    7:13 '2026-1-1' Syntax(ImpossibleDate)
    [[role
    7:7 '' Syntax(Unclosed)
    [role
    7:6 '' Syntax(Unclosed)
    grounds = { a = ["b" "c"] }
    7:22 '' Syntax(MissingComma)
    [[question]]
    options = ["a", "b"
    id = "x"
    9:1 '' Syntax(MissingComma)
    grounds = { a = ["b"]
    7:22 '' Syntax(Unclosed)
    status = = "draft"
    7:10 '=' Syntax(Other("extra `=`, expected nothing"))
    placed_child = ja
    7:16 'ja' Syntax(Unquoted)
    a.b.c = 01
    7:9 '0' Syntax(Other("unexpected leading zero, expected nothing"))
    "#);
}

#[test]
fn the_rest_of_a_broken_file_is_still_read() {
    let report = after_head("[[phase.step]]\nid = \"1\nresponsble = [\"s\"]\noptional = \"ja\"\n");
    insta::assert_snapshot!(report, @r#"
    16:8 '' Syntax(BadText)
    17:1 'responsble' UnknownKey { key: "responsble", table: "phase.step", suggestion: Some("responsible") }
    18:12 '"ja"' WrongShape { key: "optional", wanted: YesNo, found: Text }
    "#);
}
