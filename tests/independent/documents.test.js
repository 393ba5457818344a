// The shape of every document: JSON Schema of both editions, and the rules that no schema can say.

import assert from 'node:assert/strict';
import {gunzipSync} from 'node:zlib';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {awards, base, didDocuments, files, folder, site, statusLists} from './example.js';
import {flaws, schemas} from './schemas.js';

const read = path => JSON.parse(readFileSync(join(folder, path), 'utf8'));
const CONTEXT_V2 = 'https://w3id.org/openbadges/v2';

function satisfies(kind, document) {
  for (const [edition, validate] of Object.entries(schemas[kind])) {
    assert.deepEqual(flaws(validate, document), [], `${kind}, ${edition}`);
  }
}

function nothingEmpty(value, path = '') {
  assert.ok(value !== null && value !== undefined, `${path} is null`);
  if (Array.isArray(value)) assert.ok(value.length > 0, `${path} is empty`);
  if (typeof value === 'object') for (const [name, inner] of Object.entries(value)) nothingEmpty(inner, `${path}/${name}`);
}

test('every JSON document is of a known kind', () => {
  const known = /^(assertions\/[^/]+\/(credential|assertion)|badges\/[^/]+\/(achievement|badge)|issuers\/[^/]+\/(did|profile|issuer)|status\/[^/]+\/\d+|index|build|assets\/words-[\da-f]+)\.json$/;
  assert.deepEqual(files.filter(path => path.endsWith('.json') && !known.test(path)), []);
});

for (const {id, document} of awards) {
  test(`credential ${id}`, () => {
    satisfies('credential', document);
    nothingEmpty(document);
    assert.deepEqual(document['@context'], [
      'https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ]);
    assert.deepEqual(document.type, ['VerifiableCredential', 'OpenBadgeCredential']);
    assert.ok(document.issuer.type.includes('Profile'));
    assert.ok(didDocuments.some(url => site.json(url).id === document.issuer.id), 'its issuer has a DID document');
    const {credentialSubject: subject, credentialStatus: status} = document;
    assert.ok(subject.id || subject.identifier, 'a recipient');
    assert.ok(!JSON.stringify(document).includes('@example.org'), 'an e-mail address of a recipient');
    assert.ok(site.file(subject.achievement.id), 'its achievement is published');
    assert.ok(site.file(subject.achievement.image.id), 'its picture is published');
    assert.equal(status.type, 'BitstringStatusListEntry');
    assert.equal(status.statusPurpose, 'revocation');
    assert.notEqual(status.id, status.statusListCredential);
    assert.ok(statusLists.includes(status.statusListCredential));
    for (const date of [document.validFrom, document.validUntil, document.awardedDate].filter(Boolean)) {
      assert.match(date, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    }
  });
}

test('no two awards share a place in a status list', () => {
  const places = awards.map(({document: {credentialStatus: it}}) => `${it.statusListCredential}#${it.statusListIndex}`);
  assert.equal(new Set(places).size, places.length);
});

for (const url of statusLists) {
  test(`status list ${url.slice(base.length)}`, () => {
    const list = site.json(url);
    satisfies('statusList', list);
    assert.deepEqual(list.type, ['VerifiableCredential', 'BitstringStatusListCredential']);
    const {type, statusPurpose, encodedList} = list.credentialSubject;
    assert.equal(type, 'BitstringStatusList');
    assert.equal(statusPurpose, 'revocation');
    assert.equal(encodedList[0], 'u');
    const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'));
    assert.ok(bits.length >= 16384, `${bits.length} bytes`);
    const set = index => (bits[index >> 3] >> (7 - (index & 7))) & 1;
    let count = 0;
    for (const byte of bits) for (let bit = 0; bit < 8; bit++) count += (byte >> bit) & 1;
    const here = awards.filter(({document}) => document.credentialStatus.statusListCredential === url);
    for (const {id, document, ought} of here) {
      assert.equal(set(Number(document.credentialStatus.statusListIndex)), ought === 'revoked' ? 1 : 0, id);
    }
    assert.equal(count, here.filter(award => award.ought === 'revoked').length, 'no other bit is set');
  });
}

for (const url of didDocuments) {
  test(`DID document ${url.slice(base.length)}`, () => {
    const document = site.json(url);
    assert.deepEqual(document['@context'], ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1']);
    const {host, pathname} = new URL(url);
    const path = pathname.replace(/\/did\.json$/, '').replaceAll('/', ':');
    assert.equal(document.id, `did:web:${host.replace(':', '%3A')}${path}`);
    assert.ok(document.verificationMethod.length > 0);
    for (const method of document.verificationMethod) {
      assert.equal(method.type, 'Multikey');
      assert.equal(method.controller, document.id);
      assert.match(method.publicKeyMultibase, /^z6Mk/);
      assert.equal(method.id, `${document.id}#${method.publicKeyMultibase}`);
    }
    assert.deepEqual(document.assertionMethod, document.verificationMethod.map(method => method.id));
  });
}

for (const path of files.filter(path => path.endsWith('/achievement.json'))) {
  test(path, () => {
    const {'@context': _, ...achievement} = read(path);
    satisfies('achievement', achievement);
    nothingEmpty(achievement);
    assert.equal(achievement.id, base + path);
    assert.ok(achievement.criteria.narrative || achievement.criteria.id);
    assert.ok(site.file(achievement.image.id), 'its picture is published');
  });
}

for (const path of files.filter(path => path.endsWith('/profile.json'))) {
  test(path, () => {
    const profile = read(path);
    satisfies('profile', profile);
    nothingEmpty(profile);
    assert.ok(didDocuments.some(url => site.json(url).id === profile.id));
  });
}

// Open Badges 2.0 has no schema; these are its rules ("Assertion", "BadgeClass", "Profile", "Hosted verification").

for (const {id, ought} of awards) {
  test(`Open Badges 2.0 assertion ${id}`, () => {
    const path = `assertions/${id}/assertion.json`;
    const assertion = read(path);
    assert.equal(assertion['@context'], CONTEXT_V2);
    assert.equal(assertion.type, 'Assertion');
    assert.equal(assertion.id, base + path);
    if (ought === 'revoked') {
      assert.deepEqual(Object.keys(assertion).sort(), ['@context', 'id', 'revocationReason', 'revoked', 'type']);
      assert.equal(assertion.revoked, true);
      return;
    }
    nothingEmpty(assertion);
    const {recipient, badge, verification, issuedOn} = assertion;
    assert.ok(['email', 'url', 'id'].includes(recipient.type));
    assert.equal(recipient.hashed, recipient.type === 'email');
    if (recipient.hashed) assert.match(recipient.identity, /^sha256\$[0-9a-f]{64}$/);
    assert.equal(verification.type, 'HostedBadge');
    assert.match(issuedOn, /Z$/);
    const badgeClass = site.json(badge);
    assert.equal(badgeClass.id, badge);
    const issuer = site.json(badgeClass.issuer);
    assert.equal(issuer.id, badgeClass.issuer);
    assert.equal(typeof issuer.verification.startsWith, 'string');
    assert.ok(assertion.id.startsWith(issuer.verification.startsWith), 'within its issuer\'s scope');
  });
}

for (const path of files.filter(path => path.endsWith('/badge.json'))) {
  test(path, () => {
    const badge = read(path);
    nothingEmpty(badge);
    assert.equal(badge['@context'], CONTEXT_V2);
    assert.equal(badge.id, base + path);
    assert.equal(badge.type, 'BadgeClass');
    for (const key of ['name', 'description', 'criteria', 'issuer']) assert.ok(badge[key], key);
    assert.ok(site.file(badge.image.id ?? badge.image), 'its picture is published');
  });
}

for (const path of files.filter(path => path.endsWith('/issuer.json'))) {
  test(path, () => {
    const issuer = read(path);
    nothingEmpty(issuer);
    assert.equal(issuer['@context'], CONTEXT_V2);
    assert.equal(issuer.id, base + path);
    assert.ok([].concat(issuer.type).some(type => ['Issuer', 'Profile'].includes(type)));
    for (const key of ['name', 'url', 'email']) assert.ok(issuer[key], key);
  });
}
