# Rättelse, gallring, inställningar och åtkomstlogg.
event-redacted = texten i händelse { $seq } togs bort: { $reason }

usage-not-a-seq = { $given } är inget nummer på en händelse.
hint-seq = numren står först på varje rad i sisam logg ÄRENDE

redact-what = Händelse { $seq }, { $date }, antecknad av { $who }:
redact-texts = Det här tas bort ur filen och går inte att få tillbaka:
redact-text = ”{ $text }”
redact-ask = Ta bort texten?
told-redacted = Texten är borttagen. Historiken visar att den fanns, vem som tog bort den och varför.
redact-no-such-event = Ärendet har ingen händelse { $seq }; den sista är { $last }.
redact-no-text = Händelse { $seq } har ingen text att ta bort.
redact-no-text-why = Ja och nej, datum, tal och tider är uppgifter i checklistan. De ändras med sisam sätt.
redact-no-texts-at-all = Ingen annan händelse i ärendet har någon heller.
redact-events-with-text = text finns i händelse { $events }
redact-taken-out = Texten i händelse { $seq } är redan borttagen.
redact-reason-keeps-text = Orsaken innehåller det som ska bort.
redact-reason-keeps-text-why = Orsaken sparas i historiken. Skriv den utan själva texten.
redact-also-in = Samma text står också i händelse { $events }. Den tas bort för sig.
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

purge-held-by = Filen hör till: { $holder }
purge-must-go = Ska gallras: { $count ->
    [one] ett ärende
   *[other] { $count } ärenden
 }
purge-must-stay = Ska vara kvar: { $count ->
    [one] ett ärende
   *[other] { $count } ärenden
 }
purge-no-rule = Ingen känd regel: { $count ->
    [one] ett ärende
   *[other] { $count } ärenden
 }
purge-last-entry = Senast antecknat
purge-day = Gallras
purge-why = Varför
purge-when = från { $from }, senast { $by }
purge-when-come = tiden är inne, senast { $by }
purge-when-passed = skulle ha skett senast { $by }
purge-why-open = Ärendet är öppet.
purge-why-placed = Handlingar om ett placerat barn får inte gallras.
purge-why-time = Fem år efter den sista anteckningen, klart året därpå.
purge-why-report = En anmälan är gjord. Handlingar i en skyddsutredning gallras inte före barnets 30-årsdag, och den känner programmet inte till.
purge-why-school = Skolan gallrar efter sin egen plan.
purge-why-other = Programmet vet inte vems regler som gäller.
purge-law = SoL (2025:400) 16 kap.
purge-law-report = SoL (2025:400) 16 kap. 2 a §
purge-open = { $count ->
    [one] Ett ärende är öppet
   *[other] { $count } ärenden är öppna
 } och räknas inte här.
purge-research = Är ett ärende med i ett forskningsurval ska det vara kvar. Det vet programmet inte.
purge-by-hand = Inget försvinner av sig självt. Ett ärende i taget: sisam gallra ÄRENDE --orsak "…"
purge-holder-unknown = Det är inte sagt vem filen hör till, och reglerna beror på det.
purge-holder-hint = ange det en gång: sisam inställningar holder=socialnamnd
purge-ask-holder = Vem hör filen till? Reglerna för gallring beror på det.
purge-is-open = Ärendet { $case } är öppet.
purge-is-open-hint = stäng det först: sisam stäng { $case }
purge-must-stay-this = Ärendet { $case } ska vara kvar.
purge-not-yet = Ärendet { $case } får inte gallras före { $from }. Det ska vara gjort senast { $by }.
purge-no-mistake = I { $case } är något gjort, så det är inte öppnat av misstag.
purge-no-mistake-hint = är det som är gjort också fel, ta tillbaka det först: sisam ångra { $case }
purge-mistake-hint = är det öppnat av misstag och ingen handling om ett barn: sisam gallra { $case } --misstag --orsak "…"
purge-reason-names-case = Orsaken innehåller ärendets referens.
purge-reason-names-case-why = Orsaken sparas när ärendet är borta. Skriv den utan referensen.
purge-what = Hela ärendet tas bort: { $events ->
    [one] en händelse
   *[other] { $events } händelser
 }, { $texts ->
    [one] en text
   *[other] { $texts } texter
 }. Det går inte att få tillbaka.
purge-by-mistake = Öppnat av misstag, ingen handling om ett barn. Ingen regel prövas.
purge-continued-by = Det fortsätts i { $cases }, där referensen står kvar.
purge-access-log = Åtkomstloggen nämner fortfarande ärendet: { $file }
purge-ask = Ta bort { $case } för alltid?
told-purged = Ärendet { $case } är borta.
told-purged-record = Kvar i filen står att ett ärende togs bort: dess nummer i filen, inte referensen, dess rutin, dagen det öppnades, när, av vem och varför.

config-key = Inställning
config-value = Värde
config-means = Betyder
config-choices = Välj bland
config-unset = inte satt
config-how = Ändra: sisam inställningar NAMN=VÄRDE. Ett tomt värde tar bort inställningen.
config-unknown-key = Det finns ingen inställning { $given }.
config-unknown-value = { $key } kan inte vara { $given }.
setting-holder = Vem filen hör till:
setting-holder-unset = Inte angivet, så ingen regel för gallring är vald.
holder-social-services = Socialnämnden
holder-school = Skolan
holder-other = Någon annan
setting-access-log = Logg över vem som öppnar vilket ärende.
setting-access-log-unset = Loggen skrivs i en fil som socialtjänsten håller, annars inte.
access-log-on = Varje kommando skriver en rad i en fil bredvid ärendefilen.
access-log-off = Ingen logg skrivs.
access-log-failed = Åtkomstloggen { $file } gick inte att skriva: { $cause }. Därför har inget visats och inget ändrats.
access-log-unread = Åtkomstloggen { $file } gick inte att läsa: { $cause }.
access-log-hint = flytta undan det som ligger där, eller be den som sköter mappen om rätt att skriva
access-log-none = Det finns ingen åtkomstlogg. Den skrivs bredvid ärendefilen när den är på: sisam inställningar access_log=on
access-log-empty = Inga rader.
access-log-unread-lines = { $count } { $count ->
        [one] rad
       *[other] rader
    } i loggen går inte att läsa.
access-log-switched-off = loggen stängdes av: { $why }
config-why-no-log = Varför stängs åtkomstloggen av?
config-no-log-needs-reason = Åtkomstloggen i socialtjänstens fil stängs bara av med en orsak, som antecknas.
config-no-log-hint = sisam inställningar access_log=off --orsak "…"
log-login = Inloggning
log-command = Kommando
log-case = Ärende
