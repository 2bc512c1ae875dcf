# Varför något inte går att göra, och vad man skriver i stället.
refused-broken-history = Ärendets historik går inte ihop.
refused-closed = Ärendet är stängt sedan { $on }.
refused-not-closed = Ärendet är öppet.
refused-unknown-trigger = Rutinen har ingen startorsak som heter { $given }.
refused-unknown-step = Rutinen har inget steg som heter { $given }.
refused-unknown-item = { $step } har ingen del som heter { $item }.
refused-unknown-date = Rutinen har inget nyckeldatum som heter { $given }.
refused-unknown-question = Rutinen har ingen fråga som heter { $given }.
refused-unknown-phase = Rutinen har ingen fas ”{ $given }”.
refused-unknown-role = Rutinen har ingen roll som heter { $given }.
refused-several-fit = ”{ $given }” passar flera.
refused-required-date = Det här datumet behövs för att öppna ärendet: { $date }.
refused-date-order = { $date } ({ $on }) kan inte vara före { $not_before } ({ $other_on }).
refused-bad-answer = ”{ $value }” går inte som svar på frågan { $question }
refused-in-the-future = { $on } har inte varit än; i dag är det { $today }.
refused-not-applicable = { $step } gäller inte i det här ärendet.
refused-undecided = Det är inte avgjort om { $step } gäller.
refused-done = Redan klart: { $step } ({ $on }), registrerat av { $by } { $recorded }.
refused-done-unknown = Redan klart: { $step } (okänd dag), registrerat av { $by } { $recorded }.
refused-skipped = Redan överhoppat: { $step } ({ $on }), registrerat av { $by } { $recorded }.
refused-no-such-round = { $step } är i omgång { $current }, inte { $round }.
refused-which-round = Det är inte säkert vilken omgång av { $step } som menas.
which-round-opens = Nästa omgång öppnar { $date }.
which-round-ask = Är det omgång { $round } som menas?
refused-order-of-rounds = { $step } kan inte ha gjorts { $on }: varje omgång räknas från den förra, och omgången bredvid gjordes { $other_on }.
refused-item-settled = Delen { $item } av { $step } är redan registrerad.
refused-item-not-applicable = Delen { $item } av { $step } gäller inte i det här ärendet.
refused-needs-despite = Stoppat: { $step }.
refused-barred = Stoppat, och kan inte göras ändå: { $step }.
refused-not-a-ground = ”{ $given }” är ingen av de grunder som rutinen tar.
refused-unanswered = { $step } kan inte bli klart förrän frågorna är besvarade.
refused-nothing-to-choose = Rutinen säger själv vem som ansvarar för { $step }.
refused-not-a-candidate = { $role } är ingen av dem som kan ta { $step }.
refused-not-extendable = { $step } kan inte få ny tid nu: steget är varken öppet eller stoppat.
refused-has-passed = { $to } har varit: välj i dag, { $today }, eller en senare dag.
refused-not-later = { $to } är inte senare än stegets eget datum, { $due }.
refused-reason-missing = En orsak behövs.
refused-decided-by-missing = Det behöver stå vem som har beslutat.
refused-title-missing = Steget har inget namn.
refused-note-missing = Anteckningen är tom.
refused-steps-left = Ärendet har steg kvar. Det kan stängas ändå, med en orsak.
refused-steps-late = Ärendet har steg som är försenade. Det kan stängas ändå, med en orsak.
refused-nothing-to-undo = Det finns inget att ta tillbaka.
refused-opening-stands = Öppnandet av ett ärende går inte att ta tillbaka.
refused-stands-on = Det går inte att ta tillbaka: { $step } (händelse { $seq }) bygger på det.
refused-case-stands-on = Det går inte att ta tillbaka: en senare ändring av ärendet (händelse { $seq }) bygger på det.

hint-close-wrong-case = ett ärende som öppnades av misstag stänger du: sisam stäng { $case } --orsak "öppnat av misstag"
hint-reopen = sisam öppna { $case }
hint-log = sisam logg { $case } visar vad som har hänt
hint-show = sisam visa { $case } visar alla steg
hint-why = sisam varför { $case } { $step } visar hur det hänger ihop
hint-answer = sisam sätt { $case } --svar { $id }=…
hint-date = --datum { $date }=ÅÅÅÅ-MM-DD
hint-planned = en dag som är bokad: sisam sätt { $case } --bokat STEG=ÅÅÅÅ-MM-DD
hint-done-day = är dagen känd nu: sisam klar { $case } { $step } --den ÅÅÅÅ-MM-DD
hint-which-round = är det omgång { $round }: { $command ->
    [none] samma rad med --omgång { $round }
   *[other] sisam { $command } { $case } { $step }{ $typed } --omgång { $round }
}
hint-done-answers = sisam klar { $case } { $step }{ $typed } { $answers }
hint-despite-ground = ange en av grunderna: sisam klar { $case } { $step }{ $typed } --trots "…"
hint-despite-reason = ange varför det görs ändå: sisam klar { $case } { $step }{ $typed } --trots "…"
hint-continues-reason = skriv varför: --orsak -
hint-close-reason = sisam stäng { $case } --orsak -
hint-expected = skriv { $expected }
expected-choice = något av: { $options }
hint-doctor = se vad som är fel och vad som kan göras: sisam kontrollera
expected-yes-no = ja eller nej
expected-text = en text
expected-number = ett tal, till exempel 3
expected-date = ett datum, till exempel 2026-12-01
expected-roles = en eller flera av rutinens funktioner
expected-term = hur lång tid emellan, till exempel 3 veckor eller varannan vecka

warning-unusual-order = Obs: { $date } är före { $expected_after }. Stämmer det?
warning-role-not-held = Obs: ingen har rollen { $role }. Den behöver någon ha.
warning-required-date-withdrawn = Obs: { $date } är borttaget. Steg som räknas därifrån väntar nu.
warning-decider-missing = Det står inte vem som har beslutat att gå vidare med { $step } på en annan grund. Ange funktionen med --beslutat-av (ångra det som antecknades först).
warning-open-until-answered = Alla delar av { $step } är gjorda. Steget blir klart när det här är besvarat: { $questions }
refused-identity-number = Texten innehåller ett personnummer eller samordningsnummer: { $place }
refused-null-sign = Texten innehåller tecknet U+0000, som inte kan sparas: { $place }
refused-identity-number-why = sisam har ingen plats för barnets namn eller nummer. Inget är sparat; skriv om utan numret.
place-reference = referensen
place-own-step = steget
place-note = anteckningen
place-reason = orsaken
place-decider = vem som har beslutat
place-recorder = vem som registrerar
place-calendar = en text i skolkalendern
hint-answer-option = --svar { $id }=…
warning-old-answer = Obs: svaret på ”{ $question }” är från { $answered }: { $value }. Stämmer det ännu?
warning-closed-late = Obs: { $step } var { $late } när ärendet stängdes.
warning-not-asked = Obs: { $step } frågar inte ”{ $question }”. Svaret är sparat ändå.
refused-unlikely-day = { $on } ligger för långt bort för att sparas. Dagar sparas från { $from } till { $to }.
hint-day-meant = menade du { $meant }?
