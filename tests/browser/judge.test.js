// The judge in a world made for it: each check failing alone, and what it all comes to.

import assert from 'node:assert/strict';
import {webcrypto} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {gzipSync} from 'node:zlib';
import {askDefinition} from '../../themes/default/verify/definition.js';
import {judge} from '../../themes/default/verify/judge.js';
import {trace} from '../../themes/default/verify/proof.js';
import {fail} from '../../themes/default/verify/words.js';

/** The sentences that there are words for. */
const messages = readFileSync(new URL('../../themes/default/words/en.ftl', import.meta.url), 'utf8');
const KEYS = new Set([...messages.matchAll(/^judge-([\w-]+) =/gm)].map(it => it[1]));

const base = 'https://badges.example/';
const did = 'did:web:badges.example:issuers:guild';
const now = Date.parse('2026-11-20T09:00:00Z');
const DIGITS = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

function base58(bytes) {
  let number = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  for (; number; number /= 58n) text = DIGITS[Number(number % 58n)] + text;
  return `z${'1'.repeat(bytes.findIndex(it => it !== 0))}${text}`;
}

async function newKey(controller = did) {
  const {publicKey, privateKey} = await webcrypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  const text = base58(Uint8Array.of(0xed, 1, ...new Uint8Array(await webcrypto.subtle.exportKey('raw', publicKey))));
  return {id: `${controller}#${text}`, text, controller, privateKey};
}

const [key, stranger] = [await newKey(), await newKey()];
const other = await newKey('did:web:badges.example:issuers:other');

/** Signs for the browser: the first proof has the form of a good one, and is for others to judge. */
async function sign(document, by = key, created = '2026-05-04T18:30:00Z') {
  const options = {type: 'DataIntegrityProof', created, verificationMethod: by.id, proofPurpose: 'assertionMethod'};
  const proof = {...options, cryptosuite: 'eddsa-jcs-2022', '@context': document['@context']};
  const {hashData} = await trace(document, proof);
  proof.proofValue = base58(new Uint8Array(await webcrypto.subtle.sign('Ed25519', by.privateKey, hashData)));
  return {...document, proof: [{...options, cryptosuite: 'eddsa-rdfc-2022', proofValue: proof.proofValue}, proof]};
}

const achievement = {id: `${base}badges/soldering/achievement.json`, type: ['Achievement'], name: 'Soldering', description: 'x', criteria: {narrative: 'y'}};
const unsigned = () => ({
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: `${base}assertions/1/credential.json`,
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: {id: did, type: ['Profile'], name: 'Guild'},
  validFrom: '2026-05-04T18:30:00Z',
  credentialSubject: {type: ['AchievementSubject'], id: 'https://people.example/ada', achievement},
  credentialStatus: {
    id: `${base}status/guild/1.json#7`, type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '7',
    statusListCredential: `${base}status/guild/1.json`,
  },
});
const bits = (set, bytes = 16384) => {
  const list = Buffer.alloc(bytes);
  for (const index of set) list[index >> 3] |= 128 >> index % 8;
  return `u${gzipSync(list).toString('base64url')}`;
};
const unsignedList = (set = [], changes = {}) => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'], id: `${base}status/guild/1.json`,
  type: ['VerifiableCredential', 'BitstringStatusListCredential'], issuer: did, validFrom: '2026-05-04T18:30:00Z',
  credentialSubject: {id: `${base}status/guild/1.json#list`, type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: bits(set), ...changes},
});
const document = (id, ...keys) => ({
  id,
  verificationMethod: keys.map(({id: method, text, ...more}) => ({id: method, type: 'Multikey', controller: id, publicKeyMultibase: text, ...more.dates})),
  assertionMethod: keys.map(it => it.id),
});

async function world() {
  return {
    credential: await sign(unsigned()),
    [`${base}issuers/guild/did.json`]: document(did, key),
    [`${base}issuers/other/did.json`]: document(other.controller, other),
    [`${base}status/guild/1.json`]: await sign(unsignedList()),
    [achievement.id]: achievement,
    now,
  };
}

const list = `${base}status/guild/1.json`;
const didJson = `${base}issuers/guild/did.json`;
const dated = dates => document(did, {...key, dates});
const within = async (it, changes) => { it.credential = await sign(JSON.parse(JSON.stringify({...unsigned(), ...changes}))); };

/** What is changed in a good world; the verdict; and the outcomes that are not `passed`. */
const cases = {
  'everything good': [() => {}, 'valid', {}],
  'revoked': [async it => { it[list] = await sign(unsignedList([7])); }, 'revoked', {status: 'failed'}],
  'somebody else is revoked': [async it => { it[list] = await sign(unsignedList([6, 8])); }, 'valid', {}],
  'list missing': [it => { delete it[list]; }, 'unchecked', {status: 'unknown'}],
  'list unsigned': [it => { it[list] = unsignedList(); }, 'unchecked', {status: 'unknown'}],
  'list signed by a key that is not listed': [async it => { it[list] = await sign(unsignedList(), stranger); }, 'unchecked', {status: 'unknown'}],
  'list of another issuer': [async it => { it[list] = await sign({...unsignedList(), issuer: other.controller}, other); }, 'unchecked', {status: 'unknown'}],
  'list changed after signing': [it => { it[list].credentialSubject.encodedList = bits([1]); }, 'unchecked', {status: 'unknown'}],
  'list too short': [async it => { it[list] = await sign(unsignedList([], {encodedList: bits([], 16383)})); }, 'unchecked', {status: 'unknown'}],
  'list for suspension': [async it => { it[list] = await sign(unsignedList([7], {statusPurpose: 'suspension'})); }, 'unchecked', {status: 'unknown'}],
  'list of another address': [async it => { it[list] = await sign({...unsignedList(), id: `${base}status/guild/2.json`}); }, 'unchecked', {status: 'unknown'}],
  'list ended': [async it => { it[list] = await sign({...unsignedList(), validUntil: '2026-06-01T00:00:00Z'}); }, 'unchecked', {status: 'unknown'}],
  'list begins later': [async it => { it[list] = await sign({...unsignedList(), validFrom: '2027-06-01T00:00:00Z'}); }, 'unchecked', {status: 'unknown'}],
  'index past the end': [it => within(it, {credentialStatus: {...unsigned().credentialStatus, statusListIndex: '131072'}}), 'unchecked', {status: 'unknown'}],
  'suspended': [async it => {
    await within(it, {credentialStatus: {...unsigned().credentialStatus, statusPurpose: 'suspension'}});
    it[list] = await sign(unsignedList([7], {statusPurpose: 'suspension'}));
  }, 'suspended', {status: 'failed'}],
  'no status': [it => within(it, {credentialStatus: undefined}), 'valid', {status: 'absent'}],
  'status of another kind': [it => within(it, {credentialStatus: {...unsigned().credentialStatus, type: '1EdTechRevocationList'}}), 'unchecked', {status: 'unknown'}],
  'expired': [it => within(it, {validUntil: '2026-11-20T09:00:00Z'}), 'expired', {dates: 'failed'}],
  'a second before the end': [it => within(it, {validUntil: '2026-11-20T09:00:01Z'}), 'valid', {dates: 'attention'}],
  'not yet valid': [it => within(it, {validFrom: '2026-11-20T09:00:01Z'}), 'not-yet-valid', {dates: 'failed'}],
  'from this moment': [it => within(it, {validFrom: '2026-11-20T09:00:00Z'}), 'valid', {}],
  'ends before it begins': [it => within(it, {validUntil: '2026-01-01T00:00:00Z'}), 'invalid', {dates: 'failed'}],
  'a date without a zone': [it => within(it, {validFrom: '2026-05-04T18:30:00'}), 'invalid', {dates: 'failed'}],
  'a name changed': [it => { it.credential.credentialSubject.achievement = {...achievement, name: 'Soldring'}; }, 'invalid', {proof: 'failed', definition: 'attention'}],
  'a date changed': [it => { it.credential.validFrom = '2026-05-04T18:30:01Z'; }, 'invalid', {proof: 'failed'}],
  'a recipient changed': [it => { it.credential.credentialSubject.id += 'm'; }, 'invalid', {proof: 'failed'}],
  'an index changed': [it => { it.credential.credentialStatus.statusListIndex = '8'; }, 'invalid', {proof: 'failed'}],
  'something added': [it => { it.credential.more = 'x'; }, 'invalid', {proof: 'failed'}],
  'no proof': [it => { delete it.credential.proof; }, 'invalid', {proof: 'failed'}],
  'one proof': [it => { it.credential.proof.shift(); }, 'invalid', {proof: 'failed'}],
  'signed by a key that is not listed': [async it => { it.credential = await sign(unsigned(), stranger); }, 'invalid', {issuer: 'failed', proof: 'unknown'}],
  'signed by another issuer': [async it => { it.credential = await sign(unsigned(), other); }, 'invalid', {issuer: 'failed', proof: 'unknown'}],
  'another key under the same id': [it => { it[didJson] = document(did, {...stranger, id: key.id}); }, 'invalid', {proof: 'failed', status: 'unknown'}],
  'key not for assertions': [it => { it[didJson].assertionMethod = []; }, 'invalid', {issuer: 'failed', proof: 'unknown', status: 'unknown'}],
  'key compromised before': [it => { it[didJson] = dated({revoked: '2026-05-04T18:30:00Z'}); }, 'invalid', {issuer: 'failed', proof: 'unknown', status: 'unknown'}],
  'key compromised since': [it => { it[didJson] = dated({revoked: '2026-05-04T18:30:01Z'}); }, 'valid', {issuer: 'attention'}],
  'key ended before': [it => { it[didJson] = dated({expires: '2026-05-04T18:30:00Z'}); }, 'invalid', {issuer: 'failed', proof: 'unknown', status: 'unknown'}],
  'key retired since': [it => { it[didJson] = dated({expires: '2026-06-01T00:00:00Z'}); }, 'valid', {issuer: 'attention'}],
  'key retires later': [it => { it[didJson] = dated({expires: '2027-06-01T00:00:00Z'}); }, 'valid', {}],
  'DID document missing': [it => { delete it[didJson]; }, 'unchecked', {issuer: 'unknown', proof: 'unknown', status: 'unknown'}],
  'DID document of another': [it => { it[didJson].id = 'did:web:x'; }, 'unchecked', {issuer: 'unknown', proof: 'unknown', status: 'unknown'}],
  'another controller': [it => { it[didJson].verificationMethod[0].controller = 'did:web:x'; }, 'unchecked', {issuer: 'unknown', proof: 'unknown', status: 'unknown'}],
  'a copy of the site': [it => { it.copy = true; }, 'unchecked', {issuer: 'unknown'}],
  'definition changed': [it => { it[achievement.id] = {...achievement, criteria: {narrative: 'z'}}; }, 'valid', {definition: 'attention'}],
  'definition missing': [it => { delete it[achievement.id]; }, 'valid', {definition: 'unknown'}],
  'another type': [it => within(it, {type: ['VerifiableCredential']}), 'invalid', {document: 'failed'}],
  'an older form': [it => within(it, {'@context': ['https://www.w3.org/2018/credentials/v1']}), 'unchecked', {document: 'unknown'}],
  'no recipient': [it => within(it, {credentialSubject: {type: ['AchievementSubject'], achievement}}), 'invalid', {document: 'failed'}],
  'revoked and expired': [async it => {
    await within(it, {validUntil: '2026-11-20T09:00:00Z'});
    it[list] = await sign(unsignedList([7]));
  }, 'revoked', {status: 'failed', dates: 'failed'}],
  'changed and revoked': [async it => {
    it.credential.name = 'x';
    it[list] = await sign(unsignedList([7]));
  }, 'invalid', {proof: 'failed', status: 'failed'}],
};

for (const [name, [change, verdict, outcomes]] of Object.entries(cases)) {
  test(name, async () => {
    const it = structuredClone(await world());
    await change(it);
    const json = async url => structuredClone(it[url] ?? fail('answered', 'badges.example', 404));
    const answers = await judge(it.credential, {json, copy: it.copy}, it.now);
    await askDefinition(answers, it.credential, {json});
    const {checks, gravest} = answers;
    const trouble = Object.fromEntries(checks.filter(({outcome}) => outcome !== 'passed').map(({question, outcome}) => [question, outcome]));
    assert.deepEqual([gravest.kind, trouble], [verdict, outcomes], JSON.stringify(checks, null, 1));
    for (const {sentence} of checks) assert.ok(KEYS.has(sentence[0]), sentence[0]);
  });
}

test('a browser without Ed25519 says so', async t => {
  t.mock.method(globalThis.crypto.subtle, 'importKey', () => { throw new DOMException('no', 'NotSupportedError'); });
  const it = await world();
  const {checks, gravest} = await judge(it.credential, {json: async url => it[url]}, now);
  assert.equal(gravest.kind, 'unchecked');
  assert.deepEqual(checks.find(check => check.question === 'proof').sentence, ['any-unchecked', 'eddsa-jcs-2022', ['old-browser']]);
});
