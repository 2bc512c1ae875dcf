# Text att klistra in i verksamhetssystemet: sakliga meningar, utan referens, kodord eller vem som antecknade.
akt-opened = Arbetet enligt rutinen ”{ $title }” påbörjades.
akt-continues = Det fortsätter ett tidigare ärende.
akt-trigger-set = Startorsak: { $title }.
akt-trigger-withdrawn = Startorsaken är borttagen.
akt-date = { $title }: { $date }.
akt-date-planned = { $title }: planeras till { $date }.
akt-date-confirmed = { $title }: bekräftat.
akt-date-withdrawn = { $title }: datumet är borttaget.
akt-answer = { $title } Svar: { $value }.
akt-answer-of = { $title }: { $value }.
akt-answer-withdrawn = { $title } Svaret är borttaget.
akt-consent-by = , från { $value }
akt-consent-until = , till och med { $value }
akt-role = { $title }: { $who }.
akt-role-nobody = { $title }: ingen utsedd.
akt-step = { $title } (rutinens steg { $number })
akt-item-done = { $step }, delen ”{ $item }”: klart.
akt-item-done-unknown = { $step }, delen ”{ $item }”: klart, okänd dag.
akt-item-skipped = { $step }, delen ”{ $item }”: inte aktuellt.{ $reason }
akt-taken = { $step }: utförs av { $role }.
akt-taken-open = { $step }: det är inte bestämt vem som utför det.
akt-added = Eget steg tillagt: { $title }.
akt-added-to = Eget steg tillagt: { $title }, senast { $date }.
akt-planned = { $step }: bokat till { $date }.
akt-planned-cancelled = { $step }: bokningen är borttagen.
akt-done = { $step }: klart.
akt-done-unknown = { $step }: klart, okänd dag.
akt-day-known = { $step }: klart.
akt-skipped = { $step }: inte aktuellt.{ $reason }
akt-extended = Ny tid för { $step }: { $date }.{ $reason }{ $who }
akt-reminded = Påminnelse: { $step }.
akt-tried = Sökt utan svar: { $step }.
akt-noted = Anteckning: { $text }
akt-noted-step = Anteckning till { $step }: { $text }
akt-protected = Vistelseorten är hemlig.
akt-unprotected = Vistelseorten är inte längre hemlig.
akt-closed = Arbetet enligt rutinen avslutades.
akt-closed-why = Arbetet enligt rutinen avslutades.{ $reason }
akt-continued = Det fortsätter i ett nytt ärende.
akt-reopened = Arbetet enligt rutinen återupptogs.{ $reason }
akt-reason = Skäl: { $text }.
akt-ground = Grund: { $text }.
akt-despite = { $reason }
akt-decider = Beslutat av: { $text }.
akt-decided-by = { $who }
akt-taken-back = Rättelse, det här gäller inte: { $what }

akt-ask = Är det infört i akten?
told-brought-over = Noterat: fört till akten.
akt-nothing = Det finns inget nytt att föra in i akten.
akt-nothing-since = Det finns inget nytt att föra in: fört till akten { $date }.
event-brought-over = fört till akten, till och med händelse { $seq }
told-for-akt = För in det i akten: sisam akt { $case }
overview-akt = Akten: { $count } { $count ->
    [one] ärende
   *[other] ärenden
} har nytt att föra in – sisam akt
