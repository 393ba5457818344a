// The award page's own modules, held to the vectors of the standards.

import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync, readdirSync} from 'node:fs';
import {test} from 'node:test';
import {readController, webAddress} from '../../themes/default/verify/did.js';
import {readBase58, readBits, readJson} from '../../themes/default/verify/encoding.js';
import {canonicalize} from '../../themes/default/verify/jcs.js';
import {holds, takeApart, trace} from '../../themes/default/verify/proof.js';
import {about, hex} from '../../themes/default/verify/recipient.js';
import {bitAt, readEntry} from '../../themes/default/verify/status.js';
import {day, readStamp} from '../../themes/default/verify/time.js';

const text = path => readFileSync(new URL(`../vectors/${path}`, import.meta.url), 'utf8');
const json = path => JSON.parse(text(path));

for (const name of readdirSync(new URL('../vectors/jcs/input', import.meta.url))) {
  test(`JCS: ${name}`, () => {
    const expected = text(`jcs/outhex/${name.replace('.json', '.txt')}`).replace(/\s/g, '');
    assert.equal(Buffer.from(canonicalize(json(`jcs/input/${name}`))).toString('hex'), expected);
  });
}

test('JCS: what is no JSON is refused', () => {
  for (const bad of ['\ud800', ['\udfff'], {'\ud800': 1}, Infinity, NaN]) assert.throws(() => canonicalize(bad), RangeError);
  assert.equal(canonicalize([-0, 1e21, '\u2028\u007f']), '[0,1e+21,"\u2028\u007f"]');
});

const bytesOf = text => Uint8Array.from(Buffer.from(text.trim(), 'hex'));

test('eddsa-jcs-2022: W3C, every intermediate value', async () => {
  const of = name => text(`vc-di-eddsa/eddsa-jcs-2022/${name}`).trim();
  const {proof, ...document} = JSON.parse(of('signedJCS.json'));
  const traced = await trace(document, proof);
  const {proofValue, ...options} = proof;
  assert.equal(canonicalize(document), of('canonDocJCS.txt'));
  assert.equal(canonicalize(options), of('proofCanonJCS.txt'));
  assert.equal(hex(traced.documentHash), of('docHashJCS.txt'));
  assert.equal(hex(traced.configurationHash), of('proofHashJCS.txt'));
  assert.equal(hex(traced.hashData), of('combinedHashJCS.txt'));
  assert.equal(hex(readBase58(proof.proofValue, 64)), of('sigHexJCS.txt'));
  const key = readBase58(json('vc-di-eddsa/keyPair.json').publicKeyMultibase, 34).slice(2);
  assert.equal(await holds(traced.hashData, proof, key), true);
  traced.hashData[0] ^= 1;
  assert.equal(await holds(traced.hashData, proof, key), false);
});

const controller = readController(json('derived/signed/did.json'), 'did:web:badges.example:site');

test('eddsa-jcs-2022: the derived vector and its trace', async () => {
  const {proof: [proof], ...document} = json('derived/signed/minimal.jcs.json');
  const traced = await trace(document, proof);
  const expected = json('derived/signed/minimal.jcs.trace.json');
  const {proofValue, ...options} = proof;
  assert.equal(canonicalize(document), expected.documentCanonical);
  assert.equal(canonicalize(options), expected.proofConfigCanonical);
  assert.equal(await holds(traced.hashData, proof, controller.get(proof.verificationMethod).key), true);
});

test('a proof set: taken apart, its second proof holds, and no changed character is left standing', async () => {
  const document = json('derived/signed/minimal.set-rdfc-jcs.json');
  const {unsecured, proofs, flaw} = takeApart(document);
  assert.equal(flaw, undefined);
  const {key} = controller.get(proofs[1].verificationMethod);
  const good = async (one, proof = proofs[1]) => holds((await trace(one, proof)).hashData, proof, key);
  assert.equal(await good(unsecured), true);
  for (const name of Object.keys(unsecured)) {
    if (name === '@context') continue;
    const {[name]: _, ...rest} = unsecured;
    assert.equal(await good(rest), false, `without ${name}`);
    assert.equal(await good({...unsecured, [name]: 'x'}), false, `another ${name}`);
  }
  assert.equal(await good({...unsecured, more: 1}), false);
  for (const [name, value] of Object.entries({created: '2026-03-01T00:00:01Z', cryptosuite: 'eddsa-jcs-2023', type: 'x', more: 'y'})) {
    assert.equal(await good(unsecured, {...proofs[1], [name]: value}), false, name);
  }
});

test('a proof that is not of our profile is refused', () => {
  const set = json('derived/signed/minimal.set-rdfc-jcs.json');
  for (const proof of [undefined, [], set.proof[1], [set.proof[1]], [...set.proof].reverse(), [...set.proof, set.proof[1]], [set.proof], 'x', null]) {
    assert.throws(() => takeApart({...set, proof}), undefined, JSON.stringify(proof));
  }
  for (const [name, value] of Object.entries({
    created: '2026-03-01', expires: 1, proofPurpose: 'authentication', proofValue: 'z1', verificationMethod: {}, domain: 'x', challenge: 'y',
    previousProof: 'urn:x', extra: null,
  })) {
    assert.ok(takeApart({...set, proof: [set.proof[0], {...set.proof[1], [name]: value}]}).flaw, name);
  }
});

test('keys: base58 and Multikey', () => {
  const samples = Object.values(json('derived/keys/ed25519-multikey.json'));
  assert.ok(samples.length >= 6);
  for (const {publicKeyMultibase, publicKeyHex} of samples) assert.equal(hex(readBase58(publicKeyMultibase, 34)), `ed01${publicKeyHex}`);
  for (const bad of ['', 'z', 'z6Mk', 'u7QEB', 'z0', `z${'1'.repeat(34)}1`, `z${'2'.repeat(60)}`, 7]) assert.equal(readBase58(bad, 34), undefined, bad);
  assert.deepEqual([...readBase58('z112', 3)], [0, 0, 1]);
  assert.deepEqual([...readBase58('z11', 2)], [0, 0]);
});

test('a DID document that is not exact is refused', () => {
  const did = 'did:web:badges.example:site';
  const cases = {
    'about another': it => { it.id = 'did:web:x'; },
    'no id': it => { delete it.id; },
    'embedded method': it => { it.assertionMethod[0] = it.verificationMethod[0]; },
    'not an array': it => { it.assertionMethod = it.assertionMethod[0]; },
    'another controller': it => { it.verificationMethod[0].controller = 'did:web:x'; },
    'foreign id': it => { it.verificationMethod[0].id = it.assertionMethod[0] = 'did:web:x#y'; },
    'broken key': it => { it.verificationMethod[0].publicKeyMultibase = 'z6Mk'; },
    'date': it => { it.verificationMethod[0].revoked = '2026-05-04'; },
    'twice': it => { it.verificationMethod.push(it.verificationMethod[0]); },
    'the neutral element': it => { it.verificationMethod[0].publicKeyMultibase = 'z6MkeXATEjyXENzBXBxgC5EHk2JE5aqd7qMGGtDpLUH1e2Sj'; },
    'a point of order 8': it => { it.verificationMethod[0].publicKeyMultibase = 'z6MksrRtMyx4CiuAvgkmwsiPXKj7ULY8yG49hjvu11gGFbhb'; },
  };
  for (const [name, spoil] of Object.entries(cases)) {
    const document = json('derived/signed/did.json');
    spoil(document);
    assert.throws(() => readController(document, did), undefined, name);
  }
  const document = json('derived/signed/did.json');
  document.assertionMethod = [];
  assert.equal(readController(document, did).size, 0);
});

test('a did:web says where its document is', () => {
  for (const [did, url] of Object.entries({
    'did:web:badges.example': 'https://badges.example/.well-known/did.json',
    'did:web:org.github.io:badges': 'https://org.github.io/badges/did.json',
    'did:web:localhost%3A8000:x:y': 'https://localhost:8000/x/y/did.json',
    'did:web:a:L%C3%B6ten:v1.2:...': 'https://a/L%C3%B6ten/v1.2/.../did.json',
  })) assert.equal(webAddress(did), url);
  for (const bad of [
    'did:web:', 'did:key:z6Mk', 'did:web:a/b', 'did:web:a:..:b', 'did:web:a::b', 'did:web:a%3Ab', 'did:web:a@b', 'did:web:a%3A99999', 'did:web:a:%2e%2e:b', 'did:web:a:.%2E', 'did:web:a:%2e:b', 'did:web:a:',
    'did:web:a:x%2Fb', 'did:web:a:x%5cb', 'did:web:a:x%3Fb', 'did:web:a:x%23b', 'did:web:a:x%0Ab', 'did:web:a:x%7f', 'did:web:a:x%2ejs', 'did:web:a:x%', 'did:web:a:x%2', 'did:web:a:x%g0',
  ]) {
    assert.throws(() => webAddress(bad), undefined, bad);
  }
});

for (const [number, it] of json('derived/bitstring/cases.json').entries()) {
  test(`status list ${number}: ${it.source}`, async () => {
    const bits = await readBits(it.encodedList);
    assert.equal(createHash('sha256').update(bits).digest('hex'), it.rawSha256);
    for (const index of it.set) assert.equal(bitAt(bits, index), 1);
    assert.equal(bitAt(bits, it.lengthBits), undefined);
    assert.equal(bits.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0), it.set.length);
  });
}

test('a list that is not exact is refused', async () => {
  const {gzipSync} = await import('node:zlib');
  const encode = bytes => `u${Buffer.from(bytes).toString('base64url')}`;
  const good = gzipSync(Buffer.alloc(16384));
  const damaged = Buffer.from(good);
  damaged[damaged.length - 6] ^= 1;
  for (const [why, list] of Object.entries({
    'no u': 'H4sI', empty: '', 'padding': 'uH4s=', 'nothing': 'u', 'no gzip': encode(Buffer.alloc(16384)), damaged: encode(damaged),
    cut: encode(good.subarray(0, -1)), followed: encode(Buffer.concat([good, Buffer.from('x')])), short: encode(gzipSync(Buffer.alloc(16383))),
    long: encode(gzipSync(Buffer.alloc((1 << 24) + 1))),
  })) await assert.rejects(readBits(list), undefined, why);
});

test('an entry names one bit', () => {
  const entry = {
    id: 'https://badges.example/status/guild/1.json#7', type: 'BitstringStatusListEntry', statusPurpose: 'revocation',
    statusListIndex: '7', statusListCredential: 'https://badges.example/status/guild/1.json',
  };
  assert.deepEqual(readEntry(entry), {purpose: 'revocation', list: entry.statusListCredential, index: 7});
  for (const [name, value] of [
    ['type', ['BitstringStatusListEntry']], ['type', null], ['statusPurpose', ['revocation']], ['statusListIndex', 7], ['statusListIndex', '07'],
    ['statusListIndex', '+7'], ['statusListIndex', '-7'], ['statusListIndex', '4294967296'], ['statusListIndex', ''],
    ['statusListCredential', {}], ['statusSize', 2], ['statusSize', '1'], ['id', entry.statusListCredential],
  ]) assert.throws(() => readEntry({...entry, [name]: value}), undefined, `${name} = ${value}`);
  for (const bad of ['x', [], [1], null]) assert.throws(() => readEntry(bad));
  assert.deepEqual(readEntry({...entry, type: '1EdTechRevocationList'}), {unknown: '1EdTechRevocationList'});
});

test('only whole date-times with a zone are stamps', () => {
  for (const good of ['2026-05-04T18:30:00Z', '2026-05-04T20:30:00+02:00', '2026-05-04T18:30:00.000000000-00:00']) {
    assert.equal(readStamp(good), Date.UTC(2026, 4, 4, 18, 30), good);
  }
  for (const bad of [
    '', '2026-05-04', '2026-05-04T18:30:00', '2026-05-04T18:30Z', '2026-05-04 18:30:00Z', '2026-05-04t18:30:00z', '2026-05-04T18:30:00.Z',
    '2026-05-04T18:30:00,5Z', '2026-05-04T18:30:60Z', '2026-05-04T24:00:00Z', '2026-02-30T18:30:00Z', '2026-05-04T18:30:00+0200',
    '2026-05-04T18:30:00+02', '2026-05-04T18:30:00Z[Europe/Berlin]', '+002026-05-04T18:30:00Z', '2026-05-04T18:30:00é', 7, null, undefined,
  ]) assert.equal(readStamp(bad), undefined, String(bad));
  assert.deepEqual(day(readStamp('2026-05-04T18:30:00Z')), ['day', 4, ['month-5'], 2026]);
});

test('JSON that is to be trusted has no name twice and no deep nesting', () => {
  const read = text => readJson(Buffer.from(text));
  assert.deepEqual(read(' {"a": [null, true, 1, "é\\n", ":\\"x\\":"], "b": {"a": {}}} '), {a: [null, true, 1, 'é\n', ':"x":'], b: {a: {}}});
  for (const bad of ['{"a": {"b": 1, "b": 1}}', '[{"a": 1, "\\u0061": 2}]', '{"a" : 1, "a":2}', '', '{} {}', '[NaN]', '\ufeff{}', '{"__proto__":1,"__proto__":1}']) {
    assert.throws(() => read(bad), undefined, bad);
  }
  assert.throws(() => readJson(Buffer.from([34, 255, 34])));
  assert.ok(read(`${'['.repeat(64)}${']'.repeat(64)}`));
  for (const bad of [`${'['.repeat(65)}${']'.repeat(65)}`, `${'['.repeat(5000)}${']'.repeat(5000)}`]) assert.throws(() => read(bad));
});

test('identity hashes', async () => {
  for (const {identifier, salt, alg, hash} of json('derived/identity-hash.json')) {
    const credential = {credentialSubject: {identifier: [{hashed: true, identityHash: hash, identityType: 'emailAddress', ...salt === null ? {} : {salt}}]}};
    if (alg !== 'sha256') {
      assert.equal((await about(credential, identifier)).outcome, 'unknown', alg);
      continue;
    }
    assert.equal((await about(credential, identifier)).outcome, 'passed', identifier);
    assert.equal((await about(credential, ` ${identifier} `)).outcome, 'passed', identifier);
    assert.notEqual((await about(credential, `x${identifier}`)).outcome, 'passed', identifier);
  }
});

test('a recipient is found by address, profile or DID', async () => {
  const credential = {credentialSubject: {
    id: 'did:example:learner',
    identifier: [
      {identityType: 'name', hashed: false, identityHash: 'Ada Lovelace'},
      {identityType: 'emailAddress', hashed: true, salt: 'Kosher', identityHash: 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399'},
    ],
  }};
  for (const theirs of ['a@example.com', ' A@Example.com ', 'did:example:learner']) assert.equal((await about(credential, theirs)).outcome, 'passed', theirs);
  for (const other of ['b@example.com', 'did:example:other']) assert.equal((await about(credential, other)).outcome, 'failed', other);
  // What is signed names neither a profile nor, for comparing, a name.
  for (const other of ['Ada Lovelace', 'https://example.com/@a', '']) assert.equal((await about(credential, other)).outcome, 'unknown', other);
  const hidden = {credentialSubject: {identifier: {identityType: 'emailAddress', hashed: true, identityHash: 'md5$0f7cf3b1'}}};
  assert.equal((await about(hidden, 'a@example.com')).outcome, 'unknown');
});

test('the address of a profile is known however it is typed', async () => {
  const id = 'https://code.oxbow.example/@rowan-hale';
  const said = async (who, subject = {id}) => (await about({credentialSubject: subject}, who)).sentence[0];
  for (const theirs of [
    id, 'code.oxbow.example/@rowan-hale', 'https://code.oxbow.example/@rowan-hale/', 'http://code.oxbow.example/@rowan-hale',
    'https://Code.Oxbow.example/@rowan-hale',
  ]) assert.equal(await said(theirs), 'about-passed', theirs);
  for (const other of ['code.oxbow.example/@rowan', 'https://code.oxbow.example/@Rowan-Hale', 'example/@rowan-hale']) assert.equal(await said(other), 'about-failed', other);
  for (const other of ['rowan@hale.example', '@rowan-hale', 'Rowan Hale', 'did:key:z6Mk']) assert.equal(await said(other), 'about-profile', other);
  assert.equal(await said('did:key:z6Mka', {id: 'did:key:z6MkA'}), 'about-failed');
  assert.equal(await said('a@b.example', {id: 'did:key:z6MkA'}), 'about-did');
  assert.equal(await said('a@b.example', {}), 'about-none');
});
