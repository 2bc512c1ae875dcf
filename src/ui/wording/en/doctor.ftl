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
doctor-totals = The sums over all cases are wrong.
doctor-hint-repair = Next: sisam doctor --repair rebuilds what can be rebuilt from the histories, and takes a copy first.
doctor-hint-restore = A damaged history is never mended by itself. Next: keep the file as it is and take back the latest backup with sisam restore COPY --force. Check the copy first: sisam --db COPY doctor
doctor-interrupted = Good to know: a program died while it was writing the file. The half-done change is taken back the next time something is recorded; nothing that was confirmed is lost.
doctor-unfinished-copies = Good to know: a copy that was never finished lies beside the file: { $names }. Unless somebody is copying right now, remove it: it is as sensitive as the case file.
doctor-access-log = The access log was last looked at { $when }.
doctor-access-log-never = Nobody has looked at the access log: sisam log --access
doctor-old-planner = Good to know: the steps were planned by another version of sisam and are planned anew the next time something is recorded.
doctor-given-days = Good to know: { $count } { $count ->
    [one] event was
   *[other] events were
} recorded under a day that was given (--today), not the day it was: { $cases }
doctor-more-cases = { $count } more
doctor-repaired = Rebuilt from the histories: { $cases } { $cases ->
    [one] case
   *[other] cases
}, sums and indexes. No event was changed. The file as it was lies beside it under the name { $copy }
told-migrated = The file was written by an older sisam and is now up to date. A copy of it as it was lies in { $copy }
