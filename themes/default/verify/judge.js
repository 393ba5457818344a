// One function judges a credential. The questions, their order and their words are those of the command line.

import {readController, webAddress} from './did.js';
import {isObject, isText} from './kind.js';
import {holds, takeApart, trace} from './proof.js';
import {hex} from './recipient.js';
import {bitAt, readEntry, readList} from './status.js';
import {day, days, readStamp} from './time.js';
import {fail, wordsOf} from './words.js';

/**
 * @typedef {'passed' | 'attention' | 'failed' | 'unknown' | 'absent'} Outcome
 * @typedef {{question: string, outcome: Outcome, sentence: import('./words.js').Sentence, evidence?: [string, string][]}} Check
 * @typedef {{kind: string, at?: number, sentence?: import('./words.js').Sentence}} Verdict
 * @typedef {{json: (url: string) => Promise<any>, copy?: boolean, present?: (url: string) => string, same?: (one: string, other: string) => boolean, askDocument?: Function, askProof?: Function, askStatus?: Function, controller?: Function}} World
 *   where documents are found; in a copy of a site they prove nothing. A site that moved has a `present` name for an address
 *   of before, and knows which names are the `same`. Who judges more than our own documents asks for documents, proofs,
 *   their status and controllers in another way
 */

/** How grave a verdict is: the first in this order wins. */
const GRAVITY = ['altered', 'invalid', 'unchecked', 'revoked', 'suspended', 'expired', 'not-yet-valid', 'status'];
/** An award that ends within this time says so. */
export const SOON = 30 * 24 * 3600e3;

/** The answers as they come in, and the gravest of them. */
export class Answers {
  /** @type {Check[]} */
  checks = [];
  /** @type {Verdict & {rank: number}} */
  gravest = {kind: 'valid', rank: Infinity};

  /** Notes an answer; `verdict` is what it makes of the credential, if that is not plain from the outcome. */
  add(question, outcome, sentence, verdict = {}, evidence) {
    this.checks.push({question, outcome, sentence, evidence});
    const kind = verdict.kind ?? {failed: 'invalid', unknown: 'unchecked'}[outcome];
    const rank = GRAVITY.indexOf(kind === 'unchecked' && question === 'status' ? 'status' : kind);
    if (rank >= 0 && rank < this.gravest.rank) this.gravest = {...verdict, kind, rank, sentence};
  }
}

/**
 * Judges `credential` as of `now`: all questions are asked, so that a reader sees everything that is wrong. Of a document in
 * another language nothing more is asked.
 *
 * @param {any} credential
 * @param {World} world
 * @param {number} now
 */
export async function judge(credential, world, now, answers = new Answers()) {
  await (world.askDocument ?? askDocument)(answers, credential, world);
  if (answers.checks.at(-1).outcome === 'unknown') return answers;
  await (world.askProof ?? askProof)(answers, credential, world, now);
  await (world.askStatus ?? askStatus)(answers, credential, world, now);
  askDates(answers, credential, now);
  return answers;
}

const hasType = (object, name) => [object.type].flat().every(isText) && [object.type].flat().includes(name);
export const issuerOf = document => isText(document.issuer) ? document.issuer : document.issuer?.id;

/** Is it a document that we understand? What has to be so for the other answers to mean anything. */
function askDocument(answers, document) {
  try {
    if (readShape(document) === 'older') return answers.add('document', 'unknown', ['document-older']);
    const endorsed = 'endorsement' in document || 'endorsementJwt' in document;
    answers.add('document', endorsed ? 'attention' : 'passed', [endorsed ? 'document-endorsed' : 'document-good']);
  } catch (error) {
    answers.add('document', 'failed', ['document-bad', wordsOf(error)]);
  }
}

/** The shape of Open Badges 3.0, as far as the other answers need it; throws what is wrong with it. */
export function readShape(document) {
  if (!isObject(document)) fail('no-object');
  for (const type of ['VerifiableCredential', 'OpenBadgeCredential']) if (!hasType(document, type)) fail('no-type', type);
  const [first, second] = Array.isArray(document['@context']) ? document['@context'] : [];
  if (first === 'https://www.w3.org/2018/credentials/v1') return 'older';
  if (first !== 'https://www.w3.org/ns/credentials/v2' || !String(second).startsWith('https://purl.imsglobal.org/spec/ob/v3p0/context-3.')) {
    fail('no-context');
  }
  const subject = document.credentialSubject;
  for (const [place, it, type] of [
    ['issuer', document.issuer, 'Profile'], ['credentialSubject', subject, 'AchievementSubject'],
    ['credentialSubject.achievement', subject?.achievement, 'Achievement'],
  ]) {
    if (!isObject(it)) fail('lacks', place);
    if (!hasType(it, type)) fail('wrong-type', place, type);
  }
  const ids = {id: document.id, 'issuer.id': document.issuer.id, 'credentialSubject.achievement.id': subject.achievement.id};
  const identifiers = [subject.identifier ?? []].flat();
  if (!identifiers.every(isObject)) fail('lacks', 'credentialSubject.identifier');
  if ('id' in subject || !identifiers.length) ids['credentialSubject.id'] = subject.id;
  for (const [place, id] of Object.entries(ids)) {
    if (!isText(id)) fail('lacks', place);
    if (!/^[a-z][a-z\d+.-]*:[^\s\p{Cc}]*$/iu.test(id)) fail('no-address', place);
  }
  if (!subject.achievement.name || !isText(subject.achievement.name)) fail('lacks', 'credentialSubject.achievement.name');
  if ('awardedDate' in document && readStamp(document.awardedDate) === undefined) fail('dates-stamp', document.awardedDate);
}

/** Is the issuer known, does it list the key, and does the proof hold? */
async function askProof(answers, credential, world, now) {
  let parts = {proofs: []}, flaw;
  try {
    parts = takeApart(credential);
    flaw = parts.flaw;
  } catch (error) {
    flaw = wordsOf(error);
  }
  const keys = await askIssuer(answers, issuerOf(credential), parts.proofs, world, now);
  if (flaw) return answers.add('proof', 'failed', flaw);

  const proof = parts.proofs[1];
  const evidence = [];
  const answer = (outcome, key, ...values) => answers.add('proof', outcome, [`any-${key}`, proof.cryptosuite, ...values], {}, evidence);
  if (readStamp(proof.expires) <= now) return answer('failed', 'bad', ['proof-expired', day(readStamp(proof.expires))]);
  let traced;
  try {
    traced = await trace(parts.unsecured, proof);
    evidence.push(['hash-document', hex(traced.documentHash)], ['hash-proof', hex(traced.configurationHash)], ['proofValue', proof.proofValue]);
  } catch (error) {
    // Without WebCrypto there are no hashes either.
    return crypto.subtle ? answer('failed', 'bad', wordsOf(error)) : answer('unknown', 'unchecked', ['no-crypto']);
  }
  const key = keys?.get(proof.verificationMethod);
  if (!key) return answer('unknown', 'unchecked', ['proof-no-key']);
  evidence.push(['publicKeyMultibase', key.text]);
  try {
    if (!await holds(traced.hashData, proof, key.key)) return answer('failed', 'bad', ['proof-changed']);
    answer('passed', 'good', key.short, day(readStamp(proof.created)));
  } catch (error) {
    answer('unknown', 'unchecked', wordsOf(error));
  }
}

/** @returns {Promise<Map<string, import('./did.js').Method> | undefined>} the keys that may be used for these proofs */
export async function askIssuer(answers, issuer, proofs, world, now) {
  if (!isText(issuer)) return answers.add('issuer', 'unknown', ['issuer-none']);
  let keys, worst = ['passed', ['issuer-good', issuer]];
  try {
    if (world.controller) ({keys, worst = worst} = await world.controller(issuer));
    else keys = readController(await world.json(webAddress(issuer)), issuer);
    if (world.copy) worst = ['unknown', ['issuer-unknown', issuer, ['copy']]];
  } catch (error) {
    worst = ['unknown', ['issuer-unknown', issuer, wordsOf(error)]];
  }
  const order = ['failed', 'unknown', 'attention', 'passed'];
  for (const {verificationMethod: id, created} of proofs) {
    if (!isText(id)) continue;
    const own = id.startsWith(`${issuer}#`);
    if (!keys && own) continue;
    const answer = !own ? ['failed', ['key-foreign', id, issuer]]
      : !keys.has(id) ? ['failed', ['key-unlisted', issuer, id]] : inTime(keys.get(id), readStamp(created), now);
    if (answer && order.indexOf(answer[0]) < order.indexOf(worst[0])) worst = answer;
    if (answer?.[0] === 'failed') keys?.delete(id);
  }
  answers.add('issuer', ...worst);
  return keys;
}

/** Whether the key could sign at the time that the proof gives for itself. Nothing: there is nothing to say. */
function inTime({short, until, compromised}, created, now) {
  if (created === undefined) return until ?? compromised ? ['unknown', ['key-undated', short]] : undefined;
  if (created >= compromised) return ['failed', ['key-compromised', short, day(compromised)]];
  if (created >= until) return ['failed', ['key-ended', short, day(until)]];
  if (compromised !== undefined) return ['attention', ['key-later-compromised', short, day(compromised)]];
  if (until <= now) return ['attention', ['key-later-ended', short, day(until)]];
}

/** What does its status list say, and is the list itself genuine? */
export async function askStatus(answers, credential, world, now) {
  if (credential.credentialStatus === undefined) return answers.add('status', 'absent', ['status-none']);
  const evidence = [];
  const add = (outcome, sentence, verdict) => answers.add('status', outcome, sentence, verdict, evidence);
  try {
    const {list: url, index, purpose, unknown} = readEntry(credential.credentialStatus);
    if (unknown !== undefined) fail('status-kind', unknown);
    evidence.push(['list', url], ['index', index]);
    const found = await world.json(url).catch(error => fail('status-missing', url, wordsOf(error)));
    const {present = it => it, same = Object.is} = world;
    const list = await judgeList(found, found?.id === present(url) ? found.id : url, world, now).catch(error => fail('status-list', url, wordsOf(error)));
    if (!same(list.issuer, issuerOf(credential))) fail('status-by', list.issuer);
    if (list.purpose !== purpose) fail('status-purpose', list.purpose, purpose);
    const bit = bitAt(list.bits, index);
    evidence.push(['bit', bit], ['DID', list.issuer], ['list-signed', [found.proof].flat().at(-1).created]);
    if (bit === undefined) fail('status-short', index);
    if (!bit) return add('passed', ['status-clear']);
    const kind = purpose === 'suspension' ? 'suspended' : 'revoked';
    add('failed', [`status-${kind}`], {kind});
  } catch (error) {
    add('unknown', wordsOf(error));
  }
}

/** Reads the list credential that was found at `url`, if it is genuine and counts at `now`. */
async function judgeList(credential, url, world, now) {
  if (!isObject(credential)) fail('list-type');
  const list = await readList(credential, url);
  const answers = new Answers();
  // Of a copy it was said already that its keys prove nothing.
  await (world.askProof ?? askProof)(answers, credential, {...world, copy: false}, now);
  // A clock may be ahead where a list was signed: it counts a day before it begins.
  askDates(answers, credential, now, 864e5);
  const trouble = answers.checks.find(({outcome}) => outcome === 'failed' || outcome === 'unknown');
  if (trouble) fail('list-untrusted', ['clause', trouble.sentence]);
  return list;
}

/** `validFrom`, which Open Badges 3.0 requires, and `validUntil`. */
function readPeriod({validFrom = fail('lacks', 'validFrom'), validUntil}) {
  const [from, until] = [validFrom, validUntil].map(it => it === undefined ? it : readStamp(it) ?? fail('dates-stamp', it));
  return until < from ? fail('dates-order') : [from, until];
}

/** Is it within its dates? Valid from the first, or so much `earlier`, until the last (exclusive). */
function askDates(answers, credential, now, earlier = 0) {
  const answer = (outcome, sentence, verdict) => answers.add('dates', outcome, sentence, verdict);
  let from, until;
  try {
    [from, until] = readPeriod(credential);
  } catch (error) {
    return answer('failed', ['dates-bad', wordsOf(error)]);
  }
  // The end is exclusive: without a word of the page, the last day is that of the moment before.
  const end = days.has(until) ? until : until - 1;
  if (until <= now) return answer('failed', ['dates-expired', day(end)], {kind: 'expired', at: end});
  if (from - earlier > now) return answer('failed', ['dates-begins', day(from)], {kind: 'not-yet-valid', at: from});
  if (until === undefined) return answer('passed', ['dates-open', day(from)]);
  if (until - now <= SOON) return answer('attention', ['dates-soon', day(from), day(end)]);
  answer('passed', ['dates-within', day(from), day(end)]);
}
