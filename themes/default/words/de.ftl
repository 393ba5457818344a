### The words of the theme, in German. What is not here is said in English.

## Numbers, dates and lists, in the way of the language

number-thousands = .
number-fraction = ,
date-day = { $day }. { $month } { $year }
date-month = { $month } { $year }
date-time = { $date }, { $time } Uhr UTC
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
list-comma = { ", " }
list-and = { $most } und { $last }

## Counts

count-badges = { $count ->
    [one] { $count } Abzeichen
   *[other] { $count } Abzeichen
}
count-awards = { $count ->
    [one] { $count } Verleihung
   *[other] { $count } Verleihungen
}

## Every page

nav-skip = Zum Inhalt springen
nav-main = Hauptmenü
nav-badges = Abzeichen
nav-skills = Fähigkeiten
nav-people = Personen
nav-issuers = Aussteller
nav-feed-title = { $title }: neueste Verleihungen
foot-built = Erstellt am { $date } mit { $program }. Keine Cookies, keine Tracker.
foot-source = Quelltext
foot-feed = Feed
foot-data = Daten
