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
judge-working = Ihr Browser prüft …
judge-intro = Ihr Browser hat das am { $v0 } um { $v1 } selbst geprüft, anhand dessen, was { $v2 } jetzt ausliefert. Nichts davon stand vorher fest.
judge-again = Noch einmal prüfen
judge-built = Was beim Erstellen der Seite geprüft wurde
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

judge-proof-good = Die Signatur eddsa-jcs-2022 stimmt: signiert mit dem Schlüssel { $v0 } am { $v1 }
judge-proof-bad = Die Signatur eddsa-jcs-2022 stimmt nicht: { $v0 }
judge-proof-unchecked = Die Signatur eddsa-jcs-2022 konnte nicht geprüft werden: { $v0 }
judge-proof-flawed = Die Signatur { $v0 } { $v1 }
judge-proof-none = Das Dokument trägt überhaupt keine Signatur
judge-proof-set = Das Dokument trägt nicht genau eine Signatur eddsa-rdfc-2022 und danach eine eddsa-jcs-2022, wie alle Dokumente dieses Ausstellers
judge-proof-changed = nach dem Signieren wurde etwas geändert, oder es wurde mit einem anderen Schlüssel signiert
judge-proof-context = das Dokument hat Kontexte, die sie nicht abdeckt
judge-proof-expired = sie ist am { $v0 } abgelaufen
judge-proof-no-key = es gibt keinen Schlüssel des Ausstellers, um sie zu prüfen
judge-proof-lacks = hat kein `{ $v0 }`
judge-proof-text = hat ein `{ $v0 }`, das kein Text ist
judge-proof-purpose = dient nicht dem Zweck `assertionMethod`
judge-proof-date = hat ein falsches `{ $v0 }`
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
judge-list-dates = hat Zeitangaben, die nicht zu verstehen sind
judge-list-ended = endete am { $v0 }
judge-list-begins = beginnt am { $v0 }

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

judge-ask = Ist es diese Person?
judge-ask-label = E-Mail-Adresse oder Profiladresse
judge-ask-note = Sie wird hier verglichen, in Ihrem Browser, und niemandem geschickt.
judge-ask-button = Vergleichen
judge-about-yes = Treffer: verliehen an `{ $v0 }`
judge-about-no = Kein Treffer: nicht verliehen an `{ $v0 }`
judge-about-hidden = Nicht zu sagen: ob `{ $v0 }` gemeint ist, verbirgt ein Hash, der hier nicht verstanden wird
judge-about-unknown = Nicht zu sagen: { $v0 }
judge-about-but = Beachten Sie aber, was oben steht: { $v0 }

judge-own-email = ein Empfänger, der durch eine geschützte E-Mail-Adresse bestimmt ist|Nicht genannt; bestimmt durch eine geschützte E-Mail-Adresse
judge-own-scale = auf einer Skala von|bis|von höchstens|von mindestens|erforderlich

## Who decides about an award

badge-awarding = { $count ->
    [one] Jeder Verleihung stimmt eine dieser Stellen zu:
   *[other] Jeder Verleihung stimmen { $count } dieser Stellen zu:
}
badge-awarding-never = Niemand stimmt dem zu, was er selbst vorgeschlagen hat oder selbst bekäme.
assertion-nominated = Vorgeschlagen von
assertion-reviewed = Zugestimmt haben
assertion-request = Wo darüber entschieden wurde
