// Signed documents of others, in a world that believes of every issuer that the key which signed is one of its keys: what
// is left are the other checks. As in tests/trust/fixtures.rs.

import {readFileSync} from 'node:fs';

const read = path => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

/** Each document with the verdict that it has to get. */
export function documents() {
  const fixtures = [...read('trust/fixtures.toml').matchAll(/^\["(.+)"\]\nverdict = "(.+)"/gm)]
    .map(([, name, verdict]) => ({name: `validator-fixtures/${name}`, verdict}));
  const {positive, negative} = JSON.parse(read('vectors/derived/signed/index.json'));
  const derived = [...positive.map(name => [name, 'valid']), ...Object.keys(negative).map(name => [name, 'invalid'])]
    .map(([name, verdict]) => ({name: `derived/signed/${name}`, verdict: name === 'rich.rdfc.json' ? 'unchecked' : verdict}));
  return [...fixtures, ...derived, ...JSON.parse(read('cases/vectors.json'))].map(it => ({...it, document: JSON.parse(read(`vectors/${it.name}`))}));
}

/** The keys of the proofs of `document` as a DID document of its issuer, in which every key is listed. */
export function controllerFor(document) {
  const issuer = document.issuer?.id ?? document.issuer;
  const methods = [document.proof ?? []].flat().map(it => it.verificationMethod).filter(it => typeof it === 'string' && it.startsWith(`${issuer}#z6Mk`));
  return {
    id: issuer, assertionMethod: methods,
    verificationMethod: [...new Set(methods)].map(id => ({id, type: 'Multikey', controller: issuer, publicKeyMultibase: id.split('#')[1]})),
  };
}
