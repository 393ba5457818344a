// Words. What a check finds is a sentence: a key, and values, which may be sentences again. It becomes words when it is
// shown, in the language of the page.

/**
 * The messages of the site's language, by key. The desk has them at hand; the page of an award fetches them, and has a
 * few for when it cannot. @type {Record<string, string>}
 */
export const WORDS = globalThis.accoladeWords ?? {};

/** @typedef {[key: string, ...values: (string | number | Sentence)[]]} Sentence */

/** A sentence in words; text is what it is. */
export const told = it => Array.isArray(it) ? say(...it) : it;

/** The message `key` with `values` in their places. */
export function say(key, ...values) {
  // The rest of another sentence.
  if (key === 'clause') return told(values[0]).replace(/^./u, it => it.toLowerCase());
  return (WORDS[key] ?? key).replace(/\{(\d)\}/g, (_, place) => told(values[place]));
}

/** Gives up: the sentence, or the rest of one, says why. */
export const fail = (...sentence) => { throw Object.assign(new Error(sentence), {sentence}); };

/** What went wrong, as a sentence or as text; mistakes of ours are not hidden behind words. */
export const wordsOf = error => error.sentence ?? String(error);
