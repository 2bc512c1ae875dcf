# The walk.
ask-not-yet = (Enter if you do not know yet)
ask-answer-later = Do not know yet
ask-skip = (Enter skips)
ask-day-again = Type for instance 2026-12-01, 1/12, 1 dec, in two weeks or next monday.
ask-choose-one = Choose at least one.
not-known-yet = not known yet
new-case-routine = Which routine applies?
new-case-trigger = What starts the case?
new-case-reference = Reference
new-case-reference-why = The reference is seen in lists and reports: use a running number, never the child's name or identity number.
new-case-owners = Do you want to say who holds which role now?
new-case-confirm = Open the case?
new-case-stopped = Nothing is stored. Go on where you were with:
new-case-not-opened = Nothing is stored. Change it and open it with:
