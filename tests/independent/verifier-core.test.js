// What the Digital Credentials Consortium's verifier says of every award: it has to be what it ought to be, and what accolade says.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {awards, base, now, site} from './example.js';
import {standStill, unplug} from './published.js';
import {schemaAddresses} from './schemas.js';

const refused = unplug([site], schemaAddresses);
standStill(now);
const {verifyCredential} = await import('@digitalcredentials/verifier-core');
const said = new Map(site.json(`${base}index.json`).awards.map(entry => [entry.id, entry]));

for (const {id, document, ought} of awards) {
  test(`${id} is ${ought}`, async () => {
    const {log, errors, additionalInformation} = await verifyCredential({credential: document, knownDIDRegistries: []});
    if (ought === 'not-yet-valid') {
      // It has no word for it, and refuses such a credential as a whole.
      assert.ok(errors?.length > 0 || log.some(step => step.valid === false), JSON.stringify({log, errors}));
    } else {
      assert.equal(errors, undefined);
      const step = name => log.find(step => step.id === name)?.valid;
      const expired = new Date(document.validUntil) <= now;
      assert.equal(step('valid_signature'), true, 'signature');
      assert.equal(step('expiration'), !expired, 'expiry');
      assert.equal(step('revocation_status'), ought !== 'revoked', 'revocation');
      const [{results}] = additionalInformation.filter(entry => entry.id === 'schema_check');
      assert.deepEqual(results.map(entry => entry.result), [{valid: true}], 'schema');
    }
    assert.equal(said.get(id)?.status, ought, 'index.json');
  });
}

test('nobody asked for anything outside', () => assert.deepEqual(refused, []));
