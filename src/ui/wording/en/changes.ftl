# What is said when something has changed.
step-in-round = { $step }, round { $round }
moved-date = { $step }: { $from } → { $to } ({ $shift })
moved-standing = { $step }: { $from } → { $to }
moved-new = New: { $step }, { $to }
moved-gone = Taken away: { $step }, { $from }
moved-applies = Now { $step } applies: { $to }
error-unknown-case = There is no case { $given }.
error-ambiguous-case = { $given } could be several cases.
error-case-by-ending = “{ $given }” is the end of { $case }. Write it in full, so that it is not the wrong child.
hint-whole-case = write { $case }
case-by-ending-ask = Is { $case } the one that is meant?
error-unknown-routine = There is no routine { $given }.
error-stored-routine = The routine text the case was opened with cannot be read ({ $hash }).
hint-list = sisam list shows the cases
hint-new-case = open the first case with sisam new-case

told-code-word = Case { $case } is now called { $word }.
told-code-word-was = Back to the word before (undo does not): sisam set { $case } --code-word { $was }
code-word-unknown = { $given } is none of the code words of sisam.
code-word-unknown-why = A code word comes from a list, so that it never says anything of the child.
code-word-taken = { $given } is or was another case.
code-word-taken-why = A word that has meant another child is never given to a new one.
