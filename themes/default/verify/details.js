// Below the verdict: every answer in a line, its evidence folded, and the question who somebody is. This is loaded when
// the reader comes near it, or something has to be explained.

import {answerIn} from './ask.js';
import {askDefinition} from './definition.js';
import {line} from './lines.js';
import {award, built, check, found, pageOf, reason} from './page.js';
import {make} from './make.js';
import {clock} from './show.js';
import {day} from './time.js';
import {say, told} from './words.js';

const desk = award.querySelector('[data-desk]');
const form = award.querySelector('[data-ask]');
const field = form.querySelector('input');
const lines = make('div', {class: 'desk__now', 'aria-live': 'polite'});
const again = make('button', {type: 'button', class: 'button button--plain'}, say('again'));

/** Draws what the check found. */
export async function draw() {
  const {answers, credential, world, now} = found;
  if (!answers.checks.some(it => it.question === 'definition') && world) await askDefinition(answers, credential, world);
  if (now !== found.now) return;
  const {kind, sentence} = answers.gravest;
  const why = kind === 'unchecked' ? say('built-said', sentence, built.on, built.text) : ['invalid', 'altered'].includes(kind) && `${told(sentence)}.`;
  if (why) reason.replaceChildren(...make('i', {}, why).childNodes);
  lines.replaceChildren(
    make('p', {}, say('intro', day(now), clock(now), location.host)),
    ...world?.copy && /^https?:/.test(credential.id) ? [make('p', {}, make('a', {href: pageOf(credential.id), class: 'button'}, say('original')))] : [],
    make('ul', {class: 'checks'}, ...answers.checks.map(it => line(it, {credential, now, json: world?.json}))),
    make('p', {}, again),
  );
  document.documentElement.dataset.explained = '';
  ask();
}

/** Is it this person? */
const ask = () => answerIn(form, found.credential, document.documentElement.dataset.checked);

/** A link may carry whom to ask about in its fragment, which no server sees. */
function fromFragment() {
  const [, who] = /^#recipient=(.+)$/.exec(location.hash) ?? [];
  if (!who) return;
  field.value = decodeURIComponent(who);
  form.scrollIntoView();
  ask();
}

again.addEventListener('click', check);
form.addEventListener('submit', event => {
  event.preventDefault();
  ask();
});
const fold = make('details', {}, make('summary', {}, say('built')));
const before = desk.querySelector('.built');
before.replaceWith(fold);
fold.append(before);
form.hidden = false;
desk.prepend(lines, form);
if (window.top !== window) {
  award.prepend(make('p', {class: 'note'}, say('framed'), ' ', make('a', {href: location.href, target: '_blank', rel: 'noopener'}, say('alone')), '.'));
}
addEventListener('hashchange', fromFragment);
fromFragment();
