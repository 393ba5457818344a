// An answer in a line, its evidence folded.

import {evidenceList} from './evidence.js';
import {make} from './make.js';
import {clock, sign} from './show.js';
import {say, told} from './words.js';

/** One answer of what a check found; where nothing could be read, there is no evidence. */
export function line(check, found) {
  const {question, outcome, sentence} = check;
  const evidence = evidenceList(check, found);
  return make('li', {class: `check check--${outcome}`, 'data-question': question}, sign(outcome), make('div', {},
    make('p', {}, make('strong', {}, `${say(question)}: ${say(outcome)}.`), ' ', make('span', {}, `${told(sentence)}.`), ' ',
      make('time', {class: 'quiet', datetime: new Date(found.now).toISOString()}, clock(found.now))),
    ...evidence ? [make('details', {}, make('summary', {}, say('evidence')), evidence)] : []));
}
