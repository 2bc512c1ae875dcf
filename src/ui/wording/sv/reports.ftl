# Listor över flera ärenden, och översikten.
report-who = Vem
report-done = Klart
report-no-school = Skolan
report-original = Först satt till
report-booked = Bokat
report-basis = Grund
report-missing = Saknas
tally-steps = { $steps } steg i { $cases } { $cases ->
    [one] ärende
   *[other] ärenden
}
tally-law = { $count } lagens tid
tally-source = { $count } rutinens tid
tally-local = { $count } eget riktvärde
tally-turns = Vems tur: { $turns }
tally-stopped = Kan inte gå vidare: { $count } steg
tally-opened-late = (datum) = ärendet öppnades efter det datumet
heading-cases = Ärenden
report-waits = Väntar på
report-turn = Vems tur
report-reminded = Påmint
report-overdue = försenat
report-opened-late = öppnat { $date }
cannot-go-on = kan inte gå vidare
turn-ours = vi
turn-social-services = socialtjänsten
turn-school = skolan
turn-administration = förvaltningen
turn-several = flera
turn-open = ej bestämt
report-standing = Läge

report-in-time = i tid
report-owner-missing = ansvarig saknas
missing-owner = Ansvarig för ett steg
report-nobody = ingen utsedd
report-group = { $name }: { $steps } steg

report-nothing = Det finns inga sådana steg.
report-nothing-to-do = Det finns inget att göra just nu.
report-nothing-overdue = Inget är försenat.
report-nothing-late = Inget har gjorts för sent.
report-nothing-within = Inget steg har sitt senast-datum så nära.
report-nothing-missing = Inget saknas: alla steg har datum, ansvarig och svar.
report-nothing-extended = Inget steg har fått ny tid.
report-nothing-narrowed = Det gäller bara det urval som du gjorde.
report-more = { $more } av { $all } steg visas inte. Alla får du med --format json, färre med --rutin, --roll eller --part.
report-not-shown = Syns inte ovan, se sisam rapport --saknas: { $parts }
report-not-shown-everywhere = Syns inte ovan, se sisam rapport --saknas; räknat på alla öppna ärenden: { $parts }
report-unknown-role = Ingen rutin har rollen { $given }.
report-unknown-party = Ingen rutin har en organisation som heter { $given }.

totals-without-date = { $count } { $count ->
    [one] ärende
   *[other] ärenden
} där ett datum saknas
totals-without-owner = { $count } steg utan ansvarig
totals-unanswered = { $count ->
    [one] { $count } obesvarad fråga
   *[other] { $count } obesvarade frågor
}

list-routine = Rutin
list-opened = Öppnat
list-overdue = Försenat
list-none-open = Inga ärenden är öppna. sisam lista --stängda visar de stängda.
list-none-closed = Inga ärenden är stängda.
list-more = { $more } av { $all } ärenden visas inte. Alla får du med --format json.
case-open = öppet
case-closed = stängt
steps = { $count } steg

case-file-missing = Filen { $file } finns inte.
case-file-missing-why = Antingen är namnet fel, eller så har inget ärende öppnats i den än.
case-file-missing-hint = öppna det första ärendet i den med sisam --fil { $typed_file } ny
no-cases = Det finns inga ärenden än.
no-cases-hint = Öppna det första: sisam ny

overview-welcome = Välkommen till sisam.
overview-what-it-does = Här får varje placerat barns skolgång en checklista med datum: vem som gör vad, och senast när.
overview-heading = { $date } · { $cases ->
    [one] { $cases } öppet ärende
   *[other] { $cases } öppna ärenden
}
overview-late = { $count ->
    [one] { $count } försenat steg i ett ärende
   *[other] { $count } försenade steg i { $cases } av dem
}
overview-school = Går barnen i skolan? { $children }
overview-school-no = { $count } nej
overview-school-in-part = { $count } delvis
overview-school-yes = { $count } ja
overview-school-unknown = { $count } vet inte
overview-first = Först att göra
overview-more = Fler
overview-stopped = kan inte gå vidare: { $steps } steg
overview-more-cases = … { $count } ärenden till: sisam rapport
overview-local = * = eget riktvärde, inte rutinens
overview-cannot-go-on = Kan inte gå vidare: { $steps } steg i { $cases } { $cases ->
    [one] ärende
   *[other] ärenden
}
overview-finished = Klart: { $case } har inget kvar. sisam stäng { $case }
overview-finished-more = … och { $count } färdiga ärenden till: sisam lista
overview-missing = Saknas, se sisam rapport --saknas: { $parts }
overview-type-next = Gå vidare med: sisam nästa
overview-type-list = Se ärendena: sisam lista
overview-type-new-case = Öppna ett ärende: sisam ny
late-skipped = hoppades över
late-closed = ärendet stängdes
late-continued = ärendet fortsatte i ett nytt
late-fell-away = gäller inte längre (händelse { $seq }); datumet var { $date }, { $late }
late-moved = datumet ändrades i efterhand (händelse { $seq }), det var { $date }
late-told = antecknat { $days } efter datumet
