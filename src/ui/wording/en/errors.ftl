# Errors that belong to no area of their own.
label-error = error
label-hint = hint
error-read-write = Reading or writing failed: { $cause }
error-left = Left.
error-no-home = No folder for the case file can be found.
error-bug = Something went wrong inside sisam ({ $where }).
hint-db = name the file with --db FILE
hint-bug = what was already stored is still there; please tell whoever looks after sisam what you did
who-unknown = unknown
verbatim = { $text }

stored-all-the-same = Something has been stored already: look at the case before you do it again.
