# Help texts: a command's path and an option's name are the text's id.
help-heading-usage = Usage
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-heading-global = Global options
help-also = (also { $name })
help-of-more =
    All commands, and the options for all of them: sisam help more
    More about a command: sisam help next
    The routines are written in Swedish, and their texts are shown as they are.
    På svenska: sisam --lang sv hjälp
help-of-one = More about a command: sisam help next

value-command = COMMAND
value-options = OPTIONS
value-file = FILE
value-dir = DIR
value-lang = LANG
value-date = DATE
value-date-unknown = DATE/unknown
value-when = WHEN
value-who = WHO
value-format = FORMAT
value-id = ID
value-id-file = ID/FILE
value-ref = REF
value-case = CASE
value-step = STEP
value-role = ROLE
value-party = PARTY
value-title = TITLE
value-phase = PHASE
value-text = TEXT
value-word = WORD
value-reason = REASON
value-days = DAYS
value-basis = BASIS
value-by = case/role/who/routine
value-id-date = ID=DATE
value-id-value = ID=VALUE
value-role-who = ROLE=WHO
value-step-role = STEP=ROLE
value-step-date = STEP=DATE
value-seq = NUMBER
value-key-value = KEY=VALUE
value-step-date-unknown = STEP=DATE|unknown
value-n = N

help = Checklists with dates to rely on, for schooling when a child is placed in care. Without a command: what is late and what is next.
help-global-db = The case file (SISAM_DB)
help-global-routines = A folder of your own routine files (SISAM_ROUTINES)
help-global-lang = Language, sv or en (SISAM_LANG)
help-global-today = The day it is to be, YYYY-MM-DD (SISAM_TODAY)
help-global-color = Colours: auto, always, never
help-global-plain = One fact a line, no boxes, answers by number
help-global-as-who = Who records (SISAM_USER)
help-global-key-file = The key of an encrypted case file (SISAM_KEY_FILE)
help-global-yes = Change without asking first
help-global-format = table or json; nothing is asked then
help-global-help = Shows help
help-global-version = Shows the version

help-new-case = Opens a case and shows its plan
help-new-case-routine = The routine to follow
help-new-case-reference = The case's reference, never a name; else the next number of the year
help-new-case-date = A key date, for instance inskrivning=2026-12-01
help-new-case-answer = The answer to a question, for instance akut=yes
help-new-case-role = Who holds a role
help-new-case-takes = Which role takes a step that several may take
help-new-case-trigger = What starts the case
help-new-case-done = A step that is done already, such as 1=2026-11-20 or 1=unknown
help-new-case-continues = The case that continues, at a re-placement: it closes, roles and opening answers come along
help-new-case-reason = Why that case is closed; needed when something in it is late

help-next = Walks through what is to be done, or lists it
help-next-case = Only this case
help-next-role = What is this role's first (SISAM_ROLE)

help-done = Records that a step is done
help-done-cases = One or more cases: all or none
help-done-step = The step
help-done-on = The day it was done, such as yesterday; else today
help-done-answer = The answer to one of the step's questions
help-done-item = Only this part
help-done-note = A note with the step (- reads standard input)
help-done-despite = The ground or reason for going past a requirement (- reads standard input)
help-done-decided-by = Who decided to go on with another ground: a function
help-done-takes = Which role takes a step that several may take
help-done-round = Which round of a step that comes again

help-skip = Records that a step is not relevant here
help-skip-case = The case
help-skip-step = The step
help-skip-item = Only this part
help-skip-reason = Why (asked for; - reads standard input)
help-skip-round = Which round of a step that comes again

help-extend = Gives a step a new date, as a decision
help-extend-case = The case
help-extend-step = The step
help-extend-to = The new date, such as 2026-12-15, 15/12 or “week 50”
help-extend-reason = Why (asked for; - reads standard input)
help-extend-decided-by = Who decided (asked for; - reads standard input)
help-extend-round = Which round of a step that comes again

help-set = Changes dates, answers, owners and booked days
help-set-case = The case
help-set-date = A key date; empty withdraws it
help-set-answer = The answer to a question; empty withdraws it
help-set-role = Who holds a role; empty: nobody
help-set-takes = Which role takes a step; empty: open again
help-set-trigger = What started the case; empty withdraws it
help-set-planned = A booked day; it moves no date unless the routine says so
help-set-round = Which round is booked, of a step that comes again
help-set-calendar = The municipality's school calendar (TOML); kept with the case
help-set-protect = Hidden whereabouts
help-set-unprotect = Whereabouts no longer hidden
help-set-code-word = Another code word from the list that sisam has

help-add = Adds a step of one's own to the case
help-add-case = The case
help-add-title = What is to be done (asked for; - reads standard input)
help-add-to = Due when, such as 2026-12-15, 15/12 or “week 50”
help-add-role = Who answers for it
help-add-phase = Last in this phase
help-add-after = After this step
help-note = Writes a note
help-note-case = The case
help-note-text = The note (asked for; - reads standard input)
help-note-step = About this step

help-backup = Takes a backup that is whole even while somebody is writing, and checks it
help-backup-file = The file to write, or a folder to put it in

help-restore = Puts a backup in the place of the case file
help-restore-file = The backup
help-restore-force = Also where there is a case file; it is kept beside

help-doctor = Checks the whole case file and says what is wrong
help-doctor-repair = Rebuilds what can be rebuilt from the histories, after taking a copy

help-undo = Takes back the latest change; the history shows both
help-undo-case = The case
help-undo-step = The latest change of this step

help-show = Shows the whole checklist
help-show-case = The case
help-log = Shows the case's history, or the file's
help-log-case = The case
help-log-file = The file's own log: copies, exports, removed cases, settings
help-log-access = Who opened what, in place of a case’s history
help-log-who = Only them: the name or the login
help-log-of-case = Only this case
help-log-from = From this day on
help-log-sample = So many lines, chosen at random
help-why = Explains how a date came about
help-why-case = The case
help-why-step = The step

help-akt = Text for the akt: what was recorded since last time, in sentences to paste
help-akt-case = The case; without one: which have something to bring over
help-akt-since = Show all that was recorded from that day

help-redact = Takes the text of an event out of the file
help-redact-case = The case
help-redact-seq = The event's number in the log
help-redact-reason = Why; leave out what is taken out (asked for; - reads standard input)

help-purge = Shows what must be destroyed; removes one case
help-purge-case = The case to remove; without one the list is shown
help-purge-reason = Why; it is kept, so do not name the case (asked for; - reads standard input)
help-purge-mistake = Opened by mistake just now, nothing else has happened

help-config = Shows or changes the file's settings
help-config-setting = A setting, such as holder=skola; an empty value removes it
help-config-me = Your own settings, not the case file's
help-config-decision = The decision that says what the file is; retention=… needs it
help-config-reason = Why; needed where the file has cases and the rules of destruction change, or the access log is switched off

help-list = Lists the cases
help-list-closed = The closed ones
help-list-all = Open and closed ones

help-close = Closes a case
help-close-case = The case
help-close-reason = Why; needed when something is undone or late (asked for; - reads standard input)
help-reopen = Opens a closed case again
help-reopen-case = The case
help-reopen-reason = Why (asked for; - reads standard input)

help-report = Shows steps over all open cases
help-report-overdue = Late steps
help-report-late = Done or ended too late, or with a date changed afterwards; in closed cases too
help-report-within = Due from today to this many days on
help-report-missing = Without date, owner or answer
help-report-extended = Steps given a later date by decision
help-report-role = Only this role's steps
help-report-who = Only this person's or team's steps
help-report-routine = Only this routine
help-report-party = Only this organisation's steps
help-report-basis = Only times with that basis: law, source (the routine), local (a local default)
help-report-by = Group the rows by case, role, who or routine
help-report-details = Also show who holds the role
help-report-check = Exit code 3 when something is overdue

help-encrypt = Encrypts the case file, or changes its key
help-encrypt-new-key-file = Keep the new key in this file
help-encrypt-key-ring = Keep the new key in the computer's key ring
help-encrypt-passphrase = Ask for a passphrase
help-encrypt-keep-copy = Leave a copy of the file as it was
help-decrypt = Takes the case file's encryption away
help-decrypt-keep-copy = Leave a copy of the file as it was

help-routine = The routines: list, show, check, plan, test
help-routine-list = Lists the routines
help-routine-show = Shows what a routine holds
help-routine-show-routine = The routine
help-routine-check = Shows every problem in routine files
help-routine-check-files = The files
help-routine-plan = Shows every date a case would get, without opening one
help-routine-plan-routine = A routine's id or a routine file
help-routine-plan-date = A key date, for instance inskrivning=2026-12-01
help-routine-plan-answer = The answer to a question
help-routine-plan-trigger = What starts the case
help-routine-plan-done = A step as done on a day
help-routine-plan-planned = A day booked for a step
help-routine-plan-calendar = The municipality's school calendar (TOML)
help-routine-plan-until = No later rounds than this; else two years on
help-routine-plan-given-only = Nothing is assumed: as a newly opened case
help-routine-test = Runs the tests in routine files
help-routine-test-files = The files
