// One function judges a credential. The questions, their order and their words are those of the command line.

import {hex} from './encoding.js';
import {canonicalize} from './jcs.js';
import {readController, webAddress} from './did.js';
import {holds, takeApart, trace} from './proof.js';
import {bitAt, readEntry, readList} from './status.js';
import {day, readStamp} from './time.js';
import {Trouble, fail, say} from './words.js';

/**
 * @typedef {'passed' | 'attention' | 'failed' | 'unknown' | 'absent'} Outcome
 * @typedef {{question: string, outcome: Outcome, sentence: string, evidence: [string, string][]}} Check
 * @typedef {{kind: string, at?: number, sentence?: string}} Verdict
 * @typedef {{json: (url: string) => Promise<any>, copy?: boolean, askDocument?: Function, askProof?: Function, controller?: Function}} World
 *   where documents are found; in a copy of a site they prove nothing. Who judges more than our own documents asks for
 *   documents, proofs and controllers in another way
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
  add(question, outcome, sentence, evidence = [], verdict = {}) {
    this.checks.push({question, outcome, sentence, evidence});
    const kind = verdict.kind ?? {failed: 'invalid', unknown: 'unchecked'}[outcome];
    const rank = GRAVITY.indexOf(kind === 'unchecked' && question === 'status' ? 'status' : kind);
    if (rank >= 0 && rank < this.gravest.rank) this.gravest = {...verdict, kind, rank, sentence};
  }

  /** @returns {Check | undefined} the first that is not good */
  get trouble() {
    return this.checks.find(({outcome}) => outcome === 'failed' || outcome === 'unknown');
  }
}

/** What went wrong, in words; mistakes of ours are not hidden behind them. */
export const wordsOf = error => error instanceof Trouble || error instanceof RangeError ? error.message : String(error);

/**
 * Judges `credential` as of `now`: all questions are asked, so that a reader sees everything that is wrong.
 *
 * @param {any} credential
 * @param {World} world
 * @param {number} now
 */
export async function judge(credential, world, now, answers = new Answers()) {
  await (world.askDocument ?? askDocument)(answers, credential, world);
  await (world.askProof ?? askProof)(answers, credential, world, now);
  await askStatus(answers, credential, world, now);
  askDates(answers, credential, now);
  await askDefinition(answers, credential, world);
  return answers;
}

export const isObject = it => it && typeof it === 'object' && !Array.isArray(it);
const hasType = (object, name) => [object.type].flat().every(it => typeof it === 'string') && [object.type].flat().includes(name);
export const issuerOf = document => typeof document.issuer === 'string' ? document.issuer : document.issuer?.id;

/** Is it a document that we understand? What has to be so for the other answers to mean anything. */
function askDocument(answers, document) {
  try {
    if (readShape(document) === 'older') return answers.add('document', 'unknown', say('document-older'));
    const endorsed = 'endorsement' in document || 'endorsementJwt' in document;
    answers.add('document', endorsed ? 'attention' : 'passed', say(endorsed ? 'document-endorsed' : 'document-good'), [['id', document.id]]);
  } catch (error) {
    answers.add('document', 'failed', say('document-bad', wordsOf(error)));
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
    if (typeof id !== 'string') fail('lacks', place);
    if (!/^[a-z][a-z\d+.-]*:[^\s\p{Cc}]*$/iu.test(id)) fail('no-address', place);
  }
  if (!subject.achievement.name || typeof subject.achievement.name !== 'string') fail('lacks', 'credentialSubject.achievement.name');
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
  const issuer = issuerOf(credential);
  const keys = await askIssuer(answers, issuer, parts.proofs, world, now);
  if (flaw) return answers.add('proof', 'failed', flaw);

  const proof = parts.proofs[1];
  const evidence = [['proofValue', proof.proofValue]];
  const answer = (outcome, key, ...values) => answers.add('proof', outcome, say(key, ...values), evidence);
  if (readStamp(proof.expires) <= now) return answer('failed', 'proof-bad', say('proof-expired', day(readStamp(proof.expires))));
  let traced;
  try {
    traced = await trace(parts.unsecured, proof);
    evidence.unshift(['SHA-256 of the document', hex(traced.documentHash)], ['SHA-256 of the proof configuration', hex(traced.configurationHash)]);
  } catch (error) {
    // Without WebCrypto there are no hashes either.
    return crypto.subtle ? answer('failed', 'proof-bad', wordsOf(error)) : answer('unknown', 'proof-unchecked', say('no-crypto'));
  }
  const key = keys?.get(proof.verificationMethod);
  if (!key) return answer('unknown', 'proof-unchecked', say('proof-no-key'));
  evidence.push(['publicKeyMultibase', key.text]);
  try {
    if (!await holds(traced.hashData, proof, key.key)) return answer('failed', 'proof-bad', say('proof-changed'));
    answer('passed', 'proof-good', key.short, day(readStamp(proof.created)));
  } catch (error) {
    answer('unknown', 'proof-unchecked', wordsOf(error));
  }
}

/** @returns {Promise<Map<string, import('./did.js').Method> | undefined>} the keys that may be used for these proofs */
export async function askIssuer(answers, issuer, proofs, world, now) {
  if (typeof issuer !== 'string') return answers.add('issuer', 'unknown', say('issuer-none'));
  const evidence = [['DID', issuer]];
  let keys, worst = ['passed', say('issuer-good', issuer)];
  try {
    if (world.controller) ({keys, worst = worst} = await world.controller(issuer, evidence));
    else {
      const url = webAddress(issuer);
      evidence.push(['DID document', url]);
      keys = readController(await world.json(url), issuer);
    }
    if (world.copy) worst = ['unknown', say('issuer-unknown', issuer, say('copy'))];
  } catch (error) {
    worst = ['unknown', say('issuer-unknown', issuer, wordsOf(error))];
  }
  const order = ['failed', 'unknown', 'attention', 'passed'];
  for (const {verificationMethod: id, created} of proofs) {
    if (typeof id !== 'string') continue;
    const own = id.startsWith(`${issuer}#`);
    if (!keys && own) continue;
    const answer = !own ? ['failed', say('key-foreign', id, issuer)]
      : !keys.has(id) ? ['failed', say('key-unlisted', issuer, id)] : inTime(keys.get(id), readStamp(created), now);
    evidence.push(['verificationMethod', id], ['created', created ?? '']);
    if (answer && order.indexOf(answer[0]) < order.indexOf(worst[0])) worst = answer;
    if (answer?.[0] === 'failed') keys?.delete(id);
  }
  answers.add('issuer', ...worst, [...new Map(evidence)]);
  return keys;
}

/** Whether the key could sign at the time that the proof gives for itself. Nothing: there is nothing to say. */
function inTime({short, until, compromised}, created, now) {
  if (created === undefined) return until ?? compromised ? ['unknown', say('key-undated', short)] : undefined;
  if (created >= compromised) return ['failed', say('key-compromised', short, day(compromised))];
  if (created >= until) return ['failed', say('key-ended', short, day(until))];
  if (compromised !== undefined) return ['attention', say('key-later-compromised', short, day(compromised))];
  if (until <= now) return ['attention', say('key-later-ended', short, day(until))];
}

/** What does its status list say, and is the list itself genuine? */
async function askStatus(answers, credential, world, now) {
  const evidence = [];
  const answer = (outcome, key, ...values) => answers.add('status', outcome, say(key, ...values), evidence);
  if (credential.credentialStatus === undefined) return answer('absent', 'status-none');
  try {
    const entry = readEntry(credential.credentialStatus);
    if (entry.unknown !== undefined) return answer('unknown', 'status-kind', entry.unknown);
    evidence.push(['Status list', entry.list], ['Index', String(entry.index)]);
    let found;
    try {
      found = await world.json(entry.list);
    } catch (error) {
      return answer('unknown', 'status-missing', entry.list, wordsOf(error));
    }
    let list;
    try {
      list = await judgeList(found, entry.list, world, now, evidence);
    } catch (error) {
      return answer('unknown', 'status-list', entry.list, wordsOf(error));
    }
    if (list.issuer !== issuerOf(credential)) return answer('unknown', 'status-by', list.issuer);
    if (list.purpose !== entry.purpose) return answer('unknown', 'status-purpose', list.purpose, entry.purpose);
    const bit = bitAt(list.bits, entry.index);
    if (bit === undefined) return answer('unknown', 'status-short', entry.index);
    evidence.push(['Bit', String(bit)]);
    if (!bit) return answer('passed', 'status-clear');
    const kind = entry.purpose === 'suspension' ? 'suspended' : 'revoked';
    answers.add('status', 'failed', say(`status-${kind}`), evidence, {kind});
  } catch (error) {
    answers.add('status', 'unknown', wordsOf(error), evidence);
  }
}

/** Reads the list credential that was found at `url`, if it is genuine and counts at `now`. */
async function judgeList(credential, url, world, now, evidence) {
  if (!isObject(credential)) fail('list-type');
  const list = await readList(credential, url);
  const answers = new Answers();
  // Of a copy it was said already that its keys prove nothing.
  await (world.askProof ?? askProof)(answers, credential, {...world, copy: false}, now);
  if (answers.trouble) fail('list-untrusted', asClause(answers.trouble.sentence));
  evidence.push(['Status list signed on', [credential.proof].flat().at(-1).created ?? ''], ...answers.checks[1].evidence.slice(0, 1));
  const [from, until] = readPeriod(credential, 'list-dates');
  if (until <= now) fail('list-ended', day(until));
  if (from > now) fail('list-begins', day(from));
  return list;
}

const asClause = sentence => sentence[0].toLowerCase() + sentence.slice(1);

/** `validFrom`, which Open Badges 3.0 requires, and `validUntil`. */
function readPeriod({validFrom, validUntil}, trouble) {
  const refuse = (...why) => trouble ? fail(trouble) : fail(...why);
  const stamp = it => readStamp(it) ?? refuse('dates-stamp', it);
  if (validFrom === undefined) refuse('lacks', 'validFrom');
  const period = [stamp(validFrom), validUntil === undefined ? undefined : stamp(validUntil)];
  return period[1] < period[0] ? refuse('dates-order') : period;
}

/** Is it within its dates? Valid from the first, until the last (exclusive). */
function askDates(answers, credential, now) {
  const {validFrom, validUntil} = credential;
  const evidence = [['validFrom', validFrom], ['validUntil', validUntil], ['Your clock', new Date(now).toISOString()]].filter(it => it[1]);
  const answer = (outcome, verdict, key, ...values) => answers.add('dates', outcome, say(key, ...values), evidence, verdict);
  let from, until;
  try {
    [from, until] = readPeriod(credential);
  } catch (error) {
    return answer('failed', {}, 'dates-bad', wordsOf(error));
  }
  if (until <= now) return answer('failed', {kind: 'expired', at: until}, 'dates-expired', day(until));
  if (from > now) return answer('failed', {kind: 'not-yet-valid', at: from}, 'dates-begins', day(from));
  if (until === undefined) return answer('passed', {}, 'dates-open', day(from));
  if (until - now <= SOON) return answer('attention', {}, 'dates-soon', day(from), day(until));
  answer('passed', {}, 'dates-within', day(from), day(until));
}

/** What of a badge is compared, and what it is called. */
const COMPARED = {
  name: 'name', description: 'description', criteria: 'criteria', achievementType: 'type', tag: 'skills',
  alignment: 'alignments', version: 'version', resultDescription: 'results',
};

/** Is the badge still defined as it was signed? An award keeps its words: this never makes it worth less. */
async function askDefinition(answers, credential, world) {
  const signed = credential.credentialSubject?.achievement;
  if (typeof signed?.id !== 'string') return;
  const evidence = [['Achievement', signed.id]];
  const answer = (outcome, key, ...values) => answers.add('definition', outcome, say(key, ...values), evidence, {kind: 'valid'});
  try {
    const today = await world.json(signed.id);
    if (today?.id !== signed.id) fail('definition-other');
    const changed = Object.keys(COMPARED).filter(it => canonicalize(today[it] ?? null) !== canonicalize(signed[it] ?? null));
    if (changed.length) answer('attention', 'definition-changed', changed.map(it => COMPARED[it]).join(', '));
    else answer('passed', 'definition-same');
  } catch (error) {
    answer('unknown', 'definition-unread', wordsOf(error));
  }
}
