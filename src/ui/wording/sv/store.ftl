# Ärendefilen: vad som är fel, varför, och vad man kan skriva härnäst.
# $file är filens sökväg.

store-not-a-database = { $file } är ingen ärendefil.
store-not-a-database-why = Innehållet är inte en databas som sisam kan läsa. Filen är orörd.
store-not-a-database-hint = ange rätt fil: sisam --fil FIL lista. Är det rätt fil är den skadad: hämta tillbaka en säkerhetskopia med sisam återställ KOPIA --tvinga

store-another-programs-file = { $file } hör till ett annat program.
store-another-programs-file-why = Det är en databas, men inte en som sisam har skapat. Filen är orörd.
store-another-programs-file-hint = ange rätt fil: sisam --fil FIL lista

store-encrypted = { $file } är krypterad, eller något helt annat än en ärendefil.
store-encrypted-why = Den går inte att läsa utan sin nyckel. Filen är orörd.
store-encrypted-hint = ange nyckeln: sisam --nyckelfil FIL lista

store-encrypted-for-another-build = { $file } är nog krypterad.
store-encrypted-for-another-build-why = Den ser ut som brus, så som en krypterad ärendefil gör, och den här sisam är byggd utan kryptering. Filen är orörd.
store-encrypted-for-another-build-hint = be it-avdelningen om en sisam med kryptering (cargo build --release --features encryption)

store-wrong-key = Nyckeln passar inte till { $file }.
store-wrong-key-why = Ingen del av filen går att läsa med den. Det är en annan fils nyckel, eller så är filens början skadad. Filen är orörd.
store-wrong-key-hint = ange rätt nyckel eller lösenfras; är du säker på att den är rätt, ta fram en säkerhetskopia: sisam --fil KOPIA lista

store-encryption-differs = Innehållet i kopian går inte att lägga i { $file }.
store-encryption-differs-why = Den ena är krypterad och den andra är det inte. Inget är ändrat.
store-encryption-differs-hint = gör ärendefilen som kopian först: sisam dekryptera, eller sisam kryptera

store-newer = { $file } är skriven av en nyare sisam.
store-newer-why = Filen har version { $found }; den här sisam känner till version { $ours }. Filen är orörd.
store-newer-hint = installera den nyare versionen. Vilken du har nu visar: sisam --version

store-needs-migration = { $file } är skriven av en äldre sisam.
store-needs-migration-why = Filen har version { $found } och behöver bli version { $ours }. Att läsa ändrar aldrig filen, så det görs först när något ska sparas.
store-needs-migration-hint = den uppdateras, och en kopia tas, när något registreras: sisam anteckna ÄRENDE "…" --fil { $typed_file }

store-interrupted = { $file } blev avbruten mitt i en ändring.
store-interrupted-why = Ett program dog medan det skrev. Den halva ändringen tas tillbaka nästa gång filen ändras; inget som har bekräftats är borta.
store-interrupted-hint = registrera något, så ställs filen i ordning först: sisam anteckna ÄRENDE "…" --fil { $typed_file }

store-busy = { $file } är upptagen.
store-busy-why = Någon annan skriver i filen och blev inte klar medan sisam väntade. Inget är ändrat.
store-busy-hint = vänta en stund och skriv samma kommando igen

store-read-only = { $file } går inte att ändra.
store-read-only-why = Filen, eller det den ligger på, är skrivskyddad. Inget är ändrat.
store-read-only-hint = läsa går bra: sisam lista --fil { $typed_file }

store-full = Det finns inte plats att spara i { $file }.
store-full-why = Disken är full. Inget är ändrat.
store-full-hint = frigör utrymme och skriv samma kommando igen

store-write-failed = Det gick inte att spara i { $file }.
store-write-failed-why = Disken tog inte emot det: den kan vara trasig eller frånkopplad, eller så är gränsen nådd för hur mycket du får spara. Inget är ändrat. Systemet säger: { $detail }
store-write-failed-hint = frigör utrymme eller pröva disken, och skriv samma kommando igen

store-unconfirmed = Det kan ha sparats i { $file }, men disken har inte bekräftat det.
store-unconfirmed-why = Felet kom när allt redan var skrivet. Skriv inte om kommandot förrän du har sett efter, annars kan det bli gjort två gånger. Systemet säger: { $detail }
store-unconfirmed-hint = se efter vad som står där: sisam lista --alla --fil { $typed_file }, sedan sisam logg ÄRENDE --fil { $typed_file }

store-own-name = En ärendefil får inte heta { $file }.
store-own-name-why = Så heter det som sisam och databasen lägger bredvid en ärendefil, och det kan skrivas över eller tas bort. Inget är ändrat.
store-own-name-hint = välj ett annat namn: sisam --fil FIL ny

store-no-locks = { $file } ligger där filer inte kan låsas.
store-no-locks-why = Utan fillås kan två som skriver samtidigt skada filen, så sisam rör den inte. Så är det på vissa nätverksenheter. Inget är ändrat.
store-no-locks-hint = flytta filen till en annan disk, och ange den: sisam --fil FIL lista

store-not-permitted = { $file } får inte öppnas.
store-not-permitted-why = Systemet ger dig inte rätt till filen eller mappen. Inget är ändrat.
store-not-permitted-hint = be om rätt till mappen, eller ange en annan fil: sisam --fil FIL lista

store-no-such-place = { $file } går inte att använda som ärendefil.
store-no-such-place-why = Mappen finns inte, eller så är det något annat än en fil.
store-no-such-place-hint = ange en annan fil: sisam --fil FIL lista

store-not-a-file = { $path } är ingen vanlig fil.
store-not-a-file-why = Det är ett rör, en enhet eller något liknande, och ur det läser sisam inga ärenden. Inget är ändrat.
store-not-a-file-hint = ange rätt fil: sisam --fil FIL lista

store-log-beside = { $file } är inställd av ett annat program så att även den som läser skriver.
store-log-beside-why = Filen står i SQLites läge WAL, med en logg bredvid. Att läsa ändrar aldrig filen, så läget ställs tillbaka först när något ska sparas.
store-log-beside-hint = registrera något, så ställs filen i ordning först: sisam anteckna ÄRENDE "…" --fil { $typed_file }

store-foreign-rule = { $file } har ändrats av ett annat program.
store-foreign-rule-why = I databasen finns ”{ $name }”, som inte är som sisam gör den. Vad den gör när något läses eller sparas går inte att veta. Filen är orörd.
store-foreign-rule-hint = se vad som är ändrat: sisam kontrollera --fil { $typed_file }. Ställ det till rätta: sisam kontrollera --reparera --fil { $typed_file }

store-duplicate-reference = Ärendet { $reference } finns redan.
store-duplicate-reference-why = En referens kan bara användas en gång. Inget är ändrat.
store-duplicate-reference-hint = se ärendet: sisam visa { $reference }

store-history-departs = Ärendet { $reference } finns redan, och dess historik är en annan i filen från och med händelse { $seq }.
store-history-departs-why = Till ett ärende som finns läggs bara hela ändringar som är nyare, när filens historik börjar med hela den som finns. Inget är ändrat.
store-history-departs-hint = se ärendet: sisam visa { $reference }, sisam logg { $reference }

store-no-such-case = Det finns inget ärende { $reference }.
store-no-such-case-why = Ingen referens i { $file } stämmer.
store-no-such-case-hint = se vilka som finns: sisam lista --alla

store-history-moved-on = Någon annan hann före.
store-history-moved-on-why = Ärendet har ändrats sedan det lästes: nästa händelse skulle ha nummer { $expected }, inte { $found }. Inget är ändrat.
store-history-moved-on-hint = skriv samma kommando igen

store-unreadable-event = En händelse i { $file } går inte att förstå.
store-unreadable-event-why = Händelse { $seq } i ärende nummer { $case } är skadad, eller skriven av en nyare sisam.
store-unreadable-event-hint = se vad som är fel och vad som kan göras: sisam kontrollera --fil { $typed_file }

store-unreadable-row = En rad i { $file } går inte att förstå.
store-unreadable-row-why = Rad { $ordinal } i ärende nummer { $case } är skadad. Den kan byggas om ur ärendets historik.
store-unreadable-row-hint = bygg om den, historiken är hel: sisam kontrollera --reparera --fil { $typed_file }

store-damaged = { $file } är skadad.
store-damaged-why = Databasen säger: { $detail }
store-damaged-hint = se vad som är fel: sisam kontrollera --fil { $typed_file }. Tillbaka från en säkerhetskopia: sisam återställ KOPIA --tvinga

store-other = Något gick fel med { $file }.
store-other-why = Systemet säger: { $detail }
store-other-hint = se om filen är hel: sisam kontrollera --fil { $typed_file }
store-identity-number = Det som skulle stå i filens egen logg innehåller ett personnummer eller samordningsnummer.
store-identity-number-why = Loggen finns kvar när ärenden gallras. Inget är sparat.
store-identity-number-hint = skriv om utan numret; står det i en sökväg, byt namn på mappen eller filen
