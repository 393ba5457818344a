// Does the page say what was signed, no more and no less?
//
// What the page shows of an award is marked: `data-fact` for a fact, `data-signed` for a part that holds nothing else but
// facts and the theme's own words. The words of the site's language name those.

import {bare} from './kind.js';
import {inWords, isNear, isSame, scalesOf} from './markdown.js';
import {day, days, readStamp} from './time.js';
import {say, told} from './words.js';

/** Text as pages show it: marks of direction left out, and one space where there are many. */
const plain = text => text.replace(/[\s\u2066-\u2069]+/g, ' ').trim();

/** Every text and number in `value`, as pages show it. */
const leaves = value => value && typeof value === 'object' ? Object.values(value).flatMap(leaves) : [plain(String(value))];

/**
 * Compares every marked fact below `root` with `credential`. A page has to show all that was signed; what is not `whole`
 * may leave something out. What is in `written` is left to whoever writes it.
 *
 * @param {ParentNode} root
 * @param {any} credential
 * @param {any} whole
 * @param {Node[]} written
 * @returns {['passed' | 'attention' | 'failed' | 'unknown', import('./words.js').Sentence]}
 */
export function compare(root, credential, whole, written) {
  const {issuer, credentialSubject: subject, evidence = [], validFrom, validUntil, awardedDate = validFrom} = credential;
  const {achievement} = subject;
  const all = leaves(credential);
  const [name] = leaves([subject.identifier ?? []].flat().find(it => it.identityType === 'name')?.identityHash ?? []);
  const sources = [achievement.criteria, subject, ...evidence].map(it => it?.narrative).filter(it => it && !isSame(it, ''));
  const own = say('own').split('|');
  const shown = [...own, ...all.flatMap(it => [it, inWords(it), ...it === bare(it) ? [] : [bare(it), bare(it).split('/')[0]]])];
  const one = {name: achievement.name, description: achievement.description, issuer: issuer.name, type: inWords(achievement.achievementType ?? 'Badge')};
  const times = {awarded: awardedDate, from: validFrom, until: validUntil};
  const lacking = new Set([
    'name', 'issuer', 'recipient', 'awarded', ...validUntil ? ['until'] : [],
    ...readStamp(validFrom) > readStamp(awardedDate) ? ['from'] : [],
    ...sources, ...leaves([achievement.tag ?? [], evidence.map(it => it.name || [])]),
  ]);
  const dated = new Map();
  let note, close;

  const checks = {
    // No page of anybody takes the place of a name that was signed.
    recipient: (text, it) => name ? text === name : (subject.id ? text === bare(subject.id) : own.includes(text))
      // Whoever has a page on this site is named by the site.
      || it.closest('a[href^="../../people/"]') && (note = ['page-named', text]),
    words(text) {
      let found = sources.filter(it => isSame(it, text));
      if (!found[0]) [close = close] = found = sources.filter(it => isNear(it, text));
      for (const it of found) lacking.delete(it);
      return found[0];
    },
    scale: text => scalesOf(achievement).map(plain).includes(text),
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
      if (good) dated.set(at, text);
    } else {
      good = fact in one ? text === plain(one[fact]) : checks[fact] ? checks[fact](text, it) : shown.includes(text);
    }
    if (!good) return ['failed', ['page-other', text]];
    lacking.delete(fact);
    lacking.delete(text);
  }
  for (const part of root.querySelectorAll('[data-signed], h2')) {
    const walker = document.createTreeWalker(part, 4 /* NodeFilter.SHOW_TEXT */);
    for (let node; (node = walker.nextNode());) {
      const text = plain(node.data);
      if (!['', ...own].includes(text) && !node.parentElement.closest('[data-fact]') && !written.some(it => it.contains(node))) return ['failed', ['page-other', text]];
    }
    for (const link of part.querySelectorAll('a[href]')) {
      const to = link.getAttribute('href').replaceAll('%20', ' ');
      if (/^[a-z]+:/i.test(to) && !all.some(it => it.includes(to))) return ['failed', ['page-other', to]];
    }
  }
  if (close) return ['unknown', ['page-close', close.slice(0, 60)]];
  const [missing] = lacking;
  if (missing && whole) return ['failed', ['page-lacks', missing]];
  dated.forEach((text, at) => days.set(at, text));
  return note ? ['attention', note] : ['passed', ['page-same']];
}
