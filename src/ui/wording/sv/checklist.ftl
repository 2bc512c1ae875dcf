# Ärendets steg och huvud.
heading-step = Steg
heading-title = Vad
heading-responsible = Ansvarig
heading-due = Senast
standing-if-needed = vid behov
standing-since = öppet sedan { $days }
standing-opened-late = öppnat { $date }, efter riktdatumet
standing-done = klart { $date }
standing-done-unknown = klart, okänd dag
owner-hangs-on = ansvar beror på: { $facts }
owner-only-if = { $role } (bara om { $condition })
own-step = eget steg { $id }
own-step-word = eget steg
owner-nobody = inte bestämt
owner-proposed = { $roles } (förslag)
owner-to-choose = { $roles } (inte bestämt)
checklist-left-out = { $count } steg visas inte ({ $steps }): { $reason }
in-school = i skolan: { $answer }
in-school-unknown = vet inte
heading-opened = öppnat { $date }
heading-closed = stängt { $date }
heading-continues = fortsätter { $case }, första ärendet öppnat { $date } ({ $days })
fact-hidden = Hemlig vistelseort
fact-hidden-review = ska omprövas senast { $date }, { $relative }
fact-trigger = Startorsak
without-school = { $days ->
    [one] { $days } skoldag utan skola
   *[other] { $days } skoldagar utan skola
}
without-school-so-far = { $days ->
    [one] { $days } skoldag utan skola hittills
   *[other] { $days } skoldagar utan skola hittills
}
without-school-weekdays = { $days ->
    [one] { $days } vardag utan skola
   *[other] { $days } vardagar utan skola
}
without-school-weekdays-so-far = { $days ->
    [one] { $days } vardag utan skola hittills
   *[other] { $days } vardagar utan skola hittills
}
date-preliminary = preliminärt
date-unconfirmed = inte bekräftat
done-late = { $days ->
    [one] { $days } dag för sent
   *[other] { $days } dagar för sent
}
tell-missing = Fyll i det som saknas:
tell-trigger = { $title } → sisam sätt { $case } --startorsak …
tell-date = { $title } → sisam sätt { $case } --datum { $id }=…
tell-answer = { $title } → sisam sätt { $case } --svar { $id }=…
tell-calendar = { $title } → sisam sätt { $case } --läsår FIL
tell-booking = { $title } → sisam sätt { $case } --bokat { $id }=…
checklist-reminded = påmint { $date }
checklist-no-consent = samtycke saknas
protects-child = Misstänker du att ett barn far illa? Anmäl till socialnämnden genast (SoL 2025:400, 19 kap. 1 §).
checklist-question = fråga { $letters }
checklist-fact = väntar på { $letters }
checklist-booked = bokat { $date }
checklist-decided-by = på annan grund, beslutat av { $who }
checklist-local = ({ $short }) = { $basis }
