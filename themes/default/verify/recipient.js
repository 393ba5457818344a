// Is it about the person asked for? Source: Open Badges 3.0, "IdentityHash".

import {sha256} from './encoding.js';
import {bare, isText} from './kind.js';

/** Lower-case hexadecimal digits. */
export const hex = bytes => Array.from(bytes, it => it.toString(16).padStart(2, '0')).join('');

/** What names a person: what is of no kind can be compared with nothing. */
const kindOf = text => /^did:/.test(text) ? 'did' : /^[^\s/@]+@[^\s/@]+$/.test(text) ? 'email' : /\//.test(text) ? 'profile' : '';

/** As it is compared: hosts and e-mail addresses in lower case, addresses as pages write them; in DIDs every letter counts. */
const plain = text => /^did:/.test(text) ? text : bare(text).replace(/^[^/]+/, it => it.toLowerCase());

/**
 * Asks whether `credential` is about `who`: an e-mail address, the address of a profile, or a DID. The hash of an e-mail
 * address is compared with it as given, trimmed, and in lower case. Only who was named in the way that was signed can be
 * somebody else.
 *
 * @param {any} credential
 * @param {string} who
 * @returns {Promise<{outcome: 'passed' | 'failed' | 'unknown', sentence: import('./words.js').Sentence}>}
 */
export async function about(credential, who) {
  const subject = credential?.credentialSubject ?? {};
  const named = who.trim();
  const kinds = [];
  let theirs, hidden;
  const ask = (id, kind = kindOf(id)) => {
    kinds.push(kind);
    theirs ||= named && (id === named || kind && plain(id) === plain(named));
  };
  if (isText(subject.id)) ask(subject.id);
  for (const {identityHash: identity, identityType: type, hashed, salt} of [subject.identifier ?? []].flat().filter(Boolean)) {
    if (!isText(identity) || type === 'name') continue;
    if (hashed !== true) {
      ask(identity);
      continue;
    }
    kinds.push(type === 'emailAddress' ? 'email' : '');
    const digest = /^sha256\$((?:[\da-f]{2})*)$/i.exec(identity)?.[1];
    const unread = digest === undefined || !crypto.subtle;
    hidden ||= unread;
    for (const candidate of unread ? [] : [named, who, named.toLowerCase()]) {
      theirs ||= hex(await sha256(candidate + (isText(salt) ? salt : ''))) === digest.toLowerCase();
    }
  }
  const asked = kindOf(named);
  const outcome = theirs ? 'passed' : asked && !hidden && kinds.includes(asked) ? 'failed' : 'unknown';
  return {outcome, sentence: [`about-${outcome !== 'unknown' || hidden ? outcome : kinds.find(Boolean) ?? 'none'}`, named]};
}
