// Does the page say what was signed, no more and no less?
//
// What the page shows of an award is marked: `data-fact` for a fact, `data-signed` for a part that holds nothing else but
// facts and the page's own words (`dt`, `h2`, `data-own`).

import {day, readStamp} from './time.js';
import {say} from './words.js';

const OWN = 'dt, h2, summary, [data-own]';
const plain = text => text.replace(/\s+/g, ' ').trim();

/** Every text and number in `value`. */
const leaves = value => value && typeof value === 'object' ? Object.values(value).flatMap(leaves) : [String(value)];

/** `InProgress` → `In progress`, as pages write codes. */
const inWords = code => (it => it[0] + it.slice(1).replace(/[A-Z]/g, ' $&').toLowerCase())(code.replace(/^ext:/, '') || ' ');
const KINDS = {CoCurricular: 'Co-curricular activity', MicroCredential: 'Micro-credential', GeneralEducationDevelopment: 'General educational development'};

/** What is left of a text without its space and marks. */
const letters = text => text.replace(/[\s*_`~#>+\-=|[\]()!\\:<&"']/g, '');

/** The same of Markdown: without what never reaches a page as text, such as the numbers of a list, if it is `listed`. */
function lettersOf(markdown, listed) {
  const text = (listed ? markdown.replace(/^[\s>]*\d+[.)]\s/gm, '') : markdown)
    .replace(/^[ >]*(```|~~~).*$/gm, '')
    .replace(/^ {0,3}\[[^\]]+\]:.*$/gm, '')
    .replace(/\]\((?:[^()\s]|\([^()]*\))*(?:\s+(?:"[^"]*"|'[^']*'))?\)|\]\[[^\]]*\]/g, ']')
    .replace(/<((?:https?:|mailto:)?[^\s<>]+[.@][^\s<>]*)>/g, '$1');
  return letters(/[<&]/.test(text) ? new DOMParser().parseFromString(text, 'text/html').body.textContent : text);
}

/** Whether `short` is `long` with something left out. */
function isWithin(short, long) {
  let place = 0;
  return [...short].every(it => (place = long.indexOf(it, place) + 1) > 0);
}

/**
 * Compares every marked fact below `root` with `credential`.
 *
 * @param {ParentNode} root
 * @param {any} credential
 * @returns {['passed' | 'attention' | 'failed' | 'unknown', string]}
 */
export function compare(root, credential) {
  const {issuer, credentialSubject: subject, evidence = [], validFrom, validUntil, awardedDate = validFrom} = credential;
  const {achievement} = subject;
  const all = leaves(credential);
  const name = [subject.identifier ?? []].flat().find(it => it.identityType === 'name')?.identityHash;
  const kind = achievement.achievementType ?? 'Badge';
  const sources = [achievement.criteria?.narrative, subject.narrative, ...evidence.map(it => it.narrative)].filter(Boolean);
  const shown = new Set(['Evidence', 'Result', 'Reported', ...all.flatMap(it => {
    const rest = /^https?:\/\/((.+?)(?:\/.*)?)$/.exec(it);
    return rest ? [it, rest[2], rest[1].replace(/\/+$/, '')] : [plain(it), inWords(it)];
  })]);
  const one = {name: achievement.name, description: achievement.description, issuer: issuer.name, type: KINDS[kind] ?? inWords(kind)};
  const times = {awarded: awardedDate, from: validFrom, until: validUntil};
  const lacking = new Set([
    'name', 'issuer', 'recipient', 'awarded', ...validUntil ? ['until'] : [],
    ...readStamp(validFrom) > readStamp(awardedDate) ? ['from'] : [],
    ...sources, ...[achievement.tag ?? []].flat(), ...evidence.map(it => it.name).filter(Boolean),
  ]);
  let note, close;

  const checks = {
    recipient(text, it) {
      if (text === name) return true;
      if (subject.id ? text === String(subject.id).replace(/^https?:\/\//, '').replace(/\/+$/, '') : say('own email').split('|').includes(text)) return !name;
      // Whoever has a page on this site is named by the site.
      const named = it.closest('a')?.getAttribute('href')?.startsWith('../../people/') && text;
      if (named) note = say('page-named', text);
      return named;
    },
    words(text) {
      const found = sources.find(it => [true, false].some(listed => lettersOf(it, listed) === letters(text)));
      lacking.delete(found);
      const near = found ?? sources.find(it => /[`<&\]]|\d[.)]/.test(it) && isWithin(letters(text), letters(it)));
      if (found === undefined && near) lacking.delete(close = near);
      return near;
    },
    scale: text => text.split(new RegExp(`\\b(?:${say('own scale')})\\b|, `)).every(it => !it.trim() || shown.has(it.trim())),
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
      const near = [-14, 0, 14].flatMap(hours => [day(at + hours * 3600e3), day(at + hours * 3600e3 - 1)]);
      good = signed.some(stamp => readStamp(stamp) === at) && at !== undefined && near.includes(text);
    } else {
      good = fact in one ? text === plain(one[fact]) : checks[fact] ? checks[fact](text, it) : shown.has(text);
    }
    if (!good) return ['failed', say('page-other', text)];
    lacking.delete(fact);
    lacking.delete(text);
  }
  for (const part of root.querySelectorAll('[data-signed]')) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
      if (plain(node.data) && !node.parentElement.closest(`[data-fact], ${OWN}`)) return ['failed', say('page-other', plain(node.data))];
    }
    for (const link of part.querySelectorAll('a[href]')) {
      const to = link.getAttribute('href').replaceAll('%20', ' ');
      if (/^[a-z]+:/i.test(to) && !all.some(it => it.includes(to))) return ['failed', say('page-other', to)];
    }
  }
  if (close) return ['unknown', say('page-close', close.slice(0, 60))];
  const [missing] = lacking;
  if (missing) return ['failed', say('page-lacks', missing)];
  return note ? ['attention', note] : ['passed', say('page-same')];
}
