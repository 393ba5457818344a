// Credentials of any issuer: `eddsa-rdfc-2022` beside `eddsa-jcs-2022`, did:key beside did:web, proof sets and chains.
//
// These are questions of judge.js asked in another way; what our own issuers sign is still held to our whole profile.

import {readBase58, sha256} from './encoding.js';
import {canonicalize} from './jcs.js';
import {askIssuer, issuerOf, readShape} from './judge.js';
import {readController, readKey, short, webAddress} from './did.js';
import {isObject, isText} from './kind.js';
import {SUITES, flawOf, holds, trace} from './proof.js';
import {hex} from './recipient.js';
import {day, readStamp} from './time.js';
import {fail, wordsOf} from './words.js';

/**
 * What a judge of any credential needs: `json` reads a document, `rdfc` loads the canonical form of RDF, `ours` says
 * whether an issuer is one of this site, and `host` whether it is told so that another host was asked.
 */
export const anyWorld = ({json, rdfc, ours}) => ({
  json, ours, askDocument: askAnyDocument, askProof: askAnyProof, rdfc, controller: issuer => controllerOf(issuer, json, ours),
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

/** Does every proof hold that is understood, and is there one? Each is judged by itself. */
async function askAnyProof(answers, document, world, now) {
  const all = [document.proof ?? []].flat();
  const issuer = issuerOf(document);
  const known = all.filter(it => it?.type === 'DataIntegrityProof' && SUITES.includes(it.cryptosuite));
  const strangers = all.filter(it => isObject(it) && isText(it.type) && !known.includes(it) && (it.type !== 'DataIntegrityProof' || isText(it.cryptosuite)));
  const broken = all.some(it => !known.includes(it) && !strangers.includes(it));
  const keys = await askIssuer(answers, issuer, known, world, now);

  const isOurSet = all.length === 2 && all.every((it, n) => it?.cryptosuite === SUITES[n]);
  const trouble = !all.length ? ['failed', ['proof-none']]
    : broken ? ['failed', ['any-broken']]
      : world.ours(issuer) && !isOurSet ? ['failed', ['proof-set']]
        : !known.length && ['unknown', ['any-foreign', strangers[0].cryptosuite ?? strangers[0].type]];
  for (const [n, suite] of SUITES.entries()) {
    const proofs = known.filter(it => it.cryptosuite === suite);
    if (n === 0 && trouble) answers.add(QUESTIONS[n], ...trouble);
    else if (!proofs.length) answers.add(QUESTIONS[n], 'absent', ['any-absent', suite]);
    else for (const proof of proofs) await askOne(answers, document, proof, keys, world, now, strangers[0]);
  }
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
  const {previousProof, ...plain} = proof;
  const flaw = flawOf(plain);
  if (flaw) return answer('domain' in proof || 'challenge' in proof ? 'unknown' : 'failed', 'proof-flawed', flaw);
  if (readStamp(proof.expires) <= now) return answer('failed', 'any-bad', ['proof-expired', day(readStamp(proof.expires))]);

  const input = unsecured(document);
  if (previousProof !== undefined) {
    // Spec: Data Integrity 1.0, "Verify Proof Sets and Chains": the proofs that it names stay in.
    input.proof = [];
    for (const id of [previousProof].flat()) {
      const named = [document.proof].flat().filter(it => it?.id === id);
      if (named.length !== 1) return answer('failed', 'any-bad', ['any-previous', id]);
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
      const parts = [];
      for (const it of [{...options, '@context': input['@context']}, input]) {
        const found = await canonicalRdf(world.rdfc, it, true);
        if (found.unknown) return answer('unknown', 'any-unchecked', found.unknown);
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
