# doctor: what is wrong with the case file, and what to do about it.
doctor-progress = Checking cases
doctor-sound = All is well: { $cases } { $cases ->
    [one] case
   *[other] cases
}, { $events } { $events ->
    [one] event
   *[other] events
}.
doctor-faults = { $faults } { $faults ->
    [one] fault
   *[other] faults
}. Looked through: { $cases } { $cases ->
    [one] case
   *[other] cases
}.
doctor-more-faults = and { $count } more; --format json shows all
doctor-damage = The database is damaged: { $detail }
doctor-object-missing = "{ $name }" is missing in the database. It is part of what protects the file or makes it fast.
doctor-object-altered = "{ $name }" in the database has been altered. It is part of what protects the file or makes it fast.
doctor-object-foreign = "{ $name }" in the database does not come from sisam.
doctor-case-missing = Case number { $number } in the file is gone.
doctor-case-unreadable = Case number { $number } in the file cannot be read: { $detail }
doctor-text-missing = The routine text "{ $name }" is gone. Cases that were opened with it cannot be shown.
doctor-text-altered = The routine text "{ $name }" is not the one that cases were opened with: it has been altered since.
doctor-text-unreadable = The routine text "{ $name }" cannot be read as a routine.
doctor-event-missing = Case { $case }: event { $seq } is missing.
doctor-event-altered = Case { $case }: event { $seq } is not what was recorded. What stands before it is.
doctor-event-text-altered = Case { $case }: a text of event { $seq } has been altered or is gone. What stands before it is whole.
doctor-event-added = Case { $case }: the history does not end where it should, at event { $seq }. Something has been added or removed.
doctor-event-unreadable = Case { $case }: event { $seq } cannot be understood. A newer sisam may have written it.
doctor-event-out-of-order = Case { $case }: event { $seq } does not follow from those before it.
doctor-kept = Case { $case }: what lists show does not follow from its history. The history is whole.
doctor-form = Routine { $name }: what is kept so that its text need not be read each time is not what the text says. The text is whole.
doctor-heads = The histories do not end where the program left them: a case or the last event of one was taken away or put in by another hand. A copy or an export from before shows which.
doctor-totals = The sums over all cases are wrong.
doctor-hint-repair = Next: sisam doctor --repair rebuilds what can be rebuilt from the histories, and takes a copy first.
doctor-hint-restore = A damaged history is never mended by itself. Next: keep the file as it is and take back the latest backup with sisam restore COPY --force. Check the copy first: sisam --db COPY doctor
doctor-interrupted = Good to know: a program died while it was writing the file. The half-done change is taken back the next time something is recorded; nothing that was confirmed is lost.
doctor-unfinished-copies = Good to know: a copy that was never finished lies beside the file: { $names }. Unless somebody is copying right now, remove it: it is as sensitive as the case file.
doctor-empty-leftovers = Good to know: beside the case file lies an empty file that an interrupted command has left: { $names }. There is nothing in it. It can be removed, unless somebody is copying or restoring right now.
doctor-access-log = The access log was last looked at { $when }.
doctor-access-log-never = Nobody has looked at the access log: sisam log --access
doctor-access-log-off = Good to know: the access log is off in a file that social services hold. Switch it on: sisam config access_log=on
doctor-old-planner = Good to know: the steps were planned by another version of sisam and are planned anew the next time something is recorded.
doctor-given-days = Good to know: { $count } { $count ->
    [one] event was
   *[other] events were
} recorded under a day that was given (--today), not the day it was: { $cases }
doctor-more-cases = { $count } more
doctor-in-file-log = Note, from the file's log: { $entry }
doctor-setting-by-hand = Note: the setting { $key } is not what the file's log says it was set to. Something other than sisam changed it.
doctor-file-log-gaps = Note: { $count } { $count ->
    [one] entry is
   *[other] entries are
} missing from the file's log. Something other than sisam removed them.
doctor-repaired = Rebuilt from the histories: { $cases } { $cases ->
    [one] case
   *[other] cases
}, sums and indexes. No event was changed. The file as it was lies beside it under the name { $copy }
told-migrated = The file was written by an older sisam and is now up to date. A copy of it as it was lies in { $copy }
judged-other-routine = The case was opened with another routine or version than the text is.
judged-numbers = The numbers do not follow each other, or one change has several times, days or people.
judged-time = The time is none that sisam writes.
judged-day = The day is not the one it was at that time, or lies more than twenty years back or ten ahead.
judged-backwards = The time lies before that of the event before it: the computer's clock was wrong, or the event was altered.
judged-ahead = That time has not come yet: the clock was wrong, or the event was altered.
judged-nothing = It says what was so already; nothing is recorded then.
judged-otherwise = It is not as it would have been recorded.
judged-dates = The dates of the round are none that the routine gives.
judged-unfollowed = The new rounds that it leads to are not recorded.
judged-reference = It names an event or change that is not there, or that it cannot be about.
judged-other-case = The case that it continues, or that continues it, cannot be the one that stands there.
judged-empty = A text or a name in it is empty.
judged-recorder = The name of whoever recorded it has a line break or signs that nobody sees.
judged-long-before = The day lies more than a year before everything else in the case.
judged-put-off-back = The new day had passed already.
doctor-impossible = Case { $case }: event { $seq } cannot have been recorded like that. { $why }
doctor-doubtful = Good to know, case { $case }: event { $seq } does not look like what sisam records today. { $why }
doctor-more-doubtful = Good to know: there are { $count } more events to look at; all are shown with --format json
doctor-not-as-shipped = Good to know: the routine text “{ $routine }”, version “{ $version }”, is another than the one of that name and version that comes with sisam.
doctor-event-text-gone = Case { $case }: a text of event { $seq } is gone, and no event says that it was taken out.
doctor-event-text-stands = Case { $case }: an event says that the text of event { $seq } was taken out, but it was not.
judged-answer = The answer is none that the question takes.
judged-ground = The ground is none of those that the routine takes.
judged-barred = A requirement did not hold then.
judged-unlikely-day = It holds a day more than twenty years back or ten years ahead.
