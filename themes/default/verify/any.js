// Credentials of any issuer: `eddsa-rdfc-2022` beside `eddsa-jcs-2022`, did:key beside did:web, proof sets and chains.
//
// These are questions of judge.js asked in another way; what our own issuers sign is still held to our whole profile.

import './more-words.js';
import {hex, readBase58, sha256} from './encoding.js';
import {canonicalize} from './jcs.js';
import {askIssuer, isObject, issuerOf, readShape, wordsOf} from './judge.js';
import {readController, readKey, webAddress} from './did.js';
import {SUITES, flawOf, holds, trace} from './proof.js';
import {day, readStamp} from './time.js';
import {fail, say} from './words.js';

/**
 * What a judge of any credential needs: `json` reads a document, `rdfc` loads the canonical form of RDF, `ours` says
 * whether an issuer is one of this site, and `host` whether it is told so that another host was asked.
 */
export const anyWorld = ({json, rdfc, ours}) => ({
  json, ours, askDocument: askAnyDocument, askProof: askAnyProof, rdfc, controller: (issuer, evidence) => controllerOf(issuer, evidence, json, ours),
});

/** The keys of an issuer, and what there is to say of it. */
async function controllerOf(issuer, evidence, json, ours) {
  if (issuer.startsWith('did:key:')) {
    const text = issuer.slice(8);
    const id = `${issuer}#${text}`;
    return {
      keys: new Map([[id, {id, text, key: readKey(text, id), short: `${text.slice(0, 4)}…${text.slice(-4)}`}]]),
      worst: ['attention', say('any-by-key', issuer)],
    };
  }
  const url = webAddress(issuer);
  evidence.push(['DID document', url]);
  const keys = readController(await json(url), issuer);
  return {keys, worst: ours(issuer) ? undefined : ['attention', say('any-stranger', issuer, new URL(url).host)]};
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
    if (typeof context !== 'string') return {unknown: say('any-own-context')};
    if (!knows(context)) return {unknown: say('any-context', context)};
  }
  const number = portable && odd(document);
  if (number) return {unknown: say('any-number', ...number)};
  try {
    return {quads: await canonize(document, portable)};
  } catch (error) {
    const event = error.details?.event;
    if (error.alike) return {unknown: say('any-alike')};
    if (/max.*work|work factor|maximum deep iterations/i.test(error.message)) return {bad: say('any-work')};
    const {property, type, id, value} = event?.details ?? {};
    if (event) return {bad: say(property ? 'any-undefined' : 'any-relative', property ?? type ?? id ?? value ?? event.code)};
    return {bad: say('any-json-ld', error.details?.code ?? error.message)};
  }
}

/** Is it a document that we understand: its shape, its contexts, every term in it? */
async function askAnyDocument(answers, document, world) {
  const evidence = [['id', String(document?.id ?? '')]];
  const add = (outcome, key, ...values) => answers.add('document', outcome, say(key, ...values), evidence);
  try {
    if (readShape(document) === 'older') return add('unknown', 'document-older');
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
  add(endorsed ? 'attention' : 'passed', endorsed ? 'document-endorsed' : 'any-document');
}

const unsecured = ({proof, ...document}) => document;

/** Does every proof hold that is understood, and is there one? Each is judged by itself. */
async function askAnyProof(answers, document, world, now) {
  const all = [document.proof ?? []].flat();
  const issuer = issuerOf(document);
  const known = all.filter(it => it?.type === 'DataIntegrityProof' && SUITES.includes(it.cryptosuite));
  const strangers = all.filter(it => isObject(it) && typeof it.type === 'string' && !known.includes(it) && (it.type !== 'DataIntegrityProof' || typeof it.cryptosuite === 'string'));
  const broken = all.some(it => !known.includes(it) && !strangers.includes(it));
  const keys = await askIssuer(answers, issuer, known, world, now);

  if (!all.length) return answers.add('proof-rdfc', 'failed', say('proof-none'));
  if (broken) return answers.add('proof-rdfc', 'failed', say('any-broken'));
  if (world.ours(issuer) && !(all.length === 2 && all.every((it, n) => it.cryptosuite === SUITES[n]))) {
    return answers.add('proof-rdfc', 'failed', say('proof-set'));
  }
  if (!known.length) return answers.add('proof-rdfc', 'unknown', say('any-foreign', strangers[0].cryptosuite ?? strangers[0].type));
  for (const proof of known) await askOne(answers, document, proof, keys, world, now, strangers[0]);
}

/** One proof. Spec: Data Integrity EdDSA Cryptosuites 1.0, 3.2.2 and 3.3.2. */
async function askOne(answers, document, proof, keys, world, now, stranger) {
  const suite = proof.cryptosuite;
  const evidence = [['cryptosuite', suite], ['proofValue', String(proof.proofValue)]];
  const question = suite === SUITES[0] ? 'proof-rdfc' : 'proof';
  const answer = (outcome, key, ...values) => answers.add(question, outcome, say(key, suite, ...values), evidence);
  const {previousProof, ...plain} = proof;
  const flaw = flawOf(plain);
  if (flaw) return answer('domain' in proof || 'challenge' in proof ? 'unknown' : 'failed', 'proof-flawed', flaw);
  if (readStamp(proof.expires) <= now) return answer('failed', 'any-bad', say('proof-expired', day(readStamp(proof.expires))));

  const input = unsecured(document);
  if (previousProof !== undefined) {
    // Spec: Data Integrity 1.0, "Verify Proof Sets and Chains": the proofs that it names stay in.
    input.proof = [];
    for (const id of [previousProof].flat()) {
      const named = [document.proof].flat().filter(it => it?.id === id);
      if (named.length !== 1) return answer('failed', 'any-bad', say('any-previous', id));
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
    return crypto.subtle ? answer('failed', 'any-bad', wordsOf(error)) : answer('unknown', 'any-unchecked', say('no-crypto'));
  }
  evidence.splice(1, 0, ['SHA-256 of the document', hex(hashed.documentHash)], ['SHA-256 of the proof configuration', hex(hashed.configurationHash)]);
  const key = keys?.get(proof.verificationMethod);
  if (!key) return answer('unknown', 'any-unchecked', say('proof-no-key'));
  evidence.push(['publicKeyMultibase', key.text]);
  try {
    if (!readBase58(proof.proofValue, 64) || !await holds(hashed.hashData, proof, key.key)) return answer('failed', 'any-bad', say('proof-changed'));
  } catch (error) {
    return answer('unknown', 'any-unchecked', wordsOf(error));
  }
  const when = proof.created ? day(readStamp(proof.created)) : '–';
  if (added) return answer('attention', 'any-added', key.short, when);
  if (stranger) return answer('attention', 'any-beside', key.short, when, stranger.cryptosuite ?? stranger.type);
  answer('passed', 'any-good', key.short, when);
}
