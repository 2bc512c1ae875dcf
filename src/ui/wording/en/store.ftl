# The case file: what is wrong, why, and what to type next.
# $file is the file's path.

store-not-a-database = { $file } is not a case file.
store-not-a-database-why = What it holds is not a database that sisam can read. The file has not been touched.
store-not-a-database-hint = name the right file: sisam --db FILE list. If it is the right file it is damaged: take a backup back with sisam restore COPY --force

store-another-programs-file = { $file } belongs to another program.
store-another-programs-file-why = It is a database, but not one that sisam has made. The file has not been touched.
store-another-programs-file-hint = name the right file: sisam --db FILE list

store-encrypted = { $file } is encrypted, or something else altogether than a case file.
store-encrypted-why = It cannot be read without its key. The file is untouched.
store-encrypted-hint = name the key: sisam --key-file FILE list

store-encrypted-for-another-build = { $file } is probably encrypted.
store-encrypted-for-another-build-why = It looks like noise, as an encrypted case file does, and this sisam was built without encryption. The file is untouched.
store-encrypted-for-another-build-hint = ask for a sisam with encryption, or build one: cargo build --release --features encryption

store-wrong-key = The key does not fit { $file }.
store-wrong-key-why = No part of the file can be read with it. It is another file's key, or the beginning of the file is damaged. The file is untouched.
store-wrong-key-hint = give the right key or passphrase; if you are sure that it is right, take out a backup: sisam --db COPY list

store-encryption-differs = What the copy holds cannot be put into { $file }.
store-encryption-differs-why = One of them is encrypted and the other is not. Nothing has been changed.
store-encryption-differs-hint = first make the case file like the copy: sisam decrypt, or sisam encrypt

store-newer = { $file } was written by a newer sisam.
store-newer-why = The file has version { $found }; this sisam knows version { $ours }. The file has not been touched.
store-newer-hint = install the newer version. Which one you have now: sisam --version

store-needs-migration = { $file } was written by an older sisam.
store-needs-migration-why = The file has version { $found } and needs to become version { $ours }. Reading never changes the file, so that is done only when something is to be saved.
store-needs-migration-hint = it is updated, and a copy taken, when something is recorded: sisam note CASE "…" --db { $typed_file }

store-interrupted = { $file } was interrupted in the middle of a change.
store-interrupted-why = A program died while it was writing. The half-done change is taken back the next time the file is changed; nothing that was confirmed is lost.
store-interrupted-hint = record something, and the file is put right first: sisam note CASE "…" --db { $typed_file }

store-busy = { $file } is busy.
store-busy-why = Somebody else is writing to the file and did not finish while sisam waited. Nothing has been changed.
store-busy-hint = wait a moment and type the same command again

store-read-only = { $file } cannot be changed.
store-read-only-why = The file, or what it lies on, is write-protected. Nothing has been changed.
store-read-only-hint = reading works: sisam list --db { $typed_file }

store-full = There is no room to save in { $file }.
store-full-why = The disk is full. Nothing has been changed.
store-full-hint = make room and type the same command again

store-write-failed = { $file } could not be saved.
store-write-failed-why = The disk did not take it: it may be broken or disconnected, or you have reached the limit of how much you may save. Nothing is changed. The system says: { $detail }
store-write-failed-hint = make room or check the disk, then type the same command again

store-unconfirmed = It may have been saved in { $file }, but the disk has not confirmed it.
store-unconfirmed-why = The error came when everything had been written. Do not repeat the command before you have looked, or it may be done twice. The system says: { $detail }
store-unconfirmed-hint = look at what is there: sisam list --all --db { $typed_file }, then sisam log CASE --db { $typed_file }

store-own-name = A case file cannot be called { $file }.
store-own-name-why = That is what sisam and the database call what they put beside a case file, and it may be written over or removed. Nothing has been changed.
store-own-name-hint = choose another name: sisam --db FILE new-case

store-no-locks = { $file } lies where files cannot be locked.
store-no-locks-why = Without file locks two people writing at once can damage the file, so sisam leaves it alone. Some network drives are like that. Nothing is changed.
store-no-locks-hint = move the file to another disk, and name it: sisam --db FILE list

store-not-permitted = { $file } may not be opened.
store-not-permitted-why = The system does not give you the right to the file or its folder. Nothing has been changed.
store-not-permitted-hint = ask for the right to the folder, or name another file: sisam --db FILE list

store-no-such-place = { $file } cannot be used as a case file.
store-no-such-place-why = The folder does not exist, or it is something else than a file.
store-no-such-place-hint = name another file: sisam --db FILE list

store-not-a-file = { $path } is not an ordinary file.
store-not-a-file-why = It is a pipe, a device or something of the kind, and sisam reads no cases from that. Nothing has been changed.
store-not-a-file-hint = name the right file: sisam --db FILE list

store-log-beside = { $file } has been set by another program so that even reading writes.
store-log-beside-why = The file is in SQLite's WAL mode, with a log beside it. Reading never changes the file, so the mode is set back only when something is to be saved.
store-log-beside-hint = record something, and the file is put in order first: sisam note CASE "…" --db { $typed_file }

store-foreign-rule = { $file } has been altered by another program.
store-foreign-rule-why = The database has “{ $name }”, which is not as sisam makes it. What it does when something is read or saved cannot be known. The file is untouched.
store-foreign-rule-hint = see what has been changed: sisam doctor --db { $typed_file }; put it right: sisam doctor --repair --db { $typed_file }

store-duplicate-reference = The case { $reference } exists already.
store-duplicate-reference-why = A reference can be used only once. Nothing has been changed.
store-duplicate-reference-hint = see the case: sisam show { $reference }

store-history-departs = The case { $reference } exists already, and its history in the file is another from event { $seq } on.
store-history-departs-why = To a case that exists only whole changes that are newer are added, when the file's history begins with all of the one that is here. Nothing has been changed.
store-history-departs-hint = see the case: sisam show { $reference }, sisam log { $reference }

store-no-such-case = There is no case { $reference }.
store-no-such-case-why = No reference in { $file } matches.
store-no-such-case-hint = see which there are: sisam list --all

store-history-moved-on = Somebody else was first.
store-history-moved-on-why = The case has changed since it was read: the next event should have number { $expected }, not { $found }. Nothing has been changed.
store-history-moved-on-hint = type the same command again

store-unreadable-event = An event in { $file } cannot be understood.
store-unreadable-event-why = Event { $seq } of case number { $case } is damaged, or was written by a newer sisam.
store-unreadable-event-hint = see what is wrong and what can be done: sisam doctor --db { $typed_file }

store-unreadable-row = A row in { $file } cannot be understood.
store-unreadable-row-why = Row { $ordinal } of case number { $case } is damaged. It can be rebuilt from the case's history.
store-unreadable-row-hint = rebuild it, the history is whole: sisam doctor --repair --db { $typed_file }

store-damaged = { $file } is damaged.
store-damaged-why = The database says: { $detail }
store-damaged-hint = see what is wrong: sisam doctor --db { $typed_file }. Back from a backup: sisam restore COPY --force

store-other = Something went wrong with { $file }.
store-other-why = The system says: { $detail }
store-other-hint = see whether the file is sound: sisam doctor --db { $typed_file }
store-identity-number = What the file’s own log was to hold contains a Swedish identity number.
store-identity-number-why = The log stays when cases are removed. Nothing is stored.
store-identity-number-hint = write it without the number; if it stands in a path, rename the folder or file
