# Dagar, tider och lediga dagar.
date = { $weekday } { $day } { $month } { $year }
date-short = { $day } { $month }
date-short-with-year = { $day } { $month } { $year }
date-in-practice = { $date } (i praktiken { $before })
date-no-later-than = senast { $date }
date-today = i dag
date-tomorrow = i morgon
date-yesterday = i går
date-ahead = om { $days } dagar
date-back = för { $days } dagar sedan
days = { $days ->
    [one] { $days } dag
   *[other] { $days } dagar
}
days-late = { $days ->
    [one] { $days } dag försenat
   *[other] { $days } dagar försenat
}
shift-none = samma dag
shift-later = { $days ->
    [one] { $days } dag senare
   *[other] { $days } dagar senare
}
shift-earlier = { $days ->
    [one] { $days } dag tidigare
   *[other] { $days } dagar tidigare
}

weekday-1 = mån
weekday-2 = tis
weekday-3 = ons
weekday-4 = tor
weekday-5 = fre
weekday-6 = lör
weekday-7 = sön

month-1 = jan
month-2 = feb
month-3 = mars
month-4 = apr
month-5 = maj
month-6 = juni
month-7 = juli
month-8 = aug
month-9 = sep
month-10 = okt
month-11 = nov
month-12 = dec

term-days = { $count ->
    [one] { $count } dag
   *[other] { $count } dagar
}
term-weeks = { $count ->
    [one] { $count } vecka
   *[other] { $count } veckor
}
term-months = { $count ->
    [one] { $count } månad
   *[other] { $count } månader
}
term-years = { $count ->
    [one] { $count } år
   *[other] { $count } år
}
term-workdays = { $count ->
    [one] { $count } arbetsdag
   *[other] { $count } arbetsdagar
}

term-schooldays = { $count ->
    [one] { $count } skoldag
   *[other] { $count } skoldagar
}

term-days-each = { $count ->
    [1] varje dag
    [2] varannan dag
    [3] var tredje dag
    [4] var fjärde dag
    [6] var sjätte dag
   *[other] var { $count }:e dag
}
term-weeks-each = { $count ->
    [1] varje vecka
    [2] varannan vecka
    [3] var tredje vecka
    [4] var fjärde vecka
    [6] var sjätte vecka
   *[other] var { $count }:e vecka
}
term-months-each = { $count ->
    [1] varje månad
    [2] varannan månad
    [3] var tredje månad
    [4] var fjärde månad
    [6] var sjätte månad
   *[other] var { $count }:e månad
}
term-years-each = { $count ->
    [1] varje år
    [2] vartannat år
    [3] vart tredje år
    [4] vart fjärde år
    [6] vart sjätte år
   *[other] vart { $count }:e år
}
term-workdays-each = { $count ->
    [1] varje arbetsdag
    [2] varannan arbetsdag
    [3] var tredje arbetsdag
    [4] var fjärde arbetsdag
    [6] var sjätte arbetsdag
   *[other] var { $count }:e arbetsdag
}
term-schooldays-each = { $count ->
    [1] varje skoldag
    [2] varannan skoldag
    [3] var tredje skoldag
    [4] var fjärde skoldag
    [6] var sjätte skoldag
   *[other] var { $count }:e skoldag
}

day-off-new-years-day = nyårsdagen
day-off-epiphany = trettondedag jul
day-off-good-friday = långfredagen
day-off-easter-day = påskdagen
day-off-easter-monday = annandag påsk
day-off-may-day = första maj
day-off-ascension-day = Kristi himmelsfärdsdag
day-off-whit-sunday = pingstdagen
day-off-whit-monday = annandag pingst
day-off-national-day = nationaldagen
day-off-midsummer-eve = midsommarafton
day-off-midsummer-day = midsommardagen
day-off-all-saints-day = alla helgons dag
day-off-christmas-eve = julafton
day-off-christmas-day = juldagen
day-off-boxing-day = annandag jul
day-off-new-years-eve = nyårsafton
day-off-no-school = en dag då skolan är stängd
day-off-saturday = lördag
day-off-sunday = söndag
