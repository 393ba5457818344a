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
judge-working = Your browser is checking …
judge-intro = Your browser checked this itself on { $v0 } at { $v1 }, with what { $v2 } serves now. Nothing of it was decided beforehand.
judge-again = Check again
judge-built = What was checked when the page was built
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
judge-proof-good = The eddsa-jcs-2022 proof holds: signed with the key { $v0 } on { $v1 }
judge-proof-bad = The eddsa-jcs-2022 proof does not hold: { $v0 }
judge-proof-unchecked = The eddsa-jcs-2022 proof could not be checked: { $v0 }
judge-proof-flawed = The { $v0 } proof { $v1 }
judge-proof-none = The document carries no proof at all
judge-proof-set = The document does not carry exactly an eddsa-rdfc-2022 proof and then an eddsa-jcs-2022 proof, as all documents of this issuer do
judge-proof-changed = something was changed after signing, or it was signed with another key
judge-proof-context = the document has contexts that it does not cover
judge-proof-expired = it expired on { $v0 }
judge-proof-no-key = there is no key of the issuer to check it with
judge-proof-lacks = has no `{ $v0 }`
judge-proof-text = has a `{ $v0 }` that is not text
judge-proof-purpose = is not for the purpose `assertionMethod`
judge-proof-date = has a bad `{ $v0 }`
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
judge-list-dates = has dates that cannot be understood
judge-list-ended = ended on { $v0 }
judge-list-begins = begins on { $v0 }

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
judge-ask = Is it this person?
judge-ask-label = E-mail address or profile address
judge-ask-note = It is compared here, in your browser, and sent to nobody.
judge-ask-button = Compare
judge-about-yes = Match: it was awarded to `{ $v0 }`
judge-about-no = No match: it was not awarded to `{ $v0 }`
judge-about-hidden = Cannot be told: whether it is about `{ $v0 }` is hidden behind a hash that is not understood here
judge-about-unknown = Cannot be told: { $v0 }
judge-about-but = But mind what stands on top: { $v0 }

judge-own-email = a recipient who is identified by a protected e-mail address|Not named; known by a protected e-mail address
judge-own-scale = on a scale from|to|of at most|of at least|required

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
