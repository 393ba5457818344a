// Is the badge still defined as it was signed?

import {canonicalize} from './jcs.js';
import {isText} from './kind.js';
import {fail, wordsOf} from './words.js';

/** What of a badge is compared. */
const COMPARED = ['name', 'description', 'criteria', 'achievementType', 'tag', 'alignment', 'version', 'resultDescription'];

/** Is the badge still defined as it was signed? An award keeps its words: this never makes it worth less. */
export async function askDefinition(answers, credential, world) {
  const signed = credential.credentialSubject?.achievement;
  if (!isText(signed?.id)) return;
  const answer = (outcome, ...sentence) => answers.add('definition', outcome, sentence, {kind: 'valid'});
  try {
    const today = await world.json(signed.id);
    if (today?.id !== signed.id) fail('definition-other');
    const changed = COMPARED.filter(it => canonicalize(today[it] ?? null) !== canonicalize(signed[it] ?? null));
    if (!changed.length) return answer('passed', 'definition-same');
    answer('attention', 'definition-changed', changed.map(it => [`changed-${it}`]).reduce((most, last) => ['comma', most, last]));
  } catch (error) {
    answer('unknown', 'definition-unread', wordsOf(error));
  }
}
