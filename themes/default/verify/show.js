// What pages show of a check, and how they ask for documents.

import {readJson} from './encoding.js';
import {fail, say} from './words.js';

/** An element with attributes and content; `code` in backticks. */
export function make(tag, attributes, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content.flatMap(it => typeof it !== 'string' ? [it] : it.split('`').map((part, n) => {
    if (n % 2 === 0) return part;
    const code = document.createElement('code');
    code.textContent = part;
    return code;
  })));
  return element;
}

/** The signs are those that the templates draw. */
const SIGNS = [
  [/^(valid|expiring|passed)$/, 'm7 12.5 3.4 3.4L17.2 9'],
  [/^(revoked|invalid|altered|failed|suspended)$/, 'm8 8 8 8m0-8-8 8'],
  [/^(expired|not-yet-valid)$/, 'M12 6.5V12l3.5 2.5'],
  [/^attention$/, 'M12 6.5v6.5m0 3.5v.1'],
  [/^absent$/, 'M8 12h8'],
  [/./, 'M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8m0 3v.1'],
];

/** A sign like those that the page has already. */
export function sign(kind) {
  const mark = document.querySelector('.mark').cloneNode(true);
  mark.querySelector('path').setAttribute('d', SIGNS.find(([kinds]) => kinds.test(kind))[1]);
  return mark;
}

/** The time of day, for readers of the page's language. */
export const clock = at => new Date(at).toLocaleTimeString(document.documentElement.lang, {hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23'});

/** One answer, its evidence folded. */
export function line({question, outcome, sentence, evidence}, now) {
  const facts = evidence.map(([name, value]) => make('div', {class: 'fact'}, make('dt', {}, name), make('dd', {}, `\`${value}\``)));
  return make('li', {class: `check check--${outcome}`, 'data-question': question}, sign(outcome), make('div', {},
    make('p', {}, make('strong', {}, `${say(question)}: ${say(outcome)}.`), ` ${sentence}. `,
      make('time', {class: 'quiet', datetime: new Date(now).toISOString()}, clock(now))),
    ...facts.length ? [make('details', {}, make('summary', {}, say('evidence')), make('dl', {class: 'facts'}, ...facts))] : []));
}

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
