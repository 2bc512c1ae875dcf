# Rutinerna: lista, innehåll, plan och prov.
help-routine-plan-why = Visar hur varje datum har kommit till

routines-id = Id
routines-title = Rutin
routines-publisher = Utgivare
routines-steps = Steg
routines-status = Läge
routines-broken = går inte att använda
routines-review = skulle ha setts över { $date }

io-not-found = den finns inte
io-not-permitted = du har inte rätt till den
io-wrong-kind = den är inte av rätt slag
io-other = systemet säger nej

sheet-source = Källa
sheet-revised = reviderad { $date }
sheet-version = Version { $version }, { $status }
sheet-owner = Ägare
sheet-review = Översyn
sheet-review-by = senast { $date }
sheet-notice = Obs
sheet-roles = Roller
sheet-must-be-held = någon behöver ha rollen
sheet-dates = Nyckeldatum
sheet-required = behövs för att öppna ett ärende
sheet-when-known = när det är känt
sheet-not-before = inte före { $title }
sheet-triggers = Startorsaker
sheet-questions = Frågor om ärendet
sheet-stands-until = gäller till den dag som svaras på ”{ $question }”
sheet-stands-with = gäller när också det här är besvarat: { $questions }
sheet-books = bokar { $step }
sheet-carried = följer med vid en omplacering
sheet-again = frågas på nytt vid en omplacering
sheet-when-needed = när den behövs
sheet-several = en eller flera av { $options }
sheet-optional = vid behov
sheet-who = Ansvarig
sheet-jointly = { $roles } (tillsammans)
sheet-chosen = { $roles } (ni kommer överens)
sheet-chosen-proposed = { $roles } (förslag: { $proposed })
sheet-asked = de som nämns i svaret på ”{ $question }”
sheet-invited = Med
sheet-purpose = Varför
sheet-activity = Hur
sheet-law = Lag
sheet-when = När
sheet-at-once = är dagen redan förbi, så genast
sheet-from-round = från och med omgång { $round }
sheet-never = går inte att gå förbi
sheet-grounds = annars behövs en av grunderna { $grounds }
sheet-parts = Delar:
sheet-documents = Dokument
sheet-asks = Frågor när det är klart:
sheet-outcome = Leder till: { $outcome }
sheet-outcome-if = Vid { $condition }: { $outcome }
sheet-reopens = ny omgång av { $steps }
sheet-may-close = ärendet kan avslutas här
sheet-forms = Blanketter
sheet-by-hand = fylls i för hand

plan-heading = En tänkt plan den { $date }. Inget ärende öppnas.
plan-assumed = antaget
plan-assumed-note = Antaget: räknat som om steg utan dag görs på sina datum.
plan-too-many = Det blir fler än { $most } tillfällen att visa.
plan-too-many-hint = visa fram till en tidigare dag med --till-och-med, eller det som ett nytt ärende får med --bara-givet
plan-could-change = Datumen för { $steps } kan ändras av: { $reason }

test-passed = { $name }: { $count ->
    [one] provet håller
   *[other] alla { $count } prov håller
}
test-failed = { $name }: { $failed } av { $count } prov håller inte
test-none = { $name } har inga prov
test-mismatch = { $round }: väntat { $expected }, fick { $found }
test-no-such-round = ingen sådan omgång
test-no-date = { $status }, inget datum
test-impossible = ärendet kan inte bli till: { $reason }
