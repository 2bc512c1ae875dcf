//! A line that lacks something: what is missing is said, and what was typed is kept in the line to type next.

use insta::assert_snapshot;

use super::{nacka, refused, refused_with, said};

#[test]
fn done_without_a_step_says_which_there_are() {
    let env = nacka();
    said(&env, "done 2026-001 1");
    assert_snapshot!(refused_with(&env, 2, "done 2026-001"), @"
    fel: Det står inte vilket steg som är klart.
    tips: välj bland: 2 · 3 · 4
    tips: sisam klar 2026-001 STEG; sisam nästa 2026-001 visar vad som är på tur
    ");
    assert_snapshot!(refused_with(&env, 2, "klar 2026 --den 2026-11-20"), @"
    fel: Det står inte vilket steg som är klart.
    tips: välj bland: 2 · 3 · 4
    tips: sisam klar 2026-001 STEG; sisam nästa 2026-001 visar vad som är på tur
    ");
    assert_snapshot!(refused_with(&env, 2, "done 4"), @"
    fel: Det behövs både ett ärende och ett steg.
    tips: sisam klar ÄRENDE STEG; sisam lista visar ärendena
    ");
    assert_snapshot!(refused_with(&env, 2, "done"), @r"
    fel: Det saknas: STEG
    tips: sisam klar --hjälp visar vad som går
    ");
}

#[test]
fn what_was_typed_is_kept_in_the_hint() {
    let env = nacka();
    assert_snapshot!(refused(&env, "done 2026-001 5 --on 2026-11-20 --note ringde~$HOME"), @r"
    fel: Rutin 5 kan inte bli klart förrän frågorna är besvarade.
      Går eleven i skolan nu? (något av: ja, delvis, nej, vet inte)
    tips: sisam klar 2026-001 5 --den 2026-11-20 --anteckning 'ringde $HOME' --svar i-skola=…
    ");
    said(
        &env,
        "new-case --routine nacka --date inskrivning=2026-12-01 --ref B",
    );
    assert_snapshot!(refused(&env, "done B 2026-001 5 --on unknown --answer akut=nej --despite brådskar"), @r"
    fel: Rutin 5 kan inte bli klart förrän frågorna är besvarade.
      Går eleven i skolan nu? (något av: ja, delvis, nej, vet inte)
      Det gäller ärende B. Inget av ärendena är ändrat.
    tips: sisam klar B 2026-001 5 --den okänt --svar akut=nej --trots brådskar --svar i-skola=…
    ");
    // A number that may not be stored is not said again either.
    let said = refused(&env, "done B 5 --note 121212-1212");
    assert!(said.contains("sisam klar B 5 --svar"), "{said}");
    let env = super::soderkoping();
    assert_snapshot!(refused(&env, "done 2026-001 3 --takes 3=kontaktperson-ses"), @r#"
    fel: Stoppat: Steg 3.
      samtycke saknas
    tips: välj bland: uppgiftsskyldighet enligt lag (OSL 10 kap. 28 §) · det står klart att ingen lider men (OSL 26 kap. 1 §) · strikt nödvändigt för att vi ska kunna utföra vår uppgift (OSL 10 kap. 2 §) · uppgiften ryms i det delvisa samtycket (OSL 10 kap. 1 § och 12 kap.)
    tips: ange en av grunderna: sisam klar 2026-001 3 --tar 3=kontaktperson-ses --trots "…"
    "#);
    assert_snapshot!(refused(&env, "done 2026-001 3"), @r#"
    fel: Stoppat: Steg 3.
      samtycke saknas
    tips: välj bland: uppgiftsskyldighet enligt lag (OSL 10 kap. 28 §) · det står klart att ingen lider men (OSL 26 kap. 1 §) · strikt nödvändigt för att vi ska kunna utföra vår uppgift (OSL 10 kap. 2 §) · uppgiften ryms i det delvisa samtycket (OSL 10 kap. 1 § och 12 kap.)
    tips: ange en av grunderna: sisam klar 2026-001 3 --trots "…"
    "#);
}
