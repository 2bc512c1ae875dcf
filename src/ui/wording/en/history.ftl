# The history of a case.
log-seq = No
log-when = When
log-who = Who
log-what = What
log-today-given = day given
log-taken-back = taken back in { $seq }
event-trigger = started by: { $title }
event-continues = continues { $case }
log-undone = event { $events } was taken back
clock-behind = The computer's clock is wrong: it shows { $now }, but { $newest } has already been.
clock-far-ahead = Is the computer's clock right? It shows { $now }; the latest in the case file is from { $newest }, { $days } days earlier. If it is right, say so once by giving the day: --today { $day }
clock-stores-nothing = Days, lateness and references are counted by the clock. Nothing has been changed.
hint-clock = set the computer's clock. If it is right, say so once by giving the day: --today { $day }
clock-given-day = Today cannot be { $day }. Under a given day something is stored only in the years { $first } to { $last }. Nothing has been changed.
hint-clock-shows = is the computer's clock right? It shows { $now }
clock-impossible = The computer's clock shows a time before 1970 or after the year 9998.
hint-clock-impossible = set the computer's clock
