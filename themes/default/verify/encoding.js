// Bytes as text, and text as bytes.

import {isText} from './kind.js';
import {fail} from './words.js';

const DIGITS = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/**
 * Reads `z` + base58btc of exactly `length` bytes.
 *
 * @param {unknown} text
 * @param {number} length
 * @returns {Uint8Array | undefined} nothing if it is anything else
 */
export function readBase58(text, length) {
  // So many bytes have fewer digits; longer texts are not worth reading.
  if (!isText(text) || text.length > 2 * length) return;
  const [first, ...digits] = [...text].map(it => DIGITS.indexOf(it));
  if (DIGITS[first] !== 'z' || digits.includes(-1)) return;
  const bytes = [];
  for (let number = digits.reduce((sum, it) => sum * 58n + BigInt(it), 0n); number; number >>= 8n) bytes.unshift(Number(number & 255n));
  // Each zero in front is a byte.
  for (const it of digits) {
    if (it) break;
    bytes.unshift(0);
  }
  if (bytes.length === length) return Uint8Array.from(bytes);
}

/** SHA-256 of a text. */
export const sha256 = async text => new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));

/**
 * Reads the bits of a status list: `u` + base64url of gzip (Bitstring Status List 1.0, "Bitstring Expansion").
 *
 * A few bytes of gzip can stand for gigabytes: reading stops at 16 MiB.
 *
 * @param {string} text
 * @returns {Promise<Uint8Array>}
 */
export async function readBits(text) {
  if (!/^u[\w-]+$/.test(text)) fail('list-encoding');
  let bytes, length = 0;
  const parts = [];
  try {
    bytes = Uint8Array.from(atob(text.slice(1).replace(/-/g, '+').replace(/_/g, '/')), it => it.charCodeAt(0));
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
    for (let part; length <= 1 << 24 && !(part = await reader.read()).done; length += part.value.length) parts.push(part.value);
  } catch {
    fail('list-encoding');
  }
  if (length > 1 << 24) fail('list-long');
  if (length < 1 << 14) fail('list-bits', length * 8);
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/**
 * Reads JSON that is to be trusted: UTF-8, no name twice in one object, no more than 64 levels.
 *
 * @param {BufferSource} bytes
 */
export function readJson(bytes) {
  let text, value;
  try {
    text = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch {
    fail('not-utf8');
  }
  try {
    value = JSON.parse(text);
  } catch {
    fail('not-json');
  }
  // In JSON that was read without complaint, a colon outside a string follows a name: all of them have to be found again.
  const names = text.replace(/"(?:[^"\\]|\\.)*"/g, '').split(':').length - 1;
  const count = (it, depth) => !it || typeof it !== 'object' ? 0 : depth > 64 ? fail('deep')
    : Object.values(it).reduce((sum, one) => sum + count(one, depth + 1), Array.isArray(it) ? 0 : Object.keys(it).length);
  if (count(value, 1) !== names) fail('twice');
  return value;
}
