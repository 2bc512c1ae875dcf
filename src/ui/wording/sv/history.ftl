# Ärendets historik.
log-seq = Nr
log-when = När
log-who = Vem
log-what = Vad
log-time = { $time } UTC
log-today-given = dagen angiven
log-taken-back = taget tillbaka i { $seq }
event-trigger = startades av: { $title }
event-continues = fortsätter { $case }
log-undone = händelse { $events } togs tillbaka
