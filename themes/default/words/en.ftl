### The words of the theme, in English: the language that has every message. One section for each page.
###
### A repository changes or adds messages in templates/words/<language>.ftl. How to write them:
### https://projectfluent.org/fluent/guide/

## Numbers, dates and lists, in the way of the language

number-thousands = ,
number = { $count }
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

## What an award is worth

verdict-valid = Valid
verdict-expiring = Valid, expires soon
verdict-not-yet-valid = Not valid yet
verdict-expired = Expired
verdict-suspended = Suspended
verdict-revoked = Revoked
verdict-invalid = Not genuine
verdict-unchecked = Could not be checked
stamp-unchecked = Not checked
verdict-only = { $verdict }.
verdict-expires-on = Valid, and expires on { $date }.
verdict-not-before = Not valid before { $date }.
verdict-expired-on = Expired on { $date }.
verdict-revoked-on = Revoked on { $date }.

## The page of an award

award-title-named = { $badge }, awarded to { $recipient }
award-title = { $badge }, an award by { $issuer }
award-about = { $verdict } { $badge }, awarded to { $recipient } by { $issuer } on { $date }; checked on { $checked }.
award-sentence = { $badge }, awarded to { $recipient } by { $issuer } on { $date }; { $checked }.
award-checked = checked at build on { $date }
award-to = Awarded to
award-by = By
award-on = On
award-from = Valid from
award-until = Valid until
award-picture = { $badge } badge, awarded by { $issuer }
recipient-email = a recipient who is identified by a protected e-mail address
recipient-email-fact = Not named; known by a protected e-mail address
award-check-button = Check it yourself
award-holder = Is this yours?
award-criteria = What it took
award-changed = These are the words as they were signed. Since then { $definition } has changed: { $parts }.
award-changed-link = the badge's definition
changed-name = name
changed-description = description
changed-criteria = criteria
changed-type = type
changed-skills = skills
changed-alignments = alignments
changed-version = version
changed-results = results
changed-other = other details
criteria-more = More about the criteria
award-narrative = How it was earned
award-evidence = Evidence
award-review = Who decided
evidence-unnamed = Evidence
evidence-audience = For { $audience }
award-skills = Skills
award-check = Check it yourself
award-built = This is what was checked when the page was built, on { $date }. None of it is typed by hand.
# $desk is a link, $command what to type.
award-meaning = In your browser this page checks one of the two signatures, the one over the text (eddsa-jcs-2022). The other one, over the meaning (eddsa-rdfc-2022), was checked when the page was built; { $desk } and { $command } check it anew.
award-meaning-desk = the desk of this site
award-doubt = You need not take this page's word for it. Download the credential and give it to any verifier of Open Badges 3.0, or run { $command } on your own machine.
check-document = Document
check-issuer = Issuer and key
check-proof-rdfc = Signature over the meaning (eddsa-rdfc-2022)
check-proof-jcs = Signature over the text (eddsa-jcs-2022)
check-status = Status
check-dates = Dates
check-recipient = Recipient
check-passed = Passed
check-attention = Note
check-failed = Failed
check-unknown = Not checked
check-absent = Absent
check-row = { $question }: { $outcome }.
check-dates-ended = { $begun ->
    [yes] It began on { $from } and ended on { $until }
   *[no] It begins on { $from } and ended on { $until }
}
check-dates-ends = { $begun ->
    [yes] It began on { $from } and ends on { $until }
   *[no] It begins on { $from } and ends on { $until }
}
check-dates-open = { $begun ->
    [yes] It began on { $from } and has no end
   *[no] It begins on { $from } and has no end
}
download-credential = Signed credential (JSON)
download-credential-for = Open Badges 3.0, byte for byte as it was signed. Keep this one: it can be checked without this site.
download-png = Picture with the credential inside (PNG)
download-png-for = For badge wallets and backpacks. Phones and chat programs strip what is inside.
download-svg = Picture with the credential inside (SVG)
download-svg-for = The same, sharp at every size.
holder-linkedin = Add to LinkedIn profile
holder-linkedin-empty = LinkedIn left the form empty? Copy the values
holder-about = For the person who earned it: ways to show it where others will look.
holder-share = Tell others
holder-words = The words, to copy: LinkedIn takes none along
share-text = I have earned the badge “{ $badge }”, awarded by { $issuer }.
share-subject = A badge: { $badge }
share-linkedin = LinkedIn
share-mastodon = Mastodon
share-bluesky = Bluesky
share-email = E-mail
holder-place = Put it somewhere
holder-signature = In an e-mail signature
holder-signature-plain = As plain text
holder-signature-source = As HTML
signature-line = { $badge }, awarded by { $issuer }
holder-frame = On a web page: a card that stays true
holder-frame-about = The card comes from this site each time it is shown. Should the award expire or be revoked, it says so.
holder-picture = On a web page: a picture with a link
holder-picture-about = Works everywhere, and leads to this page. The picture itself does not change.
holder-markdown = In a README (Markdown)
holder-resume = In a CV (JSON Resume)
holder-resume-about = An entry for the list “certificates”.
holder-qr = QR code
holder-qr-about = For slides and posters: it leads to this page.
holder-qr-save = Save as SVG
holder-files = Files to keep
copy = Copy
copy-rich = Copy with the picture
copy-done = Copied
copy-failed = Selected: copy it yourself
award-download = Download the signed credential
embed-about = Awarded to { $recipient } by { $issuer } on { $date }.
embed-checked = Checked on { $date }.
embed-open = Check it now
holder-print = Printing this page gives a certificate on one sheet.
linkedin-name = Name
linkedin-organization = Issuing organization
linkedin-issued = Issue date
linkedin-expires = Expiration date
linkedin-id = Credential ID
linkedin-url = Credential URL
award-ask = Is it this person?
award-ask-label = E-mail address or profile address
award-ask-note = It is compared here, in your browser, and sent to nobody.
award-ask-button = Compare
award-issuer = Who awarded it
award-vouches = Whoever controls { $domain } vouches for this issuer: the signature was made with a key that is published there.
award-history = History
history-nominated = Nominated
history-awarded = Awarded
history-signed = Signed and entered in the issuer's ledger
history-revoked = Revoked
history-reinstated = Reinstated
history-renewed = Renewed
history-resealed = Signed anew, unchanged
history-corrected = Superseded by another award
history-entry = { $what }: { $reason }
award-file = The signed file in the repository
award-report = Report a mistake
report-title = Mistake in award { $id }
report-body = What is wrong:
award-id = Award { $id }
paper-checked = { $verdict } Checked on { $date }.
paper-printed = Printed on { $date }.
# $url is the address of the award's page.
paper-more = There is more of this on the page: { $url }
paper-scan = Scan to check it again.
document-credential = Open Badges 3.0 credential
document-assertion = Open Badges 2.0 assertion
document-achievement = Open Badges 3.0 achievement
document-badge = Open Badges 2.0 badge class
document-profile = Open Badges 3.0 profile
document-issuer = Open Badges 2.0 issuer
document-did = DID document
document-feed = Latest awards
document-data = The gallery as data

## Facts

fact-assessed-by = Assessed by
fact-role = Role
fact-from = From
fact-until = Until
fact-term = Term
fact-credits = Credits
fact-licence = Licence number
fact-valid-until = Valid until
fact-valid-for = Valid for
fact-level = Level
fact-takes = Takes about
fact-field = Field of study
fact-specialization = Specialization
fact-code = Code
fact-version = Version
fact-language = Language
fact-one-of = One of
fact-least = Least
fact-most = Most
fact-required = Required
fact-part-of = Part of
fact-registered = Registered as
span-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
span-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
span-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
span-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
span-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
span-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
scale-range = on a scale from { $min } to { $max }
scale-most = of at most { $max }
scale-least = of at least { $min }
scale-required = { $value } required
result-reported = Reported
result-unnamed = Result
result-status-Completed = Completed
result-status-Enrolled = Enrolled
result-status-Failed = Failed
result-status-InProgress = In progress
result-status-OnHold = On hold
result-status-Provisional = Provisional
result-status-Withdrew = Withdrew

## Kinds of achievements (Open Badges 3.0, AchievementType)

type-Achievement = Achievement
type-ApprenticeshipCertificate = Apprenticeship certificate
type-Assessment = Assessment
type-Assignment = Assignment
type-AssociateDegree = Associate degree
type-Award = Award
type-Badge = Badge
type-BachelorDegree = Bachelor degree
type-Certificate = Certificate
type-CertificateOfCompletion = Certificate of completion
type-Certification = Certification
type-CommunityService = Community service
type-Competency = Competency
type-Course = Course
type-CoCurricular = Co-curricular activity
type-Degree = Degree
type-Diploma = Diploma
type-DoctoralDegree = Doctoral degree
type-Fieldwork = Fieldwork
type-GeneralEducationDevelopment = General educational development
type-JourneymanCertificate = Journeyman certificate
type-LearningProgram = Learning program
type-License = License
type-Membership = Membership
type-ProfessionalDoctorate = Professional doctorate
type-QualityAssuranceCredential = Quality assurance credential
type-MasterCertificate = Master certificate
type-MasterDegree = Master degree
type-MicroCredential = Micro-credential
type-ResearchDoctorate = Research doctorate
type-SecondarySchoolDiploma = Secondary school diploma

## The page of a badge

badge-retired = Retired on { $date }.
badge-retired-note = No new awards are made; those that were made keep their worth.
badge-by = Awarded by
badge-awarded = Awarded
badge-times = { $count ->
    [one] once
   *[other] { $count } times
}
badge-first = First
badge-latest = Latest
badge-criteria = How to earn it
badge-results = What is measured
badge-points = { $points } points
badge-awards = Awards
badge-none = Nobody has earned it yet. Somebody will be the first.
badge-related = Related badges
badge-machines = For machines
badge-source = The definition in the repository
card-retired = Retired
card-never = Not awarded yet
card-times = { $count ->
    [one] Awarded once
   *[other] Awarded { $count } times
}
card-unnamed = A recipient who is not named
card-who-when = { $who }, { $when }
pager-label = Pages of this list
pager-previous = Previous
pager-next = Next
pager-where = Page { $number } of { $of }

## Issuers

issuer-about = { $issuer } awards badges on { $site }.
issuers-about = Who awards the badges of { $site }.
issuer-kicker = Issuer
issuer-badges = Badges
issuer-none = No badges yet.
issuer-trust = Why believe it is them
issuer-vouches = Whoever controls { $domain } vouches for this issuer: its keys are published there, and every award is signed with one of them.
issuer-did = DID
issuer-since = Awarding since
issuer-awards = Awards made
issuer-record = Every decision on record at
issuer-keys = Keys
issuer-machines = For machines
key-compromised = compromised since { $date }; nothing signed from then on counts
key-retired = signed until { $date }
key-future = signs from { $date }
key-current = signs since { $date }
key-today = signs today
list-counts = { $badges }, { $awards }

## People

people-about = People who agreed to be named on { $site }.
people-lead = They agreed to be named here. Others earned badges too, and keep to themselves.
people-none = Nobody yet.
person-about = Badges that { $person } earned, on { $site }.
person-since = { $badges } since { $date }
person-awards = Awards
person-none = No awards yet.

## Skills

skills-about = The skills that badges of { $site } prove.
skills-none = No badge names a skill yet.
skill-about = Badges of { $site } that prove “{ $skill }”.
skill-unproved = Nobody has proved it here yet.
skill-proved = { $count ->
    [one] Proved once, by one of these badges.
   *[other] Proved { $count } times, by these badges.
}
skill-badges = Badges that prove it
skill-people = People who proved it lately
skill-never = not awarded yet
skill-times = { $count ->
    [one] awarded once
   *[other] awarded { $count } times
}

## An award that was erased

erased-title = An award that was erased
erased-about = This award was erased. Nothing about it is kept here.
erased-verdict = This award was erased on { $date }. Nothing about it or its recipient is kept here.
erased-why = People may ask for what concerns them to be removed. The address stays, so that it can never stand for something else.
erased-badges = See the badges

## An address that is not there

missing-title = Page not found
missing-about = There is no page at this address.
missing-heading = There is no page here
missing-lead = Addresses of awards never change. If somebody gave you this one, it may have been cut short: an award's address ends in 20 letters and digits.
missing-all = See all badges
missing-perhaps = Perhaps one of these?

## The gallery

gallery-title = Badges, page { $page }
hero-badges = { $count ->
    [one] { $number } badge
   *[other] { $number } badges
}
hero-issuers = { $count ->
    [one] { $number } issuer
   *[other] { $number } issuers
}
hero-awards = { $count ->
    [0] { $number } awards so far
    [one] { $number } award, signed and checked
   *[other] { $number } awards, each signed and checked
}
gallery-badges = Badges
gallery-none = There are no badges yet. The first one is a single file in { $folder }.
gallery-latest = Latest awards

## The feed

feed-title = { $badge } was awarded
feed-summary = Awarded by { $issuer } on { $date }.

## The gallery, its search, and plain pages that do the same

gallery-empty = There are no badges here yet. Good things take a moment.
search-title = Search the gallery
search-label = What would you like to learn, or whom are you looking for?
search-go = Search
search-filters = Filters
search-any = Any
search-type = Type
search-level = Level
search-skill = Skill
search-issuer = Issuer
search-year = Awarded in
search-open = Open to earn
search-open-yes = Open to earn
search-open-no = Retired
search-clear = Clear everything
search-found = { $count ->
    [0] Nothing found.
    [one] { $count } found.
   *[other] { $count } found.
}
search-loading = Looking …
search-failed = The search could not be loaded. Everything can be found below, too.
search-none = Nothing fits all of that. Try a shorter word, or take away a filter.
search-more = Show more
browse-title = Browse
shelves-types = Types
shelves-years = Years
shelves-empty = Nothing has been awarded yet. The first time will be something to celebrate.
shelf-type = { $count ->
    [0] Badges of this type. None of them was awarded yet.
    [one] Badges of this type, awarded once so far.
   *[other] Badges of this type, awarded { $count } times so far.
}
shelf-year = { $count ->
    [one] One award was made in this year.
   *[other] { $count } awards were made in this year, of these badges.
}
shelf-other-types = Other types
shelf-other-years = Other years

## Somebody's page

person-cv = One link for a CV
person-cv-said = This address stays. Whoever follows it sees every award as it is on that day.
person-consent = Agreed to be named:

## How verification works

how-title = How verification works
how-lead = { $count ->
    [one] The award on this site was checked when the page was built, and is checked again in your own browser. Here is what that means.
   *[other] All { $count } awards on this site were checked when the pages were built, and each is checked again in your own browser. Here is what that means.
}
how-checked = What is checked
how-checked-1 = Nothing was changed: the award carries two digital signatures over every word of it. If one letter were different, they would not hold.
how-checked-2 = It is from whom it says: the key that signed it is one of those which the issuer publishes under { $domain }, and it was allowed to sign on that day.
how-checked-3 = It was not taken back: the issuer keeps a signed list of revoked awards, and the list is read and its own signature checked.
how-checked-4 = It is in time: the date from which it is valid has come, and the date on which it ends has not.
how-checked-5 = The page says what was signed: your browser compares the words you see with the signed ones.
how-means = What a green result means
how-means-1 = Whoever controls { $domain } made exactly this award, and stands by it now.
how-means-2 = “Could not be checked” is an answer of its own, and is never green: your browser may be offline, or too old.
how-not = What it does not mean
how-not-1 = It does not say that the issuer is wise or well known. Look at who they are, and at what they ask for.
how-not-2 = It does not say that the person before you is the recipient. On the award's page you can compare an e-mail or profile address with the one that was signed; nothing you type leaves your browser.
how-not-3 = It does not say that the linked evidence is still there. It belongs to others.
how-not-4 = A copy of this page on another site proves nothing. Look at the address: it must begin with { $domain }.
how-yourself = What anybody can do without us
how-yourself-1 = Download the credential from the award's page. It is an Open Badges 3.0 document, signed by the methods eddsa-rdfc-2022 and eddsa-jcs-2022 of the W3C.
how-yourself-2 = Give it to any verifier that knows Open Badges 3.0, or check it on your own computer:
how-source = What your browser runs to check an award is written to be read: here is its { $source }, with comments.
how-source-link = source
how-problem = When something is wrong
how-problem-1 = Every award's page has a link to report a mistake. An award that was wrong is revoked, with date and reason, and its page stays and says so.
card-latest = Latest:
missing-report = Report the broken link
missing-report-title = A link that leads nowhere
missing-report-body = The link, and where it was found:


## Judging credentials: the sentences of `accolade verify`, of award pages and of their script


# What is asked.
judge-page = This page
judge-document = Document
judge-issuer = Issuer and key
judge-proof = Signature over the text (eddsa-jcs-2022)
judge-status = Revocation
judge-dates = Dates
judge-definition = Definition of the badge
judge-recipient = Recipient
# What was found.
judge-passed = Passed
judge-attention = Note
judge-failed = Failed
judge-unknown = Not checked
judge-absent = Absent

# The sentence on top.
judge-valid = Valid.
judge-expiring = Valid, and expires on { $v0 }.
judge-not-yet-valid = Not valid before { $v0 }.
judge-expired = Expired on { $v0 }.
judge-suspended = Suspended.
judge-revoked = Revoked.
judge-invalid = Not genuine.
judge-unchecked = Could not be checked.
judge-altered = This page is not what was signed.
judge-stamp-not-yet-valid = Not valid yet
judge-stamp-expired = Expired
judge-stamp-suspended = Suspended
judge-stamp-revoked = Revoked
judge-stamp-invalid = Not genuine
judge-stamp-unchecked = Not checked

# The desk.
judge-now = checked in your browser at { $v0 }
judge-now-card = Checked in your browser at { $v0 }.
judge-working = Your browser is checking …
judge-intro = Your browser checked this itself on { $v0 } at { $v1 }, with what { $v2 } serves now. Nothing of it was decided beforehand.
judge-again = Check again
judge-built = What was checked when the page was built
judge-built-still = It could not be checked now: { $v0 }.
judge-built-said = { $v0 }. When the page was built, on { $v1 }, it said: { $v2 }
judge-paper = { $v0 } Checked on { $v1 } UTC.
judge-evidence = Evidence
judge-framed = You see this page inside another one, which could cover or change what you see.
judge-alone = Open it on its own to be sure
judge-original = Go to the original

# This page.
judge-page-same = Everything that the page says of this award is what was signed
judge-page-named = The page says what was signed, and one thing more: that the recipient is “{ $v0 }”. For that name this site vouches, not the signature
judge-page-other = The page says “{ $v0 }”, which is not what was signed
judge-page-lacks = The page leaves out what was signed: { $v0 }
judge-page-close = The page words “{ $v0 }” in a way that could not be compared with what was signed
judge-page-file = This page was opened from a file, and browsers let no such page read the files beside it. It says what was true when it was built, and nothing later
judge-page-copy = This is a copy at { $v0 }. The award was signed for { $v1 }, and only that place can say what it is worth now
judge-page-former = The page says what was signed when this site was at { $v0 }
judge-page-preview = This is a preview, served by this computer, and says what was signed. What counts for others is { $v0 }
judge-page-moved = This is the page of another award than the one that was signed: `{ $v0 }`

# Reading a document.
judge-offline = your browser is offline
judge-unreachable = { $v0 } did not answer
judge-answered = { $v0 } answered with the error { $v1 }
judge-redirected = { $v0 } sends elsewhere
judge-elsewhere = it lies at `{ $v0 }`, and this page asks nobody but its own site
judge-not-json = what lies there is not JSON
judge-not-utf8 = what lies there is not text
judge-twice = a name occurs twice in one object
judge-deep = nested deeper than 64 levels
judge-old-browser = this browser cannot check Ed25519 signatures; a newer one can
judge-no-crypto = browsers check signatures only on pages that came over HTTPS
judge-copy = they were taken from this copy, whose keeper could have changed them

# Document.
judge-words-unread = the words of this page did not load, or are not those that it was built with
judge-document-unread = The signed credential could not be read: { $v0 }
judge-document-bad = The document is not as it has to be: { $v0 }
judge-document-good = The document is an Open Badges 3.0 credential
judge-document-endorsed = The document is an Open Badges 3.0 credential; the endorsements that it carries were not checked
judge-document-older = The document is not understood: it is of the older form, Verifiable Credentials 1.1
judge-no-object = it is not a JSON object
judge-no-type = its `type` is not `{ $v0 }`
judge-no-context = its `@context` is not as it has to be
judge-lacks = it has no `{ $v0 }`
judge-no-address = `{ $v0 }` is not an absolute address
judge-wrong-type = the `type` of `{ $v0 }` is not `{ $v1 }`

# Issuer.
judge-issuer-good = The issuer `{ $v0 }` is known, and the key is one of its keys
judge-issuer-unknown = The keys of the issuer `{ $v0 }` are not known: { $v1 }
judge-issuer-none = The issuer cannot be asked: the document does not name it
judge-key-foreign = The key `{ $v0 }` does not belong to the issuer `{ $v1 }`
judge-key-unlisted = The issuer `{ $v0 }` does not list the key `{ $v1 }`
judge-key-undated = The key { $v0 } may sign for a limited time, and the proof does not say when it was made
judge-key-compromised = The key { $v0 } was not safe any more when this was signed: it counts as compromised since { $v1 }
judge-key-ended = The key { $v0 } ended on { $v1 }, before this was signed
judge-key-later-compromised = The issuer lists the key { $v0 }; it counts as compromised since { $v1 }, and this was signed before
judge-key-later-ended = The issuer lists the key { $v0 }, which signed this in its time and was retired on { $v1 }
judge-did-other = the DID document is about `{ $v0 }`, not about `{ $v1 }`
judge-did-no-id = the DID document has no `id`
judge-did-no-array = `{ $v0 }` of the DID document is not an array
judge-did-more = `{ $v0 }` of the DID document holds more than it may
judge-did-twice = the DID document lists `{ $v0 }` twice
judge-did-foreign = the key `{ $v0 }` does not belong to `{ $v1 }`
judge-did-controller = the key `{ $v0 }` has another controller than `{ $v1 }`
judge-did-key = the key `{ $v0 }` cannot be used: it is not an Ed25519 key
judge-did-weak = the key `{ $v0 }` cannot be used: it is a key of small order, under which anything verifies
judge-did-date = `{ $v0 }` of `{ $v1 }` is not a date-time
judge-did-web = `{ $v0 }` is not a did:web

# Proof.
judge-proof-flawed = The { $v0 } proof { $v1 }
judge-proof-none = The document carries no proof at all
judge-proof-set = The document does not carry exactly an eddsa-rdfc-2022 proof and then an eddsa-jcs-2022 proof, as all documents of this issuer do
judge-proof-changed = something was changed after signing, or it was signed with another key
judge-proof-context = the document has contexts that it does not cover
judge-proof-expired = it expired on { $v0 }
judge-proof-no-key = there is no key of the issuer to check it with
judge-proof-lacks = has no `{ $v0 }`
judge-proof-text = has a `{ $v0 }` that is not text
judge-proof-purpose = is for the purpose `{ $v0 }`, not for `assertionMethod`
judge-proof-date = has a bad `{ $v0 }`: `{ $v1 }` is no date-time with a zone, such as 2026-05-04T18:30:00Z
judge-proof-value = has a `proofValue` that is not `z` and 64 bytes in base58
judge-proof-occasion = was made for one occasion: it has a `{ $v0 }`
judge-proof-member = has a member `{ $v0 }` that is not expected

# Status.
judge-status-none = It names no status list, so it cannot be revoked
judge-status-unread = Its status cannot be understood: `credentialStatus` is not as it has to be
judge-status-kind = Its status is of the kind `{ $v0 }`, which is not understood here
judge-status-clear = It is not revoked: its status list is genuine and has nothing against it
judge-status-revoked = It is revoked: the entry in its status list is set
judge-status-suspended = It is suspended: the entry in its status list is set
judge-status-missing = Its status list `{ $v0 }` is not at hand: { $v1 }
judge-status-list = Its status list `{ $v0 }` { $v1 }
judge-status-by = Its status list is by another, `{ $v0 }`, and nothing says that it may be
judge-status-purpose = Its status list is for the purpose `{ $v0 }`, not `{ $v1 }`
judge-status-short = Its status list has no entry { $v0 }
judge-list-other = says that it is `{ $v0 }`
judge-list-type = is not of the type `BitstringStatusListCredential`
judge-list-lacks = has no `{ $v0 }`
judge-list-encoding = cannot be read: the list is not base64url of gzip, or is damaged
judge-list-long = cannot be read: the list is longer than 16 MiB
judge-list-bits = cannot be read: the list has { $v0 } bits, fewer than the 131,072 of the standard
judge-list-untrusted = cannot be trusted: { $v0 }
judge-list-unused = cannot be used: { $v0 }

# Dates.
judge-dates-bad = The dates cannot be understood: { $v0 }
judge-dates-order = `validUntil` is before `validFrom`
judge-dates-stamp = `{ $v0 }` is no date-time with a zone
judge-dates-expired = It expired on { $v0 }
judge-dates-begins = It begins on { $v0 }
judge-dates-within = It is valid from { $v0 } until { $v1 }
judge-dates-soon = It is valid from { $v0 } until { $v1 }, which is soon
judge-dates-open = It is valid since { $v0 }, without an end

# Definition.
judge-definition-same = The badge is defined today as it was signed
judge-definition-changed = Since it was signed, the definition of the badge has changed: { $v0 }. The award keeps the words that were signed
judge-definition-unread = The definition of the badge as it is today could not be read: { $v0 }
judge-definition-other = what lies there is another badge

# Recipient.
judge-about-passed = Match: it was awarded to `{ $v0 }`
judge-about-failed = No match: it was not awarded to `{ $v0 }`
judge-about-unknown = Cannot be told: whether it is about `{ $v0 }` is hidden behind a hash that is not understood here
judge-about-email = Cannot be told: it was awarded to an e-mail address, and `{ $v0 }` is none
judge-about-profile = Cannot be told: it was awarded to the address of a profile, and `{ $v0 }` is none
judge-about-did = Cannot be told: it was awarded to a DID, and `{ $v0 }` is none
judge-about-none = Cannot be told: what was signed about the recipient is nothing that `{ $v0 }` could be compared with
judge-about-but = But mind what stands on top: { $v0 }

# What the desk's script says beyond that, of any issuer's documents.
judge-proof-rdfc = Signature over the meaning (eddsa-rdfc-2022)
judge-any-number = `{ $v0 }` is { $v1 }: only whole numbers below 2^53 are canonicalised alike everywhere
judge-any-alike = it holds nodes without an `id` that cannot be told apart by what they say: give each an `id`, or leave one out
judge-any-work = the document holds too many nodes without an `id` that look alike to put them in an order
judge-any-undefined = `{ $v0 }` is not defined by any context
judge-any-relative = `{ $v0 }` is not an absolute address
judge-any-json-ld = it is no JSON-LD that can be signed ({ $v0 })
judge-any-stranger = The key is one of the issuer `{ $v0 }`, who is not of this site. That they are who they say, only { $v1 } vouches for: whoever controls that address made the keys
judge-any-not-asked = { $v0 } was not asked yet, since asking tells it that somebody looks at this badge
judge-any-no-address = `{ $v0 }` is not an address that can be asked
judge-hosted = As the site serves it
judge-any-hosted = The Open Badges 2.0 assertion is what this site serves now at `{ $v0 }`
judge-any-hosted-other = This site serves another assertion now at `{ $v0 }`
judge-any-hosted-gone = This site says that the assertion `{ $v0 }` is revoked
judge-any-hosted-missing = The assertion could not be compared with what this site serves: { $v0 }
judge-any-hosted-elsewhere = It is an Open Badges 2.0 assertion of another site, `{ $v0 }`. Such assertions carry no signature: look at that address
judge-any-jwt = It is a credential in the form of a JSON Web Token (VC-JWT), which is not checked here
judge-find-png = The PNG is damaged: a checksum does not fit, or it ends too early
judge-find-svg = The SVG is damaged: it is no XML
judge-find-doctype = The SVG defines entities, which no baked badge needs: it was not read
judge-find-twice = The picture carries two badges of one kind
judge-find-compressed = The credential in the picture is compressed, which the standard forbids
judge-find-unbaked = The picture carries no badge. Phones and chat programs strip what is inside: ask for the original file
judge-find-large = The file is larger than 8 MiB
judge-find-kind = The file is neither text nor a PNG

# Words of pages' scripts.
judge-about-unread = Cannot be told: the signed credential could not be read
judge-evidence-compared = Compared with
judge-evidence-did-document = DID document
judge-evidence-hash-document = SHA-256 of the document
judge-evidence-hash-proof = SHA-256 of the proof configuration
judge-evidence-list = Status list
judge-evidence-index = Index
judge-evidence-bit = Bit
judge-evidence-list-signed = Status list signed on
judge-evidence-clock = Your clock
judge-evidence-badge = Definition of the badge
judge-evidence-address = Address

# What the command line says beyond that, of any issuer's documents.
judge-any-document = The document is an Open Badges 3.0 credential, and every term in it is defined
judge-any-endorsement = The document is an Open Badges 3.0 endorsement, and every term in it is defined
judge-any-list = The document is a status list, and every term in it is defined
judge-any-not-understood = The document is not understood: { $v0 }
judge-any-older = it is of the older form, Verifiable Credentials 1.1
judge-any-own-context = it brings a context of its own
judge-any-context = its context `{ $v0 }` is not known here
judge-any-first-context = its first `@context` is not `{ $v0 }`
judge-any-second-context = its second `@context` is not that of Open Badges 3.0
judge-any-no-object = its `{ $v0 }` is not an object
judge-any-identifiers = `credentialSubject.identifier` is not an array of objects
judge-any-not-text = `{ $v0 }` is not text
judge-any-stamp = `{ $v0 }` is wrong: `{ $v1 }` is no date-time with a zone, such as 2026-05-04T18:30:00Z
judge-any-by-key = The issuer `{ $v0 }` is only a key: that they are who they say, nobody vouches for
judge-any-claimed = It claims to be an award of this site, and none of its issuers signed it
judge-any-key-begins = The key { $v0 } began on { $v1 }, after this was signed
judge-any-keys = its DID document is not at hand
judge-any-did-object = the DID document is not a JSON object
judge-any-did-method = a verification method of the DID document has no `id`
judge-any-did-no-key = `{ $v0 }` is not a did:key
judge-any-foreign = No proof of the document is understood here: it is of the kind `{ $v0 }`
judge-any-absent = The document carries no { $v0 } proof
judge-any-good = The { $v0 } proof holds: signed with the key { $v1 } on { $v2 }
judge-any-undated = The { $v0 } proof holds: signed with the key { $v1 }
judge-any-and-beside = { $v0 }; a further proof, of the kind `{ $v1 }`, was passed over
judge-any-and-added = { $v0 }; contexts were added to the document afterwards
judge-any-bad = The { $v0 } proof does not hold: { $v1 }
judge-any-unchecked = The { $v0 } proof could not be checked: { $v1 }
judge-any-flawed = A proof of the document { $v0 }
judge-any-proof-context = its `@context` is not that of the document
judge-any-proof-object = is not an object
judge-any-proof-member = has the member `{ $v0 }`, which is not plain text
judge-any-previous-id = has a `previousProof` that is not an id
judge-any-previous-gone = it builds upon the proof `{ $v0 }`, which is not there
judge-any-previous-twice = it builds upon the proof `{ $v0 }`, of which there are two
judge-any-status = Its status cannot be understood: `credentialStatus` { $v0 }
judge-any-status-object = is not an object
judge-any-status-others = holds something that is not an object
judge-any-status-text = has a `{ $v0 }` that is not text
judge-any-status-lacks = has no `{ $v0 }`
judge-any-status-id = has the `id` of the list itself
judge-any-status-size = has a `statusSize` other than 1, which revocation and suspension do not know
judge-any-status-index = has the `statusListIndex` `{ $v0 }`, which is not a number
judge-any-news = It is not revoked; its status lists may have further news, which were not read
judge-any-revoked = It was revoked on { $v0 }: { $v1 }
judge-any-list-nowhere = it was not given
judge-any-list-missing = is missing
judge-any-list-unread = cannot be read: { $v0 }
judge-any-list-issuer = is by `{ $v0 }`, not by `{ $v1 }`
judge-any-list-subject = has a subject that is not of the type `BitstringStatusList`
judge-any-told = { $v0 }
judge-any-not-ours = it is no issuer of this repository
judge-any-not-here = it is not in this repository
judge-any-no-credential = It is not a credential: { $v0 }
judge-any-no-kind = it is neither JSON, nor a PNG, nor an SVG
judge-any-array = it is a list (a JSON array), and not one of credentials
judge-any-not-baked = the picture carries no credential
judge-any-token = It is a JSON Web Token, a form of credential that is not understood here: only Data Integrity proofs are
judge-any-only-address = It carries only an address, and nothing is fetched: { $v0 }
judge-any-hosted-kind = it is a document of Open Badges 2.0, but no assertion with an address
judge-any-hosted-other-host = It is an Open Badges 2.0 assertion, which is worth what `{ $v0 }` says: that is not this repository
judge-any-hosted-nowhere = It is an Open Badges 2.0 assertion, which is worth what `{ $v0 }` says: there is no repository here
judge-any-hosted-unreadable = The signed credential `{ $v0 }` cannot be read: { $v1 }
judge-any-hosted-changed = The Open Badges 2.0 assertion says something else than what was signed
judge-any-hosted-good = The document is an Open Badges 2.0 assertion of `{ $v0 }`, as it was signed

## Who decides about an award

# $count is how many have to agree. A list of accounts follows.
badge-awarding = { $count ->
    [one] Each award is approved by one of these:
   *[other] Each award is approved by { $count } of these:
}
badge-awarding-never = Nobody approves what they asked for, or would get, themselves.
# A name follows each of these two.
assertion-nominated = Nominated by
assertion-reviewed = Approved by
assertion-request = Where it was decided

## What became of an award

award-superseded-by = This award was corrected: another one stands in its place.
award-see-new = See the corrected award
award-supersedes = This award puts an earlier one right.
award-see-old = See the earlier award

## An address of before

moved-lead = This has another address now.
moved-go = Go to { $name }

## Cards for link previews

card-awarded-to = Awarded to

## The desk: /verify/

nav-verify = Check a badge
desk-title = Check badges
desk-lead = Drop badges anywhere on this page, choose them, or paste a link: your browser finds out whether they are genuine, still valid, and whose they are.
desk-no-script = This page works in your browser alone, and needs JavaScript for it. Without it, “accolade verify” does the same on your own machine.
desk-paste = Links to awards, JSON, or a whole e-mail or CV that has links in it
desk-check = Check
desk-files = Choose files
desk-folder = Choose a folder
desk-local = Signed files (.json), pictures with a badge inside (.png, .svg), and text. Nothing of it leaves your computer; the badges' own keys and lists are fetched from this site.
desk-results = Results
desk-who = Are they this person's? E-mail address or profile address, compared here and sent to nobody
desk-csv = Save as table (CSV)
desk-again = Check again
desk-clear = Clear
desk-by = by
desk-to = to
desk-on = on
desk-until = until
desk-from = from
desk-hidden = not named; known by a protected address
desk-pasted = what was pasted
desk-nothing = no badge and no link to an award of this site was found in it
desk-no-rdfc = the part of this page that reads JSON-LD could not be loaded
desk-valid-stranger = Genuine, by an issuer whom this site does not know.
desk-csv-head = verdict|reason|badge|issuer|issuer id|recipient|awarded|valid until|id|source|person|checked
# $host is the name of another host.
desk-ask = Ask { $host }
desk-ask-why = To check this, your browser has to ask { $host } for keys or lists. That tells { $host } that somebody at your address looks at this badge.
# All four are numbers, $time is a time of day.
desk-count = Checked: { $all }. Good: { $good }. Not good: { $bad }. Could not be checked: { $open }. At { $time }.
desk-count-strangers = Genuine, but by an issuer whom this site does not know: { $number }.
desk-too-many = Only the first { $most } were taken: clear the page to go on.
# $site is the address of the site.
desk-file = This page was opened from a file. It reads what you give it, and asks for keys and lists only over the net, at { $site } as at any other place, once you agree.
desk-copy = This is a copy at { $host }. What was signed for { $site } is asked for there, once you agree.
award-others-dcc = Give credential.json to VerifierPlus of the Digital Credentials Consortium: it checks the first proof and the status list, and knows nothing of this site.
award-others-1edtech = Give credential.json to the public validator of 1EdTech, who keep Open Badges: it checks the form, the first proof and the status.
award-desk = Check this and other badges at the desk of this site

## What is sent after an award (`accolade announce`): a comment at the git host, and letters

announce-heading = Newly awarded
# $badge is the badge's name, $who an account or a name, $issuer the issuer's name, $day a date.
announce-award = { $badge } for { $who }, awarded by { $issuer } on { $day }
announce-somebody = somebody who is not named here
# $count is a number.
announce-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
announce-page = The page of each award proves itself to whoever opens it. Its holder can download it there, print it, and add it to a profile.
announce-subject = You have been awarded: { $badge }
announce-hello = Hello,
announce-hello-name = Hello { $name },
# $issuer is the issuer's name, $badge the badge's, $day a date, $url the address of the award's page.
announce-letter =
    on { $day }, { $issuer } awarded you the badge “{ $badge }”. This is its page:

    { $url }

    The page proves itself to whoever opens it. You can download the badge there, print it, and add it to a profile. Your e-mail address is not on it; whoever knows the address can check there that the badge is yours.

## Nominating: /nominate/, and its posters

nominate-title = Nominate
nominate-lead = Somebody earned a badge? Write down who, and for what. It becomes a file that others review; nothing is sent before you say so.
nominate-no-script = The form of this page needs JavaScript. Without it, write the file yourself, or use the form below.
nominate-by-hand = A nomination is a file in the folder “nominations”; its name should say nothing about the person.
nominate-badge = Badge
nominate-choose = Choose a badge
# $day is the last day on which nominations are taken.
nominate-until = Nominations until { $day }
# $badge is the name of a badge.
nominate-closed = Nominations for “{ $badge }” are closed.
nominate-who = Who is it?
nominate-who-help = Their e-mail address, the address of a public profile, or a DID. An e-mail address stays on this device: only a code that is made of it is written down.
nominate-narrative = What did they do?
nominate-evidence = Where can it be seen?
nominate-evidence-help = Links, one a line. You may leave this empty.
nominate-date = When?
nominate-name = Name
nominate-name-help = Only if they want to be named: it is signed, and cannot be taken back everywhere. Without a name the award is just as good.
nominate-consent = Where did they agree to be named?
nominate-consent-help = A link, or a few words, such as “told me on the day”.
nominate-make = Make the nomination
nominate-done = Your nomination is ready
# $host is the name of the git host.
nominate-next = { $host } opens a page with the file in it. Choose “Propose changes” or “Commit” there: that makes a request which others review. You need an account.
nominate-paste = Copy the text below, and paste it into the page that { $host } opens.
nominate-open = Open it at { $host }
nominate-send = Give this file to those who run this site.
nominate-copy = Copy the text
nominate-copied = Copied.
nominate-download = Save the file
nominate-issue = No account with git, or rather a plain form? Use this one.
nominate-bad-badge = Choose a badge.
nominate-bad-who = Write an e-mail address (ada@example.org), the whole address of a profile (https://…), or a DID (did:…).
nominate-bad-consent = Say where they agreed, or leave the name out.
nominate-bad-address = Take the e-mail address out: everybody could read it.
nominate-bad-narrative = Say in a sentence what they did.
nominate-bad-link = Write whole addresses, from https:// on, one a line.
badge-nominate = Nominate somebody for this badge
badge-poster = Poster with a QR code
# $badge is the name of a badge.
poster-title = { $badge }: poster
poster-call = Did you, or somebody beside you, earn this? Tell us.
# $day is the last day on which nominations were taken.
poster-closed = Nominations closed on { $day }
