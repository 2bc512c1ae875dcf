# Ärendets historik.
log-seq = Nr
log-when = När
log-who = Vem
log-what = Vad
log-today-given = dagen angiven
log-taken-back = taget tillbaka i { $seq }
event-trigger = startades av: { $title }
event-continues = fortsätter { $case }
log-undone = händelse { $events } togs tillbaka
clock-behind = Datorns klocka går fel: den visar { $now }, men { $newest } har redan varit.
clock-far-ahead = Stämmer datorns klocka? Den visar { $now }; det senaste i ärendefilen är från { $newest }, { $days } dagar tidigare. Stämmer den, säg det en gång genom att ange dagen: --idag { $day }
clock-stores-nothing = Dagar, försening och referenser räknas efter klockan. Inget är ändrat.
hint-clock = ställ datorns klocka. Är den rätt, säg det en gång genom att ange dagen: --idag { $day }
clock-given-day = Det kan inte vara { $day } i dag. Under en angiven dag sparas något bara åren { $first } till { $last }. Inget är ändrat.
hint-clock-shows = stämmer datorns klocka? Den visar { $now }
clock-impossible = Datorns klocka visar en tid före 1970 eller efter år 9998.
hint-clock-impossible = ställ datorns klocka
