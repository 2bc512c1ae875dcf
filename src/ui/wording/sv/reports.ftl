# Listor över flera ärenden, och översikten.
report-who = Vem
report-done = Klart
report-original = Först satt till
report-booked = Bokat
report-basis = Grund
report-missing = Saknas
report-waits = Väntar på
report-standing = Läge

report-in-time = i tid
report-owner-missing = ansvarig saknas
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
report-not-shown = Syns inte ovan: { $parts }
report-not-shown-everywhere = Syns inte ovan, räknat på alla öppna ärenden: { $parts }
report-see-missing = sisam rapport --saknas visar dem
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
list-next = Nästa datum
list-overdue = Försenat
list-none-open = Inga ärenden är öppna. sisam lista --stängda visar de stängda.
list-none-closed = Inga ärenden är stängda.
list-more = { $more } av { $all } ärenden visas inte. Alla får du med --format json.
case-open = öppet
case-closed = stängt
steps = { $count } steg

case-file-missing = Filen { $file } finns inte.
case-file-missing-why = Antingen är namnet fel, eller så har inget ärende öppnats i den än.
no-cases = Det finns inga ärenden än.
no-cases-hint = Öppna det första: sisam ny

overview-welcome = Välkommen till sisam.
overview-what-it-does = Här får varje placerat barns skolgång en checklista med datum: vem som gör vad, och senast när.
overview-heading = { $date } · { $cases ->
    [one] { $cases } öppet ärende
   *[other] { $cases } öppna ärenden
}
overview-late = Försenat: { $count } steg
overview-late-more = … och { $count } till: sisam rapport --försenade
overview-next = Näst
overview-missing = Saknas: { $parts } – sisam rapport --saknas visar dem
overview-type-next = Gå vidare med: sisam nästa
overview-type-list = Se ärendena: sisam lista
overview-type-new-case = Öppna ett ärende: sisam ny
late-skipped = hoppades över
late-closed = ärendet stängdes
late-continued = ärendet fortsatte i ett nytt
late-fell-away = gäller inte längre (händelse { $seq }); datumet var { $date }, { $late }
late-moved = datumet ändrades i efterhand (händelse { $seq }), det var { $date }
late-told = antecknat { $days } efter datumet
