// The evidence below an answer: what it rests on.

import {webAddress} from './did.js';
import {make} from './make.js';
import {WORDS} from './words.js';

/** What an answer rests on that brings no evidence itself, as names and values; `it` is what a check found. */
const EVIDENCE = {
  page: ({credential}) => credential && [['compared', new URL('credential.json', location).href]],
  document: ({credential}) => [['id', credential.id]],
  issuer({credential: {issuer, proof}}) {
    const did = issuer.id ?? issuer;
    const used = new Map([proof ?? []].flat().map(it => [it.verificationMethod, it.created]));
    return [['DID', did], ...did.startsWith('did:web:') ? [['did-document', webAddress(did)]] : [],
      ...[...used].flatMap(([method, created]) => [['verificationMethod', method], ['created', created]])];
  },
  dates: ({credential: {validFrom, validUntil}, now}) => [['validFrom', validFrom], ['validUntil', validUntil], ['clock', new Date(now).toISOString()]],
  definition: ({credential}) => [['badge', credential.credentialSubject.achievement.id]],
};

/** The evidence for the answer to a question, as a list; names without a message are those of the standards. */
export function evidenceList({question, evidence: facts}, it) {
  try {
    facts = (facts ?? EVIDENCE[question](it)).filter(([, value]) => value !== undefined);
  } catch {
    // There is nothing to show.
    return;
  }
  return facts.length && make('dl', {class: 'facts'}, ...facts.map(([name, value]) => make('div', {class: 'fact'},
    make('dt', {}, WORDS[`evidence-${name}`] ?? `\`${name}\``), make('dd', {}, `\`${value}\``))));
}
