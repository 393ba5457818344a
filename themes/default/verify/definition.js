// Is the badge still defined as it was signed?

import {canonicalize} from './jcs.js';
import {isText} from './kind.js';
import {fail, wordsOf} from './words.js';

/** Members of a badge: those that are no part of its definition, and those that have a name of their own for readers. */
const MEMBERS = ['@context', 'creator', 'image', 'name', 'description', 'criteria', 'achievementType', 'tag', 'alignment', 'version', 'resultDescription'];

/** Is the badge still defined as it was signed? An award keeps its words: this never makes it worth less. */
export async function askDefinition(answers, credential, world) {
  const signed = credential.credentialSubject?.achievement;
  if (!isText(signed?.id)) return;
  const answer = (outcome, ...sentence) => answers.add('definition', outcome, sentence, {kind: 'valid'});
  try {
    const today = await world.json(signed.id);
    if (today?.id !== signed.id) fail('definition-other');
    const isChanged = it => canonicalize(today[it] ?? null) !== canonicalize(signed[it] ?? null);
    const changed = MEMBERS.slice(3).filter(isChanged);
    if (Object.keys({...signed, ...today}).filter(isChanged).some(it => !MEMBERS.includes(it))) changed.push('other');
    if (changed[0]) answer('attention', 'definition-changed', changed.map(it => [`changed-${it}`]).reduce((most, last) => ['comma', most, last]));
    else answer('passed', 'definition-same');
  } catch (error) {
    answer('unknown', 'definition-unread', wordsOf(error));
  }
}
