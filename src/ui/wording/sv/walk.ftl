# Genomgången.
ask-not-yet = (Enter om du inte vet än)
ask-answer-later = Vet inte än
ask-skip = (Enter hoppar över)
ask-day-again = Skriv till exempel 2026-12-01, 1/12, 1 dec, om två veckor eller nästa måndag.
ask-choose-one = Välj minst en.
not-known-yet = vet inte än
new-case-routine = Vilken rutin gäller?
new-case-trigger = Vad startar ärendet?
new-case-reference = Referens
new-case-reference-why = Referensen syns i listor och rapporter: använd ett löpnummer, aldrig barnets namn eller personnummer.
new-case-owners = Vill du skriva vem som har vilken roll nu?
new-case-confirm = Öppna ärendet?
new-case-stopped = Inget är sparat. Fortsätt där du var med:
new-case-not-opened = Inget är sparat. Ändra och öppna med:
