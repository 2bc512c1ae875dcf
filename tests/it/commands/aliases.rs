//! A whole case in Swedish, with and without å ä ö.

use super::{line, said, steps};
use crate::harness::Env;

#[test]
fn the_swedish_names_do_what_the_english_ones_do() {
    let lines = [
        (
            "ny --rutin skolfranvaro --ref A --datum utlosare=2026-11-16 --utlösare fem-tillfallen --roll mentor=M",
            "new-case --routine skolfranvaro --ref A --date utlosare=2026-11-16 --trigger fem-tillfallen \
             --role mentor=M",
        ),
        (
            "klar A underratta --den 2026-11-16 --anteckning ringde",
            "done A underratta --on 2026-11-16 --note ringde",
        ),
        (
            "klar A kontakt --den okänt --svar samtycke=nej",
            "done A kontakt --on unknown --answer samtycke=nej",
        ),
        (
            "klar A malmote --del allvar",
            "done A malmote --item allvar",
        ),
        (
            "hoppa A malmote --del sjukdom --skäl inte~sjuk",
            "skip A malmote --item sjukdom --reason inte~sjuk",
        ),
        (
            "förläng A malmote --till 2026-12-10 --orsak lov --beslutat-av rektor",
            "extend A malmote --to 2026-12-10 --reason lov --decided-by rektor",
        ),
        (
            "sätt A --bokat malmote=2026-12-02 --svar i-skola=delvis",
            "set A --planned malmote=2026-12-02 --answer i-skola=delvis",
        ),
        ("anteckna A hej --steg malmote", "note A hej --step malmote"),
        ("ångra A", "undo A"),
        ("stäng A --orsak x", "close A --reason x"),
        ("öppna A --orsak y", "reopen A --reason y"),
        ("visa A --format json", "show A --format json"),
        ("logg A", "log A"),
        ("varför A malmote", "why A malmote"),
        ("nästa A", "next A"),
        ("lista --alla", "list --all"),
        ("rapport --försenade", "report --overdue"),
        ("maskera A 3 --orsak fel", "redact A 3 --reason fel"),
        (
            "installningar holder=socialnamnd",
            "config holder=socialnamnd",
        ),
        (
            "installningar retention=arbetslista --beslut SN~1",
            "config retention=arbetslista --decision SN~1",
        ),
        ("gallra", "purge"),
        (
            "rapport --inom 14 --roll mentor",
            "report --within 14 --role mentor",
        ),
    ];
    let (swedish, english) = (Env::new(), Env::new());
    let plain = Env::new();
    let without_dots = |text: &str| {
        let text = text.replace(['å', 'ä'], "a").replace('ö', "o");
        text.replace('Å', "A")
    };
    for (in_swedish, in_english) in lines {
        let expected = line(&english, in_english).success();
        let told = line(&swedish, in_swedish).success();
        assert_eq!(
            (&told.out, &told.err),
            (&expected.out, &expected.err),
            "{in_swedish}"
        );
        let told = line(&plain, &without_dots(in_swedish)).success();
        assert_eq!(told.out, expected.out, "{in_swedish} without å ä ö");
    }
    assert_eq!(steps(&swedish, "A"), steps(&english, "A"));
    said(&swedish, "klar A malmote");
    let (swedish, english) = (swedish.on_the_real_day(), english.on_the_real_day());
    let day = Env::days_from_now(60);
    said(
        &swedish,
        &format!("ny --rutin nacka --ref B --datum inskrivning={day} --ja"),
    );
    said(
        &english,
        &format!("new-case --routine nacka --ref B --date inskrivning={day}"),
    );
    said(&swedish, "gallra B --misstag --orsak x");
    said(&english, "purge B --mistake --reason x");
    let filen = said(&swedish, "logg --filen");
    assert!(filen.contains("öppnat av misstag"), "{filen}");
    said(&swedish, "installningar holder=skola --orsak x");
}
