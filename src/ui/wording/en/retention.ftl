# Rectification, destruction of records, settings and the access log.
event-redacted = the text of event { $seq } was taken out: { $reason }

usage-not-a-seq = { $given } is not the number of an event.
usage-not-a-seq-hint = the numbers stand first on each line of sisam log CASE

redact-what = Event { $seq }, { $date }, recorded by { $who }:
redact-texts = This is taken out of the file and cannot be brought back:
redact-text = “{ $text }”
redact-ask = Take the text out?
told-redacted = The text is taken out. The history shows that it was there, who took it out and why.
redact-no-such-event = The case has no event { $seq }; the last one is { $last }.
redact-no-text = Event { $seq } has no text to take out.
redact-no-text-why = Dates, who takes a step and what is done are facts of the checklist. They are changed with sisam set and sisam undo.
redact-no-texts-at-all = No other event of the case has one either.
redact-events-with-text = there is text in event { $events }
redact-taken-out = The text of event { $seq } has been taken out already.
redact-reason-keeps-text = The reason contains what is to go.
redact-reason-keeps-text-why = The reason is kept in the history. Write it without the text itself.
redact-also-in = The same text stands in event { $events } too. It is taken out by itself.
redact-other-cases-unnamed = The same text stands in { $count ->
    [one] one other case
   *[other] { $count } other cases
 } too.
redact-other-cases = The same text stands in { $count ->
    [one] one other case
   *[other] { $count } other cases
 } too: { $cases }

copies-known = What is taken out stays in these copies, and in others that the file does not know of:
copies-none-known = Copies, backups and prints keep what is taken out. The file knows of none.
copies-line = { $kind }, { $at }: { $file }
copies-backup = backup
copies-export = export
copies-restore = restored from
copies-no-file = no file
copies-beside = beside the file: { $file }
scrub-failed = It is taken out, but leftovers may lie in the file: { $cause } They are overwritten the next time something is taken out.

purge-held-by = The file is held by: { $holder }. It is: { $kind } Decision: { $decision }
purge-day = Destroyed
purge-why = Why
purge-when = { $by ->
    [none] from { $from }
   *[other] from { $from }, no later than { $by }
 }
purge-when-come = { $by ->
    [none] the time has come
   *[other] the time has come, no later than { $by }
 }
purge-when-never = must stay
purge-when-passed = should have been done by { $by }
purge-why-open = The case is open.
purge-why-end = Five years after the end of the placement ({ $title }, { $day }), finished no later than the year after.
purge-why-end-recorded = Five years after the end of the placement ({ $title }), which was recorded only on { $day } and counts from then; finished no later than the year after.
purge-why-closed = Five years after the case was closed on { $day }, finished no later than the year after. The end of the placement is not given.
purge-why-entry = Five years after the last entry on { $day }, finished no later than the year after.
purge-why-plan = { $years } { $years ->
    [one] year
   *[other] years
 } after the case was closed on { $day }, by the holder's own plan.
purge-given-days = What was recorded under a given day counts from when it really was recorded; where the file does not know, from today.
purge-law-worklist = SoL (2025:400) 16 kap. 1 § second paragraph
purge-law-record = SoL (2025:400) 16 kap. 1 § first paragraph
purge-law-placed = SoL (2025:400) 16 kap. 2 §
purge-why-placed = The file is part of the personal file, and records about a placed child may not be destroyed.
purge-why-report = A report was made. Records of a protection investigation are not destroyed before the child's 30th birthday. The program does not know it, so it counts 30 years from { $day }, when the case was opened.
purge-law-report = SoL (2025:400) 16 kap. 2 a §
purge-open = { $count ->
    [one] One case is open
   *[other] { $count } cases are open
 } and not counted here.
purge-research = A case that belongs to a research sample must stay. The program does not know which do.
purge-by-hand = Nothing goes by itself. One case at a time: sisam purge CASE
purge-holder-unknown = It has not been said who holds the file, and the rules depend on that.
purge-holder-hint = say it once: sisam config holder=socialnamnd
purge-kind-unknown = It has not been said what the file is, and the rules depend on that. Nothing is destroyed until it is decided.
purge-kind-hint-worklist = if it is a compilation beside the personal file: sisam config retention=arbetslista --decision "…"
purge-kind-hint-record = if it is part of the personal file: sisam config retention=akt --decision "…"
purge-kind-hint-plan = if it goes by a plan of the holder's own, so many years: sisam config retention=plan:5 --decision "…"
purge-given-today = Destroying goes by the day it really is, not by a given one.
purge-given-today-why = What is removed cannot be brought back, and a given day can be any day.
purge-given-today-hint = type it again without --today, and remove SISAM_TODAY where it is set
purge-list-given-today = The list counts from a given day (--today). When a case is removed, the day it really is counts.
purge-is-open = Case { $case } is open.
purge-is-open-hint = close it first: sisam close { $case }
purge-must-stay-this = Case { $case } must stay.
purge-not-yet = { $by ->
    [none] Case { $case } may not be destroyed before { $from }.
   *[other] Case { $case } may not be destroyed before { $from }. It must be done by { $by }.
 }
purge-no-mistake = Case { $case } was not opened by mistake.
hint-close-instead = close it instead: sisam close { $case }
purge-mistake-begun = A mistake is a case in which nothing but its opening has happened, and which continues no other.
purge-mistake-old = A mistake is removed on the day the case was opened or within five days, by the day it really was.
purge-mistake-late = Something in the case is late. A late case is never a mistake.
purge-mistake-restored = The file was restored from a copy since the case was opened, so nobody knows what happened in it.
purge-mistake-hint = if it was opened by mistake and is no record of a child: sisam purge { $case } --mistake
purge-reason-names-case = The reason contains the case's reference.
purge-reason-names-case-why = The reason is kept when the case is gone. Write it without the reference.
purge-what = The whole case is removed: { $events ->
    [one] one event
   *[other] { $events } events
 }, { $texts ->
    [one] one text
   *[other] { $texts } texts
 }. It cannot be brought back.
purge-by-mistake = Opened by mistake just now: nothing else has happened in the case. No rule is looked at.
purge-continued-by = It is continued in { $cases }, where its reference stays.
purge-access-log = The access log still names the case: { $file }
purge-ask = Remove { $case } for ever?
told-purged = Case { $case } is gone.
told-purged-record = What stays in the file is that a case was removed: its number in the file, not its reference, its routine, the day it was opened, when, by whom and why. It is shown by sisam log --file.

config-key = Setting
config-value = Value
config-means = Means
config-choices = Choose among
config-unset = not set
config-how = To change one: sisam config KEY=VALUE. An empty value removes the setting.
config-unknown-key = There is no setting { $given }.
config-unknown-value = { $key } cannot be { $given }.
config-decision = Decision: { $decision }
place-setting = The setting
config-needs-decision = It must be said which decision says what the file is.
config-needs-decision-why = What the file is settles how long it is kept. Its holder decides that, not the program.
config-needs-decision-hint = give the decision: sisam config retention={ $value } --decision "…"
config-kind-of-others = That is said of the records of social services (SoL 16 kap.), and the file is held by somebody else.
config-has-cases = The file has { $cases ->
    [one] one case
   *[other] { $cases } cases
 }, and the rules of destruction depend on this setting.
config-has-cases-why = The change is recorded in the file's log. The cases that are there keep the strictest rule that has stood since they were opened.
config-has-cases-hint = say why: sisam config { $change } --reason "…"
config-ask = The file has { $cases ->
    [one] one case
   *[other] { $cases } cases
 }, which keep the strictest rule that has stood. Until now: { $before } Change it?
setting-retention = What the file is:
setting-retention-unset = Not said, so nothing is destroyed.
retention-worklist = A compilation or worklist: five years after the end of the placement.
retention-record = Part of the personal file: five years after the last entry; records about a placed child stay.
retention-plan = A plan of its own: { $years } { $years ->
    [one] year
   *[other] years
 } after the case was closed.
setting-holder = Who holds the file:
setting-holder-unset = Not said, so no rule of destruction is chosen.
holder-social-services = Social services
holder-school = The school
holder-other = Somebody else
setting-access-log = A log of who opens which case.
setting-access-log-unset = The log is written in a file that social services hold, otherwise not.
access-log-on = Every command writes a line to a file beside the case file.
access-log-off = No log is written.
redact-guessable = The event was recorded with --today: whoever has the file can then find a short text by trying, even after it has been taken out.

file-log-empty = The file's log is empty: no copies, settings or removals.
file-log-backup = backup: { $file }, cases: { $cases }
file-log-restore = restored from { $file }, cases: { $cases }{ $lost_cases ->
    [none] {""}
   *[other] ; cases that were there and are not in the copy: { $lost_cases }
 }
file-log-import = { $newer ->
    [none] case number { $case } of the file was taken in from another file
   *[other] case number { $case } of the file got what was newer in another file, events: { $newer }
 }
file-log-export = case number { $case } of the file was written out
file-log-code-word = case number { $case } in the file is called { $word }, before { $was }
file-log-recorded = case number { $case } of the file was changed under a given day, { $day }
file-log-setting = the setting { $key }: { $value ->
    [none] removed
   *[other] { $value }
 }{ $was ->
    [none] {""}
   *[other] , before { $was }
 }{ $why ->
    [none] {""}
   *[other] . Decision or reason: { $why }
 }{ $reason ->
    [none] {""}
   *[other] ; { $reason }
 }
file-log-removal = case number { $case } was destroyed: { $routine }, opened { $opened }, reason: { $reason }
file-log-mistake = case number { $case } was removed as opened by mistake: { $routine }, opened { $opened }, reason: { $reason }
file-log-removals = { $count ->
    [one] One case was removed from the file:
   *[other] { $count } cases were removed from the file, all of them in sisam log --file:
 }
access-log-failed = The access log { $file } could not be written: { $cause }. So nothing was shown and nothing was changed.
access-log-unread = The access log { $file } could not be read: { $cause }.
access-log-hint = move away what lies there, or ask whoever looks after the folder for the right to write
access-log-none = There is no access log. It is written beside the case file while it is on: sisam config access_log=on
access-log-empty = No lines.
access-log-unread-lines = { $count } { $count ->
        [one] line
       *[other] lines
    } of the log cannot be read.
access-log-switched-off = the log was switched off: { $why }
config-log-is-on = The access log is on: it had been switched off before social services held the file.
config-why-no-log = Why is the access log switched off?
config-no-log-needs-reason = The access log of a file that social services hold is switched off only with a reason, which is recorded.
config-no-log-hint = sisam config access_log=off --reason "…"
log-login = Login
log-command = Command
log-case = Case

### One's own settings

config-source = Set by
source-option = the command line
source-environment = the environment
source-own = you
source-system = the system
own-language = The language that sisam speaks.
own-language-choices = sv or en
own-plain = One fact a line, without frames and menus.
own-plain-choices = on or off
own-on = on
own-off = off
own-role = The role that is yours: sisam next shows its steps first.
own-role-choices = the name of a role, for example socialsekreterare
own-file = The case file that is opened.
own-file-choices = the path of a file
own-horizon = How many days ahead sisam next takes up steps.
own-horizon-choices = a number of days, 1 to 366
own-how = Change: sisam config --me KEY=VALUE. An empty value takes the setting away. The file: { $path }
own-set-but = Something else holds just now: what stands on the command line or in the environment goes before.
own-settings-no-folder = There is no folder for your own settings on this computer.
own-settings-unreadable = Your own settings ({ $path }) cannot be read: { $cause }.
own-settings-broken = Line { $line } of your own settings ({ $path }) cannot be understood.
own-settings-broken-hint = mend the line, or remove the file: then nothing of your own holds
own-settings-not-written = Your own settings ({ $path }) could not be saved: { $cause }. What held still holds.

# IT's policy.
source-policy = IT
config-set-by-policy = (set by IT)
policy-sets = Set by IT: { $keys }. The file: { $path }
policy-decides = IT has decided { $key } = { $value }. It cannot be changed here.
policy-decides-why = it stands in { $path }
policy-decides-hint = ask IT if something else is needed
policy-unreadable = IT's policy ({ $path }) cannot be read: { $cause }. Nothing has been done.
policy-broken = Line { $line } of IT's policy ({ $path }) cannot be understood. Nothing has been done.
policy-broken-hint = ask IT to mend the line: what may stand there is file, routines, language, holder, access_log and encryption
