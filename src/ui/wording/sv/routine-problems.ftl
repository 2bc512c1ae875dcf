# Fel i rutinfiler. Nycklar och värden står som i filen; allt annat är vanlig svenska.
label-warning = varning
problems-none = { $file }: inga fel
problems-count = { $file }: { $errors ->
    [0] inga fel
   *[other] { $errors } fel
}, { $warnings ->
    [0] inga varningar
    [one] { $warnings } varning
   *[other] { $warnings } varningar
}
problem-place = { $file } rad { $line }, tecken { $column }
problem-first = den första finns här
problem-starts = börjar här
problem-did-you-mean = Menade du ”{ $suggestion }”?
problem-one-of = Välj ett av: { $values }

# Texten
problem-too-large = Filen är för stor för att vara en rutin: { $bytes } byte, högst { $limit }.
problem-duplicate-key = Samma nyckel eller tabell finns redan tidigare i filen.
problem-duplicate-key-hint = Ta bort en av dem. Flera av samma slag skrivs med dubbla hakparenteser: [[role]].
problem-impossible-date = Den dagen finns inte, eller är inte skriven som ÅÅÅÅ-MM-DD.
problem-bad-text = Texten har inget slut, eller ett tecken som inte får stå i den.
problem-bad-text-hint = En text slutar med samma citattecken som den börjar med. Text på flera rader skrivs mellan """ och """. Ett \ skrivs \\.
problem-unquoted = Texten saknar citattecken.
problem-unquoted-hint = Skriv "så här". Bara tal, datum, true och false står utan.
problem-unclosed = Listan eller tabellen har inget slut.
problem-unclosed-hint = Det fattas ] eller {"}"}.
problem-missing-comma = Det fattas ett kommatecken.
problem-missing-equals = Det fattas ett likhetstecken efter nyckeln.
problem-missing-value = Det fattas ett värde efter likhetstecknet.
problem-too-deep = Listor och tabeller ligger för djupt inuti varandra.
problem-syntax = Det går inte att tolka det som står här ({ $detail }).
problem-unknown-format = Filen har format { $found }, men den här versionen av sisam läser { $newest ->
    [1] bara format 1
   *[other] format 1 till { $newest }
}.
problem-unknown-format-hint = Skriv format = { $newest }, eller uppdatera sisam om filen är skriven för en nyare version.
problem-more = { $count } problem till visas inte.

# Nycklar och värden
problem-of-later-version = ”{ $word }” kom med format { $since }, men filen säger att den har ett äldre.
problem-of-later-version-hint = Skriv format = { $since } överst i filen.
problem-unknown-key = Nyckeln ”{ $key }” finns inte i { $table }.
problem-table = ”{ $table }”
problem-table-routine = filens huvud
problem-missing-key = ”{ $key }” saknas i { $table }.
problem-wrong-shape = ”{ $key }” ska vara { $wanted }, men här står { $found }.
problem-shape-text = en text
problem-shape-number = ett tal
problem-shape-no-number = ett tal som inte går att räkna med
problem-shape-yes-no = ja eller nej
problem-shape-date = ett datum
problem-shape-time = ett klockslag
problem-shape-text-list = en lista med texter
problem-shape-list = en lista
problem-shape-table = en tabell
problem-shape-tables = en eller flera tabeller
problem-shape-text-hint = Skriv värdet mellan citattecken: "…".
problem-shape-time-hint = Skriv värdet mellan citattecken: "…".
problem-shape-number-hint = Skriv talet utan citattecken.
problem-shape-no-number-hint = Skriv talet utan citattecken.
problem-shape-yes-no-hint = Skriv true för ja eller false för nej, utan citattecken.
problem-shape-date-hint = Skriv dagen utan citattecken och klockslag: 2026-12-01.
problem-shape-text-list-hint = Skriv en lista, också när den bara har ett värde: ["…"].
problem-shape-list-hint = Skriv en lista: […].
problem-shape-table-hint = Skriv en tabell: {"{"} nyckel = värde {"}"}.
problem-shape-tables-hint = Skriv dubbla hakparenteser, en gång för var och en: [[{ $key }]].
problem-empty-text = ”{ $key }” är tom.
problem-empty-list = ”{ $key }” är tom.
problem-empty-list-hint = Ta bort den, eller skriv vad som ska stå där.
problem-duplicate-entry = ”{ $entry }” står två gånger i ”{ $key }”.
problem-unknown-word = ”{ $found }” går inte att välja för ”{ $key }”.
problem-bad-term = ”{ $found }” är ingen tid.
problem-bad-term-hint = Skriv ett helt tal och en enhet: "2 days", "3 weeks", "1 month", "1 year" eller "5 workdays".
problem-term-zero = ”{ $found }” är ingen tid: det måste vara minst 1.
problem-term-too-long = ”{ $found }” är mer än hundra år.
problem-bad-year-mark = ”{ $found }” är ingen månad, dag eller vecka.
problem-bad-year-mark-hint = Skriv en månad som "03", en dag som "09-15" eller en vecka som "W11".
problem-bad-round-name = ”{ $found }” är inte namnet på ett steg eller en omgång.
problem-bad-round-name-hint = Skriv stegets id, eller id och omgång: "7" eller "7/2".
problem-keys-together = ”{ $first }” och ”{ $second }” kan inte stå tillsammans.
problem-key-without = ”{ $key }” betyder bara något tillsammans med ”{ $needs }”.
problem-ignored-key = ”{ $key }” har ingen verkan bredvid { $beside }.
problem-required-but-later = Utan datumet öppnas inget ärende, så det frågas efter när ärendet öppnas och inte senare.
problem-required-but-later-hint = Skriv ask = "at-start", eller ta bort required.

# Frågor
problem-options-missing = En fråga av slaget { $kind } behöver svar att välja mellan.
problem-options-missing-hint = Lägg till options = ["…", "…"].
problem-options-not-taken = En fråga av slaget { $kind } har inga svar att välja mellan.
problem-options-not-taken-hint = Ta bort options, eller skriv kind = "choice".
problem-bad-option = ”{ $option }” kan inte vara ett svar att välja.
problem-bad-option-hint = Ett svar får inte ha | i sig, och inte mellanslag först eller sist.

# Villkor
problem-empty-condition = Villkoret säger ingenting.
problem-mixed-condition = Villkoret säger flera saker på en gång: { $keys }.
problem-mixed-condition-hint = Skriv ett villkor för varje och samla dem: {"{"} all = [{"{"} … {"}"}, {"{"} … {"}"}] {"}"}.
problem-condition-without-test = Villkoret säger inte vilket svar det gäller.
problem-condition-too-deep = Villkoren ligger för djupt inuti varandra: högst { $limit } nivåer.
problem-never-the-answer = Frågan ”{ $question }” får aldrig svaret ”{ $value }”.
problem-answer-is-of-kind = Svaret är av slaget { $kind }.
problem-not-a-number = Frågan ”{ $question }” besvaras inte med ett tal utan är av slaget { $kind }.
problem-not-a-number-hint = at_least och at_most är för frågor med kind = "number".

# Tider
problem-rule-without-kind = Regeln säger inte hur dagen räknas ut.
problem-mixed-rule = Regeln säger flera saker på en gång: { $keys }.
problem-mixed-rule-hint = En regel har bara en av dem.
problem-not-in-rule = ”{ $key }” hör inte till en regel med ”{ $rule }”.
problem-missing-in-rule = En regel med ”{ $rule }” behöver också ”{ $key }”.
problem-bad-anchor = Det framgår inte vad tiden räknas från.
problem-bad-anchor-hint = Skriv id för ett nyckeldatum, {"{"} step = "…" {"}"}, {"{"} answer = "…" {"}"} eller {"{"} planned = "…" {"}"}.
problem-step-as-date = ”{ $id }” är ett steg, och här ska id för ett nyckeldatum stå.
problem-step-as-date-hint = Räknas tiden från den dag då steget gjordes: {"{"} step = "{ $id }" {"}"}.
problem-too-few-entries = ”{ $key }” behöver minst två regler att välja mellan.
problem-no-single-date = I ”{ $key }” kan bara regler stå som ger en enda dag.
problem-same-anchor = Två regler i ”{ $key }” räknar från samma sak, så det är nästan alltid samma av dem som gäller.
problem-before-step = Dagen före ett steg är känd först när steget är gjort, och då är det för sent: { $step }.
problem-before-step-hint = Skriv requires, räkna från samma sak som det steget, eller från {"{"} planned = "{ $step }" {"}"}.
problem-never-late = Utan term får steget inget datum, och det blir aldrig försenat.
problem-never-late-hint = Skriv term, en yttersta gräns, eller optional = true på steget.
problem-mixed-due = Listan blandar regler som ger en enda dag med regler som återkommer.
problem-unreachable-rule = Regeln kommer aldrig till användning: en före den har inget villkor och gäller alltid.
problem-rolls-past = En tid före något får inte flyttas framåt: roll = "{ $roll }".
problem-rolls-past-hint = Skriv roll = "previous", eller ta bort roll.
problem-statutory-not-here = Lagen om beräkning av tid (1930:173) gäller tid som löper från något.
problem-statutory-not-here-hint = roll = "statutory" kan bara stå i regler med after, every eller each_year.
problem-earliest-too-late = Steget skulle öppna efter sin egen dag: earliest är { $earliest } och term är { $term }.
problem-earliest-too-late-hint = I en regel med after är earliest den kortare tiden, med before den längre.
problem-never-due = Regeln ger ingen dag: from och until är samma.

# Steg
problem-empty-outcome = Utfallet leder inte till något.
problem-empty-outcome-hint = Skriv reopen = ["…"] eller close = true.
problem-proposed-not-candidate = ”{ $role }” är inte en av dem i choose_responsible.
problem-no-owner = Steg ”{ $step }” har ingen ansvarig.
problem-no-owner-hint = Lägg till responsible = ["…"], om källan säger vem.
problem-too-many-steps = Rutinen har { $count } steg; fler än { $limit } kan den inte ha.
problem-no-steps = Rutinen har inga steg.
problem-not-a-later-round = from_round är en senare omgång: 2 eller mer.

# Id:n
problem-bad-id = ”{ $id }” kan inte vara ett id.
problem-bad-id-hint = Ett id har bara bokstäver, siffror, - och punkt.
problem-bad-plain-id = ”{ $id }” kan inte vara ett id.
problem-bad-plain-id-hint = Rutinens id har bara a–z, 0–9 och -.
problem-duplicate-id = Det finns redan { $what } med id ”{ $id }”.
problem-unknown-id = Det finns { $what } med id ”{ $id }”.
problem-unknown-document-hint = En titel utan egen blankett skrivs med stor bokstav eller mellanslag: "Ett papper".
problem-a-step = ett steg
problem-a-item = en del
problem-a-question = en fråga
problem-a-role = en roll
problem-a-key-date = ett nyckeldatum
problem-a-trigger = en utlösare
problem-a-document = en blankett
problem-a-phase = en fas
problem-a-grounds = en lista med grunder
problem-no-step = inget steg
problem-no-item = ingen del
problem-no-question = ingen fråga
problem-no-role = ingen roll
problem-no-key-date = inget nyckeldatum
problem-no-trigger = ingen utlösare
problem-no-document = ingen blankett
problem-no-phase = ingen fas
problem-no-grounds = ingen lista med grunder
problem-blank-has-no-answer = Raden ”{ $id }” fylls i för hand och har inget svar.
problem-not-of-the-case = Frågan ”{ $id }” hör till ett steg eller en blankett.
problem-not-of-the-case-hint = asks tar frågor om ärendet, de som står under [[question]].
problem-own-step-id = Steg vars id börjar med ”egen-” är de som läggs till i ett ärende; det här heter ”{ $id }”.
problem-own-step-id-hint = Ge steget ett annat id.
problem-consent-carried = Svaret på ”{ $question }” kan inte följa med till en ny placering: det frågas med ett steg som räknas som samtycke.
problem-consent-carried-hint = Ta bort on_continue.
problem-wrong-kind = Här behövs en fråga av slaget { $wanted }, men ”{ $question }” är av slaget { $found }.
problem-cycle-step = Steg väntar på varandra runt i ring: { $ids }.
problem-cycle-question = Frågor väntar på varandras svar runt i ring: { $ids }.
problem-cycle-key-date = Nyckeldatum ska komma efter varandra runt i ring: { $ids }.
problem-own-answer = Steget frågar ”{ $question }”, som dess eget datum eller villkor vilar på: svaret räknas från nästa omgång, och någon sådan har steget inte.
problem-unused-role = Inget steg nämner rollen ”{ $id }”.
problem-unused-question = Frågan ”{ $id }” ställs aldrig: inget steg, villkor eller blankett nämner den.
problem-unused-document = Inget steg nämner blanketten ”{ $id }”.
problem-unused-grounds = Inget krav använder grunderna ”{ $id }”.

# Prov
problem-needs-today = Provet beror på vilken dag det är, vid ”{ $because }”, men säger det inte.
problem-needs-today-hint = Lägg till today = ÅÅÅÅ-MM-DD.
problem-no-such-round = Steg ”{ $step }” har bara en omgång: det återkommer inte och öppnas aldrig på nytt.

# Filer och mappar
routine-file-unreadable = Filen { $file } går inte att läsa: { $cause }
routine-file-not-a-file = { $file } är ingen vanlig fil.
routine-file-too-large = { $file } är för stor.
routine-file-not-utf8 = { $file } är inte sparad som UTF-8.
routine-file-not-utf8-hint = Öppna filen i en textredigerare och spara den med teckenkodningen UTF-8.
routine-files-same-id = Flera filer har samma id: { $files }
routine-broken = Rutinen ”{ $id }” går inte att använda: filen { $file } har fel.
routine-broken-hint = Se felen med: sisam rutin kontrollera { $typed_file }
routine-folder-unreadable = Mappen { $folder } går inte att läsa: { $cause }
routine-folder-too-many = Mappen { $folder } har fler än { $most } rutinfiler.
routine-folder-too-many-hint = Ange mappen med rutiner med --rutiner MAPP.
problem-school-no-terms = Kalendern har inga terminer.
problem-school-backwards = { $title } slutar { $last }, före sin första dag { $first }.
problem-school-overlap = { $next } börjar { $first }, innan { $title } har slutat { $last }.
problem-school-order = { $next } ska stå före { $title }.
problem-school-half-year = { $title } ligger inte inom ett halvår. En hösttermin ligger mellan juli och december, en vårtermin mellan januari och juni.
problem-school-gap = Mellan { $title } och { $next } ligger { $days }: en termin verkar saknas.
problem-school-too-few = { $autumn } och { $spring } har { $days } skoldagar; ett läsår har minst { $fewest } (skolförordningen 3 kap. 2 §).
problem-identity-number = Ett personnummer eller samordningsnummer. Texten sparas i varje ärende och kan inte tas bort därifrån.
problem-null-sign = Tecknet U+0000, som inte kan sparas.
