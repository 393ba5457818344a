// Does a page say what was signed, where that takes more than comparing letters?

import {letters} from './facts.js';
import {WORDS, say} from './words.js';

/** Codes as pages write them: by a message, or `InProgress` → `In progress`. */
export const inWords = code => WORDS[`is ${code}`]
  ?? (it => it[0] + it.slice(1).replace(/[A-Z]/g, ' $&').toLowerCase())(code.replace(/^ext:/, '') || ' ');

/** What pages write where nothing was signed. */
export const own = say('own').split('|');

/** The same of Markdown: without what never reaches a page as text, such as the numbers of a list, if it is `listed`. */
function lettersOf(markdown, listed) {
  const text = (listed ? markdown.replace(/^[\s>]*\d+[.)]\s/gm, '') : markdown)
    .replace(/^[ >]*(```|~~~).*$/gm, '')
    .replace(/^ {0,3}\[[^\]]+\]:.*$/gm, '')
    .replace(/\]\((?:[^()\s]|\([^()]*\))*(?:\s+(?:"[^"]*"|'[^']*'))?\)|\]\[[^\]]*\]/g, ']')
    .replace(/<((?:https?:|mailto:)?[^\s<>]+[.@][^\s<>]*)>/g, '$1');
  return letters(/[<&]/.test(text) ? new DOMParser().parseFromString(text, 'text/html').body.textContent : text);
}

/** The Markdown that `text` was made of. */
export const sourceOf = (sources, text) => sources.find(it => [true, false].some(listed => lettersOf(it, listed) === letters(text)));

/** Whether `short` is `long` with something left out. */
function isWithin(short, long) {
  let place = 0;
  return [...short].every(it => (place = long.indexOf(it, place) + 1) > 0);
}

/** The Markdown that `text` may have been made of: it leaves out what Markdown may leave out. */
export const nearest = (sources, text) => sources.find(it => /[`<&\]]|\d[.)]/.test(it) && isWithin(letters(text), letters(it)));

/** The scale of a result, as pages write it. */
function scaleOf({valueMin: min, valueMax: max, requiredValue, requiredLevel, rubricCriterionLevel: levels}) {
  const required = requiredValue ?? [levels ?? []].flat().find(it => it.id === requiredLevel)?.name;
  const range = min === undefined ? max !== undefined && ['most', max] : max === undefined ? ['least', min] : ['range', min, max];
  return [range, required !== undefined && ['required', required]].filter(Boolean).map(([key, ...values]) => say(`scale-${key}`, ...values)).join(', ');
}

/** The scales of results, as pages write them. */
export const scalesOf = achievement => [achievement.resultDescription ?? []].flat().map(scaleOf);
