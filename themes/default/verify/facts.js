// Does the page say what was signed, no more and no less?
//
// What the page shows of an award is marked: `data-fact` for a fact, `data-signed` for a part that holds nothing else but
// facts and the page's own words (`dt`, `h2`, `data-own`).

import {day, days, readStamp} from './time.js';
import {WORDS, say, told} from './words.js';

const OWN = 'dt, h2, summary, [data-own]';
const plain = text => text.replace(/\s+/g, ' ').trim();

/** Every text and number in `value`. */
const leaves = value => value && typeof value === 'object' ? Object.values(value).flatMap(leaves) : [String(value)];

/** What is left of a text without its space and marks. */
export const letters = text => text.replace(/[\s*_`~#>+\-=|[\]()!\\:<&"']/g, '');

/**
 * Compares every marked fact below `root` with `credential`.
 *
 * @param {ParentNode} root
 * @param {any} credential
 * @param {typeof import('./markdown.js')} [help] for what takes more than comparing letters
 * @returns {['passed' | 'attention' | 'failed' | 'unknown', import('./words.js').Sentence]}
 */
export function compare(root, credential, help) {
  const {issuer, credentialSubject: subject, evidence = [], validFrom, validUntil, awardedDate = validFrom} = credential;
  const {achievement} = subject;
  const kind = achievement.achievementType ?? 'Badge';
  const all = leaves(credential);
  const name = [subject.identifier ?? []].flat().find(it => it.identityType === 'name')?.identityHash;
  const sources = [achievement.criteria?.narrative, subject.narrative, ...evidence.map(it => it.narrative)].filter(Boolean);
  const shown = new Set(all.flatMap(it => {
    const rest = /^https?:\/\/((.+?)(?:\/.*)?)$/.exec(it);
    return rest ? [it, rest[2], rest[1].replace(/\/+$/, '')] : [plain(it), help?.inWords(it)];
  }).concat(help?.own));
  const one = {name: achievement.name, description: achievement.description, issuer: issuer.name, type: WORDS[`is ${kind}`] ?? help?.inWords(kind) ?? kind};
  const times = {awarded: awardedDate, from: validFrom, until: validUntil};
  const lacking = new Set([
    'name', 'issuer', 'recipient', 'awarded', ...validUntil ? ['until'] : [],
    ...readStamp(validFrom) > readStamp(awardedDate) ? ['from'] : [],
    ...sources, ...[achievement.tag ?? []].flat(), ...evidence.map(it => it.name).filter(Boolean),
  ]);
  const written = new Map();
  let note, close;

  const checks = {
    recipient(text, it) {
      if (text === name) return true;
      if (subject.id ? text === String(subject.id).replace(/^https?:\/\//, '').replace(/\/+$/, '') : say('own-recipient').split('|').includes(text)) return !name;
      // Whoever has a page on this site is named by the site.
      const named = it.closest('a')?.getAttribute('href')?.startsWith('../../people/') && text;
      if (named) note = ['page-named', text];
      return named;
    },
    words(text) {
      let source = sources.find(it => letters(it) === letters(text)) ?? help?.sourceOf(sources, text);
      if (source === undefined) source = close = help?.nearest(sources, text);
      lacking.delete(source);
      return source;
    },
    scale: text => help?.scalesOf(achievement).includes(text),
  };

  for (const it of root.querySelectorAll('[data-fact]')) {
    const fact = it.dataset.fact;
    const text = plain(it.textContent);
    if (!text) continue;
    let good;
    if (it.localName === 'time') {
      const at = readStamp(it.getAttribute('datetime'));
      const signed = fact in times ? [times[fact]] : all;
      // A page writes the day as it was where the community is, and what ends at midnight ended the day before.
      const near = [-14, 0, 14].flatMap(hours => [at + hours * 3600e3, at + hours * 3600e3 - 1]);
      good = signed.some(stamp => readStamp(stamp) === at) && at !== undefined && near.some(it => told(day(it)) === text);
      if (good) written.set(at, text);
    } else {
      good = fact in one ? text === plain(one[fact]) : checks[fact] ? checks[fact](text, it) : shown.has(text);
    }
    if (!good) return ['failed', ['page-other', text]];
    lacking.delete(fact);
    lacking.delete(text);
  }
  for (const part of root.querySelectorAll('[data-signed]')) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
      if (plain(node.data) && !node.parentElement.closest(`[data-fact], ${OWN}`)) return ['failed', ['page-other', plain(node.data)]];
    }
    for (const link of part.querySelectorAll('a[href]')) {
      const to = link.getAttribute('href').replaceAll('%20', ' ');
      if (/^[a-z]+:/i.test(to) && !all.some(it => it.includes(to))) return ['failed', ['page-other', to]];
    }
  }
  if (close) return ['unknown', ['page-close', close.slice(0, 60)]];
  const [missing] = lacking;
  if (missing) return ['failed', ['page-lacks', missing]];
  written.forEach((text, at) => days.set(at, text));
  return note ? ['attention', note] : ['passed', ['page-same']];
}
