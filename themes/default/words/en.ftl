### The words of the theme, in English: the language that has every message. One section for each page.
###
### A repository changes or adds messages in templates/words/<language>.ftl. How to write them:
### https://projectfluent.org/fluent/guide/

## Numbers, dates and lists, in the way of the language

number-thousands = ,
number-fraction = .
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-time = { $date }, { $time } UTC
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
list-comma = { ", " }
list-and = { $most } and { $last }

## Counts

count-badges = { $count ->
    [one] { $count } badge
   *[other] { $count } badges
}
count-awards = { $count ->
    [one] { $count } award
   *[other] { $count } awards
}

## Every page

nav-skip = Skip to the content
nav-main = Main
nav-badges = Badges
nav-skills = Skills
nav-people = People
nav-issuers = Issuers
nav-feed-title = { $title }: latest awards
# $date is when the site was built, $program what built it.
foot-built = Built on { $date } by { $program }. No cookies, no trackers.
foot-source = Source
foot-feed = Feed
foot-data = Data
