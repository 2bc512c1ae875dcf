# Backups, and back from them.
backup-nothing = There is nothing to copy: no case has been opened yet.
backup-exists = { $file } exists already. A backup is never written over anything. Nothing has been changed.
backup-same-file = { $file } is the case file itself. Nothing has been changed.
backup-folder-hint = name the folder alone, and the copy gets a free name with today's date: sisam backup { $folder }
backup-no-folder = There is no folder { $folder }. Nothing has been changed.
backup-no-folder-hint = name a folder that exists: sisam backup FOLDER
backup-done = The backup { $file } has been written and checked: { $cases } { $cases ->
    [one] case
   *[other] cases
}, { $events } { $events ->
    [one] event
   *[other] events
}. It is as sensitive as the case file.
backup-back = Back from it: sisam restore { $file }
backup-unsound = The copy did not pass its check, so it has been removed. The faults are in the case file:
backup-unsound-hint = see what can be done: sisam doctor
backup-differs = The copy does not hold the cases and events that the case file held, so it has been removed.
restore-no-file = { $file } is no file that exists. Nothing has been changed.
restore-no-file-hint = name a backup: sisam restore FILE
restore-not-a-file = { $file } is not an ordinary file. Nothing has been changed.
restore-not-a-file-hint = name a backup: sisam restore FILE
restore-same-file = { $file } is the case file itself. Nothing has been changed.
restore-same-file-hint = see whether it is sound: sisam doctor
restore-unsound = { $file } is not sound, so it is not put in the place of the case file. Nothing has been changed.
restore-unsound-hint = see all that is wrong, or try an older copy: sisam --db { $typed_file } doctor
restore-there = { $file } exists already: { $cases } { $cases ->
    [one] case
   *[other] cases
}, { $events } { $events ->
    [one] event
   *[other] events
}, latest event { $latest }.
restore-there-unreadable = { $file } exists already and cannot be read as it is.
restore-copy = { $file } holds { $cases } { $cases ->
    [one] case
   *[other] cases
}, { $events } { $events ->
    [one] event
   *[other] events
}, latest event { $latest }.
restore-no-event = none
restore-force-hint = put the copy in its place; the file as it is will be kept beside it: sisam restore { $file } --force
restore-ask = Replace the case file with the copy? The file as it is will be kept beside it.
restore-done = Restored from { $file }: { $cases } { $cases ->
    [one] case
   *[other] cases
}, { $events } { $events ->
    [one] event
   *[other] events
}.
restore-aside = The file as it was lies beside it under the name { $aside }. Remove it when it is not needed: it is as sensitive as the case file.
restore-text-is-back = Event { $seq } of { $case } had been redacted and has its text again. Do it again: sisam redact { $case } { $seq }
restore-case-is-back = { $case } had been removed and is there again. Do it again: sisam purge { $case }
restore-more-is-back = … and { $count } more that had been taken out and are there again.
told-left-by-decrypt = Beside the case file lies { $file }, which can be read without a key: a decryption was interrupted. It is removed the next time something is saved. If it is still there then, it holds something that the case file does not; look: sisam --db { $file } list

# Where files lie.
file-made = The cases lie in { $folder }. Nobody backs them up by itself: sisam backup FOLDER does.
file-made-among-others = Others may be able to read { $file }: on Windows the folder's permissions hold, and it is not within your own profile.
file-roams = The case file { $file } lies in a folder that may be copied to a server when you log off. Move it to the folder sisam in %LOCALAPPDATA% while no program has it open.
