// Does a text of the page say what was signed? Pages show Markdown without its marks, and codes in words.

import {WORDS, say} from './words.js';

/** Codes as pages write them: by a message, or `InProgress` → `In progress`. */
export const inWords = code => WORDS[`is ${code}`]
  ?? code.replace(/^ext:/, '').replace(/\p{Lu}/gu, (it, at) => at ? ` ${it.toLowerCase()}` : it);

/** What is left of a text without its space and marks. */
const letters = text => text.replace(/[\s*_`~#>+\-=|[\]()!\\:<&"']/g, '');

/** Markdown without what never reaches a page as text. */
function textOf(markdown) {
  const text = markdown
    .replace(/^[ >]*(```|~~~).*$/gm, '')
    .replace(/^ {0,3}\[[^\]]+\]:.*$/gm, '')
    .replace(/\]\((?:[^()\s]|\([^()]*\))*(?:\s+(?:"[^"]*"|'[^']*'))?\)|\]\[[^\]]*\]/g, ']')
    .replace(/<((?:https?:|mailto:)?[^\s<>]+[.@][^\s<>]*)>/g, '$1');
  return /[<&]/.test(text) ? new DOMParser().parseFromString(text, 'text/html').body.textContent : text;
}

/** Whether `text` was made of this Markdown; the numbers of a list may be no part of its text. */
export const isSame = (markdown, text) => [markdown, textOf(markdown), textOf(markdown.replace(/^[\s>]*\d+[.)]\s/gm, ''))]
  .some(it => letters(it) === letters(text));

/** Whether `text` may have been made of it: it leaves something out, and there is what Markdown may leave out. */
export function isNear(markdown, text) {
  const long = letters(markdown);
  let place = 0;
  return /[`<&\]]|\d[.)]/.test(markdown) && [...letters(text)].every(it => (place = long.indexOf(it, place) + 1) > 0);
}

/** The scales of results, as pages write them. */
export const scalesOf = ({resultDescription}) => [resultDescription ?? []].flat().map(({valueMin: min, valueMax: max, requiredValue, requiredLevel, rubricCriterionLevel}) => {
  const required = requiredValue ?? [rubricCriterionLevel ?? []].flat().find(it => it.id === requiredLevel)?.name;
  const range = min === undefined ? max !== undefined && ['most', max] : max === undefined ? ['least', min] : ['range', min, max];
  return [range, required !== undefined && ['required', required]].filter(Boolean).map(([key, ...values]) => say(`scale-${key}`, ...values)).join(', ');
});
