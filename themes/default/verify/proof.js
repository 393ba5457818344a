// `eddsa-jcs-2022`: Data Integrity EdDSA Cryptosuites 1.0, section 3.3.

import {readBase58, sha256} from './encoding.js';
import {canonicalize} from './jcs.js';
import {isText} from './kind.js';
import {readStamp} from './time.js';
import {fail} from './words.js';

export const SUITES = ['eddsa-rdfc-2022', 'eddsa-jcs-2022'];
const TEXTS = ['cryptosuite', 'verificationMethod', 'proofPurpose', 'proofValue'];

/**
 * Separates a document from its proofs: the document without `proof`, and the proofs of our profile, each read strictly.
 *
 * @param {any} document
 */
export function takeApart(document) {
  const {proof, ...unsecured} = document;
  const proofs = [proof ?? []].flat();
  if (!proofs.length) fail('proof-none');
  if (proofs.length !== 2 || !proofs.every((it, n) => it?.type === 'DataIntegrityProof' && it.cryptosuite === SUITES[n])) {
    fail('proof-set');
  }
  const flaw = proofs.map(it => flawOf(it) && ['proof-flawed', it.cryptosuite, flawOf(it)]).find(Boolean);
  return {unsecured, proofs, flaw};
}

/** What keeps `proof` from being a good one: the rest of a sentence. */
export function flawOf(proof) {
  const stranger = TEXTS.find(name => !isText(proof[name]));
  if (stranger) return [stranger in proof ? 'proof-text' : 'proof-lacks', stranger];
  const odd = Object.keys(proof).find(name => name !== '@context' && !isText(proof[name]) || name === 'previousProof');
  if (odd) return ['proof-member', odd];
  const undated = ['created', 'expires'].find(name => name in proof && readStamp(proof[name]) === undefined);
  if (undated) return ['proof-date', undated, proof[undated]];
  if (proof.proofPurpose !== 'assertionMethod') return ['proof-purpose', proof.proofPurpose];
  if (!readBase58(proof.proofValue, 64)) return ['proof-value'];
  const occasion = ['domain', 'challenge'].find(name => name in proof);
  return occasion && ['proof-occasion', occasion];
}

/**
 * What is hashed for a proof, and what is signed: both hashes, and the 64 bytes that they make. The contexts
 * of the proof have to be those of the document: the standard lets contexts be added later, and our profile does not.
 *
 * @param {any} unsecured the document without its proofs
 * @param {any} proof
 */
export async function trace(unsecured, proof) {
  const {proofValue, ...options} = proof;
  if (proof['@context'] !== undefined && canonicalize(proof['@context']) !== canonicalize(unsecured['@context'])) fail('proof-context');
  // Spec: 3.3.3 "Transformation", 3.3.5 "Proof Configuration", 3.3.4 "Hashing".
  const [documentHash, configurationHash] = await Promise.all([unsecured, options].map(it => sha256(canonicalize(it))));
  return {documentHash, configurationHash, hashData: Uint8Array.of(...configurationHash, ...documentHash)};
}

/**
 * Whether the signature of `proof` is one of `key` over `hashData`. Spec: 3.3.7 "Proof Verification".
 *
 * @param {Uint8Array} hashData
 * @param {any} proof
 * @param {Uint8Array} key
 */
export async function holds(hashData, proof, key) {
  if (!crypto.subtle) fail('no-crypto');
  let imported;
  try {
    imported = await crypto.subtle.importKey('raw', key, {name: 'Ed25519'}, false, ['verify']);
  } catch {
    fail('old-browser');
  }
  return crypto.subtle.verify('Ed25519', imported, readBase58(proof.proofValue, 64), hashData);
}
