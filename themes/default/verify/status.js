// Bitstring Status List 1.0: whether a credential is revoked or suspended.

import {readBits} from './encoding.js';
import {isText} from './kind.js';
import {fail} from './words.js';

/**
 * Reads a list credential without its proofs. Whether it is genuine is another question.
 *
 * @param {any} credential
 * @param {string} url where it was found
 */
export async function readList(credential, url) {
  const {id, type, issuer, credentialSubject: subject} = credential;
  if (!isText(id)) fail('list-lacks', 'id');
  if (id !== url) fail('list-other', id);
  if (!['VerifiableCredential', 'BitstringStatusListCredential'].every(it => Array.isArray(type) && type.includes(it))
    || subject?.type !== 'BitstringStatusList') fail('list-type');
  const by = issuer?.id ?? issuer;
  if (!isText(by)) fail('list-lacks', 'issuer');
  const lacks = ['statusPurpose', 'encodedList'].find(name => !isText(subject[name]));
  if (lacks) fail('list-lacks', lacks);
  return {issuer: by, purpose: subject.statusPurpose, bits: await readBits(subject.encodedList)};
}

/** The bit at `index`; nothing past the end. Index 0 is the most significant bit of the first byte. */
export const bitAt = (bits, index) => index < bits.length * 8 ? bits[index >> 3] >> 7 - index % 8 & 1 : undefined;

/**
 * Reads `credentialStatus` of our profile: one entry, for one bit.
 *
 * @param {any} entry
 * @returns {{purpose: string, list: string, index: number} | {unknown: string}}
 */
export function readEntry(entry) {
  const {id, type, statusPurpose: purpose, statusListCredential: list, statusListIndex: index, statusSize} = entry ?? {};
  if (Array.isArray(entry) || !isText(type)) fail('status-unread');
  if (type !== 'BitstringStatusListEntry') return {unknown: type};
  if (![purpose, list, index].every(isText) || id === list) fail('status-unread');
  if (!['revocation', 'suspension'].includes(purpose)) return {unknown: purpose};
  // A decimal number in its one usual form, so that two entries for one bit are the same text.
  if (!/^(0|[1-9]\d{0,9})$/.test(index) || index >= 2 ** 32 || ![undefined, 1].includes(statusSize)) fail('status-unread');
  return {purpose, list, index: Number(index)};
}
