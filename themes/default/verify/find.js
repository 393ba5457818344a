// Credentials in whatever was given: JSON, baked pictures, text with links. Pictures are read, never shown or run.

import {readJson} from './encoding.js';
import {isText} from './kind.js';
import {fail} from './words.js';

/** No file is read beyond this. */
export const FILE_LIMIT = 8 << 20;
const NAMES = {openbadgecredential: 'https://purl.imsglobal.org/ob/v3p0', openbadges: 'http://openbadges.org'};

const utf8 = bytes => new TextDecoder('utf-8', {fatal: true}).decode(bytes);

const CRC = Uint32Array.from({length: 256}, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xedb88320 ^ n >>> 1 : n >>> 1;
  return n;
});

/** The texts that are baked into a PNG (PNG Specification, 11.3.3): each chunk with its checksum. */
export function readPng(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Map();
  let at = 8, kind = '';
  while (kind !== 'IEND') {
    if (at + 12 > bytes.length) fail('find-png');
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > bytes.length) fail('find-png');
    kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    let crc = -1;
    for (let n = at + 4; n < end; n++) crc = CRC[(crc ^ bytes[n]) & 255] ^ crc >>> 8;
    if ((crc ^ -1) >>> 0 !== view.getUint32(end) || at === 8 && kind !== 'IHDR') fail('find-png');
    if (kind === 'iTXt' || kind === 'tEXt') {
      const data = bytes.subarray(at + 8, end);
      const nul = data.indexOf(0);
      const keyword = String.fromCharCode(...data.subarray(0, Math.max(nul, 0)));
      if (keyword in NAMES) {
        if (found.has(keyword)) fail('find-twice');
        let from = nul + 1;
        if (kind === 'iTXt') {
          if (data[from]) fail('find-compressed');
          // Flag, method, language and translated keyword, the last two ended by a null.
          from = data.indexOf(0, data.indexOf(0, from + 2) + 1) + 1;
        }
        found.set(keyword, utf8(data.subarray(from)));
      }
    }
    at = end + 4;
  }
  return [...found.values()];
}

/** The texts that are baked into an SVG. It is parsed as a document that nothing loads or runs in. */
export function readSvg(text) {
  if (/<!DOCTYPE[^>]*\[|<!ENTITY/i.test(text)) fail('find-doctype');
  const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
  if (svg.querySelector('parsererror')) fail('find-svg');
  return Object.values(NAMES).flatMap(name => {
    const all = ['credential', 'assertion'].flatMap(it => [...svg.getElementsByTagNameNS(name, it)]);
    if (all.length > 1) fail('find-twice');
    return all.map(it => it.textContent.trim() || it.getAttribute('verify') || '');
  });
}

/** A whole string, a brace, or what stands nowhere in JSON outside a string. */
const TOKEN = /"[^"\\\r\n]*(?:\\.[^"\\\r\n]*)*"|[^\s[\]:,\w.+-]/g;

/**
 * Where whole JSON objects with an `@context` stand in a text: the outermost, as [start, end] in order.
 *
 * It is read once. What cannot be JSON, such as a quotation mark in a letter, ends whatever was open, and reading goes on
 * behind it.
 */
function objectsIn(text) {
  const open = [], found = [];
  let context = -1;
  for (let at = text.indexOf('{'); at >= 0;) {
    TOKEN.lastIndex = at;
    const it = TOKEN.exec(text);
    if (!it) break;
    const [token] = it;
    at = TOKEN.lastIndex;
    if (token === '{') open.push(it.index);
    else if (token === '}') {
      const start = open.pop();
      if (context > start) {
        while (found.at(-1)?.[0] > start) found.pop();
        found.push([start, at]);
      }
    } else if (token.length > 1 && /[:,}\]]/.test(nextOf(text, at))) {
      if (token === '"@context"') context = it.index;
    } else {
      at = it.index + 1;
      open.length = 0;
    }
    if (!open.length) at = text.indexOf('{', at);
  }
  return found;
}

/** The next character that is no space. */
function nextOf(text, at) {
  while (/\s/.test(text[at])) at++;
  return text[at];
}

/**
 * What is in `text`: documents, addresses of awards of this site, other addresses if there is nothing but addresses, and
 * tokens of another form.
 *
 * @returns {{document?: any, url?: string, other?: string, jwt?: true, trouble?: unknown}[]}
 */
export function findIn(text, base) {
  const whole = text.trim();
  if (/^[[{]/.test(whole)) {
    let value;
    try {
      value = readJson(new TextEncoder().encode(whole));
      if (!Array.isArray(value)) return [{document: value}];
      return value.flatMap(it => isText(it) ? findIn(it, base) : [{document: it}]);
    } catch (trouble) {
      if (value === undefined && !/https?:/.test(whole.replace(/"(?:[^"\\]|\\.)*"/g, ''))) return [{trouble}];
    }
  }
  const found = [];
  if (/^[\w-]{10,}\.[\w-]{10,}\.[\w-]*$/.test(whole)) return [{jwt: true}];
  // What mail programs do to long lines.
  let letter = /quoted-printable/i.test(text) ? text.replace(/=\r?\n/g, '').replace(/=3D/gi, '=') : text;
  const rest = [];
  let after = 0;
  for (const [start, end] of objectsIn(letter)) {
    rest.push(letter.slice(after, start));
    after = end;
    try {
      found.push({document: readJson(new TextEncoder().encode(letter.slice(start, end)))});
    } catch (trouble) {
      found.push({trouble});
    }
  }
  letter = [...rest, letter.slice(after)].join(' ');
  const urls = [...letter.matchAll(/https?:\/\/[^\s<>"'`\\]+/g)].map(([it]) => it.replace(/[.,;:!?)\]}]+$/, ''));
  const seen = new Set();
  for (const url of urls) {
    const [, id] = url.startsWith(base) ? /^assertions\/([0-9a-z]{20})(?=[/?#]|$)/.exec(url.slice(base.length)) ?? [] : [];
    if (id && !seen.has(id)) {
      seen.add(id);
      found.push({url: `${base}assertions/${id}/credential.json`});
    }
  }
  if (!found.length && /eyJ[\w-]+\.[\w-]+\.[\w-]+/.test(letter)) return [{jwt: true}];
  if (!found.length && urls.length && !letter.replace(/https?:\/\/\S+|[\s,;]/g, '')) {
    return urls.map(url => url.startsWith('https:') ? {other: url} : {trouble: {sentence: ['any-no-address', url]}});
  }
  return found;
}

/** What is in a file. */
export function findInFile(bytes, base) {
  if (bytes.length > FILE_LIMIT) fail('find-large');
  if (bytes[0] === 0x89 && String.fromCharCode(...bytes.subarray(1, 4)) === 'PNG') {
    const texts = readPng(bytes);
    if (!texts.length) fail('find-unbaked');
    // The signed credential says more than the hosted assertion beside it.
    return preferred(texts.flatMap(it => findIn(it, base)));
  }
  let text;
  try {
    text = utf8(bytes);
  } catch {
    fail('find-kind');
  }
  if (/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!DOCTYPE svg|svg)[\s>]/.test(text)) {
    const texts = readSvg(text);
    if (!texts.length) fail('find-unbaked');
    return preferred(texts.flatMap(it => findIn(it, base)));
  }
  return findIn(text, base);
}

const preferred = found => found.some(it => it.document?.type?.includes?.('VerifiableCredential')) ? found.filter(it => it.document?.type?.includes?.('VerifiableCredential')) : found;
