# Fel som inte hör till ett visst område.
label-error = fel
label-hint = tips
error-read-write = Det gick inte att läsa eller skriva: { $cause }
error-left = Avbrutet.
error-no-home = Det går inte att hitta en mapp för ärendefilen.
error-bug = Något gick fel i sisam självt ({ $where }).
hint-db = ange filen med --fil FIL
hint-bug = det som redan var sparat finns kvar; berätta gärna för den som sköter sisam vad du gjorde
who-unknown = okänd
verbatim = { $text }

stored-all-the-same = Något har redan sparats: se efter i ärendet innan du gör om det.
