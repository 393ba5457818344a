// “Is it this person?”, on the page of an award.

import {about} from './recipient.js';
import {make} from './make.js';
import {sign} from './show.js';
import {say, told} from './words.js';

/** Answers in the `form`, which has the name or address in its field; `standing` is what the award is worth. */
export async function answerIn(form, credential, standing) {
  const place = form.querySelector('output');
  const who = form.querySelector('input').value;
  if (!who.trim()) return place.replaceChildren();
  const {outcome, sentence} = credential ? await about(credential, who) : {outcome: 'unknown', sentence: ['about-unread']};
  const but = outcome === 'passed' && !['valid', 'expiring'].includes(standing) ? ` ${say('about-but', document.querySelector('.verdict strong').textContent)}` : '.';
  place.className = `ask__answer check check--${outcome}`;
  place.replaceChildren(sign(outcome), make('span', {}, told(sentence) + but));
}
