// The JSON Canonicalization Scheme (RFC 8785).

import {isText} from './kind.js';

/**
 * Writes `value` in the one form that RFC 8785 allows.
 *
 * ECMAScript's own way with numbers and text is what the standard asks for, and its default order of strings is the order
 * of UTF-16 code units. Half a character and infinity are no JSON: they throw.
 *
 * @param {unknown} value what `JSON.parse` gave
 * @returns {string}
 */
export function canonicalize(value) {
  if (Array.isArray(value)) return `[${value.map(canonicalize)}]`;
  if (value && typeof value === 'object') {
    const member = name => `${canonicalize(name)}:${canonicalize(value[name])}`;
    return `{${Object.keys(value).sort().map(member)}}`;
  }
  if (isText(value) ? /\p{Surrogate}/u.test(value) : typeof value === 'number' && !isFinite(value)) {
    throw new RangeError('not JSON');
  }
  return JSON.stringify(value);
}
