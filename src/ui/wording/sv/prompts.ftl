# Det som sägs kring frågor i terminalen.
prompt-choose = Skriv en siffra (1–{ $last })
prompt-choose-many = Skriv siffror med komma emellan, eller 0 för inget
prompt-not-a-choice = Skriv en siffra mellan 1 och { $last }.
prompt-yes-no = Skriv ja eller nej
prompt-not-yes-no = Skriv ja eller nej.
prompt-default = Enter = { $default }
prompt-narrow = skriv för att söka
prompt-many = mellanslag bockar i eller ur, Enter = vidare
prompt-arrows = välj med pilarna
