// Credentials of any issuer: `eddsa-rdfc-2022` beside `eddsa-jcs-2022`, did:key beside did:web, proof sets and chains, and
// several places in status lists.
//
// These are questions of judge.js asked in another way; what our own issuers sign is still held to our whole profile.

import {readBase58, sha256} from './encoding.js';
import {canonicalize} from './jcs.js';
import {Answers, askIssuer, askStatus, issuerOf, readShape} from './judge.js';
import {readController, readKey, short, webAddress} from './did.js';
import {isObject, isText} from './kind.js';
import {SUITES, flawOf, holds, trace} from './proof.js';
import {hex} from './recipient.js';
import {day, readStamp} from './time.js';
import {fail, wordsOf} from './words.js';

/**
 * What a judge of any credential needs: `json` reads a document, `rdfc` loads the canonical form of RDF, `ours` says
 * whether an issuer is one of this site, and `here` whether an address lies on it.
 */
export const anyWorld = ({json, rdfc, ours, here}) => ({
  json, ours, here, askDocument: askAnyDocument, askProof: askAnyProof, askStatus: askAnyStatus, rdfc,
  controller: issuer => controllerOf(issuer, json, ours),
});

/** The keys of an issuer, and what there is to say of it. */
async function controllerOf(issuer, json, ours) {
  if (issuer.startsWith('did:key:')) {
    const text = issuer.slice(8);
    const id = `${issuer}#${text}`;
    return {
      keys: new Map([[id, {id, text, key: readKey(text, id), short: short(text)}]]),
      worst: ['attention', ['any-by-key', issuer]],
    };
  }
  // Elsewhere a method may be in capitals; in DIDs it may not.
  if (!issuer.startsWith('did:web:')) fail('did-web', issuer);
  const url = webAddress(issuer);
  const keys = readController(await json(url), issuer);
  return {keys, worst: ours(issuer) ? undefined : ['attention', ['any-stranger', issuer, new URL(url).host]]};
}

/** Numbers that implementations write differently, with their places. */
function odd(value, place = '') {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) return [place, value];
  if (!value || typeof value !== 'object') return;
  for (const [name, inner] of Object.entries(value)) {
    const found = odd(inner, Array.isArray(value) ? `${place}[${name}]` : place ? `${place}.${name}` : name);
    if (found) return found;
  }
}

/** The canonical N-Quads of a document, or why there are none: `bad` for everybody, or `unknown` here. */
async function canonicalRdf(rdfc, document, portable) {
  const {canonize, knows} = await rdfc();
  for (const context of [document['@context'] ?? []].flat()) {
    if (!isText(context)) return {unknown: ['any-own-context']};
    if (!knows(context)) return {unknown: ['any-context', context]};
  }
  const number = portable && odd(document);
  if (number) return {unknown: ['any-number', ...number]};
  try {
    return {quads: await canonize(document, portable)};
  } catch (error) {
    const event = error.details?.event;
    if (error.alike) return {unknown: ['any-alike']};
    if (/max.*work|work factor|maximum deep iterations/i.test(error.message)) return {bad: ['any-work']};
    const {property, type, id, value} = event?.details ?? {};
    if (event) return {bad: [property ? 'any-undefined' : 'any-relative', property ?? type ?? id ?? value ?? event.code]};
    return {bad: ['any-json-ld', error.details?.code ?? error.message]};
  }
}

/** The shape of what is signed in Open Badges 3.0: badges, and endorsements and status lists by themselves. What it is. */
function readAnyShape(document) {
  const types = [document?.type ?? []].flat();
  const [kind] = ['OpenBadgeCredential', 'AchievementCredential', 'EndorsementCredential', 'BitstringStatusListCredential'].filter(it => types.includes(it));
  if (kind === 'AchievementCredential') document = {...document, type: [...types, 'OpenBadgeCredential']};
  const other = types.includes('VerifiableCredential') && {EndorsementCredential: 'endorsement', BitstringStatusListCredential: 'list'}[kind];
  if (!other) return readShape(document) ?? 'document';
  const [first, second] = [document['@context']].flat();
  if (first !== 'https://www.w3.org/ns/credentials/v2' || other === 'endorsement' && !/^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context-3\./.test(second)) fail('no-context');
  const needed = other === 'list' ? ['id'] : ['id', 'issuer.id', 'credentialSubject.id'];
  for (const place of needed) {
    if (typeof place.split('.').reduce((it, name) => it?.[name], document) !== 'string') fail('lacks', place);
  }
  return other;
}

/** Is it a document that we understand: its shape, its contexts, every term in it? */
async function askAnyDocument(answers, document, world) {
  const add = (outcome, key, ...values) => answers.add('document', outcome, [key, ...values]);
  let shape;
  try {
    shape = readAnyShape(document);
    if (shape === 'older') return add('unknown', 'document-older');
  } catch (error) {
    return add('failed', 'document-bad', wordsOf(error));
  }
  let found;
  try {
    found = await canonicalRdf(world.rdfc, unsecured(document), world.ours(issuerOf(document)));
  } catch (error) {
    return add('unknown', 'any-not-understood', wordsOf(error));
  }
  if (found.bad) return add('failed', 'document-bad', found.bad);
  if (found.unknown) return world.ours(issuerOf(document)) ? add('failed', 'document-bad', found.unknown) : add('unknown', 'any-not-understood', found.unknown);
  const endorsed = 'endorsement' in document || 'endorsementJwt' in document;
  add(endorsed ? 'attention' : 'passed', endorsed ? 'document-endorsed' : SHAPES[shape]);
}

/** What is said of each. */
const SHAPES = {document: 'any-document', endorsement: 'any-endorsement', list: 'any-list'};

const unsecured = ({proof, ...document}) => document;

/** Whether a stranger's document pretends to be an award of this site. */
const isClaimed = (document, world) => !world.ours(issuerOf(document))
  && [document.id, document.credentialSubject?.achievement?.id].some(it => isText(it) && world.here?.(it));

/** Why something that stands in `proof` is no proof: the rest of a sentence. */
const namelessFlaw = it => !isObject(it) ? ['any-proof-object']
  : !isText(it.type) ? ['proof-lacks', 'type'] : it.type === 'DataIntegrityProof' && !isText(it.cryptosuite) && ['proof-lacks', 'cryptosuite'];

/** Does every proof hold that is understood, and is there one? Each is judged by itself. */
async function askAnyProof(answers, document, world, now) {
  const all = [document.proof ?? []].flat();
  const issuer = issuerOf(document);
  const known = all.filter(it => it?.type === 'DataIntegrityProof' && SUITES.includes(it.cryptosuite));
  const flaw = all.map(namelessFlaw).find(Boolean);
  const strangers = all.filter(it => !known.includes(it) && !namelessFlaw(it));
  const claimed = async it => ({...await world.controller(it).catch(() => {}), worst: ['failed', ['any-claimed']]});
  const keys = await askIssuer(answers, issuer, known, isClaimed(document, world) ? {...world, controller: claimed} : world, now);

  const isOurSet = all.length === 2 && SUITES.every((suite, n) => known[n] === all[n] && known[n].cryptosuite === suite);
  const trouble = !all.length ? ['failed', ['proof-none']]
    : world.ours(issuer) && !isOurSet ? ['failed', ['proof-set']]
      : flaw ? ['failed', ['any-flawed', flaw]]
        : !known.length && ['unknown', ['any-foreign', strangers[0].cryptosuite ?? strangers[0].type]];
  for (const [n, suite] of SUITES.entries()) {
    const proofs = known.filter(it => it.cryptosuite === suite);
    if (n === 0 && trouble) answers.add(QUESTIONS[n], ...trouble);
    else if (!proofs.length) answers.add(QUESTIONS[n], 'absent', ['any-absent', suite]);
    else for (const proof of proofs) await askOne(answers, document, proof, keys, world, now, strangers[0]);
  }
}

/** What keeps `proof` from being a good one for anybody: the rest of a sentence. It may build upon others. */
function anyFlawOf({previousProof, ...proof}) {
  const odd = Object.keys(proof).find(name => name !== '@context' && /[@:]/.test(name));
  if (odd) return ['any-proof-member', odd];
  const flaw = flawOf('domain' in proof ? {...proof, domain: ''} : proof);
  if (flaw && flaw[0] !== 'proof-occasion') return flaw;
  const ids = [previousProof ?? []].flat();
  return previousProof !== undefined && !(ids.length && ids.every(isText)) ? ['any-previous-id'] : flaw;
}

/** What is asked of each suite. */
const QUESTIONS = ['proof-rdfc', 'proof'];

/** One proof. Spec: Data Integrity EdDSA Cryptosuites 1.0, 3.2.2 and 3.3.2. */
async function askOne(answers, document, proof, keys, world, now, stranger) {
  const suite = proof.cryptosuite;
  const evidence = [['cryptosuite', suite], ['proofValue', String(proof.proofValue)]];
  const question = QUESTIONS[SUITES.indexOf(suite)];
  const add = (outcome, sentence) => answers.add(question, outcome, sentence, {}, evidence);
  const answer = (outcome, key, ...values) => add(outcome, [key, suite, ...values]);
  const flaw = anyFlawOf(proof);
  // Whoever knows the occasion may find it good.
  if (flaw) return answer(flaw[0] === 'proof-occasion' ? 'unknown' : 'failed', 'proof-flawed', flaw);
  const {previousProof} = proof;
  if (readStamp(proof.expires) <= now) return answer('failed', 'any-bad', ['proof-expired', day(readStamp(proof.expires))]);

  const input = unsecured(document);
  if (previousProof !== undefined) {
    // Spec: Data Integrity 1.0, "Verify Proof Sets and Chains": the proofs that it names stay in.
    input.proof = [];
    for (const id of [previousProof].flat()) {
      const named = [document.proof].flat().filter(it => it?.id === id);
      if (named.length !== 1) return answer('failed', 'any-bad', [named.length ? 'any-previous-twice' : 'any-previous-gone', id]);
      input.proof.push(named[0]);
    }
  }
  let hashed, added = false;
  try {
    if (suite === SUITES[1]) {
      added = proof['@context'] !== undefined && canonicalize(proof['@context']) !== canonicalize(input['@context'] ?? null);
      if (added) {
        const [mine, theirs] = [[proof['@context']].flat(), [input['@context'] ?? []].flat()];
        if (world.ours(issuerOf(document)) || !mine.every((it, n) => canonicalize(it) === canonicalize(theirs[n] ?? null))) fail('proof-context');
        input['@context'] = proof['@context'];
      }
      hashed = await trace(input, proof);
    } else {
      const {proofValue, ...options} = proof;
      // The proof configuration takes the document's contexts: a copy that differs would be covered by nothing.
      if ('@context' in proof && canonicalize(proof['@context']) !== canonicalize(input['@context'] ?? null)) fail('any-proof-context');
      const parts = [];
      for (const it of [{...options, '@context': input['@context']}, input]) {
        const found = await canonicalRdf(world.rdfc, it, true);
        if (found.unknown) return answer('unknown', 'any-unchecked', found.unknown);
        // If the document is wrong for everybody, that was said of it already.
        if (found.bad && it === input && previousProof === undefined) return answer('unknown', 'any-unchecked', found.bad);
        if (found.bad) return answer('failed', 'any-bad', found.bad);
        parts.push(await sha256(found.quads));
      }
      hashed = {configurationHash: parts[0], documentHash: parts[1], hashData: Uint8Array.of(...parts[0], ...parts[1])};
    }
  } catch (error) {
    return crypto.subtle ? answer('failed', 'any-bad', wordsOf(error)) : answer('unknown', 'any-unchecked', ['no-crypto']);
  }
  evidence.splice(1, 0, ['hash-document', hex(hashed.documentHash)], ['hash-proof', hex(hashed.configurationHash)]);
  const key = keys?.get(proof.verificationMethod);
  if (!key) return answer('unknown', 'any-unchecked', ['proof-no-key']);
  evidence.push(['publicKeyMultibase', key.text]);
  try {
    if (!readBase58(proof.proofValue, 64) || !await holds(hashed.hashData, proof, key.key)) return answer('failed', 'any-bad', ['proof-changed']);
  } catch (error) {
    return answer('unknown', 'any-unchecked', wordsOf(error));
  }
  let good = proof.created ? ['any-good', suite, key.short, day(readStamp(proof.created))] : ['any-undated', suite, key.short];
  if (added) good = ['any-and-added', good];
  if (stranger) good = ['any-and-beside', good, stranger.cryptosuite ?? stranger.type];
  add(added || stranger ? 'attention' : 'passed', good);
}

/**
 * What do its status lists say? Of several places the first that is set decides, then the first of which nobody knows.
 *
 * @see src/trust/judge/status.rs
 */
async function askAnyStatus(answers, document, world, now) {
  const add = (outcome, sentence, verdict) => answers.add('status', outcome, sentence, verdict);
  const {credentialStatus: status} = document;
  if (status === undefined) return add('absent', ['status-none']);
  let entries;
  try {
    if (!isObject(status) && !status?.length || isText(status)) fail('any-status-object');
    entries = [status].flat();
    if (!entries.every(isObject)) fail('any-status-others');
    entries.forEach(checkEntry);
  } catch (error) {
    return add('unknown', ['any-status', wordsOf(error)]);
  }
  let good = ['passed', ['status-clear']], unknown;
  for (const entry of entries) {
    if (isNews(entry)) {
      good = ['attention', ['any-news']];
      continue;
    }
    const one = new Answers();
    // Whose a list is, is a question of its own.
    await askStatus(one, {...document, credentialStatus: entry}, {...world, here: undefined}, now);
    const [{outcome, sentence}] = one.checks;
    if (outcome === 'failed') return add(outcome, sentence, {kind: one.gravest.kind});
    if (outcome === 'unknown') unknown ??= sentence;
  }
  if (unknown) add('unknown', unknown);
  else add(...good);
}

/** A message or the news of a refresh: nothing that makes a credential worth less. */
const isNews = ({type, statusPurpose: purpose}) => type === 'BitstringStatusListEntry' && ['message', 'refresh'].includes(purpose);

/** Throws what is wrong with an entry of `credentialStatus`: the rest of a sentence. What is of another kind is not looked at. */
function checkEntry(entry) {
  const text = name => !(name in entry) || isText(entry[name]) ? entry[name] : fail('any-status-text', name);
  const needed = name => text(name) ?? fail('any-status-lacks', name);
  if (needed('type') !== 'BitstringStatusListEntry') return;
  const [purpose, list, index] = ['statusPurpose', 'statusListCredential', 'statusListIndex'].map(needed);
  if (text('id') === list) fail('any-status-id');
  if (!['revocation', 'suspension'].includes(purpose)) return;
  if (![undefined, 1].includes(entry.statusSize)) fail('any-status-size');
  if (!/^(0|[1-9]\d{0,9})$/.test(index) || index >= 2 ** 32) fail('any-status-index', index);
}
