# Rättelse, gallring, inställningar och åtkomstlogg.
event-redacted = texten i händelse { $seq } togs bort: { $reason }

usage-not-a-seq = { $given } är inget nummer på en händelse.
usage-not-a-seq-hint = numren står först på varje rad i sisam logg ÄRENDE

redact-what = Händelse { $seq }, { $date }, antecknad av { $who }:
redact-texts = Det här tas bort ur filen och går inte att få tillbaka:
redact-text = ”{ $text }”
redact-ask = Ta bort texten?
told-redacted = Texten är borttagen. Historiken visar att den fanns, vem som tog bort den och varför.
redact-no-such-event = Ärendet har ingen händelse { $seq }; den sista är { $last }.
redact-no-text = Händelse { $seq } har ingen text att ta bort.
redact-no-text-why = Datum, vem som tar ett steg och vad som är klart är uppgifter i checklistan. De ändras med sisam sätt och sisam ångra.
redact-no-texts-at-all = Ingen annan händelse i ärendet har någon heller.
redact-events-with-text = text finns i händelse { $events }
redact-taken-out = Texten i händelse { $seq } är redan borttagen.
redact-reason-keeps-text = Orsaken innehåller det som ska bort.
redact-reason-keeps-text-why = Orsaken sparas i historiken. Skriv den utan själva texten.
redact-also-in = Samma text står också i händelse { $events }. Den tas bort för sig.
redact-other-cases-unnamed = Samma text står också i { $count ->
    [one] ett annat ärende
   *[other] { $count } andra ärenden
 }.
redact-other-cases = Samma text står också i { $count ->
    [one] ett annat ärende
   *[other] { $count } andra ärenden
 }: { $cases }

copies-known = Det som tas bort finns kvar i de här kopiorna, och i andra som filen inte känner till:
copies-none-known = Kopior, säkerhetskopior och utskrifter har kvar det som tas bort. Filen känner inte till några.
copies-line = { $kind }, { $at }: { $file }
copies-backup = säkerhetskopia
copies-export = export
copies-restore = hämtad tillbaka från
copies-no-file = utan fil
copies-beside = bredvid filen: { $file }
scrub-failed = Det är borttaget, men rester kan ligga kvar i filen: { $cause } De skrivs över nästa gång något tas bort.

purge-held-by = Filen hör till: { $holder }. Den är: { $kind } Beslut: { $decision }
purge-day = Gallras
purge-why = Varför
purge-when = { $by ->
    [none] från { $from }
   *[other] från { $from }, senast { $by }
 }
purge-when-come = { $by ->
    [none] tiden är inne
   *[other] tiden är inne, senast { $by }
 }
purge-when-never = ska vara kvar
purge-when-passed = skulle ha skett senast { $by }
purge-why-open = Ärendet är öppet.
purge-why-end = Fem år efter placeringens slut ({ $title }, { $day }), klart senast året därpå.
purge-why-end-recorded = Fem år efter placeringens slut ({ $title }), som antecknades först { $day } och räknas därifrån; klart senast året därpå.
purge-why-closed = Fem år efter att ärendet stängdes { $day }, klart senast året därpå. Placeringens slut är inte angivet.
purge-why-entry = Fem år efter den sista anteckningen { $day }, klart senast året därpå.
purge-why-plan = { $years } år efter att ärendet stängdes { $day }, enligt den egna planen.
purge-given-days = Det som antecknades under en angiven dag räknas från när det verkligen antecknades; vet filen inte när det var, från i dag.
purge-law-worklist = SoL (2025:400) 16 kap. 1 § andra stycket
purge-law-record = SoL (2025:400) 16 kap. 1 § första stycket
purge-law-placed = SoL (2025:400) 16 kap. 2 §
purge-why-placed = Filen är en del av akten, och handlingar om ett placerat barn får inte gallras.
purge-why-report = En anmälan är gjord. Handlingar i en skyddsutredning gallras inte före barnets 30-årsdag. Den känner programmet inte till, så det räknar 30 år från att ärendet öppnades { $day }.
purge-law-report = SoL (2025:400) 16 kap. 2 a §
purge-open = { $count ->
    [one] Ett ärende är öppet
   *[other] { $count } ärenden är öppna
 } och räknas inte här.
purge-research = Är ett ärende med i ett forskningsurval ska det vara kvar. Det vet programmet inte.
purge-by-hand = Inget försvinner av sig självt. Ett ärende i taget: sisam gallra ÄRENDE
purge-holder-unknown = Det är inte sagt vem filen hör till, och reglerna beror på det.
purge-holder-hint = ange det en gång: sisam inställningar innehavare=socialnamnd
purge-kind-unknown = Det är inte sagt vad filen är, och reglerna beror på det. Inget gallras förrän det är beslutat.
purge-kind-hint-worklist = är den en sammanställning vid sidan av akten: sisam inställningar gallring=arbetslista --beslut "…"
purge-kind-hint-record = är den en del av akten: sisam inställningar gallring=akt --beslut "…"
purge-kind-hint-plan = går den efter en egen plan, så många år: sisam inställningar gallring=plan:5 --beslut "…"
purge-given-today = Gallring räknar med den dag det verkligen är, inte en angiven.
purge-given-today-why = Det som tas bort går inte att få tillbaka, och en angiven dag kan vara vilken som helst.
purge-given-today-hint = skriv om utan --idag, och ta bort SISAM_TODAY om den är satt
purge-list-given-today = Listan är räknad från en angiven dag (--idag). När ett ärende tas bort räknas den dag det verkligen är.
purge-is-open = Ärendet { $case } är öppet.
purge-is-open-hint = stäng det först: sisam stäng { $case }
purge-must-stay-this = Ärendet { $case } ska vara kvar.
purge-not-yet = { $by ->
    [none] Ärendet { $case } får inte gallras före { $from }.
   *[other] Ärendet { $case } får inte gallras före { $from }. Det ska vara gjort senast { $by }.
 }
purge-no-mistake = Ärendet { $case } är inte öppnat av misstag.
hint-close-instead = stäng det i stället: sisam stäng { $case }
purge-mistake-begun = Ett misstag är ett ärende där inget annat har hänt än att det öppnades, och som inte fortsätter ett annat.
purge-mistake-old = Ett misstag tas bort samma dag som ärendet öppnades eller inom fem dagar, räknat på den dag det verkligen var.
purge-mistake-late = Något i ärendet är försenat. Ett försenat ärende är aldrig ett misstag.
purge-mistake-restored = Filen är återställd från en kopia sedan ärendet öppnades, så vad som hände i det vet ingen.
purge-mistake-hint = är det öppnat av misstag och ingen handling om ett barn: sisam gallra { $case } --misstag
purge-reason-names-case = Orsaken innehåller ärendets referens.
purge-reason-names-case-why = Orsaken sparas när ärendet är borta. Skriv den utan referensen.
purge-what = Hela ärendet tas bort: { $events ->
    [one] en händelse
   *[other] { $events } händelser
 }, { $texts ->
    [one] en text
   *[other] { $texts } texter
 }. Det går inte att få tillbaka.
purge-by-mistake = Nyss öppnat av misstag: inget annat har hänt i ärendet. Ingen regel prövas.
purge-continued-by = Det fortsätts i { $cases }, där referensen står kvar.
purge-access-log = Åtkomstloggen nämner fortfarande ärendet: { $file }
purge-ask = Ta bort { $case } för alltid?
told-purged = Ärendet { $case } är borta.
told-purged-record = Kvar i filen står att ett ärende togs bort: dess nummer i filen, inte referensen, dess rutin, dagen det öppnades, när, av vem och varför. Det visas av sisam logg --filen.

config-key = Inställning
config-value = Värde
config-means = Betyder
config-choices = Välj bland
config-unset = inte satt
config-how = Ändra: sisam inställningar NAMN=VÄRDE. Ett tomt värde tar bort inställningen.
config-unknown-key = Det finns ingen inställning { $given }.
config-unknown-value = { $key } kan inte vara { $given }.
config-decision = Beslut: { $decision }
place-setting = Inställningen
config-needs-decision = Det måste stå vilket beslut som säger vad filen är.
config-needs-decision-why = Vad filen är avgör hur länge den sparas. Det bestämmer den som filen hör till, inte programmet.
config-needs-decision-hint = ange beslutet: sisam inställningar gallring={ $value } --beslut "…"
config-kind-of-others = Det sägs om socialtjänstens handlingar (SoL 16 kap.), och filen hör till någon annan.
config-has-cases = Filen har { $cases ->
    [one] ett ärende
   *[other] { $cases } ärenden
 }, och reglerna för gallring beror på den här inställningen.
config-has-cases-why = Ändringen antecknas i filens logg. De ärenden som finns behåller den strängaste regel som har gällt sedan de öppnades.
config-has-cases-hint = säg varför: sisam inställningar { $change } --orsak "…"
config-ask = Filen har { $cases ->
    [one] ett ärende
   *[other] { $cases } ärenden
 }, som behåller den strängaste regel som har gällt. Hittills: { $before } Ändra?
setting-retention = Vad filen är:
setting-retention-unset = Inte angivet, så inget gallras.
retention-worklist = En sammanställning eller arbetslista: fem år efter placeringens slut.
retention-record = En del av akten: fem år efter den sista anteckningen; handlingar om ett placerat barn ska vara kvar.
retention-plan = Egen plan: { $years } år efter att ärendet stängdes.
setting-holder = Vem filen hör till:
setting-holder-unset = Inte angivet, så ingen regel för gallring är vald.
holder-social-services = Socialnämnden
holder-school = Skolan
holder-other = Någon annan
setting-access-log = Logg över vem som öppnar vilket ärende.
setting-access-log-unset = Loggen skrivs i en fil som socialtjänsten håller, annars inte.
access-log-on = Varje kommando skriver en rad i en fil bredvid ärendefilen.
access-log-off = Ingen logg skrivs.
redact-guessable = Händelsen registrerades med --idag: den som har filen kan då prova sig fram till en kort text även sedan den har tagits bort.

file-log-empty = Filens logg är tom: inga kopior, inställningar eller gallringar.
file-log-backup = säkerhetskopia: { $file }, ärenden: { $cases }
file-log-restore = återställd från { $file }, ärenden: { $cases }{ $lost_cases ->
    [none] {""}
   *[other] ; ärenden som fanns och inte finns i kopian: { $lost_cases }
 }
file-log-import = { $newer ->
    [none] ärende nummer { $case } i filen lästes in från en annan fil
   *[other] ärende nummer { $case } i filen fick det som var nyare i en annan fil, händelser: { $newer }
 }
file-log-export = ärende nummer { $case } i filen skrevs ut
file-log-code-word = ärende nummer { $case } i filen kallas { $word }, förut { $was }
file-log-recorded = ärende nummer { $case } i filen ändrades under en angiven dag, { $day }
file-log-setting = inställningen { $key }: { $value ->
    [none] borttagen
   *[other] { $value }
 }{ $was ->
    [none] {""}
   *[other] , förut { $was }
 }{ $why ->
    [none] {""}
   *[other] . Beslut eller orsak: { $why }
 }{ $reason ->
    [none] {""}
   *[other] ; { $reason }
 }
file-log-removal = ärende nummer { $case } gallrades: { $routine }, öppnat { $opened }, orsak: { $reason }
file-log-mistake = ärende nummer { $case } togs bort, öppnat av misstag: { $routine }, öppnat { $opened }, orsak: { $reason }
file-log-removals = { $count ->
    [one] Ett ärende är borttaget ur filen:
   *[other] { $count } ärenden är borttagna ur filen, alla finns i sisam logg --filen:
 }
access-log-failed = Åtkomstloggen { $file } gick inte att skriva: { $cause }. Därför har inget visats och inget ändrats.
access-log-unread = Åtkomstloggen { $file } gick inte att läsa: { $cause }.
access-log-hint = flytta undan det som ligger där, eller be den som sköter mappen om rätt att skriva
access-log-none = Det finns ingen åtkomstlogg. Den skrivs bredvid ärendefilen när den är på: sisam inställningar åtkomstlogg=på
access-log-empty = Inga rader.
access-log-unread-lines = { $count } { $count ->
        [one] rad
       *[other] rader
    } i loggen går inte att läsa.
access-log-switched-off = loggen stängdes av: { $why }
config-log-is-on = Åtkomstloggen är på: att den var avstängd gällde inte en fil som socialtjänsten håller.
config-why-no-log = Varför stängs åtkomstloggen av?
config-no-log-needs-reason = Åtkomstloggen i socialtjänstens fil stängs bara av med en orsak, som antecknas.
config-no-log-hint = sisam inställningar åtkomstlogg=av --orsak "…"
log-login = Inloggning
log-command = Kommando
log-case = Ärende

### One's own settings

config-source = Satt av
source-option = kommandoraden
source-environment = miljön
source-own = dig
source-system = systemet
own-language = Språket som sisam talar.
own-language-choices = sv eller en
own-plain = En uppgift per rad, utan ramar och utan menyer.
own-plain-choices = på eller av
own-on = på
own-off = av
own-role = Rollen som är din: sisam nästa visar dess steg först.
own-role-choices = en rolls namn, till exempel socialsekreterare
own-file = Ärendefilen som öppnas.
own-file-choices = en sökväg till en fil
own-horizon = Så många dagar framåt tar sisam nästa upp steg.
own-horizon-choices = ett antal dagar, 1 till 366
own-how = Ändra: sisam inställningar --mina NAMN=VÄRDE. Ett tomt värde tar bort inställningen. Filen: { $path }
own-set-but = Just nu gäller något annat: det som står på kommandoraden eller i miljön går före.
own-settings-no-folder = Det finns ingen mapp för egna inställningar på den här datorn.
own-settings-unreadable = Dina egna inställningar ({ $path }) går inte att läsa: { $cause }.
own-settings-broken = Rad { $line } i dina egna inställningar ({ $path }) går inte att förstå.
own-settings-broken-hint = rätta raden, eller ta bort filen: då gäller inget eget
own-settings-not-written = Dina egna inställningar ({ $path }) gick inte att spara: { $cause }. Det som gällde gäller.

# IT:s policy.
source-policy = it
config-set-by-policy = (satt av it)
policy-sets = Satt av it: { $keys }. Filen: { $path }
policy-decides = It-avdelningen har bestämt { $key } = { $value }. Det går inte att ändra här.
policy-decides-why = det står i { $path }
policy-decides-hint = fråga it-avdelningen om något annat behöver gälla
policy-unreadable = It-avdelningens policy ({ $path }) går inte att läsa: { $cause }. Inget har gjorts.
policy-broken = Rad { $line } i it-avdelningens policy ({ $path }) går inte att förstå. Inget har gjorts.
policy-broken-hint = be it-avdelningen rätta raden: där får stå file, routines, language, holder, access_log och encryption
