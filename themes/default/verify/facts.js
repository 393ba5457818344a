// Does the page say what was signed, no more and no less?
//
// What the page shows of an award is marked: `data-fact` for a fact, `data-signed` for a part that holds nothing else but
// facts and the page's own words (`dt`, `h2`, `data-own`).

import {inWords, isNear, isSame, scalesOf} from './markdown.js';
import {day, days, readStamp} from './time.js';
import {say, told} from './words.js';

const OWN = 'dt, h2, summary, [data-own]';
const plain = text => text.replace(/\s+/g, ' ').trim();

/** Every text and number in `value`. */
const leaves = value => value && typeof value === 'object' ? Object.values(value).flatMap(leaves) : [String(value)];

/** An address without what every address has, or text as it is. */
const bare = url => String(url).replace(/^https?:\/\//, '').replace(/\/+$/, '');

/**
 * Compares every marked fact below `root` with `credential`. A page has to show all that was signed; what is not `whole`
 * may leave something out.
 *
 * @param {ParentNode} root
 * @param {any} credential
 * @returns {['passed' | 'attention' | 'failed' | 'unknown', import('./words.js').Sentence]}
 */
export function compare(root, credential, whole) {
  const {issuer, credentialSubject: subject, evidence = [], validFrom, validUntil, awardedDate = validFrom} = credential;
  const {achievement} = subject;
  const all = leaves(credential);
  const name = [subject.identifier ?? []].flat().find(it => it.identityType === 'name')?.identityHash;
  const sources = [achievement.criteria, subject, ...evidence].map(it => it?.narrative).filter(Boolean);
  const shown = [...say('own').split('|'), ...all.flatMap(it => [plain(it), inWords(it), ...it === bare(it) ? [] : [bare(it), bare(it).split('/')[0]]])];
  const one = {name: achievement.name, description: achievement.description, issuer: issuer.name, type: inWords(achievement.achievementType ?? 'Badge')};
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
      // No page of anybody takes the place of a name that was signed.
      if (name) return text === name;
      if (subject.id ? text === bare(subject.id) : say('own-recipient').split('|').includes(text)) return true;
      // Whoever has a page on this site is named by the site.
      const named = it.closest('a')?.getAttribute('href')?.startsWith('../../people/');
      if (named) note = ['page-named', text];
      return named;
    },
    words(text) {
      const source = sources.find(it => isSame(it, text)) ?? (close = sources.find(it => isNear(it, text)));
      lacking.delete(source);
      return source;
    },
    scale: text => scalesOf(achievement).includes(text),
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
      const near = [-14, 0, 14].flatMap(hours => [0, 1].map(less => at + hours * 3600e3 - less));
      good = signed.some(stamp => readStamp(stamp) === at) && at !== undefined && near.some(it => told(day(it)) === text);
      if (good) written.set(at, text);
    } else {
      good = fact in one ? text === plain(one[fact]) : checks[fact] ? checks[fact](text, it) : shown.includes(text);
    }
    if (!good) return ['failed', ['page-other', text]];
    lacking.delete(fact);
    lacking.delete(text);
  }
  for (const part of root.querySelectorAll('[data-signed]')) {
    const walker = document.createTreeWalker(part, 4 /* NodeFilter.SHOW_TEXT */);
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
  if (missing && whole) return ['failed', ['page-lacks', missing]];
  written.forEach((text, at) => days.set(at, text));
  return note ? ['attention', note] : ['passed', ['page-same']];
}
