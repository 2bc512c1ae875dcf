# Många ärenden på en gång ur en tabell: sisam ny --från.
help-new-case-from = En tabell (CSV) med ett ärende på varje rad, - för standard in: alla öppnas, eller inget. Kolumner: referens, rutin, startorsak, datum:ID, svar:ID, roll:ID, tar:STEG, klart:STEG. Övriga val gäller de rader som inte själva säger något

many-too-large = { $file } är större än 64 MiB.
many-not-text = { $file } går inte att läsa som text i UTF-8 (rad { $line }).
many-too-many-columns = Rad { $line } i { $file } har fler kolumner än en tabell kan ha.
hint-many-split = dela upp den i flera filer, var och en med kolumnernas namn på första raden
hint-many-utf8 = i Excel: Arkiv, Spara som, filformatet ”CSV UTF-8 (kommaavgränsad)”

many-empty = { $file } är tom.
many-bad-columns = Det finns kolumner i { $file } som inte går att använda.
many-unknown-column = kolumnen { $name } finns inte
many-unknown-column-near = kolumnen { $name } finns inte; menade du { $suggestion }?
many-column-twice = kolumnen { $name } finns två gånger
many-useless-column = kolumnen { $name }: ingen av filens rutiner har något som heter så
many-useless-column-near = kolumnen { $name }: ingen av filens rutiner har något som heter så; menade du { $suggestion }?
hint-many-columns = första raden ger kolumnernas namn: referens · rutin · startorsak · datum:ID · svar:ID · roll:ID · tar:STEG · klart:STEG
many-no-routine-column = Filen har ingen kolumn rutin.
many-no-lines = Filen har inga ärenden: det finns inga rader efter den första.
many-too-many-lines = Filen har fler än { $most } rader.

many-refused = { $bad ->
    [one] En rad av { $all } i { $file } går inte att öppna. Inget är sparat.
   *[other] { $shown } rader av { $all } i { $file } går inte att öppna. Inget är sparat.
}
many-on-line = rad { $line }: { $what }
many-in-cell = rad { $line }, { $column }: { $what }
many-more = … och { $more } till
hint-many-again = rätta raderna i filen och kör samma kommando igen

many-unclosed = ett citattecken öppnas men stängs aldrig
many-no-column = det står något i kolumn { $place }, som inte har något namn på första raden
many-cell-too-long = texten är längre än { $most } tecken
many-no-routine = det står inte vilken rutin som gäller
many-reference-twice = { $case } finns redan på rad { $line }
many-reference-taken = ärendet { $case } finns redan
hint-many-day = skriv dagen som ÅÅÅÅ-MM-DD
hint-many-done = skriv dagen som ÅÅÅÅ-MM-DD, eller okänt

many-checking = Går igenom raderna
many-opening = Öppnar ärendena
many-interrupted = Avbrutet. Inget är sparat.
many-cases = { $count ->
    [one] ett ärende
   *[other] { $shown } ärenden
}
many-steps-done = { $count ->
    [0] inga steg klara
    [one] ett steg redan klart
   *[other] { $shown } steg redan klara
}
many-confirm = { $count ->
    [one] Öppna ärendet?
   *[other] Öppna alla { $shown } ärendena?
}
many-not-opened = Inget är sparat.
told-opened-many = { $count ->
    [one] Ett ärende är öppnat: { $cases }
   *[other] { $shown } ärenden är öppnade: { $cases }
}
told-next-many = Härnäst: sisam rapport --försenade
