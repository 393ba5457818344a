// Every credential and every status list of the example site, verified by Digital Bazaar's stack: each proof by itself.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {awards, now, site, statusLists} from './example.js';
import {standStill, unplug} from './published.js';

const refused = unplug([site]);
standStill(now);
const {judge} = await import('./digital-bazaar.js');
const suites = ['eddsa-rdfc-2022', 'eddsa-jcs-2022'];

if (!process.env.ACCOLADE_EXAMPLE_SOURCE) {
  test('the example has awards in every state', () => {
    assert.ok(awards.length >= 60, `${awards.length} awards`);
    assert.deepEqual([...new Set(awards.map(award => award.ought))].sort(), ['expired', 'not-yet-valid', 'revoked', 'valid']);
  });
}

for (const {id, url, document, ought} of awards) {
  test(`${id} (${ought}): both proofs hold, and only for what was signed`, async () => {
    assert.equal(document.id, url);
    assert.deepEqual(document.proof.map(proof => proof.cryptosuite), suites);
    // Dates are not what is judged here: one more second than the award needs, or one less, must not matter.
    const then = new Date(Math.max(new Date(document.validFrom), new Date(document.proof[0].created)));
    for (const suite of suites) {
      assert.deepEqual(await judge(document, suite, [site], then), {verified: true, errors: []}, suite);
      const forged = structuredClone(document);
      forged.credentialSubject.achievement.name += '!';
      assert.equal((await judge(forged, suite, [site], then)).verified, false, `${suite}, with another name`);
    }
    // And now the dates.
    const {verified} = await judge(document, 'eddsa-rdfc-2022', [site], now);
    const inTime = new Date(document.validFrom) <= now && !(new Date(document.validUntil) <= now);
    assert.equal(verified, inTime, 'verified today');
  });
}

for (const url of statusLists) {
  test(`${url}: both proofs hold`, async () => {
    const document = site.json(url);
    assert.equal(document.id, url);
    assert.deepEqual(document.proof.map(proof => proof.cryptosuite), suites);
    for (const suite of suites) {
      assert.deepEqual(await judge(document, suite, [site], now), {verified: true, errors: []}, suite);
    }
  });
}

test('nobody asked for anything outside', () => assert.deepEqual(refused, []));
