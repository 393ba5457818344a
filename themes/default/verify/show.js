// What pages show of a check, and how they ask for documents.

import {readJson} from './encoding.js';
import {fail} from './words.js';

/** The signs are those that the templates draw: for each, the kinds that it stands for. */
export const SIGNS = [
  ['valid expiring', 'm7 12.5 3.4 3.4L17.2 9'],
  ['revoked suspended invalid altered', 'm8 8 8 8m0-8-8 8'],
  ['expired not-yet-valid', 'M12 6.5V12l3.5 2.5'],
  ['unchecked', 'M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8m0 3v.1'],
];

/** A sign like those that the page has already. */
export function sign(kind) {
  const mark = document.querySelector('.mark').cloneNode(true);
  mark.querySelector('path').setAttribute('d', SIGNS.find(([kinds]) => kinds.split(' ').includes(kind))[1]);
  return mark;
}

/** The time of day, for readers of the page's language. */
export const clock = at => new Date(at).toLocaleTimeString(document.documentElement.lang, {timeStyle: 'medium', hourCycle: 'h23'});

/** A document as a host serves it now: never from elsewhere, and never out of an old cache. */
export async function get(url, host = location.host) {
  let response, bytes;
  try {
    response = await fetch(url, {cache: 'no-cache', redirect: 'manual', credentials: 'omit', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(20e3)});
    bytes = await response.arrayBuffer();
  } catch {
    fail(navigator.onLine ? 'unreachable' : 'offline', host);
  }
  if (response.type === 'opaqueredirect') fail('redirected', host);
  if (!response.ok) fail('answered', host, response.status);
  return readJson(bytes);
}
