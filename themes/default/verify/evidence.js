// The evidence below an answer, when somebody unfolds it: the same documents, read by the same code once more.

import {webAddress, readController} from './did.js';
import {readBits} from './encoding.js';
import {trace} from './proof.js';
import {hex} from './recipient.js';
import {make} from './make.js';
import {bitAt, readEntry} from './status.js';
import {WORDS} from './words.js';

/** What each answer rests on, as names and values; `it` is what a check found. */
const EVIDENCE = {
  page: () => [['compared', new URL('credential.json', location).href]],
  document: ({credential}) => [['id', credential.id]],
  issuer({credential: {issuer, proof}}) {
    const did = issuer.id ?? issuer;
    const used = new Map([proof ?? []].flat().map(it => [it.verificationMethod, it.created]));
    return [['DID', did], ...did.startsWith('did:web:') ? [['did-document', webAddress(did)]] : [],
      ...[...used].flatMap(([method, created]) => [['verificationMethod', method], ['created', created]])];
  },
  async proof({credential: {proof: [, proof], ...unsecured}, json}) {
    const {documentHash, configurationHash} = await trace(unsecured, proof);
    const did = unsecured.issuer.id;
    const key = readController(await json(webAddress(did)), did).get(proof.verificationMethod);
    return [['hash-document', hex(documentHash)], ['hash-proof', hex(configurationHash)], ['publicKeyMultibase', key?.text], ['proofValue', proof.proofValue]];
  },
  async status({credential: {credentialStatus}, json}) {
    const {list: url, index} = readEntry(credentialStatus);
    const facts = [['list', url], ['index', index]];
    try {
      const list = await json(url);
      facts.push(['bit', bitAt(await readBits(list.credentialSubject.encodedList), index)], ['DID', list.issuer.id ?? list.issuer],
        ['list-signed', [list.proof].flat().at(-1).created]);
    } catch {
      // The answer says what is wrong with it.
    }
    return facts;
  },
  dates: ({credential: {validFrom, validUntil}, now}) => [['validFrom', validFrom], ['validUntil', validUntil], ['clock', new Date(now).toISOString()]],
  definition: ({credential}) => [['badge', credential.credentialSubject.achievement.id]],
};

/** The evidence for the answer to a question, as a list; names without a message are those of the standards. */
export async function evidenceList({question, evidence: facts}, it) {
  try {
    facts ??= await EVIDENCE[question](it);
  } catch {
    facts = [];
  }
  return make('dl', {class: 'facts'}, ...facts.filter(([, value]) => value !== undefined).map(([name, value]) => make('div', {class: 'fact'},
    make('dt', {}, WORDS[`evidence-${name}`] ?? `\`${name}\``), make('dd', {}, `\`${value}\``))));
}
