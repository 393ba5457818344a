// Is it about the person asked for? Source: Open Badges 3.0, "IdentityHash".

import {sha256} from './encoding.js';
import {isText} from './kind.js';

/** Lower-case hexadecimal digits. */
export const hex = bytes => Array.from(bytes, it => it.toString(16).padStart(2, '0')).join('');

/**
 * Asks whether `credential` is about `who`: an e-mail address, the address of a profile, or a DID. An e-mail address is
 * compared as given, trimmed, and in lower case.
 *
 * @param {any} credential
 * @param {string} who
 * @returns {Promise<{outcome: 'passed' | 'failed' | 'unknown', sentence: string}>}
 */
export async function about(credential, who) {
  const subject = credential?.credentialSubject ?? {};
  const named = who.trim();
  const candidates = [named, who, ...who.includes('@') ? [named.toLowerCase()] : []];
  let theirs = subject.id === named && named !== '';
  let hidden = false;
  for (const it of [subject.identifier ?? []].flat()) {
    const identity = it?.identityHash;
    if (!isText(identity) || it.identityType === 'name') continue;
    if (it.hashed !== true) {
      theirs ||= candidates.includes(identity);
      continue;
    }
    const digest = /^sha256\$((?:[\da-f]{2})*)$/i.exec(identity)?.[1];
    if (digest === undefined || !crypto.subtle) {
      hidden = true;
      continue;
    }
    for (const candidate of candidates) {
      theirs ||= hex(await sha256(candidate + (isText(it.salt) ? it.salt : ''))) === digest.toLowerCase();
    }
  }
  const outcome = theirs ? 'passed' : hidden ? 'unknown' : 'failed';
  return {outcome, sentence: [`about-${outcome}`, named]};
}
