# Det som sägs när något har ändrats.
step-in-round = { $step }, omgång { $round }
moved-date = { $step }: { $from } → { $to } ({ $shift })
moved-standing = { $step }: { $from } → { $to }
moved-new = Nytt: { $step }, { $to }
moved-gone = Tas bort: { $step }, { $from }
moved-applies = Nu gäller { $step }: { $to }
error-unknown-case = Det finns inget ärende { $given }.
error-ambiguous-case = { $given } kan vara flera ärenden.
error-case-by-ending = ”{ $given }” är slutet på { $case }. Skriv hela, så att det inte blir fel barn.
hint-whole-case = skriv { $case }
case-by-ending-ask = Är det { $case } som menas?
error-unknown-routine = Det finns ingen rutin { $given }.
error-stored-routine = Rutintexten som ärendet öppnades med går inte att läsa ({ $hash }).
hint-list = sisam lista visar ärendena
hint-new-case = öppna det första ärendet med sisam ny

told-code-word = Ärendet { $case } kallas nu { $word }.
told-code-word-was = Tillbaka till ordet före (ångra gör det inte): sisam sätt { $case } --kodord { $was }
code-word-unknown = { $given } är inget av sisams kodord.
code-word-unknown-why = Kodordet väljs ur en lista, så att det aldrig säger något om barnet.
code-word-taken = { $given } är eller var ett annat ärende.
code-word-taken-why = Ett ord som har betytt ett annat barn ges aldrig till ett nytt.
