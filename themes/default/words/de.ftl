### The words of the theme, in German. One section for each page.

## Numbers, dates and lists, in the way of the language

number-thousands = .
number = { $count }
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

## What an award is worth

verdict-valid = Gültig
verdict-expiring = Gültig, läuft bald ab
verdict-not-yet-valid = Noch nicht gültig
verdict-expired = Abgelaufen
verdict-suspended = Ausgesetzt
verdict-revoked = Widerrufen
verdict-invalid = Nicht echt
verdict-unchecked = Konnte nicht geprüft werden
stamp-unchecked = Nicht geprüft
verdict-only = { $verdict }.
verdict-expires-on = Gültig, läuft am { $date } ab.
verdict-not-before = Nicht gültig vor dem { $date }.
verdict-expired-on = Abgelaufen am { $date }.
verdict-revoked-on = Widerrufen am { $date }.

## The page of an award

award-title-named = { $badge }, verliehen an { $recipient }
award-title = { $badge }, verliehen von { $issuer }
award-about = { $verdict } { $badge }, verliehen an { $recipient } von { $issuer } am { $date }; geprüft am { $checked }.
award-sentence = { $badge }, verliehen an { $recipient } von { $issuer } am { $date }; { $checked }.
award-checked = geprüft beim Erstellen der Seite am { $date }
award-to = Verliehen an
award-by = Von
award-on = Am
award-from = Gültig ab
award-until = Gültig bis
award-picture = Abzeichen { $badge }, verliehen von { $issuer }
recipient-email = eine Person, die durch eine geschützte E-Mail-Adresse bestimmt ist
recipient-email-fact = Nicht genannt; durch eine geschützte E-Mail-Adresse bestimmt
award-check-button = Selbst prüfen
award-holder = Gehört es Ihnen?
award-criteria = Was dafür nötig war
award-changed = So wurde der Text unterschrieben. Seither hat sich { $definition } geändert: { $parts }.
award-changed-link = die Beschreibung des Abzeichens
changed-name = Name
changed-description = Beschreibung
changed-criteria = Kriterien
changed-type = Art
changed-skills = Fähigkeiten
changed-alignments = Zuordnungen
changed-version = Fassung
changed-results = Ergebnisse
changed-other = weitere Angaben
criteria-more = Mehr über die Kriterien
award-narrative = Wie es erworben wurde
award-evidence = Nachweise
award-review = Wer entschieden hat
evidence-unnamed = Nachweis
evidence-audience = Für { $audience }
award-skills = Fähigkeiten
award-check = Selbst prüfen
award-built = Das wurde geprüft, als die Seite erstellt wurde, am { $date }. Nichts davon ist von Hand geschrieben.
award-meaning = In Ihrem Browser prüft diese Seite eine der beiden Signaturen, die über den Text (eddsa-jcs-2022). Die andere, über den Inhalt (eddsa-rdfc-2022), wurde geprüft, als die Seite gebaut wurde; { $desk } und { $command } prüfen sie neu.
award-meaning-desk = der Prüftisch dieser Website
award-doubt = Glauben Sie nicht dieser Seite allein: Der signierte Nachweis lässt sich herunterladen und mit jedem Prüfprogramm für Open Badges 3.0 prüfen, oder mit { $command } auf dem eigenen Rechner.
check-document = Dokument
check-issuer = Aussteller und Schlüssel
check-proof-rdfc = Signatur über den Inhalt (eddsa-rdfc-2022)
check-proof-jcs = Signatur über den Text (eddsa-jcs-2022)
check-status = Status
check-dates = Daten
check-recipient = Empfänger
check-passed = Bestanden
check-attention = Hinweis
check-failed = Nicht bestanden
check-unknown = Nicht geprüft
check-absent = Nicht vorhanden
check-row = { $question }: { $outcome }.
check-dates-ended = { $begun ->
    [yes] Sie begann am { $from } und endete am { $until }
   *[no] Sie beginnt am { $from } und endete am { $until }
}
check-dates-ends = { $begun ->
    [yes] Sie begann am { $from } und endet am { $until }
   *[no] Sie beginnt am { $from } und endet am { $until }
}
check-dates-open = { $begun ->
    [yes] Sie begann am { $from } und hat kein Ende
   *[no] Sie beginnt am { $from } und hat kein Ende
}
download-credential = Signierter Nachweis (JSON)
download-credential-for = Open Badges 3.0, Byte für Byte wie unterschrieben. Diese Datei bitte aufheben: Sie lässt sich auch ohne diese Website prüfen.
download-png = Bild mit eingebettetem Nachweis (PNG)
download-png-for = Für Sammlungen digitaler Abzeichen. Telefone und Chatprogramme entfernen, was im Bild steckt.
download-svg = Bild mit eingebettetem Nachweis (SVG)
download-svg-for = Dasselbe, scharf in jeder Größe.
holder-linkedin = Ins LinkedIn-Profil eintragen
holder-linkedin-empty = Hat LinkedIn das Formular leer gelassen? Werte kopieren
holder-about = Für die Person, der es verliehen wurde: Wege, es dort zu zeigen, wo andere hinsehen.
holder-share = Anderen davon erzählen
holder-words = Der Text zum Kopieren: LinkedIn übernimmt keinen
share-text = Mir wurde das Abzeichen „{ $badge }“ verliehen, von { $issuer }.
share-subject = Ein Abzeichen: { $badge }
share-linkedin = LinkedIn
share-mastodon = Mastodon
share-bluesky = Bluesky
share-email = E-Mail
holder-place = Irgendwo zeigen
holder-signature = In einer E-Mail-Signatur
holder-signature-plain = Als reiner Text
holder-signature-source = Als HTML
signature-line = { $badge }, verliehen von { $issuer }
holder-frame = Auf einer Webseite: eine Karte, die aktuell bleibt
holder-frame-about = Die Karte kommt bei jedem Aufruf von dieser Website. Läuft die Auszeichnung ab oder wird sie widerrufen, steht es darauf.
holder-picture = Auf einer Webseite: ein Bild mit Link
holder-picture-about = Geht überall und führt auf diese Seite. Das Bild selbst ändert sich nicht.
holder-markdown = In einem README (Markdown)
holder-resume = In einem Lebenslauf (JSON Resume)
holder-resume-about = Ein Eintrag für die Liste „certificates“.
holder-qr = QR-Code
holder-qr-about = Für Folien und Plakate: Er führt auf diese Seite.
holder-qr-save = Als SVG speichern
holder-files = Dateien zum Aufheben
copy = Kopieren
copy-rich = Mit Bild kopieren
copy-done = Kopiert
copy-failed = Markiert: bitte selbst kopieren
award-download = Den signierten Nachweis herunterladen
embed-about = Verliehen an { $recipient } von { $issuer } am { $date }.
embed-checked = Geprüft am { $date }.
embed-open = Jetzt prüfen
holder-print = Gedruckt wird diese Seite zu einer Urkunde auf einem Blatt.
linkedin-name = Name
linkedin-organization = Ausstellende Organisation
linkedin-issued = Ausstellungsdatum
linkedin-expires = Ablaufdatum
linkedin-id = Nachweis-ID
linkedin-url = Nachweis-URL
award-ask = Ist es diese Person?
award-ask-label = E-Mail-Adresse oder Profiladresse
award-ask-note = Sie wird hier verglichen, in Ihrem Browser, und niemandem geschickt.
award-ask-button = Vergleichen
award-issuer = Wer es verliehen hat
award-vouches = Für diesen Aussteller bürgt, wer { $domain } betreibt: Die Signatur stammt von einem Schlüssel, der dort veröffentlicht ist.
award-history = Verlauf
history-nominated = Nominiert
history-awarded = Verliehen
history-signed = Signiert und ins Verzeichnis des Ausstellers eingetragen
history-revoked = Widerrufen
history-reinstated = Wieder in Kraft gesetzt
history-renewed = Erneuert
history-resealed = Unverändert neu signiert
history-corrected = Durch eine andere Auszeichnung ersetzt
history-entry = { $what }: { $reason }
award-file = Die signierte Datei im Repository
award-report = Fehler melden
report-title = Fehler in Verleihung { $id }
report-body = Was nicht stimmt:
award-id = Verleihung { $id }
paper-checked = { $verdict } Geprüft am { $date }.
paper-printed = Gedruckt am { $date }.
# $url is the address of the award's page.
paper-more = Mehr davon steht auf der Seite: { $url }
paper-scan = Zum erneuten Prüfen scannen.
document-credential = Open-Badges-3.0-Nachweis
document-assertion = Open-Badges-2.0-Verleihung
document-achievement = Open-Badges-3.0-Leistung
document-badge = Open-Badges-2.0-Abzeichen
document-profile = Open-Badges-3.0-Profil
document-issuer = Open-Badges-2.0-Aussteller
document-did = DID-Dokument
document-feed = Neueste Verleihungen
document-data = Die Galerie als Daten

## Facts

fact-assessed-by = Beurteilt von
fact-role = Rolle
fact-from = Von
fact-until = Bis
fact-term = Zeitraum
fact-credits = Leistungspunkte
fact-licence = Lizenznummer
fact-valid-until = Gültig bis
fact-valid-for = Gültig für
fact-level = Stufe
fact-takes = Dauert etwa
fact-field = Fachgebiet
fact-specialization = Schwerpunkt
fact-code = Kennung
fact-version = Fassung
fact-language = Sprache
fact-one-of = Eines von
fact-least = Mindestens
fact-most = Höchstens
fact-required = Erforderlich
fact-part-of = Teil von
fact-registered = Registriert als
span-years = { $count ->
    [one] { $count } Jahr
   *[other] { $count } Jahre
}
span-months = { $count ->
    [one] { $count } Monat
   *[other] { $count } Monate
}
span-weeks = { $count ->
    [one] { $count } Woche
   *[other] { $count } Wochen
}
span-days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}
span-hours = { $count ->
    [one] { $count } Stunde
   *[other] { $count } Stunden
}
span-minutes = { $count ->
    [one] { $count } Minute
   *[other] { $count } Minuten
}
scale-range = auf einer Skala von { $min } bis { $max }
scale-most = von höchstens { $max }
scale-least = von mindestens { $min }
scale-required = { $value } erforderlich
result-reported = Gemeldet
result-unnamed = Ergebnis
result-status-Completed = Abgeschlossen
result-status-Enrolled = Angemeldet
result-status-Failed = Nicht bestanden
result-status-InProgress = Läuft noch
result-status-OnHold = Ruht
result-status-Provisional = Vorläufig
result-status-Withdrew = Zurückgezogen

## Kinds of achievements (Open Badges 3.0, AchievementType)

type-Achievement = Leistung
type-ApprenticeshipCertificate = Ausbildungszeugnis
type-Assessment = Prüfung
type-Assignment = Aufgabe
type-AssociateDegree = Associate-Abschluss
type-Award = Auszeichnung
type-Badge = Abzeichen
type-BachelorDegree = Bachelorabschluss
type-Certificate = Zertifikat
type-CertificateOfCompletion = Teilnahmebescheinigung
type-Certification = Zertifizierung
type-CommunityService = Gemeinnütziger Einsatz
type-Competency = Kompetenz
type-Course = Kurs
type-CoCurricular = Außerunterrichtliche Aktivität
type-Degree = Hochschulabschluss
type-Diploma = Diplom
type-DoctoralDegree = Doktorgrad
type-Fieldwork = Praxiseinsatz
type-GeneralEducationDevelopment = Allgemeinbildender Abschluss
type-JourneymanCertificate = Gesellenbrief
type-LearningProgram = Lernprogramm
type-License = Lizenz
type-Membership = Mitgliedschaft
type-ProfessionalDoctorate = Berufsdoktorat
type-QualityAssuranceCredential = Qualitätsnachweis
type-MasterCertificate = Meisterbrief
type-MasterDegree = Masterabschluss
type-MicroCredential = Micro-Credential
type-ResearchDoctorate = Forschungsdoktorat
type-SecondarySchoolDiploma = Schulabschluss

## The page of a badge

badge-retired = Seit dem { $date } nicht mehr verliehen.
badge-retired-note = Es wird nicht mehr verliehen; wer es hat, behält es.
badge-by = Verliehen von
badge-awarded = Verliehen
badge-times = { $count ->
    [one] einmal
   *[other] { $count }-mal
}
badge-first = Zuerst
badge-latest = Zuletzt
badge-criteria = So wird es erworben
badge-results = Was gemessen wird
badge-points = { $points } Punkte
badge-awards = Verleihungen
badge-none = Noch niemand hat es erworben. Irgendwer wird die erste Person sein.
badge-related = Verwandte Abzeichen
badge-machines = Für Maschinen
badge-source = Die Beschreibung im Repository
card-retired = Nicht mehr verliehen
card-never = Noch nicht verliehen
card-times = { $count ->
    [one] Einmal verliehen
   *[other] { $count }-mal verliehen
}
card-unnamed = Eine Person, die nicht genannt wird
card-who-when = { $who }, { $when }
pager-label = Seiten dieser Liste
pager-previous = Zurück
pager-next = Weiter
pager-where = Seite { $number } von { $of }

## Issuers

issuer-about = { $issuer } verleiht Abzeichen auf { $site }.
issuers-about = Wer die Abzeichen von { $site } verleiht.
issuer-kicker = Aussteller
issuer-badges = Abzeichen
issuer-none = Noch keine Abzeichen.
issuer-trust = Warum man dem glauben kann
issuer-vouches = Für diesen Aussteller bürgt, wer { $domain } betreibt: Dort sind seine Schlüssel veröffentlicht, und jede Verleihung ist mit einem davon signiert.
issuer-did = DID
issuer-since = Verleiht seit
issuer-awards = Verleihungen
issuer-record = Jede Entscheidung nachzulesen unter
issuer-keys = Schlüssel
issuer-machines = Für Maschinen
key-compromised = nicht mehr sicher seit { $date }; was seither signiert wurde, zählt nicht
key-retired = signierte bis { $date }
key-future = signiert ab { $date }
key-current = signiert seit { $date }
key-today = signiert heute
list-counts = { $badges }, { $awards }

## People

people-about = Personen, die der Nennung auf { $site } zugestimmt haben.
people-lead = Sie sind mit der Nennung einverstanden. Andere haben auch Abzeichen erworben und bleiben ungenannt.
people-none = Noch niemand.
person-about = Abzeichen, die { $person } erworben hat, auf { $site }.
person-since = { $badges } seit { $date }
person-awards = Verleihungen
person-none = Noch keine Verleihungen.

## Skills

skills-about = Die Fähigkeiten, die Abzeichen von { $site } belegen.
skills-none = Noch kein Abzeichen nennt eine Fähigkeit.
skill-about = Abzeichen von { $site }, die „{ $skill }“ belegen.
skill-unproved = Hier hat sie noch niemand belegt.
skill-proved = { $count ->
    [one] Einmal belegt, durch eines dieser Abzeichen.
   *[other] { $count }-mal belegt, durch diese Abzeichen.
}
skill-badges = Abzeichen, die sie belegen
skill-people = Wer sie zuletzt belegt hat
skill-never = noch nicht verliehen
skill-times = { $count ->
    [one] einmal verliehen
   *[other] { $count }-mal verliehen
}

## An award that was erased

erased-title = Eine gelöschte Verleihung
erased-about = Diese Verleihung wurde gelöscht. Hier ist nichts darüber gespeichert.
erased-verdict = Diese Verleihung wurde am { $date } gelöscht. Hier ist nichts mehr über sie oder die Person gespeichert.
erased-why = Wer hier genannt ist, kann die Löschung verlangen. Die Adresse bleibt, damit sie nie für etwas anderes stehen kann.
erased-badges = Zu den Abzeichen

## An address that is not there

missing-title = Seite nicht gefunden
missing-about = Unter dieser Adresse gibt es keine Seite.
missing-heading = Hier ist keine Seite
missing-lead = Adressen von Verleihungen ändern sich nie. Vielleicht wurde diese abgeschnitten: Die Adresse einer Verleihung endet mit 20 Buchstaben und Ziffern.
missing-all = Alle Abzeichen ansehen
missing-perhaps = Vielleicht eines von diesen?

## The gallery

gallery-title = Abzeichen, Seite { $page }
hero-badges = { $count ->
    [one] { $number } Abzeichen
   *[other] { $number } Abzeichen
}
hero-issuers = { $count ->
    [one] { $number } Aussteller
   *[other] { $number } Aussteller
}
hero-awards = { $count ->
    [0] { $number } Verleihungen bisher
    [one] { $number } Verleihung, signiert und geprüft
   *[other] { $number } Verleihungen, jede signiert und geprüft
}
gallery-badges = Abzeichen
gallery-none = Noch gibt es keine Abzeichen. Das erste ist eine einzige Datei in { $folder }.
gallery-latest = Neueste Verleihungen

## The feed

feed-title = { $badge } wurde verliehen
feed-summary = Verliehen von { $issuer } am { $date }.

## Die Galerie, ihre Suche, und einfache Seiten, die dasselbe tun

gallery-empty = Hier gibt es noch keine Badges. Gut Ding will Weile haben.
search-title = In der Galerie suchen
search-label = Was möchten Sie lernen, oder wen suchen Sie?
search-go = Suchen
search-filters = Filter
search-any = Alle
search-type = Art
search-level = Stufe
search-skill = Fähigkeit
search-issuer = Aussteller
search-year = Verliehen
search-open = Noch zu erwerben
search-open-yes = Noch zu erwerben
search-open-no = Abgeschlossen
search-clear = Alles zurücksetzen
search-found = { $count ->
    [0] Nichts gefunden.
    [one] { $count } Treffer.
   *[other] { $count } Treffer.
}
search-loading = Suche läuft …
search-failed = Die Suche konnte nicht geladen werden. Alles ist auch weiter unten zu finden.
search-none = Dazu passt nichts. Versuchen Sie ein kürzeres Wort, oder nehmen Sie einen Filter weg.
search-more = Mehr zeigen
browse-title = Stöbern
shelves-types = Arten
shelves-years = Jahre
shelves-empty = Noch wurde nichts verliehen. Das erste Mal wird ein Grund zum Feiern.
shelf-type = { $count ->
    [0] Badges dieser Art. Noch keines wurde verliehen.
    [one] Badges dieser Art, bisher einmal verliehen.
   *[other] Badges dieser Art, bisher { $count }-mal verliehen.
}
shelf-year = { $count ->
    [one] In diesem Jahr gab es eine Auszeichnung.
   *[other] In diesem Jahr gab es { $count } Auszeichnungen, mit diesen Badges.
}
shelf-other-types = Andere Arten
shelf-other-years = Andere Jahre

## Die Seite einer Person

person-cv = Ein Link für den Lebenslauf
person-cv-said = Diese Adresse bleibt. Wer ihr folgt, sieht jede Auszeichnung so, wie sie an diesem Tag ist.
person-consent = Einverstanden, genannt zu werden:

## Wie die Prüfung funktioniert

how-title = So wird geprüft
how-lead = { $count ->
    [one] Die Auszeichnung auf dieser Website wurde beim Bau der Seite geprüft und wird in Ihrem Browser noch einmal geprüft. Das bedeutet:
   *[other] Alle { $count } Auszeichnungen auf dieser Website wurden beim Bau der Seiten geprüft, und jede wird in Ihrem Browser noch einmal geprüft. Das bedeutet:
}
how-checked = Was geprüft wird
how-checked-1 = Nichts wurde geändert: Die Auszeichnung trägt zwei digitale Unterschriften über jedes Wort. Wäre ein Buchstabe anders, gälten sie nicht.
how-checked-2 = Sie kommt von dem, der genannt ist: Der Schlüssel, mit dem unterschrieben wurde, ist einer von denen, die der Aussteller unter { $domain } veröffentlicht, und durfte an diesem Tag unterschreiben.
how-checked-3 = Sie wurde nicht zurückgenommen: Der Aussteller führt eine unterschriebene Liste widerrufener Auszeichnungen; sie wird gelesen und ihre Unterschrift geprüft.
how-checked-4 = Sie gilt jetzt: Ihr Beginn ist erreicht, und ihr Ende nicht.
how-checked-5 = Die Seite sagt, was unterschrieben wurde: Ihr Browser vergleicht die Worte, die Sie sehen, mit den unterschriebenen.
how-means = Was ein grünes Ergebnis bedeutet
how-means-1 = Wer über { $domain } verfügt, hat genau diese Auszeichnung verliehen und steht heute dazu.
how-means-2 = „Konnte nicht geprüft werden“ ist eine eigene Antwort und nie grün: Ihr Browser ist vielleicht offline oder zu alt.
how-not = Was es nicht bedeutet
how-not-1 = Es sagt nicht, dass der Aussteller klug oder bekannt ist. Sehen Sie nach, wer er ist und was er verlangt.
how-not-2 = Es sagt nicht, dass die Person vor Ihnen die ausgezeichnete ist. Auf der Seite der Auszeichnung können Sie eine E-Mail- oder Profiladresse mit der unterschriebenen vergleichen; was Sie eingeben, bleibt in Ihrem Browser.
how-not-3 = Es sagt nicht, dass verlinkte Belege noch da sind. Sie gehören anderen.
how-not-4 = Eine Kopie dieser Seite auf einer anderen Website beweist nichts. Achten Sie auf die Adresse: Sie muss mit { $domain } beginnen.
how-yourself = Was alle ohne uns tun können
how-yourself-1 = Laden Sie den Nachweis von der Seite der Auszeichnung herunter. Er ist ein Dokument nach Open Badges 3.0, unterschrieben nach den Verfahren eddsa-rdfc-2022 und eddsa-jcs-2022 des W3C.
how-yourself-2 = Geben Sie ihn einem beliebigen Prüfprogramm für Open Badges 3.0, oder prüfen Sie ihn auf dem eigenen Rechner:
how-source = Was Ihr Browser ausführt, um eine Verleihung zu prüfen, ist zum Lesen geschrieben: hier ist der { $source } mit Kommentaren.
how-source-link = Quelltext
how-problem = Wenn etwas nicht stimmt
how-problem-1 = Auf jeder Seite einer Auszeichnung lässt sich ein Fehler melden. Eine falsche Auszeichnung wird widerrufen, mit Datum und Grund; ihre Seite bleibt und sagt es.
card-latest = Zuletzt:
missing-report = Den falschen Link melden
missing-report-title = Ein Link, der nirgendwohin führt
missing-report-body = Der Link, und wo er stand:


## Judging credentials


judge-page = Diese Seite
judge-document = Dokument
judge-issuer = Aussteller und Schlüssel
judge-proof = Signatur über den Text (eddsa-jcs-2022)
judge-status = Widerruf
judge-dates = Daten
judge-definition = Definition des Abzeichens
judge-recipient = Empfänger
judge-passed = Bestanden
judge-attention = Hinweis
judge-failed = Nicht bestanden
judge-unknown = Nicht geprüft
judge-absent = Nicht vorhanden

judge-valid = Gültig.
judge-expiring = Gültig, läuft aber am { $v0 } ab.
judge-not-yet-valid = Nicht gültig vor dem { $v0 }.
judge-expired = Abgelaufen am { $v0 }.
judge-suspended = Ausgesetzt.
judge-revoked = Widerrufen.
judge-invalid = Nicht echt.
judge-unchecked = Konnte nicht geprüft werden.
judge-altered = Diese Seite ist nicht das, was signiert wurde.
judge-stamp-not-yet-valid = Noch nicht gültig
judge-stamp-expired = Abgelaufen
judge-stamp-suspended = Ausgesetzt
judge-stamp-revoked = Widerrufen
judge-stamp-invalid = Nicht echt
judge-stamp-unchecked = Nicht geprüft

judge-now = in Ihrem Browser geprüft um { $v0 }
judge-now-card = Geprüft in Ihrem Browser um { $v0 }.
judge-working = Ihr Browser prüft …
judge-intro = Ihr Browser hat das am { $v0 } um { $v1 } selbst geprüft, anhand dessen, was { $v2 } jetzt ausliefert. Nichts davon stand vorher fest.
judge-again = Noch einmal prüfen
judge-built = Was beim Erstellen der Seite geprüft wurde
judge-built-still = Jetzt ließ es sich nicht prüfen: { $v0 }.
judge-built-said = { $v0 }. Als die Seite am { $v1 } erstellt wurde, stand dort: { $v2 }
judge-paper = { $v0 } Geprüft am { $v1 } UTC.
judge-evidence = Belege
judge-framed = Sie sehen diese Seite innerhalb einer anderen, die verdecken oder verändern könnte, was Sie sehen.
judge-alone = Zur Sicherheit einzeln öffnen
judge-original = Zum Original

judge-page-same = Alles, was die Seite über diese Verleihung sagt, wurde so signiert
judge-page-named = Die Seite sagt, was signiert wurde, und eines mehr: dass „{ $v0 }“ der Empfänger ist. Für diesen Namen bürgt diese Website, nicht die Signatur
judge-page-other = Die Seite sagt „{ $v0 }“, und das wurde so nicht signiert
judge-page-lacks = Die Seite lässt weg, was signiert wurde: { $v0 }
judge-page-close = Die Seite gibt „{ $v0 }“ so wieder, dass es sich nicht mit dem Signierten vergleichen ließ
judge-page-file = Diese Seite wurde aus einer Datei geöffnet, und solche Seiten dürfen im Browser die Dateien neben sich nicht lesen. Sie sagt, was beim Erstellen stimmte, und nichts Späteres
judge-page-copy = Dies ist eine Kopie auf { $v0 }. Die Verleihung wurde für { $v1 } signiert, und nur dort ist zu erfahren, was sie jetzt wert ist
judge-page-former = Die Seite sagt, was signiert wurde, als diese Website unter { $v0 } lag
judge-page-preview = Dies ist eine Vorschau von diesem Computer; sie sagt, was signiert wurde. Für andere zählt { $v0 }
judge-page-moved = Dies ist die Seite einer anderen Verleihung als der signierten: `{ $v0 }`

judge-offline = Ihr Browser ist offline
judge-unreachable = { $v0 } hat nicht geantwortet
judge-answered = { $v0 } hat mit dem Fehler { $v1 } geantwortet
judge-redirected = { $v0 } verweist an eine andere Stelle
judge-elsewhere = es liegt bei `{ $v0 }`, und diese Seite fragt nur ihre eigene Website
judge-not-json = was dort liegt, ist kein JSON
judge-not-utf8 = was dort liegt, ist kein Text
judge-twice = ein Name kommt in einem Objekt zweimal vor
judge-deep = mehr als 64 Ebenen tief verschachtelt
judge-old-browser = dieser Browser kann Ed25519-Signaturen nicht prüfen; ein neuerer kann es
judge-no-crypto = Browser prüfen Signaturen nur auf Seiten, die über HTTPS kamen
judge-copy = sie stammen aus dieser Kopie, und wer sie verwaltet, hätte sie ändern können

judge-words-unread = die Wörter dieser Seite wurden nicht geladen oder sind nicht die, mit denen sie erstellt wurde
judge-document-unread = Das signierte Dokument ließ sich nicht lesen: { $v0 }
judge-document-bad = Das Dokument ist nicht, wie es sein muss: { $v0 }
judge-document-good = Das Dokument ist ein Nachweis nach Open Badges 3.0
judge-document-endorsed = Das Dokument ist ein Nachweis nach Open Badges 3.0; die Empfehlungen darin wurden nicht geprüft
judge-document-older = Das Dokument wird nicht verstanden: es hat die ältere Form Verifiable Credentials 1.1
judge-no-object = es ist kein JSON-Objekt
judge-no-type = sein `type` ist nicht `{ $v0 }`
judge-no-context = sein `@context` ist nicht, wie er sein muss
judge-lacks = es hat kein `{ $v0 }`
judge-no-address = `{ $v0 }` ist keine vollständige Adresse
judge-wrong-type = der `type` von `{ $v0 }` ist nicht `{ $v1 }`

judge-issuer-good = Der Aussteller `{ $v0 }` ist bekannt, und der Schlüssel ist einer der seinen
judge-issuer-unknown = Die Schlüssel des Ausstellers `{ $v0 }` sind nicht bekannt: { $v1 }
judge-issuer-none = Der Aussteller lässt sich nicht fragen: das Dokument nennt ihn nicht
judge-key-foreign = Der Schlüssel `{ $v0 }` gehört nicht zum Aussteller `{ $v1 }`
judge-key-unlisted = Der Aussteller `{ $v0 }` führt den Schlüssel `{ $v1 }` nicht auf
judge-key-undated = Der Schlüssel { $v0 } darf nur für begrenzte Zeit signieren, und die Signatur sagt nicht, wann sie entstand
judge-key-compromised = Der Schlüssel { $v0 } war nicht mehr sicher, als dies signiert wurde: er gilt seit { $v1 } als kompromittiert
judge-key-ended = Der Schlüssel { $v0 } endete am { $v1 }, bevor dies signiert wurde
judge-key-later-compromised = Der Aussteller führt den Schlüssel { $v0 } auf; er gilt seit { $v1 } als kompromittiert, und dies wurde vorher signiert
judge-key-later-ended = Der Aussteller führt den Schlüssel { $v0 } auf; er hat dies zu seiner Zeit signiert und wurde am { $v1 } außer Dienst gestellt
judge-did-other = das DID-Dokument handelt von `{ $v0 }`, nicht von `{ $v1 }`
judge-did-no-id = das DID-Dokument hat keine `id`
judge-did-no-array = `{ $v0 }` des DID-Dokuments ist keine Liste
judge-did-more = `{ $v0 }` des DID-Dokuments enthält mehr, als es darf
judge-did-twice = das DID-Dokument führt `{ $v0 }` zweimal auf
judge-did-foreign = der Schlüssel `{ $v0 }` gehört nicht zu `{ $v1 }`
judge-did-controller = der Schlüssel `{ $v0 }` hat einen anderen Inhaber als `{ $v1 }`
judge-did-key = der Schlüssel `{ $v0 }` ist nicht brauchbar: er ist kein Ed25519-Schlüssel
judge-did-weak = der Schlüssel `{ $v0 }` ist nicht brauchbar: er hat eine kleine Ordnung, und unter einem solchen gilt jede Signatur
judge-did-date = `{ $v0 }` von `{ $v1 }` ist kein Zeitpunkt
judge-did-web = `{ $v0 }` ist kein did:web

judge-proof-flawed = Die Signatur { $v0 } { $v1 }
judge-proof-none = Das Dokument trägt überhaupt keine Signatur
judge-proof-set = Das Dokument trägt nicht genau eine Signatur eddsa-rdfc-2022 und danach eine eddsa-jcs-2022, wie alle Dokumente dieses Ausstellers
judge-proof-changed = nach dem Signieren wurde etwas geändert, oder es wurde mit einem anderen Schlüssel signiert
judge-proof-context = das Dokument hat Kontexte, die sie nicht abdeckt
judge-proof-expired = sie ist am { $v0 } abgelaufen
judge-proof-no-key = es gibt keinen Schlüssel des Ausstellers, um sie zu prüfen
judge-proof-lacks = hat kein `{ $v0 }`
judge-proof-text = hat ein `{ $v0 }`, das kein Text ist
judge-proof-purpose = dient dem Zweck `{ $v0 }`, nicht `assertionMethod`
judge-proof-date = hat ein falsches `{ $v0 }`: `{ $v1 }` ist kein Zeitpunkt mit Zeitzone wie 2026-05-04T18:30:00Z
judge-proof-value = hat einen `proofValue`, der nicht aus `z` und 64 Bytes in base58 besteht
judge-proof-occasion = wurde für einen einzelnen Anlass gemacht: sie hat ein `{ $v0 }`
judge-proof-member = hat die unerwartete Angabe `{ $v0 }`

judge-status-none = Es nennt keine Statusliste und kann daher nicht widerrufen werden
judge-status-unread = Der Status ist nicht zu verstehen: `credentialStatus` ist nicht, wie er sein muss
judge-status-kind = Der Status ist von der Art `{ $v0 }`, die hier nicht verstanden wird
judge-status-clear = Nicht widerrufen: die Statusliste ist echt und spricht nicht dagegen
judge-status-revoked = Widerrufen: der Eintrag in der Statusliste ist gesetzt
judge-status-suspended = Ausgesetzt: der Eintrag in der Statusliste ist gesetzt
judge-status-missing = Die Statusliste `{ $v0 }` liegt nicht vor: { $v1 }
judge-status-list = Die Statusliste `{ $v0 }` { $v1 }
judge-status-by = Die Statusliste ist von jemand anderem, `{ $v0 }`, und nichts sagt, dass das sein darf
judge-status-purpose = Die Statusliste dient dem Zweck `{ $v0 }`, nicht `{ $v1 }`
judge-status-short = Die Statusliste hat keinen Eintrag { $v0 }
judge-list-other = sagt, dass sie `{ $v0 }` ist
judge-list-type = ist nicht vom Typ `BitstringStatusListCredential`
judge-list-lacks = hat kein `{ $v0 }`
judge-list-encoding = ist nicht lesbar: die Liste ist nicht base64url von gzip oder beschädigt
judge-list-long = ist nicht lesbar: die Liste ist länger als 16 MiB
judge-list-bits = ist nicht lesbar: die Liste hat { $v0 } Bits, weniger als die 131.072 des Standards
judge-list-untrusted = ist nicht vertrauenswürdig: { $v0 }
judge-list-unused = ist nicht brauchbar: { $v0 }

judge-dates-bad = Die Zeitangaben sind nicht zu verstehen: { $v0 }
judge-dates-order = `validUntil` liegt vor `validFrom`
judge-dates-stamp = `{ $v0 }` ist kein Zeitpunkt mit Zeitzone
judge-dates-expired = Abgelaufen am { $v0 }
judge-dates-begins = Beginnt am { $v0 }
judge-dates-within = Gültig vom { $v0 } bis zum { $v1 }
judge-dates-soon = Gültig vom { $v0 } bis zum { $v1 }, also nicht mehr lange
judge-dates-open = Gültig seit dem { $v0 }, ohne Ende

judge-definition-same = Das Abzeichen ist heute so definiert, wie es signiert wurde
judge-definition-changed = Seit dem Signieren hat sich die Definition des Abzeichens geändert: { $v0 }. Für die Verleihung gelten die signierten Worte
judge-definition-unread = Die heutige Definition des Abzeichens ließ sich nicht lesen: { $v0 }
judge-definition-other = was dort liegt, ist ein anderes Abzeichen

judge-about-passed = Treffer: verliehen an `{ $v0 }`
judge-about-failed = Kein Treffer: nicht verliehen an `{ $v0 }`
judge-about-unknown = Nicht zu sagen: ob `{ $v0 }` gemeint ist, verbirgt ein Hash, der hier nicht verstanden wird
judge-about-email = Nicht zu sagen: verliehen wurde es an eine E-Mail-Adresse, und `{ $v0 }` ist keine
judge-about-profile = Nicht zu sagen: verliehen wurde es an eine Profiladresse, und `{ $v0 }` ist keine
judge-about-did = Nicht zu sagen: verliehen wurde es an eine DID, und `{ $v0 }` ist keine
judge-about-none = Nicht zu sagen: was über die Person signiert wurde, lässt sich mit `{ $v0 }` nicht vergleichen
judge-about-but = Beachten Sie aber, was oben steht: { $v0 }

# Was das Skript des Prüftischs darüber hinaus sagt, von Dokumenten beliebiger Aussteller.
judge-proof-rdfc = Signatur über den Sinn (eddsa-rdfc-2022)
judge-any-number = `{ $v0 }` ist { $v1 }: nur ganze Zahlen unter 2^53 werden überall gleich kanonisiert
judge-any-alike = es enthält Knoten ohne `id`, die sich durch nichts unterscheiden, was sie sagen: geben Sie jedem eine `id`, oder lassen Sie einen weg
judge-any-work = das Dokument enthält zu viele gleich aussehende Knoten ohne `id`, um sie zu ordnen
judge-any-undefined = `{ $v0 }` ist in keinem Kontext definiert
judge-any-relative = `{ $v0 }` ist keine vollständige Adresse
judge-any-json-ld = es ist kein JSON-LD, das sich signieren lässt ({ $v0 })
judge-any-stranger = Der Schlüssel gehört dem Aussteller `{ $v0 }`, der nicht zu dieser Website gehört. Dass er ist, wer er sagt, dafür steht nur { $v1 }: wer über diese Adresse verfügt, hat die Schlüssel gemacht
judge-any-not-asked = { $v0 } wurde noch nicht gefragt, denn eine Frage verrät dort, dass jemand diesen Badge ansieht
judge-any-no-address = `{ $v0 }` ist keine Adresse, die sich fragen lässt
judge-hosted = Wie die Website es ausliefert
judge-any-hosted = Die Verleihung nach Open Badges 2.0 ist, was diese Website jetzt unter `{ $v0 }` ausliefert
judge-any-hosted-other = Diese Website liefert unter `{ $v0 }` jetzt eine andere Verleihung aus
judge-any-hosted-gone = Diese Website sagt, dass die Verleihung `{ $v0 }` widerrufen ist
judge-any-hosted-missing = Die Verleihung ließ sich nicht mit dem vergleichen, was diese Website ausliefert: { $v0 }
judge-any-hosted-elsewhere = Es ist eine Verleihung nach Open Badges 2.0 von einer anderen Website, `{ $v0 }`. Solche Verleihungen tragen keine Signatur: sehen Sie dort nach
judge-any-jwt = Es ist ein Nachweis in Form eines JSON Web Token (VC-JWT), der hier nicht geprüft wird
judge-find-png = Das PNG ist beschädigt: eine Prüfsumme stimmt nicht, oder es endet zu früh
judge-find-svg = Das SVG ist beschädigt: es ist kein XML
judge-find-doctype = Das SVG definiert Entitäten, die kein Badge braucht: es wurde nicht gelesen
judge-find-twice = Das Bild trägt zwei Badges derselben Art
judge-find-compressed = Der Nachweis im Bild ist komprimiert, was der Standard verbietet
judge-find-unbaked = Das Bild trägt keinen Badge. Telefone und Chatprogramme entfernen, was darin steckt: bitten Sie um die ursprüngliche Datei
judge-find-large = Die Datei ist größer als 8 MiB
judge-find-kind = Die Datei ist weder Text noch ein PNG

# Worte der Skripte von Seiten.
judge-about-unread = Nicht zu sagen: der signierte Nachweis war nicht lesbar
judge-evidence-compared = Verglichen mit
judge-evidence-did-document = DID-Dokument
judge-evidence-hash-document = SHA-256 des Dokuments
judge-evidence-hash-proof = SHA-256 der Signaturangaben
judge-evidence-list = Statusliste
judge-evidence-index = Index
judge-evidence-bit = Bit
judge-evidence-list-signed = Statusliste signiert am
judge-evidence-clock = Ihre Uhr
judge-evidence-badge = Definition des Abzeichens
judge-evidence-address = Adresse

# Was die Kommandozeile darüber hinaus sagt, von Dokumenten beliebiger Aussteller.
judge-any-document = Das Dokument ist ein Nachweis nach Open Badges 3.0, und jeder Begriff darin ist definiert
judge-any-endorsement = Das Dokument ist eine Empfehlung nach Open Badges 3.0, und jeder Begriff darin ist definiert
judge-any-list = Das Dokument ist eine Statusliste, und jeder Begriff darin ist definiert
judge-any-not-understood = Das Dokument wird nicht verstanden: { $v0 }
judge-any-older = es hat die ältere Form Verifiable Credentials 1.1
judge-any-own-context = es bringt einen eigenen Kontext mit
judge-any-context = sein Kontext `{ $v0 }` ist hier nicht bekannt
judge-any-first-context = sein erster `@context` ist nicht `{ $v0 }`
judge-any-second-context = sein zweiter `@context` ist nicht der von Open Badges 3.0
judge-any-no-object = sein `{ $v0 }` ist kein Objekt
judge-any-identifiers = `credentialSubject.identifier` ist keine Liste von Objekten
judge-any-not-text = `{ $v0 }` ist kein Text
judge-any-stamp = `{ $v0 }` ist falsch: `{ $v1 }` ist kein Zeitpunkt mit Zeitzone wie 2026-05-04T18:30:00Z
judge-any-by-key = Der Aussteller `{ $v0 }` ist nur ein Schlüssel: dass er ist, wer er sagt, dafür steht niemand
judge-any-claimed = Es gibt sich als Auszeichnung dieser Website aus, und keiner ihrer Aussteller hat es signiert
judge-any-key-begins = Der Schlüssel { $v0 } begann am { $v1 }, nachdem dies signiert wurde
judge-any-keys = sein DID-Dokument liegt nicht vor
judge-any-did-object = das DID-Dokument ist kein JSON-Objekt
judge-any-did-method = eine `verificationMethod` des DID-Dokuments hat keine `id`
judge-any-did-no-key = `{ $v0 }` ist kein did:key
judge-any-foreign = Keine Signatur des Dokuments wird hier verstanden: sie ist von der Art `{ $v0 }`
judge-any-absent = Das Dokument trägt keine Signatur { $v0 }
judge-any-good = Die Signatur { $v0 } stimmt: signiert mit dem Schlüssel { $v1 } am { $v2 }
judge-any-undated = Die Signatur { $v0 } stimmt: signiert mit dem Schlüssel { $v1 }
judge-any-and-beside = { $v0 }; eine weitere Signatur von der Art `{ $v1 }` wurde übergangen
judge-any-and-added = { $v0 }; dem Dokument wurden danach Kontexte hinzugefügt
judge-any-bad = Die Signatur { $v0 } stimmt nicht: { $v1 }
judge-any-unchecked = Die Signatur { $v0 } konnte nicht geprüft werden: { $v1 }
judge-any-flawed = Eine Signatur des Dokuments { $v0 }
judge-any-proof-context = ihr `@context` ist nicht der des Dokuments
judge-any-proof-object = ist kein Objekt
judge-any-proof-member = hat die Angabe `{ $v0 }`, die kein einfacher Text ist
judge-any-previous-id = hat einen `previousProof`, der keine `id` ist
judge-any-previous-gone = sie baut auf der Signatur `{ $v0 }` auf, die fehlt
judge-any-previous-twice = sie baut auf der Signatur `{ $v0 }` auf, die es zweimal gibt
judge-any-status = Der Status ist nicht zu verstehen: `credentialStatus` { $v0 }
judge-any-status-object = ist kein Objekt
judge-any-status-others = enthält etwas, das kein Objekt ist
judge-any-status-text = hat ein `{ $v0 }`, das kein Text ist
judge-any-status-lacks = hat kein `{ $v0 }`
judge-any-status-id = hat die `id` der Liste selbst
judge-any-status-size = hat eine andere `statusSize` als 1, die Widerruf und Aussetzung nicht kennen
judge-any-status-index = hat den `statusListIndex` `{ $v0 }`, der keine Zahl ist
judge-any-news = Nicht widerrufen; die Statuslisten haben vielleicht weitere Nachrichten, die nicht gelesen wurden
judge-any-revoked = Widerrufen am { $v0 }: { $v1 }
judge-any-list-nowhere = sie wurde nicht mitgegeben
judge-any-list-missing = fehlt
judge-any-list-unread = ist nicht lesbar: { $v0 }
judge-any-list-issuer = ist von `{ $v0 }`, nicht von `{ $v1 }`
judge-any-list-subject = hat einen Gegenstand, der nicht vom Typ `BitstringStatusList` ist
judge-any-told = { $v0 }
judge-any-not-ours = er ist kein Aussteller dieses Projekts
judge-any-not-here = sie gehört nicht zu diesem Projekt
judge-any-no-credential = Es ist kein Nachweis: { $v0 }
judge-any-no-kind = es ist weder JSON noch PNG noch SVG
judge-any-array = es ist eine Liste (ein JSON-Array), aber keine von Nachweisen
judge-any-not-baked = das Bild trägt keinen Nachweis
judge-any-token = Es ist ein JSON Web Token, eine Form von Nachweis, die hier nicht verstanden wird: verstanden werden nur Signaturen nach Data Integrity
judge-any-only-address = Es trägt nur eine Adresse, und nichts wird abgerufen: { $v0 }
judge-any-hosted-kind = es ist ein Dokument nach Open Badges 2.0, aber keine Verleihung mit Adresse
judge-any-hosted-other-host = Es ist eine Verleihung nach Open Badges 2.0, die so viel wert ist, wie `{ $v0 }` sagt: das ist nicht dieses Projekt
judge-any-hosted-nowhere = Es ist eine Verleihung nach Open Badges 2.0, die so viel wert ist, wie `{ $v0 }` sagt: hier ist kein Projekt
judge-any-hosted-unreadable = Der signierte Nachweis `{ $v0 }` ist nicht lesbar: { $v1 }
judge-any-hosted-changed = Die Verleihung nach Open Badges 2.0 sagt etwas anderes, als signiert wurde
judge-any-hosted-good = Das Dokument ist eine Verleihung nach Open Badges 2.0 von `{ $v0 }`, wie sie signiert wurde

## Who decides about an award

badge-awarding = { $count ->
    [one] Jeder Verleihung stimmt eine dieser Stellen zu:
   *[other] Jeder Verleihung stimmen { $count } dieser Stellen zu:
}
badge-awarding-never = Niemand stimmt dem zu, was er selbst vorgeschlagen hat oder selbst bekäme.
assertion-nominated = Vorgeschlagen von
assertion-reviewed = Zugestimmt haben
assertion-request = Wo darüber entschieden wurde

## Was aus einer Auszeichnung wurde

award-superseded-by = Diese Auszeichnung wurde berichtigt: Eine andere ist an ihre Stelle getreten.
award-see-new = Zur berichtigten Auszeichnung
award-supersedes = Diese Auszeichnung berichtigt eine frühere.
award-see-old = Zur früheren Auszeichnung

## Eine frühere Adresse

moved-lead = Das hier hat jetzt eine andere Adresse.
moved-go = Weiter zu { $name }

## Cards for link previews

card-awarded-to = Verliehen an

## Der Prüftisch: /verify/

nav-verify = Badge prüfen
desk-title = Badges prüfen
desk-lead = Legen Sie Badges irgendwo auf dieser Seite ab, wählen Sie sie aus oder fügen Sie einen Link ein: Ihr Browser findet heraus, ob sie echt und noch gültig sind und wem sie gehören.
desk-no-script = Diese Seite arbeitet allein in Ihrem Browser und braucht dafür JavaScript. Ohne JavaScript leistet „accolade verify“ dasselbe auf Ihrem eigenen Rechner.
desk-paste = Links zu Auszeichnungen, JSON oder eine ganze E-Mail oder ein Lebenslauf mit Links
desk-check = Prüfen
desk-files = Dateien wählen
desk-folder = Ordner wählen
desk-local = Signierte Dateien (.json), Bilder mit einem Badge darin (.png, .svg) und Text. Nichts davon verlässt Ihren Rechner; Schlüssel und Listen der Badges werden von dieser Website geholt.
desk-results = Ergebnisse
desk-who = Gehören sie dieser Person? E-Mail-Adresse oder Profiladresse; wird hier verglichen und an niemanden gesendet
desk-csv = Als Tabelle sichern (CSV)
desk-again = Noch einmal prüfen
desk-clear = Leeren
desk-by = von
desk-to = an
desk-on = am
desk-until = bis
desk-from = aus
desk-hidden = nicht genannt; durch eine geschützte Adresse bekannt
desk-pasted = dem eingefügten Text
desk-nothing = darin wurde weder ein Badge noch ein Link zu einer Auszeichnung dieser Website gefunden
desk-no-rdfc = der Teil dieser Seite, der JSON-LD liest, konnte nicht geladen werden
desk-valid-stranger = Echt, von einem Aussteller, den diese Website nicht kennt.
desk-csv-head = Urteil|Grund|Badge|Aussteller|Kennung des Ausstellers|Empfänger|verliehen|gültig bis|Kennung|Quelle|Person|geprüft
# $host ist der Name eines anderen Servers.
desk-ask = { $host } fragen
desk-ask-why = Um das zu prüfen, muss Ihr Browser { $host } nach Schlüsseln oder Listen fragen. So erfährt { $host }, dass sich jemand unter Ihrer Adresse dieses Badge ansieht.
# Alle vier sind Zahlen, $time ist eine Uhrzeit.
desk-count = Geprüft: { $all }. Gut: { $good }. Nicht gut: { $bad }. Nicht prüfbar: { $open }. Um { $time }.
desk-count-strangers = Echt, aber von einem Aussteller, den diese Website nicht kennt: { $number }.
desk-too-many = Nur die ersten { $most } wurden angenommen: leeren Sie die Seite, um fortzufahren.
# $site ist die Adresse der Website.
desk-file = Diese Seite wurde aus einer Datei geöffnet. Sie liest, was Sie ihr geben, und fragt nach Schlüsseln und Listen nur über das Netz, bei { $site } wie überall erst, wenn Sie zustimmen.
desk-copy = Dies ist eine Kopie bei { $host }. Was für { $site } signiert wurde, wird dort erfragt, wenn Sie zustimmen.
award-others-dcc = Geben Sie credential.json dem VerifierPlus des Digital Credentials Consortium: er prüft den ersten Beweis und die Statusliste und weiß nichts von dieser Website.
award-others-1edtech = Geben Sie credential.json dem öffentlichen Validator von 1EdTech, die Open Badges pflegen: er prüft die Form, den ersten Beweis und den Status.
award-desk = Diese und andere Badges am Prüftisch dieser Website prüfen

## Was nach einer Verleihung verschickt wird (`accolade announce`): ein Kommentar beim Git-Host und Briefe

announce-heading = Neu verliehen
# $badge ist der Name der Auszeichnung, $who ein Konto oder ein Name, $issuer der Name des Ausstellers, $day ein Datum.
announce-award = { $badge } für { $who }, verliehen von { $issuer } am { $day }
announce-somebody = eine Person, die hier nicht genannt wird
# $count ist eine Zahl.
announce-more = { $count ->
    [one] und noch eine
   *[other] und { $count } weitere
}
announce-page = Die Seite jeder Auszeichnung weist sich gegenüber allen aus, die sie öffnen. Wem sie gehört, kann sie dort herunterladen, ausdrucken und in ein Profil aufnehmen.
announce-subject = Auszeichnung für dich: { $badge }
announce-hello = Hallo,
announce-hello-name = Hallo { $name },
# $issuer ist der Name des Ausstellers, $badge der Name der Auszeichnung, $day ein Datum, $url die Adresse ihrer Seite.
announce-letter =
    am { $day } wurde dir von { $issuer } die Auszeichnung „{ $badge }“ verliehen. Hier ist ihre Seite:

    { $url }

    Die Seite weist sich gegenüber allen aus, die sie öffnen. Du kannst die Auszeichnung dort herunterladen, ausdrucken und in ein Profil aufnehmen. Deine E-Mail-Adresse steht nicht darauf; wer die Adresse kennt, kann dort prüfen, dass die Auszeichnung dir gehört.

## Vorschlagen: /nominate/ und die Aushänge dazu

nominate-title = Vorschlagen
nominate-lead = Jemand hat sich ein Badge verdient? Schreiben Sie auf, wer und wofür. Daraus wird eine Datei, die andere prüfen; nichts wird verschickt, bevor Sie es sagen.
nominate-no-script = Das Formular dieser Seite braucht JavaScript. Ohne JavaScript schreiben Sie die Datei selbst oder nehmen das Formular unten.
nominate-by-hand = Ein Vorschlag ist eine Datei im Ordner „nominations“; ihr Name sollte nichts über die Person verraten.
nominate-badge = Badge
nominate-choose = Badge auswählen
# $day ist der letzte Tag, an dem Vorschläge angenommen werden.
nominate-until = Vorschläge bis { $day }
# $badge ist der Name eines Badges.
nominate-closed = Für „{ $badge }“ werden keine Vorschläge mehr angenommen.
nominate-who = Wer ist es?
nominate-who-help = Die E-Mail-Adresse, die Adresse eines öffentlichen Profils oder eine DID. Eine E-Mail-Adresse bleibt auf diesem Gerät: nur ein Code, der daraus gebildet wird, kommt in die Datei.
nominate-narrative = Was hat die Person getan?
nominate-evidence = Wo ist das zu sehen?
nominate-evidence-help = Links, je einer pro Zeile. Das Feld darf leer bleiben.
nominate-date = Wann?
nominate-name = Name
nominate-name-help = Nur, wenn die Person genannt werden will: Der Name wird signiert und lässt sich nicht überall zurücknehmen. Ohne Namen ist die Auszeichnung genauso gut.
nominate-consent = Wo hat die Person zugestimmt?
nominate-consent-help = Ein Link oder ein paar Worte, etwa „mir am selben Tag gesagt“.
nominate-make = Vorschlag erstellen
nominate-done = Ihr Vorschlag ist fertig
# $host ist der Name des Git-Hosts.
nominate-next = { $host } öffnet eine Seite, in der die Datei schon steht. Wählen Sie dort „Propose changes“ oder „Commit“: Daraus wird eine Anfrage, die andere prüfen. Sie brauchen dafür ein Konto.
nominate-paste = Kopieren Sie den Text unten, und fügen Sie ihn in die Seite ein, die { $host } öffnet.
nominate-open = Bei { $host } öffnen
nominate-send = Geben Sie diese Datei denen, die diese Website betreiben.
nominate-copy = Text kopieren
nominate-copied = Kopiert.
nominate-download = Datei speichern
nominate-issue = Kein Umgang mit Git, oder lieber ein einfaches Formular? Nehmen Sie dieses.
nominate-bad-badge = Wählen Sie ein Badge aus.
nominate-bad-who = Schreiben Sie eine E-Mail-Adresse (ada@example.org), die ganze Adresse eines Profils (https://…) oder eine DID (did:…).
nominate-bad-consent = Sagen Sie, wo die Person zugestimmt hat, oder lassen Sie den Namen weg.
nominate-bad-address = Nehmen Sie die E-Mail-Adresse heraus: Alle könnten sie lesen.
nominate-bad-narrative = Sagen Sie in einem Satz, was die Person getan hat.
nominate-bad-link = Schreiben Sie ganze Adressen, von https:// an, je eine pro Zeile.
badge-nominate = Jemanden für dieses Badge vorschlagen
badge-poster = Aushang mit QR-Code
# $badge ist der Name eines Badges.
poster-title = { $badge }: Aushang
poster-call = Haben Sie, oder hat jemand neben Ihnen, sich das verdient? Sagen Sie es uns.
# $day ist der letzte Tag, an dem Vorschläge angenommen wurden.
poster-closed = Vorschläge wurden bis { $day } angenommen
