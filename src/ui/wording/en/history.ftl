# The history of a case.
log-seq = No
log-when = When
log-who = Who
log-what = What
log-time = { $time } UTC
log-today-given = day given
log-taken-back = taken back in { $seq }
event-trigger = started by: { $title }
event-continues = continues { $case }
log-undone = event { $events } was taken back
