# Ärendefilens kryptering.
encryption-not-built-in = Den här sisam är byggd utan kryptering.
encryption-not-built-in-why = Inget är ändrat.
hint-build-encryption = be it-avdelningen om en sisam med kryptering (cargo build --release --features encryption); ha filen på en krypterad disk till dess
encryption-no-file = Det finns ingen ärendefil { $file } än.

key-needed = { $file } är krypterad, och nyckeln saknas.
hint-key-needed = ange nyckeln med --nyckelfil FIL eller SISAM_KEY_FILE, lägg den i nyckelringen, eller kör kommandot i en terminal och skriv lösenfrasen
key-file-missing = Nyckelfilen { $file } finns inte.
key-file-unreadable = Nyckelfilen { $file } går inte att läsa.
key-file-not-a-file = Nyckelfilen { $file } är ingen vanlig fil.
key-file-holds-no-key = I { $file } finns ingen nyckel.
key-file-open-to-others = Andra än du får läsa nyckelfilen { $file }.
hint-chmod = gör den till din egen: chmod 600 { $file }
key-file-is-there = { $file } finns redan och skrivs inte över.
key-file-cannot-be-made = Nyckelfilen { $file } går inte att skapa.
hint-new-key-file = välj ett annat namn: sisam kryptera --ny-nyckelfil FIL
key-ring-silent = Nyckelringen svarar inte. Är den låst: lås upp den och skriv samma kommando igen.
key-ring-fault = Nyckelringen går inte att använda: { $cause }
key-ring-not-kept = Nyckeln kunde inte läggas i nyckelringen. Inget är ändrat.
key-stays = Nyckeln ligger kvar i { $file }. Ta inte bort den förrän ärendefilen går att läsa utan den.
key-stays-in-ring = Den nya nyckeln ligger kvar i nyckelringen.

ask-passphrase = Lösenfras för { $file } (syns inte när du skriver)
ask-passphrase-again = Den lösenfrasen passar inte. Försök igen, eller avbryt med Ctrl-C.
ask-new-passphrase = Ny lösenfras, minst { $shortest } tecken, till exempel fyra ord (syns inte när du skriver)
ask-longer-passphrase = Lösenfrasen måste ha minst { $shortest } tecken.
ask-passphrase-once-more = Samma lösenfras en gång till
ask-passphrases-differ = De två var inte lika. Börja om.
passphrase-needs-terminal = En lösenfras kan bara skrivas i en terminal.

encrypt-key-missing = Det står inte var nyckeln ska finnas.
hint-encrypt = kryptera ärendefilen: sisam kryptera
hint-encrypt-key = sisam kryptera --ny-nyckelfil FIL, --nyckelring, eller i en terminal --lösenfras
encrypt-how = Hur ska filen låsas upp?
encrypt-with-passphrase = med en lösenfras som jag skriver varje gång
encrypt-with-ring = av sig själv, med datorns nyckelring
encrypt-with-file = med en nyckelfil
encrypt-which-file = Vad ska nyckelfilen heta?
encrypt-warning = Försvinner nyckeln går filen aldrig att läsa igen. Ingen kan hjälpa till då.
encrypt-ask = Kryptera ärendefilen nu?
told-encrypted = { $file } är krypterad.
told-key-in-file = Nyckeln ligger i { $file }. Förvara en kopia på ett annat säkert ställe: utan den går filen aldrig att läsa igen. Ange den med --nyckelfil eller SISAM_KEY_FILE.
told-key-in-ring = Nyckeln ligger i nyckelringen. Försvinner den går filen aldrig att läsa igen.
told-key-in-head = Glöm inte lösenfrasen: utan den går filen aldrig att läsa igen.
told-not-overwritten = Den gamla filen är borta, men allt i den kunde inte skrivas över på disken.
told-readable-copies = De här kopiorna är inte krypterade. Ta bort dem om de inte behövs:

decrypt-not-encrypted = { $file } är inte krypterad.
decrypt-needs-yes = Utan kryptering kan alla läsa filen som kommer åt den. Inget är ändrat.
hint-decrypt-yes = är det meningen: sisam dekryptera --ja
decrypt-ask = Utan kryptering kan alla läsa { $file } som kommer åt den. Ta bort krypteringen?
told-decrypted = { $file } är inte längre krypterad.
told-encrypted-copy = Filen som den var ligger i { $copy }.
told-key-still-needed = Behåll nyckeln så länge det finns krypterade kopior av filen.
