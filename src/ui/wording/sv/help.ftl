# Hjälptexter: kommandots väg och valets namn är textens id.
help-heading-usage = Användning
help-heading-commands = Kommandon
help-heading-arguments = Argument
help-heading-options = Val
help-heading-global = Allmänna val
help-also = (även { $name })
help-of-more =
    Alla kommandon och val som gäller dem alla: sisam hjälp fler
    Mer om ett kommando: sisam hjälp nästa
    In English: sisam --lang en help
help-of-one = Mer om ett kommando: sisam hjälp nästa

value-command = KOMMANDO
value-options = VAL
value-file = FIL
value-dir = MAPP
value-lang = SPRÅK
value-date = DATUM
value-date-unknown = DATUM/okänt
value-when = NÄR
value-who = VEM
value-format = FORMAT
value-id = ID
value-id-file = ID/FIL
value-ref = REFERENS
value-case = ÄRENDE
value-step = STEG
value-role = ROLL
value-party = ORGANISATION
value-title = TITEL
value-phase = FAS
value-text = TEXT
value-word = ORD
value-reason = SKÄL
value-days = DAGAR
value-basis = GRUND
value-by = ärende/roll/vem/rutin
value-id-date = ID=DATUM
value-id-value = ID=SVAR
value-role-who = ROLL=VEM
value-step-role = STEG=ROLL
value-step-date = STEG=DATUM
value-seq = NUMMER
value-key-value = NAMN=VÄRDE
value-step-date-unknown = STEG=DATUM|okänt
value-n = N

help = Checklistor med datum att lita på, för skolgången när ett barn placeras. Utan kommando: vad som är sent och vad som är näst.
help-global-db = Ärendefilen (SISAM_DB)
help-global-routines = En mapp med egna rutinfiler (SISAM_ROUTINES)
help-global-lang = Språk, sv eller en (SISAM_LANG)
help-global-today = Den dag det ska vara, ÅÅÅÅ-MM-DD (SISAM_TODAY)
help-global-color = Färger: auto, alltid eller aldrig
help-global-plain = En uppgift per rad, inga ramar, svar med siffror
help-global-as-who = Vem som antecknar (SISAM_USER)
help-global-key-file = Nyckeln till en krypterad ärendefil (SISAM_KEY_FILE)
help-global-yes = Ändra utan att fråga först
help-global-format = tabell eller json; då ställs inga frågor
help-global-help = Visar hjälp
help-global-version = Visar versionen

help-new-case = Öppnar ett ärende och visar dess plan
help-new-case-routine = Rutinen som ska följas
help-new-case-reference = Ärendets referens, aldrig ett namn; annars nästa nummer för året
help-new-case-date = Ett datum, till exempel inskrivning=2026-12-01
help-new-case-answer = Svar på en fråga, till exempel akut=ja
help-new-case-role = Vem som har en roll
help-new-case-takes = Vilken roll som tar ett steg som flera kan ta
help-new-case-trigger = Vad som startar ärendet
help-new-case-done = Ett steg som redan är gjort, till exempel 1=2026-11-20 eller 1=okänt
help-new-case-continues = Ärendet som fortsätter, vid omplacering: det stängs, roller och öppningssvar följer med
help-new-case-reason = Varför det ärendet stängs; behövs om något i det är försenat

help-next = Går igenom det som ska göras, eller listar det
help-next-case = Bara det här ärendet
help-next-role = Först det som är den här rollens (SISAM_ROLE)

help-done = Antecknar att ett steg är gjort
help-done-cases = Ett eller flera ärenden: alla eller inget
help-done-step = Steget
help-done-on = Dagen då det gjordes, till exempel igår; annars i dag
help-done-answer = Svar på en av stegets frågor
help-done-item = Bara den här delen
help-done-note = En anteckning till steget (- läser standard in)
help-done-despite = Grund eller skäl för att gå vidare trots ett krav (- läser standard in)
help-done-decided-by = Vem som beslutade att gå vidare med en annan grund: en funktion
help-done-takes = Vilken roll som tar ett steg som flera kan ta
help-done-round = Vilken omgång av ett steg som återkommer

help-skip = Antecknar att ett steg inte är aktuellt här
help-skip-case = Ärendet
help-skip-step = Steget
help-skip-item = Bara den här delen
help-skip-reason = Varför (frågas efter; - läser standard in)
help-skip-round = Vilken omgång av ett steg som återkommer

help-extend = Ger ett steg en ny tid, som ett beslut
help-extend-case = Ärendet
help-extend-step = Steget
help-extend-to = Det nya datumet, till exempel 2026-12-15, 15/12 eller ”v 50”
help-extend-reason = Varför (frågas efter; - läser standard in)
help-extend-decided-by = Vem som beslutade (frågas efter; - läser standard in)
help-extend-round = Vilken omgång av ett steg som återkommer

help-set = Ändrar datum, svar, ansvariga och bokade dagar
help-set-case = Ärendet
help-set-date = Ett datum; tomt tar bort det
help-set-answer = Svar på en fråga; tomt tar bort det
help-set-role = Vem som har en roll; tomt: ingen
help-set-takes = Vilken roll som tar ett steg; tomt: öppet igen
help-set-trigger = Vad som startade ärendet; tomt tar bort det
help-set-planned = En bokad dag; den flyttar inget datum om inte rutinen säger det
help-set-round = Vilken omgång som bokas, av ett steg som återkommer
help-set-calendar = Kommunens läsårsdata (TOML); sparas med ärendet
help-set-protect = Hemlig vistelseort
help-set-unprotect = Inte längre hemlig vistelseort
help-set-code-word = Ett annat kodord ur listan som sisam har

help-add = Lägger till ett eget steg i ärendet
help-add-case = Ärendet
help-add-title = Vad som ska göras (frågas efter; - läser standard in)
help-add-to = Senast när, till exempel 2026-12-15, 15/12 eller ”v 50”
help-add-role = Vem som ansvarar
help-add-phase = Sist i den här fasen
help-add-after = Efter det här steget
help-note = Skriver en anteckning
help-note-case = Ärendet
help-note-text = Anteckningen (frågas efter; - läser standard in)
help-note-step = Om det här steget

help-backup = Tar en säkerhetskopia som är hel även om någon skriver samtidigt, och kontrollerar den
help-backup-file = Filen som ska skrivas, eller en mapp att lägga den i

help-restore = Lägger en säkerhetskopia i ärendefilens ställe
help-restore-file = Säkerhetskopian
help-restore-force = Även där en ärendefil finns; den sparas bredvid

help-doctor = Kontrollerar hela ärendefilen och säger vad som är fel
help-doctor-repair = Bygger om det som kan byggas om ur historiken; tar först en kopia

help-undo = Ångrar den senaste ändringen; historiken visar båda
help-undo-case = Ärendet
help-undo-step = Den senaste ändringen av det här steget

help-show = Visar hela checklistan
help-show-case = Ärendet
help-log = Visar ärendets historik, eller filens
help-log-case = Ärendet
help-log-file = Filens egen logg: kopior, utskrifter, borttagna ärenden, inställningar
help-log-access = Vem som öppnade vad, i stället för ett ärendes historik
help-log-who = Bara den personen: namnet eller inloggningen
help-log-of-case = Bara det ärendet
help-log-from = Från och med den dagen
help-log-sample = Så många rader, slumpvis valda
help-why = Förklarar hur ett datum har kommit till
help-why-case = Ärendet
help-why-step = Steget

help-akt = Text till akten: det som antecknats sedan sist, i meningar att klistra in
help-akt-case = Ärendet; utan ärende: vilka som har något att föra in
help-akt-since = Visa allt som antecknats från och med den dagen

help-redact = Tar bort texten i en händelse ur filen
help-redact-case = Ärendet
help-redact-seq = Händelsens nummer i loggen
help-redact-reason = Varför; skriv inte det som tas bort (frågas efter; - läser standard in)

help-purge = Visar vad som ska gallras; tar bort ett ärende
help-purge-case = Ärendet som ska bort; utan ärende visas listan
help-purge-reason = Varför; sparas, så nämn inte ärendet (frågas efter; - läser standard in)
help-purge-mistake = Nyss öppnat av misstag, inget annat har hänt

help-config = Visar eller ändrar filens inställningar
help-config-setting = En inställning, till exempel innehavare=skola; tomt värde tar bort den
help-config-me = Dina egna inställningar, inte ärendefilens
help-config-decision = Beslutet som säger vad filen är; behövs till gallring=…
help-config-reason = Varför; behövs när filen har ärenden och reglerna för gallring ändras, eller när åtkomstloggen stängs av

help-list = Listar ärendena
help-list-closed = De stängda
help-list-all = Öppna och stängda

help-close = Stänger ett ärende
help-close-case = Ärendet
help-close-reason = Varför; behövs om något är ogjort eller försenat (frågas efter; - läser standard in)
help-reopen = Öppnar ett stängt ärende igen
help-reopen-case = Ärendet
help-reopen-reason = Varför (frågas efter; - läser standard in)

help-report = Visar steg ur alla öppna ärenden
help-report-overdue = Försenade steg
help-report-late = För sent gjort eller avslutat, eller med datum som ändrats i efterhand; i stängda ärenden också
help-report-within = Senast-datum från i dag till så många dagar framåt
help-report-missing = Utan datum, ansvarig eller svar
help-report-extended = Steg som fått ny tid genom beslut
help-report-role = Bara den här rollens steg
help-report-who = Bara den här personens eller gruppens steg
help-report-routine = Bara den här rutinen
help-report-party = Bara den här organisationens steg
help-report-basis = Bara tider med den grunden: law lag, source rutinen, local eget riktvärde
help-report-by = Samla raderna per ärende, roll, vem eller rutin
help-report-details = Visa också vem som har rollen
help-report-check = Slutkod 3 om något är försenat

help-encrypt = Krypterar ärendefilen, eller byter dess nyckel
help-encrypt-new-key-file = Lägg den nya nyckeln i den här filen
help-encrypt-key-ring = Lägg den nya nyckeln i datorns nyckelring
help-encrypt-passphrase = Fråga efter en lösenfras
help-encrypt-keep-copy = Låt en kopia av filen som den var ligga kvar
help-decrypt = Tar bort ärendefilens kryptering
help-decrypt-keep-copy = Låt en kopia av filen som den var ligga kvar

help-routine = Rutinerna: lista, visa, kontrollera, planera, prova
help-routine-list = Listar rutinerna
help-routine-show = Visar vad en rutin innehåller
help-routine-show-routine = Rutinen
help-routine-check = Visar alla fel i rutinfiler
help-routine-check-files = Filerna
help-routine-plan = Visar alla datum ett ärende skulle få, utan att öppna något
help-routine-plan-routine = En rutins id eller en rutinfil
help-routine-plan-date = Ett datum, till exempel inskrivning=2026-12-01
help-routine-plan-answer = Svar på en fråga
help-routine-plan-trigger = Vad som startar ärendet
help-routine-plan-done = Ett steg som gjort en viss dag
help-routine-plan-planned = En bokad dag för ett steg
help-routine-plan-calendar = Kommunens läsårsdata (TOML)
help-routine-plan-until = Inga senare omgångar än så; annars två år fram
help-routine-plan-given-only = Inget antas: som ett nyöppnat ärende
help-routine-test = Kör testerna i rutinfiler
help-routine-test-files = Filerna
