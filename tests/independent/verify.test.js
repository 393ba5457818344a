// `accolade verify` as scripts use it: its JSON against its own schema, its exit status, and every explained value
// redone with the cryptography of Node.

import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {createHash, createPublicKey, verify as verifySignature} from 'node:crypto';
import {mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {Ajv2019} from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';

const root = fileURLToPath(new URL('../../', import.meta.url));
const site = process.env.ACCOLADE_EXAMPLE;
const at = process.env.ACCOLADE_EXAMPLE_AT;
const here = mkdtempSync(join(tmpdir(), 'accolade-verify-'));
after(() => rmSync(here, {recursive: true}));

/** Runs the command; `input` goes to its standard input. */
function accolade(args, input) {
  const ran = spawnSync(process.env.ACCOLADE, ['verify', ...args], {cwd: root, input, encoding: 'utf8', maxBuffer: 1 << 28});
  return {status: ran.status, out: ran.stdout, err: ran.stderr};
}
const inside = ['--repo', 'example-site', '--at', at];
const outside = ['--repo', here, '--at', at];

const ajv = new Ajv2019({allErrors: true, strict: true});
addFormats.default(ajv);
const schema = ajv.compile(JSON.parse(accolade(['--schema']).out));
function judged(args, input) {
  const ran = accolade([...args, '--format', 'json'], input);
  const answer = JSON.parse(ran.out);
  assert.ok(schema(answer), JSON.stringify(schema.errors));
  return {...ran, answer, first: answer.credentials[0]};
}

const ids = readdirSync(join(site, 'assertions'));
const folder = verdict => join(site, 'assertions', ids.find(id => {
  const {credentials} = all.answer;
  return credentials.some(it => it.name.includes(`/${id}/credential.json`) && it.verdict === verdict);
}));
const all = judged([join(site, 'assertions'), ...inside]);

test('a whole folder is judged, and every answer is of the documented form', () => {
  assert.equal(all.status, 1);
  assert.ok(all.answer.credentials.length >= 3 * ids.length, `${all.answer.credentials.length}`);
  const kinds = new Set(all.answer.credentials.map(it => it.verdict));
  assert.deepEqual([...kinds].sort(), ['expired', 'not-yet-valid', 'revoked', 'valid']);
});

test('both versions, in every form, get one verdict', () => {
  for (const id of ids) {
    const verdicts = all.answer.credentials.filter(it => it.name.includes(`/${id}/`)).map(it => it.verdict);
    assert.equal(new Set(verdicts).size, 1, `${id}: ${verdicts}`);
  }
});

test('every explained value can be redone by other means', () => {
  const {answer} = judged([join(folder('valid'), 'credential.json'), '--explain', ...inside]);
  const {explained} = answer.credentials[0];
  assert.deepEqual(explained.map(it => [it.of === 'credential', it.cryptosuite]), [
    [true, 'eddsa-rdfc-2022'], [true, 'eddsa-jcs-2022'], [false, 'eddsa-rdfc-2022'], [false, 'eddsa-jcs-2022'],
  ]);
  const hash = text => createHash('sha256').update(text, 'utf8').digest('hex');
  for (const it of explained) {
    assert.equal(hash(it.configuration), it.configurationHash);
    assert.equal(hash(it.document), it.documentHash);
    assert.equal(it.configurationHash + it.documentHash, it.hashData);
    // RFC 8410, section 4: a fixed head, then the 32 bytes of the key.
    const der = Buffer.from(`302a300506032b6570032100${it.publicKey}`, 'hex');
    const key = createPublicKey({key: der, format: 'der', type: 'spki'});
    const [data, signature] = [it.hashData, it.signature].map(hex => Buffer.from(hex, 'hex'));
    assert.ok(verifySignature(null, data, key, signature), it.cryptosuite);
    data[0] ^= 1;
    assert.ok(!verifySignature(null, data, key, signature), 'another text');
  }
});

test('the text form of the same values is enough for openssl and sha256sum', () => {
  const {out} = accolade([join(folder('valid'), 'credential.json'), '--explain', ...inside]);
  const block = out.split('  explained\n')[2];
  const value = name => block.match(new RegExp(`^    ${name}: (.*)$`, 'm'))[1];
  const sum = text => spawnSync('sha256sum', {input: text, encoding: 'utf8'}).stdout.slice(0, 64);
  assert.equal(value('cryptosuite'), 'eddsa-jcs-2022');
  assert.equal(sum(value('configuration')), value('configurationHash'));
  assert.equal(sum(value('document')), value('documentHash'));
  const quads = out.split('  explained\n')[1].match(/^ {4}document:\n((?: {6}.*\n)+)/m)[1].replace(/^ {6}/gm, '');
  assert.ok(out.includes(`    documentHash: ${sum(quads)}\n`), 'N-Quads, line by line');
});

test('anywhere else the published documents are enough', () => {
  const file = join(folder('valid'), 'credential.json');
  const signed = JSON.parse(readFileSync(file, 'utf8'));
  const path = url => join(site, new URL(url).pathname.replace('/badges/', ''));
  const did = join(site, ...signed.issuer.id.split(':').slice(4), 'did.json');
  const list = path(signed.credentialStatus.statusListCredential);

  const alone = judged([file, ...outside]);
  assert.deepEqual([alone.status, alone.first.verdict], [3, 'unchecked']);
  assert.equal(alone.first.checks.find(it => it.question === 'issuer').outcome, 'unknown', 'a warning, not a cross');

  const withKeys = judged([file, '--did-document', did, ...outside]);
  assert.deepEqual([withKeys.status, withKeys.first.verdict], [3, 'unchecked']);
  assert.equal(withKeys.first.checks.find(it => it.question === 'status').outcome, 'unknown');

  const whole = judged([file, '--did-document', did, '--status-list', list, ...outside]);
  assert.deepEqual([whole.status, whole.first.verdict], [0, 'valid']);
  const piped = judged(['-', '--did-document', did, '--status-list', list, ...outside], readFileSync(file));
  assert.deepEqual([piped.status, piped.first.name, piped.first.verdict], [0, 'standard input', 'valid']);

  signed.name = 'Another name';
  const changed = judged(['-', '--did-document', did, '--status-list', list, ...outside], JSON.stringify(signed));
  assert.deepEqual([changed.status, changed.first.verdict], [1, 'invalid']);
});

test('an Open Badges 2.0 assertion says what was signed, or is not genuine', () => {
  const file = join(folder('valid'), 'assertion.json');
  const hosted = judged([file, ...inside]);
  assert.deepEqual([hosted.status, hosted.first.verdict], [0, 'valid']);

  const assertion = JSON.parse(readFileSync(file, 'utf8'));
  for (const change of [{issuedOn: '2001-01-01T00:00:00Z'}, {narrative: 'Something else'}, {recipient: {type: 'email', hashed: false, identity: 'eve@example.org'}}]) {
    const changed = judged(['-', ...inside], JSON.stringify({...assertion, ...change}));
    assert.deepEqual([changed.status, changed.first.verdict], [1, 'invalid'], JSON.stringify(change));
  }
  const foreign = judged(['-', ...inside], JSON.stringify({...assertion, id: 'https://elsewhere.example/assertions/1/assertion.json'}));
  assert.deepEqual([foreign.status, foreign.first.verdict], [3, 'unchecked']);
  const revoked = judged([join(folder('revoked'), 'assertion.json'), ...inside]);
  assert.deepEqual([revoked.status, revoked.first.verdict], [1, 'revoked']);
});

test('what is not understood is not guessed', () => {
  const token = judged(['-', ...inside], 'eyJhbGciOiJFUzI1NiJ9.eyJ2YyI6e319.c2ln\n');
  assert.deepEqual([token.status, token.first.verdict], [3, 'unchecked']);
  assert.match(token.first.sentence, /JSON Web Token/);

  const signed = JSON.parse(readFileSync(join(folder('valid'), 'credential.json'), 'utf8'));
  const older = structuredClone(signed);
  older['@context'][0] = 'https://www.w3.org/2018/credentials/v1';
  const old = judged(['-', ...inside], JSON.stringify(older));
  assert.deepEqual([old.status, old.first.verdict], [3, 'unchecked']);
  assert.match(old.first.sentence, /Verifiable Credentials 1\.1/);

  signed.issuer.id = 'did:web:elsewhere.example';
  const claimed = judged(['-', ...inside], JSON.stringify(signed));
  assert.deepEqual([claimed.status, claimed.first.verdict], [1, 'invalid'], 'it says that it is an award of this site');
  signed.id = 'https://elsewhere.example/1';
  signed.credentialSubject.achievement.id = 'https://elsewhere.example/badge';
  const suite = {...signed.proof[0], cryptosuite: 'ecdsa-sd-2023', verificationMethod: 'did:web:elsewhere.example#key'};
  const unknown = judged(['-', ...inside], JSON.stringify({...signed, proof: suite}));
  assert.deepEqual([unknown.status, unknown.first.verdict], [3, 'unchecked']);

  writeFileSync(join(here, 'x.json'), '[1]');
  assert.equal(judged([join(here, 'x.json'), ...inside]).status, 3);
});

test('whether it is about somebody is a question of its own', () => {
  const profile = all.answer.credentials.find(it => it.verdict === 'valid' && it.name.endsWith('credential.json')
    && JSON.parse(readFileSync(it.name, 'utf8')).credentialSubject.id?.startsWith('https://'));
  const {id} = JSON.parse(readFileSync(profile.name, 'utf8')).credentialSubject;
  const yes = judged([profile.name, '--recipient', id, ...inside]);
  assert.deepEqual([yes.status, yes.first.good], [0, true]);
  const no = judged([profile.name, '--recipient', 'https://elsewhere.example/@eve', ...inside]);
  assert.deepEqual([no.status, no.first.good, no.first.verdict], [1, false, 'valid']);
  // It was signed for a profile, so an e-mail address is no answer, for or against.
  const untold = judged([profile.name, '--recipient', 'eve@example.org', ...inside]);
  assert.deepEqual([untold.status, untold.first.good, untold.first.verdict], [3, false, 'valid']);
});
