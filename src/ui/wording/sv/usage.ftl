# Fel i kommandoraden.
usage-unknown-option = Det finns inget val { $given }.
usage-unknown-argument = { $given } är ett argument för mycket.
usage-unknown-command = Det finns inget kommando { $given }.
usage-no-command = { $command } behöver ett kommando till.
usage-no-value = { $option } behöver ett värde.
usage-too-many = Det är ett värde för mycket efter { $option }.
usage-not-a-choice = { $given } går inte för { $option }.
usage-missing = Det saknas: { $what }
usage-conflict = { $first } går inte ihop med { $second }.
usage-twice = { $option } får bara ges en gång.
usage-not-text = Kommandoraden innehåller tecken som inte går att läsa som text.
usage-other = Kommandoraden går inte att läsa.

usage-not-a-day = { $given } är inget datum.
usage-not-a-day-hint = skriv ÅÅÅÅ-MM-DD, till exempel 2026-12-01
usage-no-such-day = { $given } finns inte i kalendern.
usage-not-a-number = { $given } är inget helt antal dagar.
usage-not-a-number-hint = skriv ett heltal, till exempel 14
usage-not-a-pair = { $given } är inte skrivet som ID=VÄRDE.
usage-not-a-pair-hint = till exempel { $example }
option-text = TEXT
option-note = --anteckning
option-reason = --orsak
option-decision = --beslut
option-decided-by = --beslutat-av
option-despite = --trots
option-answer = --svar
hint-text-from-input = skriv { $option } - så läses texten från standard in; i en terminal frågas den efter
error-typed-not-text = Det som skrevs eller klistrades in är inte text i UTF-8. Inget av det är sparat.
usage-text-from-input = Texten till { $option } gick inte att läsa från standard in. Den ska vara UTF-8, inte tom, högst 64 kB, och bara ett val kan läsa därifrån.
usage-empty = Ett tomt värde går inte här.
usage-dash = Bara ”-” är inget värde här. Det står för standard in, och därifrån läses bara längre texter.
usage-for-option = Det gäller { $option }.
usage-for-today = Det gäller dagen i SISAM_TODAY.
usage-for-user = Det gäller namnet i SISAM_USER.
usage-for-language = Det gäller språket i SISAM_LANG.
usage-unknown-language = Språket { $given } finns inte.

hint-choices = välj bland: { $choices }
hint-did-you-mean = menade du { $suggestion }?
hint-help = { $command } --hjälp visar vad som går
odd-sign = Tecken { $place } är { $sign }, som inte syns eller inte finns på tangentbordet.
usage-excel-number = ”{ $given }” är Excels löpnummer för en dag, { $day }. Skriv { $day }.
usage-either-order = ”{ $given }” säger inte vad som är dag och vad som är månad.
usage-either-order-hint = skriv ÅÅÅÅ-MM-DD, till exempel 2026-12-01
usage-long-dash = ”{ $given }” ser ut som ett val som har fått ett långt streck av ett ordbehandlingsprogram eller ett mejl.
hint-long-dash = Skriv { $option } med vanliga bindestreck. Om det är en text: sätt -- före.
