# Rectification, destruction of records, settings and the access log.
event-redacted = the text of event { $seq } was taken out: { $reason }

usage-not-a-seq = { $given } is not the number of an event.
hint-seq = the numbers stand first on each line of sisam log CASE

redact-what = Event { $seq }, { $date }, recorded by { $who }:
redact-texts = This is taken out of the file and cannot be brought back:
redact-text = “{ $text }”
redact-ask = Take the text out?
told-redacted = The text is taken out. The history shows that it was there, who took it out and why.
redact-no-such-event = The case has no event { $seq }; the last one is { $last }.
redact-no-text = Event { $seq } has no text to take out.
redact-no-text-why = Yes and no, dates, numbers and terms are facts of the checklist. They are changed with sisam set.
redact-no-texts-at-all = No other event of the case has one either.
redact-events-with-text = there is text in event { $events }
redact-taken-out = The text of event { $seq } has been taken out already.
redact-reason-keeps-text = The reason contains what is to go.
redact-reason-keeps-text-why = The reason is kept in the history. Write it without the text itself.
redact-also-in = The same text stands in event { $events } too. It is taken out by itself.
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

purge-held-by = The file is held by: { $holder }
purge-must-go = Must be destroyed: { $count ->
    [one] one case
   *[other] { $count } cases
 }
purge-must-stay = Must stay: { $count ->
    [one] one case
   *[other] { $count } cases
 }
purge-no-rule = No known rule: { $count ->
    [one] one case
   *[other] { $count } cases
 }
purge-last-entry = Last entry
purge-day = Destroyed
purge-why = Why
purge-when = from { $from }, no later than { $by }
purge-when-come = the time has come, no later than { $by }
purge-when-passed = should have been done by { $by }
purge-why-open = The case is open.
purge-why-placed = Records about a placed child may not be destroyed.
purge-why-time = Five years after the last entry, finished the year after.
purge-why-report = A report was made. Records of a protection investigation are not destroyed before the child's 30th birthday, which the program does not know.
purge-why-school = The school destroys by its own plan.
purge-why-other = The program does not know whose rules apply.
purge-law = SoL (2025:400) 16 kap.
purge-law-report = SoL (2025:400) 16 kap. 2 a §
purge-open = { $count ->
    [one] One case is open
   *[other] { $count } cases are open
 } and not counted here.
purge-research = A case that belongs to a research sample must stay. The program does not know which do.
purge-by-hand = Nothing goes by itself. One case at a time: sisam purge CASE --reason "…"
purge-holder-unknown = It has not been said who holds the file, and the rules depend on that.
purge-holder-hint = say it once: sisam config holder=socialnamnd
purge-ask-holder = Who holds the file? The rules of destruction depend on that.
purge-is-open = Case { $case } is open.
purge-is-open-hint = close it first: sisam close { $case }
purge-must-stay-this = Case { $case } must stay.
purge-not-yet = Case { $case } may not be destroyed before { $from }. It must be done by { $by }.
purge-no-mistake = Something is done in { $case }, so it was not opened by mistake.
purge-no-mistake-hint = if what is done is wrong too, take it back first: sisam undo { $case }
purge-mistake-hint = if it was opened by mistake and is no record of a child: sisam purge { $case } --mistake --reason "…"
purge-reason-names-case = The reason contains the case's reference.
purge-reason-names-case-why = The reason is kept when the case is gone. Write it without the reference.
purge-what = The whole case is removed: { $events ->
    [one] one event
   *[other] { $events } events
 }, { $texts ->
    [one] one text
   *[other] { $texts } texts
 }. It cannot be brought back.
purge-by-mistake = Opened by mistake, no record of a child. No rule is looked at.
purge-continued-by = It is continued in { $cases }, where its reference stays.
purge-access-log = The access log still names the case: { $file }
purge-ask = Remove { $case } for ever?
told-purged = Case { $case } is gone.
told-purged-record = What stays in the file is that a case was removed: its number in the file, not its reference, its routine, the day it was opened, when, by whom and why.

config-key = Setting
config-value = Value
config-means = Means
config-choices = Choose among
config-unset = not set
config-how = To change one: sisam config KEY=VALUE. An empty value removes the setting.
config-unknown-key = There is no setting { $given }.
config-unknown-value = { $key } cannot be { $given }.
setting-holder = Who holds the file:
setting-holder-unset = Not said, so no rule of destruction is chosen.
holder-social-services = Social services
holder-school = The school
holder-other = Somebody else
setting-access-log = A log of who opens which case.
setting-access-log-unset = The log is written in a file that social services hold, otherwise not.
access-log-on = Every command writes a line to a file beside the case file.
access-log-off = No log is written.
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
config-why-no-log = Why is the access log switched off?
config-no-log-needs-reason = The access log of a file that social services hold is switched off only with a reason, which is recorded.
config-no-log-hint = sisam config access_log=off --reason "…"
log-login = Login
log-command = Command
log-case = Case
