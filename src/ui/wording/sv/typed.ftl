# Det som skrevs på raden, och det som fattas där.
usage-step-missing = Det står inte vilket steg som är klart.
hint-step-missing = sisam klar { $case } STEG; sisam nästa { $case } visar vad som är på tur
usage-one-step = Ett steg i taget.
hint-one-step = sisam klar { $case } { $step }; ta nästa steg sedan
usage-case-and-step = Det behövs både ett ärende och ett steg.
hint-case-and-step = sisam klar ÄRENDE STEG; sisam lista visar ärendena

# Val som någon har skrivit, för att skrivas igen.
typed-on = --den { $value }
typed-unknown = okänt
typed-item = --del { $value }
typed-answer = --svar { $value }
typed-takes = --tar { $value }
typed-despite = --trots { $value }
typed-decided-by = --beslutat-av { $value }
typed-note = --anteckning { $value }
typed-round = --omgång { $value }
typed-reason = --orsak { $value }
typed-to = --till { $value }
typed-routine = --rutin { $value }
typed-ref = --referens { $value }
typed-continues = --fortsätter { $value }
typed-trigger = --startorsak { $value }
typed-date = --datum { $value }
typed-role = --roll { $value }
typed-step-done = --klart { $value }
typed-db = --fil { $value }
typed-routines = --rutiner { $value }
typed-lang = --språk { $value }
typed-today = --idag { $value }
typed-as = --som { $value }
typed-plain = --enkelt
typed-new-case = sisam ny
typed-done = klar
typed-skip = hoppa
typed-extend = förläng
