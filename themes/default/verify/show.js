// What pages show of a check, and how they ask for documents.

import {readJson} from './encoding.js';
import {fail, say} from './words.js';

/** A sign like those that the page has already, for a verdict or an outcome. */
export function sign(kind) {
  const mark = document.querySelector('.mark').cloneNode(true);
  mark.querySelector('path').setAttribute('d', say(`sign-${kind}`));
  return mark;
}

/** The time of day, for readers of the page's language. */
export const clock = at => new Date(at).toLocaleTimeString(document.documentElement.lang, {timeStyle: 'medium', hourCycle: 'h23'});

/** A document as a host serves it now: never from elsewhere, and never out of an old cache. */
export async function get(url, options, host = location.host) {
  let response, bytes;
  try {
    response = await fetch(url, {cache: 'no-cache', redirect: 'manual', credentials: 'omit', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(20e3), ...options});
    bytes = await response.arrayBuffer();
  } catch {
    fail(navigator.onLine ? 'unreachable' : 'offline', host);
  }
  if (response.type === 'opaqueredirect') fail('redirected', host);
  if (!response.ok) fail('answered', host, response.status);
  return readJson(bytes);
}
