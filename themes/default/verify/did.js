// Who may sign: the controller of keys, read from a DID document.
//
// Sources: Controlled Identifiers 1.0, "Retrieve Verification Method" and "Multikey"; the did:web method.

import {readBase58} from './encoding.js';
import {isText} from './kind.js';
import {readStamp} from './time.js';
import {fail} from './words.js';

/**
 * @typedef {{id: string, key: Uint8Array, short: string, text: string, until?: number, compromised?: number}} Method
 *   a key that is listed under `assertionMethod`
 */

/**
 * Whether a point with this y-coordinate is of small order, so that anything verifies under it: 0 and its square 1 are
 * those of orders 4, 1 and 2; order 8 is what doubling brings to 0, where 2y² = 1 - dy⁴ with d = -121665/121666 (RFC 8032, 5.1).
 */
const isSmall = (y, square = y * y) => y * (square - 1n) * (121665n * square * square - 243332n * square + 121666n) % ((1n << 255n) - 19n) === 0n;

/** Reads a Multikey: `z` + base58btc(0xed 0x01 + 32 bytes). */
export function readKey(text, id) {
  const bytes = readBase58(text, 34);
  if (bytes?.[0] !== 0xed || bytes[1] !== 1) fail('did-key', id);
  const key = bytes.slice(2);
  const y = key.reduceRight((number, byte) => number << 8n | BigInt(byte), 0n) & (1n << 255n) - 1n;
  if (isSmall(y)) fail('did-weak', id);
  return key;
}

/** A key as people tell keys apart. */
export const short = text => `${text.slice(0, 4)}…${text.slice(-4)}`;

/**
 * Reads a DID document, strictly: `id` equal to `did`, methods listed under `assertionMethod` by their absolute id, each
 * with the same controller. Methods of other types and for other purposes are passed over.
 *
 * @param {any} document
 * @param {string} did
 * @returns {Map<string, Method>} by id
 */
export function readController(document, did) {
  if (!isText(document?.id)) fail('did-no-id');
  if (document.id !== did) fail('did-other', document.id, did);
  const all = name => Array.isArray(document[name] ?? []) ? document[name] ?? [] : fail('did-no-array', name);
  const allowed = all('assertionMethod');
  if (!allowed.every(isText)) fail('did-more', 'assertionMethod');
  const methods = new Map();
  for (const method of all('verificationMethod')) {
    const id = method?.id;
    if (!isText(id)) fail('did-more', 'verificationMethod');
    if (!allowed.includes(id) || method.type !== 'Multikey') continue;
    if (methods.has(id)) fail('did-twice', id);
    if (!id.startsWith(`${did}#`) || id.length === did.length + 1) fail('did-foreign', id, did);
    if (method.controller !== did) fail('did-controller', id, did);
    const moment = name => method[name] === undefined ? undefined : readStamp(method[name]) ?? fail('did-date', name, id);
    const text = method.publicKeyMultibase;
    methods.set(id, {id, text, key: readKey(text, id), short: short(text), until: moment('expires'), compromised: moment('revoked')});
  }
  return methods;
}

/**
 * Where the document of a `did:web` is served: `/` for each `:`, `/.well-known` without a path, then `did.json`.
 *
 * No part may lead elsewhere once an address is made of it: `.` and `..` are refused, and dots, `/`, `\`, `?`, `#` and
 * controls that are encoded.
 *
 * @param {string} did
 */
export function webAddress(did) {
  const [, host, port, path] = /^did:web:([a-z\d.-]+(?:%3a(\d+))?)((?::(?!\.\.?(?![^:]))(?:[\w.~-]|%(?!2[3ef]|3f|5c|7f)[2-9a-f][\da-f])+)*)$/i.exec(did) ?? [];
  if (!host || port > 65535) fail('did-web', did);
  return `https://${host.replace(/%3a/i, ':')}${path.replaceAll(':', '/') || '/.well-known'}/did.json`;
}
