# Ett helt ärende ut som en fil, och in igen.
help-export = Skriver ut ett helt ärende med dess historik, som en JSON-fil
help-export-case = Ärendet
help-export-out = Filen; utan den, eller med -, skrivs det på skärmen
help-import = Läser in ett ärende som har exporterats, eller alla i en ärendefil
help-import-file = Filen; - läser det som skickas in

event-exported = exporterat: hela ärendet, { $count ->
    [one] 1 händelse
   *[other] { $count } händelser
}
event-exported-to = exporterat till { $file }: hela ärendet, { $count ->
    [one] 1 händelse
   *[other] { $count } händelser
}
told-exported = Exporterat till { $file }: hela ärendet, { $count ->
    [one] 1 händelse
   *[other] { $count } händelser
}. Loggen visar det.
told-exported-care = Filen är inte krypterad. Var lika rädd om den som om ärendefilen.
told-imported = Ärendet { $case } är inläst med hela sin historik: { $count ->
    [one] 1 händelse
   *[other] { $count } händelser
}.
told-imported-newer = Ärendet { $case } har fått { $count ->
    [one] 1 nyare händelse
   *[other] { $count } nyare händelser
} ur filen.
told-imported-nothing = Filen har inget nyare om ärendet { $case }. Inget är ändrat.
told-imported-file = Inläst ur { $file }: { $new ->
    [one] 1 nytt ärende
   *[other] { $new } nya ärenden
}, { $newer ->
    [one] 1 ärende med nyare händelser
   *[other] { $newer } ärenden med nyare händelser
}, { $same } utan något nyare.
told-imported-file-next = Härnäst: sisam lista
import-would = I { $file } finns: { $new ->
    [one] 1 nytt ärende
   *[other] { $new } nya ärenden
}, { $newer ->
    [one] 1 ärende med nyare händelser
   *[other] { $newer } ärenden med nyare händelser
}, { $same } utan något nyare.
import-ask = Läsa in det?
import-encrypted = { $file } är krypterad, eller ingen ärendefil. Inget är ändrat.
import-encrypted-why = Ärenden läses bara in ur en fil som inte är krypterad.
hint-import-encrypted = skriv ut ärendena ur den, ett i taget, och läs in dem: sisam --fil { $file } exportera ÄRENDE --till FIL
told-imported-next = Härnäst: sisam visa { $case }
standard-input = det som skickades in
place-file-name = filens namn

usage-export-is-json = Ett exporterat ärende är alltid JSON.
hint-export-show = för att läsa ärendet själv: sisam visa ÄRENDE, sisam logg ÄRENDE
export-not-sound = Ärendet { $case } exporteras inte: historiken är inte den som sparades.
export-not-sound-why = Det börjar vid händelse { $seq }. Ingen skulle kunna läsa in filen.

file-is-there = { $file } finns redan och skrivs inte över.
file-unwritable = { $file } går inte att skriva: { $cause }
file-left = Exporten är antecknad, men filen kunde inte få namnet { $file }. Den ligger hel i { $part }.
file-unconfirmed = Exporten är antecknad och { $file } är hel, men disken har inte bekräftat den. Se efter att den finns kvar innan du litar på den.
file-own-name = Filen får inte heta { $file }.
file-own-name-why = Så heter det som sisam och databasen lägger bredvid en ärendefil, och det kan skrivas över eller tas bort. Inget är ändrat.
hint-name-of-its-own = välj ett annat namn, utan den ändelsen
hint-another-file = ange ett annat namn: --till FIL
io-no-folder = mappen finns inte
io-full = disken är full

text-utf16 = { $file } är sparad i UTF-16. Inget är ändrat.
text-utf16-hint = spara filen som UTF-8; i Excel: Arkiv, Spara som, filformatet ”CSV UTF-8 (kommaavgränsad)”
import-refused = { $file } läses inte in. Inget är ändrat.
import-too-large = Filen är större än 64 MB, och så stort är inget ärende.
import-another-file = Det är inget ärende som sisam har exporterat.
import-cut-off = Filen är avhuggen: slutet saknas.
import-unfit = På rad { $line }, tecken { $column }, står något som inte hör dit.
import-newer = Den är skriven av en nyare sisam: formatet har version { $found }, den här känner till { $ours }.
import-routine-altered = Rutinens text är inte den som exporterades.
import-routine-unusable = Rutinen i filen går inte att använda med den här versionen av sisam.
import-not-understood = Händelse { $seq } säger något som den här versionen av sisam inte förstår.
import-missing = Händelse { $seq } saknas.
import-altered = Händelse { $seq } är inte den som sparades.
import-text-altered = En text i händelse { $seq } är inte den som sparades.
import-ends-elsewhere = Historiken slutar inte där filen säger.
import-no-case = Händelse { $seq } följer inte av dem före: händelserna går inte ihop till ett ärende.
import-another-routine = Ärendet öppnades med en annan rutintext än den i filen.
hint-export-anew = be om en ny fil, gjord med: sisam exportera ÄRENDE --till FIL
hint-newer-program = installera den nyare versionen. Vilken du har nu visar: sisam --version
import-text-refused = Händelse { $seq }: { $why }
import-routine-names-somebody = Rutinens text innehåller ett personnummer eller samordningsnummer, som sedan inte går att ta bort.
hint-routine-number = Ta bort numret ur rutinen där filen kommer från, och för över ärendet i ett nytt ärende.
import-text-gone = En text i händelse { $seq } är borta, och ingen händelse säger att den togs ut.
import-text-stands = En händelse säger att texten i händelse { $seq } togs ut, men det gjordes inte.
import-impossible = Händelse { $seq } kan inte ha registrerats så. { $why }
import-doubtful = Händelse { $seq } ser inte ut som det sisam registrerar i dag. { $why }
import-more-doubtful = och { $count } händelser till; alla visas med: sisam kontrollera --format json
import-continues-unknown = Ärendet fortsätter { $case }, som inte finns i den här ärendefilen.
import-goes-round = { $case } finns här och fortsätter själv ärendet som skulle läsas in: ärenden kan inte fortsätta varandra i en ring. Inget är ändrat.
import-not-as-shipped = Rutintexten är en annan än den med samma namn och version som följer med sisam.
