// What the desk says beyond the words of an award's page.

import {WORDS} from './words.js';

Object.assign(WORDS, {
  // Any issuer's documents.
  'proof-rdfc': 'Signature over the meaning (eddsa-rdfc-2022)',
  'any-document': 'The document is an Open Badges 3.0 credential, and every term in it is defined',
  'any-not-understood': 'The document is not understood: {0}',
  'any-own-context': 'it brings a context of its own',
  'any-context': 'its context `{0}` is not known here',
  'any-number': '`{0}` is {1}: only whole numbers below 2^53 are canonicalised alike everywhere',
  'any-alike': 'it holds nodes without an `id` that cannot be told apart by what they say: give each an `id`, or leave one out',
  'any-work': 'the document holds too many nodes without an `id` that look alike to put them in an order',
  'any-undefined': '`{0}` is not defined by any context',
  'any-relative': '`{0}` is not an absolute address',
  'any-json-ld': 'it is no JSON-LD that can be signed ({0})',
  'any-by-key': 'The issuer `{0}` is known by its key alone',
  'any-stranger': 'The key is one of the issuer `{0}`, who is not of this site. That they are who they say, only {1} vouches for: whoever controls that address made the keys',
  'any-not-asked': '{0} was not asked yet, since asking tells it that somebody looks at this badge',
  'any-no-address': '`{0}` is not an address that can be asked',
  'any-broken': 'A proof of the document is not as it has to be',
  'any-foreign': 'No proof of the document is understood here: it is of the kind `{0}`',
  'any-previous': 'it builds upon the proof `{0}`, which is not there exactly once',
  'any-good': 'The {0} proof holds: signed with the key {1} on {2}',
  'any-added': 'The {0} proof holds: signed with the key {1} on {2}; contexts were added to the document afterwards',
  'any-beside': 'The {0} proof holds: signed with the key {1} on {2}; a further proof, of the kind `{3}`, was passed over',
  'any-bad': 'The {0} proof does not hold: {1}',
  'any-unchecked': 'The {0} proof could not be checked: {1}',
  hosted: 'As the site serves it',
  'any-hosted': 'The Open Badges 2.0 assertion is what this site serves now at `{0}`',
  'any-hosted-other': 'This site serves another assertion now at `{0}`',
  'any-hosted-gone': 'This site says that the assertion `{0}` is revoked',
  'any-hosted-missing': 'The assertion could not be compared with what this site serves: {0}',
  'any-hosted-elsewhere': 'It is an Open Badges 2.0 assertion of another site, `{0}`. Such assertions carry no signature: look at that address',
  'any-jwt': 'It is a credential in the form of a JSON Web Token (VC-JWT), which is not checked here',

  // Finding documents.
  'find-png': 'The PNG is damaged: a checksum does not fit, or it ends too early',
  'find-svg': 'The SVG is damaged: it is no XML',
  'find-doctype': 'The SVG has a DOCTYPE or entities, which no baked badge needs: it was not read',
  'find-twice': 'The picture carries two badges of one kind',
  'find-compressed': 'The credential in the picture is compressed, which the standard forbids',
  'find-unbaked': 'The picture carries no badge. Phones and chat programs strip what is inside: ask for the original file',
  'find-large': 'The file is larger than 8 MiB',
  'find-kind': 'The file is neither text nor a PNG',
});
