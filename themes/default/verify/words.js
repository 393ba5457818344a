// Every word that the award page's script says, in one table. `{0}`, `{1}` … are filled in.

/** @type {Record<string, string>} */
export const WORDS = {
  // What is asked.
  page: 'This page',
  document: 'Document',
  issuer: 'Issuer and key',
  proof: 'Signature over the text (eddsa-jcs-2022)',
  status: 'Revocation',
  dates: 'Dates',
  definition: 'Definition of the badge',
  recipient: 'Recipient',
  // What was found.
  passed: 'Passed',
  attention: 'Note',
  failed: 'Failed',
  unknown: 'Not checked',
  absent: 'Absent',

  // The sentence on top.
  valid: 'Valid.',
  expiring: 'Valid, and expires on {0}.',
  'not-yet-valid': 'Not valid before {0}.',
  expired: 'Expired on {0}.',
  suspended: 'Suspended.',
  revoked: 'Revoked.',
  invalid: 'Not genuine.',
  unchecked: 'Could not be checked.',
  altered: 'This page is not what was signed.',
  'stamp not-yet-valid': 'Not valid yet',
  'stamp expired': 'Expired',
  'stamp suspended': 'Suspended',
  'stamp revoked': 'Revoked',
  'stamp invalid': 'Not genuine',
  'stamp unchecked': 'Not checked',

  // The desk.
  now: 'checked in your browser at {0}',
  working: 'Your browser is checking …',
  intro: 'Your browser checked this itself on {0} at {1}, with what {2} serves now. Nothing of it was decided beforehand.',
  again: 'Check again',
  built: 'What was checked when the page was built',
  'built-said': '{0}. When the page was built, on {1}, it said: {2}',
  paper: '{0} Checked on {1} UTC.',
  evidence: 'Evidence',
  framed: 'You see this page inside another one, which could cover or change what you see.',
  alone: 'Open it on its own to be sure',
  original: 'Go to the original',

  // This page.
  'page-same': 'Everything that the page says of this award is what was signed',
  'page-named': 'The page says what was signed, and one thing more: that the recipient is “{0}”. For that name this site vouches, not the signature',
  'page-other': 'The page says “{0}”, which is not what was signed',
  'page-lacks': 'The page leaves out what was signed: {0}',
  'page-close': 'The page words “{0}” in a way that could not be compared with what was signed',
  'page-file': 'This page was opened from a file, and browsers let no such page read the files beside it. It says what was true when it was built, and nothing later',
  'page-copy': 'This is a copy at {0}. The award was signed for {1}, and only that place can say what it is worth now',
  'page-preview': 'This is a preview, served by this computer, and says what was signed. What counts for others is {0}',
  'page-moved': 'This is the page of another award than the one that was signed: `{0}`',

  // Reading a document.
  offline: 'your browser is offline',
  unreachable: '{0} did not answer',
  answered: '{0} answered with the error {1}',
  redirected: '{0} sends elsewhere',
  elsewhere: 'it lies at `{0}`, and this page asks nobody but its own site',
  'not-json': 'what lies there is not JSON',
  'not-utf8': 'what lies there is not text',
  twice: 'a name occurs twice in one object',
  deep: 'nested deeper than 64 levels',
  'old-browser': 'this browser cannot check Ed25519 signatures; a newer one can',
  'no-crypto': 'browsers check signatures only on pages that came over HTTPS',
  copy: 'they were taken from this copy, whose keeper could have changed them',

  // Document.
  'document-unread': 'The signed credential could not be read: {0}',
  'document-bad': 'The document is not as it has to be: {0}',
  'document-good': 'The document is an Open Badges 3.0 credential',
  'document-endorsed': 'The document is an Open Badges 3.0 credential; the endorsements that it carries were not checked',
  'document-older': 'The document is not understood: it is of the older form, Verifiable Credentials 1.1',
  'no-object': 'it is not a JSON object',
  'no-type': 'its `type` is not `{0}`',
  'no-context': 'its `@context` is not as it has to be',
  lacks: 'it has no `{0}`',
  'no-address': '`{0}` is not an absolute address',
  'wrong-type': 'the `type` of `{0}` is not `{1}`',

  // Issuer.
  'issuer-good': 'The issuer `{0}` is known, and the key is one of its keys',
  'issuer-unknown': 'The keys of the issuer `{0}` are not known: {1}',
  'issuer-none': 'The issuer cannot be asked: the document does not name it',
  'key-foreign': 'The key `{0}` does not belong to the issuer `{1}`',
  'key-unlisted': 'The issuer `{0}` does not list the key `{1}`',
  'key-undated': 'The key {0} may sign for a limited time, and the proof does not say when it was made',
  'key-compromised': 'The key {0} was not safe any more when this was signed: it counts as compromised since {1}',
  'key-ended': 'The key {0} ended on {1}, before this was signed',
  'key-later-compromised': 'The issuer lists the key {0}; it counts as compromised since {1}, and this was signed before',
  'key-later-ended': 'The issuer lists the key {0}, which signed this in its time and was retired on {1}',
  'did-other': 'the DID document is about `{0}`, not about `{1}`',
  'did-no-id': 'the DID document has no `id`',
  'did-no-array': '`{0}` of the DID document is not an array',
  'did-more': '`{0}` of the DID document holds more than it may',
  'did-twice': 'the DID document lists `{0}` twice',
  'did-foreign': 'the key `{0}` does not belong to `{1}`',
  'did-controller': 'the key `{0}` has another controller than `{1}`',
  'did-key': 'the key `{0}` cannot be used: it is not an Ed25519 key',
  'did-weak': 'the key `{0}` cannot be used: it is a key of small order, under which anything verifies',
  'did-date': '`{0}` of `{1}` is not a date-time',
  'did-web': '`{0}` is not a did:web',

  // Proof.
  'proof-good': 'The eddsa-jcs-2022 proof holds: signed with the key {0} on {1}',
  'proof-bad': 'The eddsa-jcs-2022 proof does not hold: {0}',
  'proof-unchecked': 'The eddsa-jcs-2022 proof could not be checked: {0}',
  'proof-flawed': 'The {0} proof {1}',
  'proof-none': 'The document carries no proof at all',
  'proof-set': 'The document does not carry exactly an eddsa-rdfc-2022 proof and then an eddsa-jcs-2022 proof, as all documents of this issuer do',
  'proof-changed': 'something was changed after signing, or it was signed with another key',
  'proof-context': 'the document has contexts that it does not cover',
  'proof-expired': 'it expired on {0}',
  'proof-no-key': 'there is no key of the issuer to check it with',
  'proof-lacks': 'has no `{0}`',
  'proof-text': 'has a `{0}` that is not text',
  'proof-purpose': 'is not for the purpose `assertionMethod`',
  'proof-date': 'has a bad `{0}`',
  'proof-value': 'has a `proofValue` that is not `z` and 64 bytes in base58',
  'proof-occasion': 'was made for one occasion: it has a `{0}`',
  'proof-member': 'has a member `{0}` that is not expected',

  // Status.
  'status-none': 'It names no status list, so it cannot be revoked',
  'status-unread': 'Its status cannot be understood: `credentialStatus` is not as it has to be',
  'status-kind': 'Its status is of the kind `{0}`, which is not understood here',
  'status-clear': 'It is not revoked: its status list is genuine and has nothing against it',
  'status-revoked': 'It is revoked: the entry in its status list is set',
  'status-suspended': 'It is suspended: the entry in its status list is set',
  'status-missing': 'Its status list `{0}` is not at hand: {1}',
  'status-list': 'Its status list `{0}` {1}',
  'status-by': 'Its status list is by another, `{0}`, and nothing says that it may be',
  'status-purpose': 'Its status list is for the purpose `{0}`, not `{1}`',
  'status-short': 'Its status list has no entry {0}',
  'list-other': 'says that it is `{0}`',
  'list-type': 'is not of the type `BitstringStatusListCredential`',
  'list-lacks': 'has no `{0}`',
  'list-encoding': 'cannot be read: the list is not base64url of gzip, or is damaged',
  'list-long': 'cannot be read: the list is longer than 16 MiB',
  'list-bits': 'cannot be read: the list has {0} bits, fewer than the 131,072 of the standard',
  'list-untrusted': 'cannot be trusted: {0}',
  'list-dates': 'has dates that cannot be understood',
  'list-ended': 'ended on {0}',
  'list-begins': 'begins on {0}',

  // Dates.
  'dates-bad': 'The dates cannot be understood: {0}',
  'dates-order': '`validUntil` is before `validFrom`',
  'dates-stamp': '`{0}` is no date-time with a zone',
  'dates-expired': 'It expired on {0}',
  'dates-begins': 'It begins on {0}',
  'dates-within': 'It is valid from {0} until {1}',
  'dates-soon': 'It is valid from {0} until {1}, which is soon',
  'dates-open': 'It is valid since {0}, without an end',

  // Definition.
  'definition-same': 'The badge is defined today as it was signed',
  'definition-changed': 'Since it was signed, the definition of the badge has changed: {0}. The award keeps the words that were signed',
  'definition-unread': 'The definition of the badge as it is today could not be read: {0}',
  'definition-other': 'what lies there is another badge',

  // Recipient.
  ask: 'Is it this person?',
  'ask-label': 'E-mail address or profile address',
  'ask-note': 'It is compared here, in your browser, and sent to nobody.',
  'ask-button': 'Compare',
  'about-yes': 'Match: it was awarded to `{0}`',
  'about-no': 'No match: it was not awarded to `{0}`',
  'about-hidden': 'Cannot be told: whether it is about `{0}` is hidden behind a hash that is not understood here',
  'about-unknown': 'Cannot be told: {0}',
  'about-but': 'But mind what stands on top: {0}',

  months: 'January February March April May June July August September October November December',
  'own email': 'a recipient who is identified by a protected e-mail address|Not named; known by a protected e-mail address',
  'own scale': 'on a scale from|to|of at most|of at least|required',
};

/** The words under `key`, with `values` in their places. */
export const say = (key, ...values) => WORDS[key].replace(/\{(\d)\}/g, (_, place) => values[place]);

/** Why something could not be done: `why` is the rest of a sentence. */
export class Trouble extends Error {}

/** Throws the words under `key`. */
export const fail = (key, ...values) => { throw new Trouble(say(key, ...values)); };
