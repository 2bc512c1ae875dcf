# Days, times and days off.
date = { $weekday } { $day } { $month } { $year }
date-short = { $day } { $month }
date-short-with-year = { $day } { $month } { $year }
date-in-practice = { $date } (in practice { $before })
date-no-later-than = by { $date }
date-today = today
date-tomorrow = tomorrow
date-yesterday = yesterday
date-ahead = in { $days } days
date-back = { $days } days ago
days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
days-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}
shift-none = the same day
shift-later = { $days ->
    [one] { $days } day later
   *[other] { $days } days later
}
shift-earlier = { $days ->
    [one] { $days } day earlier
   *[other] { $days } days earlier
}

weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun

month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = June
month-7 = July
month-8 = Aug
month-9 = Sept
month-10 = Oct
month-11 = Nov
month-12 = Dec

term-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
term-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
term-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
term-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
term-workdays = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
}

term-schooldays = { $count ->
    [one] { $count } school day
   *[other] { $count } school days
}

term-days-each = { $count ->
    [1] every day
    [2] every second day
   *[other] every { $count } days
}
term-weeks-each = { $count ->
    [1] every week
    [2] every second week
   *[other] every { $count } weeks
}
term-months-each = { $count ->
    [1] every month
    [2] every second month
   *[other] every { $count } months
}
term-years-each = { $count ->
    [1] every year
    [2] every second year
   *[other] every { $count } years
}
term-workdays-each = { $count ->
    [1] every working day
    [2] every second working day
   *[other] every { $count } working days
}
term-schooldays-each = { $count ->
    [1] every school day
    [2] every second school day
   *[other] every { $count } school days
}

day-off-new-years-day = New Year's Day
day-off-epiphany = Epiphany
day-off-good-friday = Good Friday
day-off-easter-day = Easter Day
day-off-easter-monday = Easter Monday
day-off-may-day = May Day
day-off-ascension-day = Ascension Day
day-off-whit-sunday = Whit Sunday
day-off-whit-monday = Whit Monday
day-off-national-day = the national day
day-off-midsummer-eve = Midsummer Eve
day-off-midsummer-day = Midsummer Day
day-off-all-saints-day = All Saints' Day
day-off-christmas-eve = Christmas Eve
day-off-christmas-day = Christmas Day
day-off-boxing-day = Boxing Day
day-off-new-years-eve = New Year's Eve
day-off-no-school = a day when schools are closed
day-off-saturday = Saturday
day-off-sunday = Sunday
