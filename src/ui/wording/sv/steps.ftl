# Steg: var de står, vem som anger tiden, vad de väntar på.
step-word = Steg
step-by-title = ”{ $title }”
yes = ja
no = nej

abbreviation-bbic = Barns behov i centrum
abbreviation-ester = ett sätt att bedöma risk och skydd
abbreviation-ifo = individ- och familjeomsorgen
abbreviation-lvu = lagen om vård av unga
abbreviation-osl = offentlighets- och sekretesslagen
abbreviation-ses = centrala barn- och elevhälsan
abbreviation-sis = Statens institutionsstyrelse
abbreviation-sol = socialtjänstlagen
abbreviation-spsm = Specialpedagogiska skolmyndigheten

status-open = öppet
status-blocked = stoppat
status-waiting = väntar
status-undecided = oavgjort
status-done = klart
status-skipped = överhoppat
status-not-applicable = gäller inte

basis-source = rutin
basis-law = lag
basis-local = eget riktvärde, inte rutinens
basis-local-short = eget

routine-status-draft = utkast
routine-status-active = i bruk
routine-status-retired = ur bruk

waits-date = datum saknas: { $title }
waits-step = datum saknas: dagen för { $title }
waits-booking = bokad dag saknas: { $title }
no-school-day = ingen skoldag
depends-on-answer = svaret på: { $title }
waits-question = obesvarad fråga: { $title }
waits-trigger = startorsak saknas
waits-school-calendar = läsårsdata saknas
waits-consent = samtycke saknas
waits-requirement = kräver först: { $condition }
waits-ran-out = samtycket gällde till { $date }
waits-given-later = samtycket gavs först { $date }
not-applicable-because = gäller inte: bara vid { $condition }
not-applicable-no-date-left = gäller inte: inget datum är kvar

condition-is = svaret { $value } på ”{ $question }”
condition-is-not = ett annat svar än { $value } på ”{ $question }”
condition-at-least = { $question } är minst { $value }
condition-at-most = { $question } är högst { $value }
condition-trigger = startorsaken ”{ $title }”
condition-other-trigger = en annan startorsak än ”{ $title }”
condition-date = { $title } är känt
condition-and = och
condition-or = eller
condition-not = inte: { $condition }
condition-group = ({ $condition })
