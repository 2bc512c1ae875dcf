# Det som sägs kring frågor i terminalen.
prompt-choose = Skriv en siffra (1–{ $last })
prompt-choose-many = Skriv siffror med komma emellan, eller 0 för inget
prompt-choose-text = Skriv ett av alternativen
prompt-choose-many-texts = Skriv alternativ med komma emellan, eller - för inget
prompt-not-a-text = Skriv ett av alternativen, helt utskrivet.
prompt-ambiguous = Det passar flera: { $options }. Skriv hela alternativet, eller dess siffra om det har en.
prompt-not-a-choice = Skriv en siffra mellan 1 och { $last }.
prompt-yes-no = Skriv ja eller nej
prompt-not-yes-no = Skriv ja eller nej.
prompt-default = Enter = { $default }
prompt-narrow = skriv för att söka
prompt-many = mellanslag bockar i eller ur, Enter = vidare
prompt-arrows = välj med pilarna
prompt-letter = Skriv en bokstav
prompt-not-a-letter = Skriv en av bokstäverna, eller vad som står efter den.
prompt-found = { $typed } · { $count } av { $all }
prompt-none-found = { $typed } · inget hittades
prompt-page = { $first }–{ $last } av { $all }
