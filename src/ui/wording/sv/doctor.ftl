# doctor: vad som är fel med ärendefilen, och vad man kan göra åt det.
doctor-progress = Kontrollerar ärenden
doctor-sound = Allt stämmer: { $cases } { $cases ->
    [one] ärende
   *[other] ärenden
}, { $events } { $events ->
    [one] händelse
   *[other] händelser
}.
doctor-faults = { $faults } fel. Genomgånget: { $cases } { $cases ->
    [one] ärende
   *[other] ärenden
}.
doctor-more-faults = och { $count } fel till; alla visas med --format json
doctor-damage = Databasen är skadad: { $detail }
doctor-object-missing = ”{ $name }” saknas i databasen. Det hör till det som skyddar eller snabbar upp filen.
doctor-object-altered = ”{ $name }” i databasen är ändrat. Det hör till det som skyddar eller snabbar upp filen.
doctor-object-foreign = ”{ $name }” i databasen kommer inte från sisam.
doctor-case-missing = Ärende nummer { $number } i filen är borta.
doctor-case-unreadable = Ärende nummer { $number } i filen går inte att läsa: { $detail }
doctor-text-missing = Rutintexten ”{ $name }” är borta. Ärenden som öppnades med den går inte att visa.
doctor-text-altered = Rutintexten ”{ $name }” är inte den som ärendena öppnades med: den är ändrad i efterhand.
doctor-text-unreadable = Rutintexten ”{ $name }” går inte att läsa som rutin.
doctor-event-missing = Ärende { $case }: händelse { $seq } saknas.
doctor-event-altered = Ärende { $case }: händelse { $seq } stämmer inte med det som registrerades. Det som står före den stämmer.
doctor-event-text-altered = Ärende { $case }: en text i händelse { $seq } är ändrad eller borta. Det som står före den stämmer.
doctor-event-added = Ärende { $case }: historiken slutar inte där den ska, vid händelse { $seq }. Något är tillagt eller borttaget.
doctor-event-unreadable = Ärende { $case }: händelse { $seq } går inte att förstå. Den kan vara skriven av en nyare sisam.
doctor-event-out-of-order = Ärende { $case }: händelse { $seq } följer inte av dem före.
doctor-kept = Ärende { $case }: det som visas i listor stämmer inte med historiken. Historiken är hel.
doctor-form = Rutin { $name }: det som sparats för att texten inte ska behöva läsas varje gång stämmer inte med texten. Texten är hel.
doctor-heads = Historikerna slutar inte där programmet lämnade dem: ett ärende eller den sista händelsen i något har tagits bort eller lagts till av någon annan hand. En kopia eller export från före visar vilket.
doctor-totals = Summorna över alla ärenden stämmer inte.
doctor-hint-repair = Härnäst: sisam kontrollera --reparera bygger om det som kan byggas om ur historiken och tar först en kopia.
doctor-hint-restore = En skadad historik lagas aldrig av sig själv. Härnäst: spara filen som den är och hämta tillbaka den senaste säkerhetskopian med sisam återställ KOPIA --tvinga. Kontrollera kopian först: sisam --fil KOPIA kontrollera
doctor-interrupted = Att veta: ett program dog medan det skrev i filen. Den halva ändringen tas tillbaka nästa gång något registreras; inget som har bekräftats är borta.
doctor-unfinished-copies = Att veta: en kopia som aldrig blev klar ligger kvar bredvid filen: { $names }. Om ingen håller på att kopiera just nu: ta bort den, den är lika känslig som ärendefilen.
doctor-empty-leftovers = Att veta: bredvid ärendefilen ligger en tom fil som ett avbrutet kommando har lämnat: { $names }. Det finns inget i den. Den kan tas bort, om ingen kopierar eller återställer just nu.
doctor-access-log = Åtkomstloggen granskades senast { $when }.
doctor-access-log-never = Åtkomstloggen har aldrig granskats: sisam logg --åtkomst
doctor-access-log-off = Att veta: åtkomstloggen är av i socialtjänstens fil. Sätt på den: sisam inställningar åtkomstlogg=på
doctor-old-planner = Att veta: stegen är planerade av en annan version av sisam och planeras om nästa gång något registreras.
doctor-given-days = Att veta: { $count } { $count ->
    [one] händelse är registrerad
   *[other] händelser är registrerade
} under en dag som angavs (--idag), inte under den dag det var: { $cases }
doctor-more-cases = { $count } till
doctor-in-file-log = Att veta, ur filens logg: { $entry }
doctor-setting-by-hand = Att veta: inställningen { $key } är inte vad filens logg säger att den sattes till. Den är ändrad med något annat än sisam.
doctor-file-log-gaps = Att veta: { $count } { $count ->
    [one] rad saknas
   *[other] rader saknas
} i filens logg. De är borttagna med något annat än sisam.
doctor-repaired = Ombyggt ur historiken: { $cases } { $cases ->
    [one] ärende
   *[other] ärenden
}, summor och index. Ingen händelse är ändrad. Filen som den var ligger bredvid och heter { $copy }
told-migrated = Filen var skriven av en äldre sisam och är nu uppdaterad. En kopia av den som den var ligger i { $copy }
judged-other-routine = Ärendet öppnades med en annan rutin eller version än den texten är.
judged-numbers = Numren följer inte på varandra, eller så har en ändring flera tider, dagar eller personer.
judged-time = Tiden är ingen som sisam skriver.
judged-day = Dagen är inte den det var vid den tiden, eller ligger mer än tjugo år bakåt eller tio framåt.
judged-backwards = Tiden ligger före den i händelsen innan: datorns klocka gick fel, eller så är händelsen ändrad.
judged-ahead = Tiden har inte varit än: klockan gick fel, eller så är händelsen ändrad.
judged-nothing = Den säger något som redan gällde; då registreras ingenting.
judged-otherwise = Den är inte som den hade registrerats.
judged-dates = Omgångens datum är inga som rutinen ger.
judged-unfollowed = De nya omgångar som den leder till är inte registrerade.
judged-reference = Den nämner en händelse eller ändring som inte finns eller inte kan ha gällts av detta.
judged-other-case = Ärendet som det fortsätter, eller som fortsätter det, kan inte vara det som står där.
judged-empty = En text eller ett namn i den är tomt.
judged-recorder = Namnet på den som registrerade den har en radbrytning eller tecken som inte syns.
judged-long-before = Dagen ligger mer än ett år före allt annat i ärendet.
judged-put-off-back = Den nya dagen hade redan varit.
doctor-impossible = Ärende { $case }: händelse { $seq } kan inte ha registrerats så. { $why }
doctor-doubtful = Att veta, ärende { $case }: händelse { $seq } ser inte ut som det sisam registrerar i dag. { $why }
doctor-more-doubtful = Att veta: det finns { $count } händelser till att se på; alla visas med --format json
doctor-not-as-shipped = Att veta: rutintexten ”{ $routine }”, version ”{ $version }”, är en annan än den med samma namn och version som följer med sisam.
doctor-event-text-gone = Ärende { $case }: en text i händelse { $seq } är borta, och ingen händelse säger att den togs ut.
doctor-event-text-stands = Ärende { $case }: en händelse säger att texten i händelse { $seq } togs ut, men det gjordes inte.
judged-answer = Svaret är inget som frågan tar.
judged-ground = Skälet är inget av dem som rutinen tar.
judged-barred = Ett krav var inte uppfyllt då.
judged-unlikely-day = Den har en dag mer än tjugo år bakåt eller tio år framåt.
