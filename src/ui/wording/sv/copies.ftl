# Säkerhetskopior, och tillbaka från dem.
backup-nothing = Det finns inget att kopiera: inget ärende har öppnats än.
backup-exists = { $file } finns redan. En säkerhetskopia skrivs aldrig över något. Inget är ändrat.
backup-same-file = { $file } är ärendefilen själv. Inget är ändrat.
backup-folder-hint = ange bara mappen, så får kopian ett ledigt namn med dagens datum: sisam säkerhetskopiera { $folder }
backup-no-folder = Mappen { $folder } finns inte. Inget är ändrat.
backup-no-folder-hint = ange en mapp som finns: sisam säkerhetskopiera MAPP
backup-done = Säkerhetskopian { $file } är skriven och kontrollerad: { $cases } { $cases ->
    [one] ärende
   *[other] ärenden
}, { $events } { $events ->
    [one] händelse
   *[other] händelser
}. Den är lika känslig som ärendefilen.
backup-back = Tillbaka från den: sisam återställ { $file }
backup-unsound = Kopian blev inte godkänd när den kontrollerades, så den är borttagen. Felen finns i ärendefilen:
backup-unsound-hint = se vad som kan göras: sisam kontrollera
backup-differs = Kopian har inte samma ärenden och händelser som ärendefilen hade, så den är borttagen.
restore-no-file = { $file } är ingen fil som finns. Inget är ändrat.
restore-no-file-hint = ange en säkerhetskopia: sisam återställ FIL
restore-not-a-file = { $file } är ingen vanlig fil. Inget är ändrat.
restore-not-a-file-hint = ange en säkerhetskopia: sisam återställ FIL
restore-same-file = { $file } är ärendefilen själv. Inget är ändrat.
restore-same-file-hint = se om den är hel: sisam kontrollera
restore-unsound = { $file } är inte hel och läggs därför inte i ärendefilens ställe. Inget är ändrat.
restore-unsound-hint = se allt som är fel, eller prova en äldre kopia: sisam --fil { $typed_file } kontrollera
restore-there = { $file } finns redan: { $cases } { $cases ->
    [one] ärende
   *[other] ärenden
}, { $events } { $events ->
    [one] händelse
   *[other] händelser
}, senaste händelse { $latest }.
restore-there-unreadable = { $file } finns redan och går inte att läsa som den är.
restore-copy = { $file } har { $cases } { $cases ->
    [one] ärende
   *[other] ärenden
}, { $events } { $events ->
    [one] händelse
   *[other] händelser
}, senaste händelse { $latest }.
restore-no-event = saknas
restore-force-hint = lägg kopian i dess ställe; filen som den är sparas bredvid: sisam återställ { $file } --tvinga
restore-ask = Ersätta ärendefilen med kopian? Filen som den är sparas bredvid.
restore-done = Återställt från { $file }: { $cases } { $cases ->
    [one] ärende
   *[other] ärenden
}, { $events } { $events ->
    [one] händelse
   *[other] händelser
}.
restore-aside = Filen som den var ligger bredvid och heter { $aside }. Ta bort den när den inte behövs: den är lika känslig som ärendefilen.
restore-text-is-back = Händelse { $seq } i { $case } var maskerad och har sin text igen. Gör om det: sisam maskera { $case } { $seq }
restore-case-is-back = { $case } var borttaget och finns igen. Gör om det: sisam gallra { $case }
restore-more-is-back = … och { $count } till som hade tagits bort och finns igen.
told-left-by-decrypt = Bredvid ärendefilen ligger { $file }, som går att läsa utan nyckel: en dekryptering blev avbruten. Den tas bort nästa gång något sparas. Ligger den kvar sedan har den något som ärendefilen saknar; se efter: sisam --fil { $file } lista

# Where files lie.
file-made = Ärendena ligger i { $folder }. Ingen säkerhetskopierar dem av sig själv: sisam säkerhetskopiera MAPP gör det.
file-made-among-others = Andra kan kanske läsa { $file }: i Windows gäller behörigheterna för mappen, och den ligger inte i din egen profil.
file-roams = Ärendefilen { $file } ligger i en mapp som kan kopieras till en server när du loggar ut. Flytta den till mappen sisam under %LOCALAPPDATA% när inget annat program har den öppen.
