# Many cases at once from a table: sisam new-case --from.
help-new-case-from = A table (CSV) with one case a line, - for standard input: all are opened, or none. Columns: ref, routine, trigger, date:ID, answer:ID, role:ID, takes:STEP, done:STEP. Other options hold for lines that do not say it themselves

many-too-large = { $file } is larger than 64 MiB.
many-not-text = { $file } cannot be read as text in UTF-8 (line { $line }).
many-too-many-columns = Line { $line } of { $file } has more columns than a table can have.
hint-many-split = split it into several files, each with the names of the columns on its first line
hint-many-utf8 = in Excel: File, Save As, the file format "CSV UTF-8 (Comma delimited)"

many-empty = { $file } is empty.
many-bad-columns = There are columns in { $file } that cannot be used.
many-unknown-column = there is no column { $name }
many-unknown-column-near = there is no column { $name }; did you mean { $suggestion }?
many-column-twice = the column { $name } is there twice
many-useless-column = the column { $name }: none of the file's routines has anything of that name
many-useless-column-near = the column { $name }: none of the file's routines has anything of that name; did you mean { $suggestion }?
hint-many-columns = the first line names the columns: ref · routine · trigger · date:ID · answer:ID · role:ID · takes:STEP · done:STEP (in Swedish referens · rutin · startorsak · datum: · svar: · roll: · tar: · klart:)
many-no-routine-column = The file has no column routine.
many-no-lines = The file has no cases: there are no lines after the first.
many-too-many-lines = The file has more than { $most } lines.

many-refused = { $bad ->
    [one] One line of { $all } in { $file } cannot be opened. Nothing is stored.
   *[other] { $shown } lines of { $all } in { $file } cannot be opened. Nothing is stored.
}
many-on-line = line { $line }: { $what }
many-in-cell = line { $line }, { $column }: { $what }
many-more = … and { $more } more
hint-many-again = correct the lines in the file and run the same command again

many-unclosed = a quotation mark opens and is never closed
many-no-column = there is something in column { $place }, which has no name on the first line
many-cell-too-long = the text is longer than { $most } characters
many-no-routine = it does not say which routine to follow
many-reference-twice = { $case } is already on line { $line }
many-reference-taken = the case { $case } exists already
hint-many-day = write the day as YYYY-MM-DD
hint-many-done = write the day as YYYY-MM-DD, or unknown

many-checking = Going through the lines
many-opening = Opening the cases
many-interrupted = Interrupted. Nothing is stored.
many-cases = { $count ->
    [one] one case
   *[other] { $shown } cases
}
many-steps-done = { $count ->
    [0] no steps done
    [one] one step done already
   *[other] { $shown } steps done already
}
many-confirm = { $count ->
    [one] Open the case?
   *[other] Open all { $shown } cases?
}
many-not-opened = Nothing is stored.
told-opened-many = { $count ->
    [one] One case is open: { $cases }
   *[other] { $shown } cases are open: { $cases }
}
told-next-many = Next: sisam report --overdue
