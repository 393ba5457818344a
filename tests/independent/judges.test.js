// Before they judge accolade, the judges are judged: by documents that are known to be good, and known to be bad.

import assert from 'node:assert/strict';
import {copyFileSync, mkdirSync, mkdtempSync, readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {test} from 'node:test';
import {Published, standStill, unplug} from './published.js';
import {schemaAddresses} from './schemas.js';

const vectors = fileURLToPath(new URL('../vectors/derived/signed/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'accolade-judges-'));
mkdirSync(join(folder, 'status'));
copyFileSync(join(vectors, 'did.json'), join(folder, 'did.json'));
copyFileSync(join(vectors, 'status.rdfc.json'), join(folder, 'status/1.json'));
const site = new Published(folder, 'https://badges.example/site/');
const refused = unplug([site], schemaAddresses);
standStill('2026-11-01T00:00:00Z');

const {judge} = await import('./digital-bazaar.js');
const {verifyCredential} = await import('@digitalcredentials/verifier-core');
const read = name => JSON.parse(readFileSync(join(vectors, name), 'utf8'));

for (const [name, suites] of Object.entries({
  'minimal.rdfc.json': ['eddsa-rdfc-2022'],
  'rich.rdfc.json': ['eddsa-rdfc-2022'],
  'endorsement.rdfc.json': ['eddsa-rdfc-2022'],
  'status.rdfc.json': ['eddsa-rdfc-2022'],
  'minimal.jcs.json': ['eddsa-jcs-2022'],
  'minimal.set-rdfc-jcs.json': ['eddsa-rdfc-2022', 'eddsa-jcs-2022'],
})) {
  for (const suite of suites) {
    test(`Digital Bazaar accepts ${name} (${suite})`, async () => {
      const document = read(name);
      document.proof = [].concat(document.proof);
      assert.deepEqual(await judge(document, suite, [site], new Date()), {verified: true, errors: []});
    });
  }
}

for (const name of ['changed-name', 'proof-value', 'purpose', 'undefined-term']) {
  test(`Digital Bazaar refuses negative-${name}.json`, async () => {
    const document = read(`negative-${name}.json`);
    document.proof = [].concat(document.proof);
    assert.equal((await judge(document, 'eddsa-rdfc-2022', [site], new Date())).verified, false);
  });

  test(`verifier-core refuses negative-${name}.json`, async () => {
    const {errors} = await verifyCredential({credential: read(`negative-${name}.json`), knownDIDRegistries: []});
    assert.ok(errors?.length > 0);
  });
}

test('verifier-core accepts minimal.set-rdfc-jcs.json', async () => {
  const {log} = await verifyCredential({credential: read('minimal.set-rdfc-jcs.json'), knownDIDRegistries: []});
  assert.equal(log.find(step => step.id === 'valid_signature').valid, true);
});

test('verifier-core sees that rich.rdfc.json is revoked', async () => {
  const {log} = await verifyCredential({credential: read('rich.rdfc.json'), knownDIDRegistries: []});
  assert.equal(log.find(step => step.id === 'valid_signature').valid, true);
  assert.equal(log.find(step => step.id === 'revocation_status').valid, false);
});

test('nobody asked for anything outside', () => assert.deepEqual(refused, []));
