# A whole case out as a file, and in again.
help-export = Writes out a whole case with its history, as one JSON file
help-export-case = The case
help-export-out = The file; without it, or with -, it is written to the screen
help-import = Takes in a case that was exported, or all of a case file
help-import-file = The file; - reads what is piped in

event-exported = exported: the whole case, { $count ->
    [one] 1 event
   *[other] { $count } events
}
event-exported-to = exported to { $file }: the whole case, { $count ->
    [one] 1 event
   *[other] { $count } events
}
told-exported = Exported to { $file }: the whole case, { $count ->
    [one] 1 event
   *[other] { $count } events
}. The log shows it.
told-exported-care = The file is not encrypted. Take as much care of it as of the case file.
told-imported = Case { $case } has been taken in with its whole history: { $count ->
    [one] 1 event
   *[other] { $count } events
}.
told-imported-newer = Case { $case } has got { $count ->
    [one] 1 newer event
   *[other] { $count } newer events
} from the file.
told-imported-nothing = The file has nothing newer of case { $case }. Nothing has been changed.
told-imported-file = Taken in from { $file }: { $new ->
    [one] 1 new case
   *[other] { $new } new cases
}, { $newer ->
    [one] 1 case with newer events
   *[other] { $newer } cases with newer events
}, { $same } with nothing newer.
told-imported-file-next = Next: sisam list
import-would = In { $file } there are: { $new ->
    [one] 1 new case
   *[other] { $new } new cases
}, { $newer ->
    [one] 1 case with newer events
   *[other] { $newer } cases with newer events
}, { $same } with nothing newer.
import-ask = Take it in?
import-encrypted = { $file } is encrypted, or no case file. Nothing has been changed.
import-encrypted-why = Cases are taken in only from a file that is not encrypted.
hint-import-encrypted = write its cases out, one by one, and take those in: sisam --db { $file } export CASE --out FILE
told-imported-next = Next: sisam show { $case }
standard-input = what was piped in
place-file-name = the file's name

usage-export-is-json = An exported case is always JSON.
hint-export-show = to read the case yourself: sisam show CASE, sisam log CASE
export-not-sound = Case { $case } is not exported: its history is not the one that was stored.
export-not-sound-why = That begins with event { $seq }. Nobody would be able to import the file.

file-is-there = { $file } is there already and is not written over.
file-unwritable = { $file } cannot be written: { $cause }
file-left = The export is recorded, but the file could not get the name { $file }. It lies whole in { $part }.
file-unconfirmed = The export is recorded and { $file } is whole, but the disk has not confirmed it. See that it is still there before you rely on it.
file-own-name = The file cannot be called { $file }.
file-own-name-why = That is what sisam and the database call what they put beside a case file, and it may be written over or removed. Nothing has been changed.
hint-name-of-its-own = choose another name, without that ending
hint-another-file = give another name: --out FILE
io-no-folder = there is no such folder
io-full = the disk is full

text-utf16 = { $file } is saved as UTF-16. Nothing has been changed.
text-utf16-hint = save the file as UTF-8; in Excel: File, Save As, the file format "CSV UTF-8 (Comma delimited)"
import-refused = { $file } is not taken in. Nothing is changed.
import-too-large = The file is larger than 64 MB, and no case is as large as that.
import-another-file = It is no case that sisam has exported.
import-cut-off = The file breaks off: its end is missing.
import-unfit = On line { $line }, at character { $column }, there is something that does not belong there.
import-newer = A newer sisam has written it: its format has version { $found }, this one knows { $ours }.
import-routine-altered = The routine's text is not the one that was exported.
import-routine-unusable = The routine in the file cannot be used with this version of sisam.
import-not-understood = Event { $seq } says something that this version of sisam does not understand.
import-missing = Event { $seq } is missing.
import-altered = Event { $seq } is not the one that was stored.
import-text-altered = A text of event { $seq } is not the one that was stored.
import-ends-elsewhere = The history does not end where the file says.
import-no-case = Event { $seq } does not follow from those before it: the events do not come to a case.
import-another-routine = The case was opened with another routine's text than the one in the file.
hint-export-anew = ask for a new file, made with: sisam export CASE --out FILE
hint-newer-program = install the newer version. Which one you have now: sisam --version
import-text-refused = Event { $seq }: { $why }
import-routine-names-somebody = The routine’s text holds a Swedish identity number, which could not be taken out afterwards.
hint-routine-number = Take the number out of the routine where the file comes from, and go on there in a new case.
import-text-gone = A text of event { $seq } is gone, and no event says that it was taken out.
import-text-stands = An event says that the text of event { $seq } was taken out, but it was not.
import-impossible = Event { $seq } cannot have been recorded like that. { $why }
import-doubtful = Event { $seq } does not look like what sisam records today. { $why }
import-more-doubtful = and { $count } more events; all are shown with: sisam doctor --format json
import-continues-unknown = The case continues { $case }, which is not in this case file.
import-goes-round = { $case } is here and itself continues the case that was to be read in: cases cannot continue each other in a circle. Nothing has been changed.
import-not-as-shipped = The routine's text is another than the one of that name and version that comes with sisam.
