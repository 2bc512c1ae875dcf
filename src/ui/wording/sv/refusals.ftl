# Varför något inte går att göra, och vad man skriver i stället.
refused-broken-history = Ärendets historik går inte ihop.
refused-closed = Ärendet är stängt sedan { $date }.
refused-not-closed = Ärendet är öppet.
refused-unknown-trigger = Rutinen har ingen startorsak som heter { $given }.
refused-unknown-step = Rutinen har inget steg som heter { $given }.
refused-unknown-item = { $step } har ingen del som heter { $given }.
refused-unknown-date = Rutinen har inget nyckeldatum som heter { $given }.
refused-unknown-question = Rutinen har ingen fråga som heter { $given }.
refused-unknown-role = Rutinen har ingen roll som heter { $given }.
refused-required-date = Det här datumet behövs för att öppna ärendet: { $title }.
refused-date-order = { $title } ({ $on }) kan inte vara före { $other } ({ $otherOn }).
refused-bad-answer = ”{ $value }” går inte som svar på frågan { $question }
refused-in-the-future = { $on } har inte varit än; i dag är det { $today }.
refused-not-applicable = { $step } gäller inte i det här ärendet.
refused-undecided = Det är inte avgjort om { $step } gäller.
refused-done = Redan klart: { $step } ({ $on }), registrerat av { $by } { $recorded }.
refused-done-unknown = Redan klart: { $step } (okänd dag), registrerat av { $by } { $recorded }.
refused-skipped = Redan överhoppat: { $step } ({ $on }), registrerat av { $by } { $recorded }.
refused-no-such-round = { $step } är i omgång { $current }, inte { $round }.
refused-item-settled = Delen { $item } av { $step } är redan registrerad.
refused-item-not-applicable = Delen { $item } av { $step } gäller inte i det här ärendet.
refused-needs-despite = Stoppat: { $step }.
refused-barred = Stoppat, och kan inte göras ändå: { $step }.
refused-not-a-ground = ”{ $given }” är ingen av de grunder som rutinen tar.
refused-unanswered = { $step } kan inte bli klart förrän frågorna är besvarade.
refused-nothing-to-choose = Rutinen säger själv vem som ansvarar för { $step }.
refused-not-a-candidate = { $role } är ingen av dem som kan ta { $step }.
refused-not-extendable = { $step } kan inte få ny tid nu: steget är varken öppet eller stoppat.
refused-not-later = { $to } är inte senare än rutinens eget datum, { $due }.
refused-reason-missing = En orsak behövs.
refused-decided-by-missing = Det behöver stå vem som har beslutat.
refused-note-missing = Anteckningen är tom.
refused-steps-left = Ärendet har steg kvar. Det kan stängas ändå, med en orsak.
refused-nothing-to-undo = Det finns inget att ta tillbaka.
refused-opening-stands = Öppnandet av ett ärende går inte att ta tillbaka.
refused-stands-on = Det går inte att ta tillbaka: { $step } (händelse { $seq }) bygger på det.
refused-case-stands-on = Det går inte att ta tillbaka: en senare ändring av ärendet (händelse { $seq }) bygger på det.

hint-close-wrong-case = ett ärende som öppnades av misstag stänger du: sisam stäng { $case } --orsak "öppnat av misstag"
hint-reopen = sisam öppna { $case } --orsak "…"
hint-log = sisam logg { $case } visar vad som har hänt
hint-show = sisam visa { $case } visar alla steg
hint-why = sisam varför { $case } { $step } visar hur det hänger ihop
hint-answer = sisam sätt { $case } --svar { $id }=…
hint-date = --datum { $id }=ÅÅÅÅ-MM-DD
hint-planned = en dag som är bokad: sisam sätt { $case } --bokat STEG=ÅÅÅÅ-MM-DD
hint-done-day = är dagen känd nu: sisam klar { $case } { $step } --den ÅÅÅÅ-MM-DD
hint-done-answers = sisam klar { $case } { $step }{ $typed } { $answers }
hint-despite-ground = ange en av grunderna: sisam klar { $case } { $step }{ $typed } --trots "…"
hint-despite-reason = ange varför det görs ändå: sisam klar { $case } { $step }{ $typed } --trots "…"
hint-close-reason = sisam stäng { $case } --orsak "…"
hint-expected = det här går: { $expected }
hint-doctor = se vad som är fel och vad som kan göras: sisam kontrollera
expected-yes-no = ja, nej
expected-text = en text
expected-number = ett tal, till exempel 3
expected-date = ett datum, till exempel 2026-12-01
expected-term = en tid, till exempel 3 veckor

warning-unusual-order = Obs: { $title } är före { $other }. Stämmer det?
warning-role-not-held = Obs: ingen har rollen { $role }. Den behöver någon ha.
warning-required-date-withdrawn = Obs: { $title } är borttaget. Steg som räknas därifrån väntar nu.
warning-decider-missing = Det står inte vem som har beslutat att gå vidare med { $step } på en annan grund. Ange funktionen med --beslutat-av (ångra det som antecknades först).
warning-open-until-answered = Alla delar av { $step } är gjorda. Steget blir klart när det här är besvarat: { $questions }
refused-identity-number = Texten innehåller ett personnummer eller samordningsnummer: { $place }
refused-identity-number-why = sisam har ingen plats för barnets namn eller nummer. Inget är sparat; skriv om utan numret.
place-reference = referensen
place-note = anteckningen
place-reason = orsaken
place-decider = vem som har beslutat
place-recorder = vem som registrerar
hint-answer-option = --svar { $id }=…
warning-old-answer = Obs: svaret på ”{ $question }” är från { $date }: { $value }. Stämmer det ännu?
warning-closed-late = Obs: { $step } var { $late } när ärendet stängdes.
