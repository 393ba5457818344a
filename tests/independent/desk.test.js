// The desk at /verify/, in a real browser: what can be given to it, what it says, and whom it asks.

import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync, cpSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {after, before, test} from 'node:test';
import {chromium} from 'playwright-core';
import {controllerOf, keyOf, signBy} from '../browser/cases.js';
import {Published} from './published.js';

const here = path => new URL(path, import.meta.url);
const vector = path => readFileSync(here(`../vectors/${path}`), 'utf8');
const folder = process.env.ACCOLADE_EXAMPLE;
const now = process.env.ACCOLADE_EXAMPLE_AT;
const {base_url: base} = JSON.parse(readFileSync(join(folder, 'build.json'), 'utf8'));
const site = new Published(folder, base);
const awards = site.json(`${base}index.json`).awards;
const of = status => awards.find(it => it.status === status);
const credential = it => `${base}assertions/${it.id}/credential.json`;
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

let browser, scratch;
before(async () => {
  browser = await chromium.launch({executablePath, args});
  scratch = mkdtempSync(join(tmpdir(), 'desk-'));
});
after(async () => {
  await browser?.close();
  rmSync(scratch, {recursive: true, force: true});
});

/** What other hosts serve in these tests. */
const ELSEWHERE = {
  'https://badges.example/site/did.json': 'derived/signed/did.json',
  'https://badges.example/site/status/1.json': 'derived/signed/status.rdfc.json',
};

/** A stranger's key, and the same as an issuer. */
const strange = keyOf(9);
const STRANGER = `did:key:${strange.text}`;
/** An award of this site as `issuer` would forge it; without these changes it pretends to be that very award. */
function forged(issuer, changes = {}) {
  const {proof, credentialStatus, ...document} = site.json(credential(of('valid')));
  const {id = document.id, badge = document.credentialSubject.achievement.id, ...more} = changes;
  const {achievement, ...subject} = document.credentialSubject;
  return signBy({...document, id, issuer: {...document.issuer, id: issuer}, credentialSubject: {...subject, achievement: {...achievement, id: badge}}, ...more}, issuer, strange);
}
const ELSE = {id: 'urn:uuid:0f1c2d3e', badge: 'https://elsewhere.example/badge'};

/** Opens the desk; `asked` are the addresses of other hosts that were asked. */
async function atDesk(use, {url = `${base}verify/`, at = now, serve = {}, expected = /^$/} = {}) {
  const context = await browser.newContext({acceptDownloads: true});
  const wrong = [];
  const asked = [];
  try {
    await context.clock.setFixedTime(at);
    await context.route(/^https?:/, async route => {
      const to = route.request().url();
      if (!to.startsWith(base)) {
        asked.push(to);
        const headers = {'access-control-allow-origin': '*'};
        const body = serve[to] ?? (ELSEWHERE[to] && vector(ELSEWHERE[to]));
        return body ? route.fulfill({contentType: 'application/json', headers, body}) : route.fulfill({status: 404, headers, body: ''});
      }
      const answer = site.answer(to);
      return route.fulfill({status: answer.status, headers: {...Object.fromEntries(answer.headers), 'access-control-allow-origin': '*'}, body: Buffer.from(await answer.arrayBuffer())});
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15000);
    page.on('pageerror', error => wrong.push(error.message));
    page.on('console', message => { if (/Content Security Policy|integrity/.test(message.text()) && !expected.test(message.text())) wrong.push(message.text()); });
    await page.goto(url);
    await page.waitForSelector('[data-part=form]:not([hidden])');
    await use(page, asked);
  } finally {
    await context.close();
  }
  assert.deepEqual(wrong, []);
}

const done = page => page.waitForSelector('html[data-checked]');
const rows = page => page.evaluate(() => [...document.querySelectorAll('.sheet')].map(it => ({
  verdict: it.dataset.verdict, text: it.querySelector('summary').innerText.replace(/\s+/g, ' '),
  lines: [...it.querySelectorAll('.check')].map(line => [line.dataset.question, /check--(\w+)/.exec(line.className)[1], line.querySelector('p').textContent]),
})));
async function paste(page, text) {
  await page.locator('#paste').fill(text);
  await page.getByRole('button', {name: 'Check', exact: true}).click();
  await done(page);
  return rows(page);
}

test('links in a letter: each award of this site once, with its verdict as it is now', () => atDesk(async (page, asked) => {
  const kinds = ['valid', 'revoked', 'expired', 'not-yet-valid'];
  const all = kinds.map(of);
  const letter = `Dear all,\nplease find my badges: ${all.map(it => `<${base}assertions/${it.id}/>, again ${base}assertions/${it.id}/badge.png.`).join('\n')} and https://elsewhere.example/x. Best`;
  const found = await paste(page, letter);
  assert.deepEqual(found.map(it => it.verdict === 'expiring' ? 'valid' : it.verdict), kinds, JSON.stringify(found, null, 1));
  assert.deepEqual(found[0].lines.map(it => it[0]), ['document', 'issuer', 'proof-rdfc', 'proof', 'status', 'dates', 'definition']);
  assert.ok(found[0].lines.every(it => it[1] === 'passed'), JSON.stringify(found[0], null, 1));
  assert.deepEqual(asked, [], 'nobody else is asked');
  assert.match(await page.locator('[data-part=count]').textContent(), /^Checked: 4\. Good: 1\. Not good: 3\. Could not be checked: 0\./);
}));

test('every award of the example gets the verdict that it was built with', () => atDesk(async page => {
  const found = await paste(page, JSON.stringify(awards.map(it => credential(it).replace('credential.json', ''))));
  assert.deepEqual(found.map(it => it.verdict === 'expiring' ? 'valid' : it.verdict), awards.map(it => it.status), JSON.stringify(found.filter((it, n) => it.verdict !== awards[n].status).slice(0, 3), null, 1));
}));

test('files and folders: JSON, both baked pictures, the hosted assertion, and what is nothing', () => atDesk(async page => {
  const award = awards.find(it => it.status === 'valid' && site.file(`${base}assertions/${it.id}/badge.svg`));
  const file = name => ({name, mimeType: 'application/octet-stream', buffer: site.bytes(`${base}assertions/${award.id}/${name}`)});
  const damaged = file('badge.png');
  damaged.buffer = Buffer.from(damaged.buffer);
  damaged.buffer[200] ^= 1;
  const script = {name: 'x.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = "ran"</script></svg>')};
  await page.locator('[data-part=files]').setInputFiles([
    file('credential.json'), file('badge.png'), file('badge.svg'), file('assertion.json'), {...damaged, name: 'damaged.png'}, script,
    {name: 'plain.png', mimeType: 'image/png', buffer: readFileSync(here('../vectors/derived/baked/plain.png'))},
    {name: 'x.jwt', mimeType: 'text/plain', buffer: Buffer.from('eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0aaaa.c2lnbmF0dXJl')},
    {name: 'x.zip', mimeType: 'application/zip', buffer: Buffer.from([0x50, 0x4b, 3, 4, 255, 254])},
  ]);
  await done(page);
  const found = await rows(page);
  assert.deepEqual(found.map(it => it.verdict), ['valid', 'valid', 'valid', 'valid', ...Array(5).fill('unchecked')], JSON.stringify(found, null, 1));
  assert.equal(found[3].lines[0][0], 'hosted');
  assert.match(found[4].text, /damaged/);
  assert.match(found[5].text, /carries no badge/);
  assert.match(found[7].text, /VC-JWT/);
  assert.notEqual(await page.title(), 'ran');

  await page.getByRole('button', {name: 'Clear'}).click();
  const inner = join(scratch, 'folder/deep');
  mkdirSync(inner, {recursive: true});
  writeFileSync(join(inner, 'a.json'), file('credential.json').buffer);
  writeFileSync(join(scratch, 'folder/b.png'), file('badge.png').buffer);
  writeFileSync(join(scratch, 'folder/.hidden.json'), '{}');
  writeFileSync(join(scratch, 'folder/video.mp4'), 'x');
  await page.locator('[data-part=folder]').setInputFiles(join(scratch, 'folder'));
  await done(page);
  assert.deepEqual((await rows(page)).map(it => it.verdict), ['valid', 'valid']);
}));

test('every kind of file gets the verdict that the command line gives it', () => atDesk(async page => {
  const shared = JSON.parse(readFileSync(here('../cases/files.json'), 'utf8'));
  const text = vector(shared.credential);
  await paste(page, text);
  await page.getByRole('button', {name: 'Ask badges.example'}).click();
  await page.waitForSelector('.sheet[data-verdict=valid-unknown-issuer]');
  for (const it of shared.cases) {
    await page.getByRole('button', {name: 'Clear'}).click();
    const bytes = it.vector ? readFileSync(here(`../vectors/${it.vector}`)).subarray(0, it.cut) : Buffer.from(it.hex ?? it.text.replaceAll('$0', () => text), it.hex ? 'hex' : 'utf8');
    await page.locator('[data-part=files]').setInputFiles([{name: it.as, mimeType: 'application/octet-stream', buffer: bytes}]);
    await page.waitForFunction(number => document.querySelectorAll('.sheet').length === number && document.documentElement.dataset.checked === String(number), it.verdicts.length);
    const found = await rows(page);
    assert.deepEqual(found.map(it => it.verdict.replace('-unknown-issuer', '')), it.verdicts, `${it.name}\n${JSON.stringify(found, null, 1)}`);
  }
  // Chromium's reader of XML would colour what it says of a damaged file.
}, {expected: /^Applying inline style/}));

test('what was changed after signing is not genuine, and a changed hosted assertion neither', () => atDesk(async page => {
  const award = of('valid');
  const changed = site.json(credential(award));
  changed.credentialSubject.achievement.name = 'Master of Everything';
  const hosted = site.json(`${base}assertions/${award.id}/assertion.json`);
  hosted.issuedOn = '2020-01-01T00:00:00Z';
  const [one, two] = await paste(page, JSON.stringify([changed, hosted]));
  assert.deepEqual([one.verdict, two.verdict], ['invalid', 'invalid']);
  assert.deepEqual(one.lines.filter(it => it[1] === 'failed').map(it => it[0]), ['proof-rdfc', 'proof']);
  const lone = site.json(credential(award));
  lone.proof.pop();
  await page.getByRole('button', {name: 'Clear'}).click();
  assert.equal((await paste(page, JSON.stringify(lone)))[0].verdict, 'invalid', 'an issuer of this site is held to the whole profile');
}));

test('another issuer: nobody is asked before the reader agrees, and being unknown is no cross', () => atDesk(async (page, asked) => {
  const found = await paste(page, vector('derived/signed/minimal.rdfc.json'));
  assert.equal(found[0].verdict, 'unchecked');
  assert.deepEqual(asked, []);
  assert.match(await page.locator('.sheet__ask p').textContent(), /has to ask badges\.example .* That tells badges\.example/);
  await page.getByRole('button', {name: 'Ask badges.example'}).click();
  await page.waitForSelector('.sheet[data-verdict=valid-unknown-issuer]');
  assert.ok(asked.length && asked.every(it => new URL(it).host === 'badges.example'), String(asked));
  const [row] = await rows(page);
  assert.match(row.text, /^Genuine, by an issuer whom this site does not know\./);
  assert.deepEqual(row.lines.find(it => it[0] === 'issuer').slice(0, 2), ['issuer', 'attention']);
}));

test('the derived vectors: the same verdicts as in Rust', () => atDesk(async page => {
  const index = JSON.parse(vector('derived/signed/index.json'));
  const expected = {'rich.rdfc.json': 'unchecked', ...Object.fromEntries(Object.keys(index.negative).map(it => [it, 'invalid']))};
  // Endorsements and status lists are no badges: the desk says so.
  const names = [...index.positive, ...Object.keys(index.negative)].filter(it => !/^(endorsement|status)/.test(it));
  await paste(page, vector(`derived/signed/${names[0]}`));
  await page.getByRole('button', {name: 'Ask badges.example'}).click();
  await page.waitForSelector('.sheet[data-verdict=valid-unknown-issuer]');
  await page.getByRole('button', {name: 'Clear'}).click();
  const found = await paste(page, JSON.stringify(names.map(it => JSON.parse(vector(`derived/signed/${it}`)))));
  assert.deepEqual(Object.fromEntries(names.map((it, n) => [it, found[n].verdict])), Object.fromEntries(names.map(it => [it, expected[it] ?? 'valid-unknown-issuer'])), JSON.stringify(found, null, 1));
}));

test('the canonical form of RDF is that of the vectors of W3C and 1EdTech', () => atDesk(async page => {
  await paste(page, vector('derived/signed/minimal.rdfc.json'));
  for (const [unsigned, canonical] of [
    ['vc-di-eddsa/unsigned.json', 'vc-di-eddsa/eddsa-rdfc-2022/canonDocDataInt.txt'],
    ['vc-di-eddsa/employmentAuth.json', 'vc-di-eddsa/eddsa-rdfc-2022/employ/canonDocDataInt.txt'],
    ['ob3-spec/signed-ob/unsigned.json', 'ob3-spec/signed-ob/document-canon.txt'],
    ['ob3-spec/signed-clr/unsigned.json', 'ob3-spec/signed-clr/document-canon.txt'],
  ]) {
    const quads = await page.evaluate(it => globalThis.accoladeRdfc.canonize(it), JSON.parse(vector(unsigned)));
    assert.equal(quads, vector(canonical), unsigned);
  }
}));

test('the table: no spreadsheet takes a badge for a formula', () => atDesk(async page => {
  const evil = site.json(credential(of('valid')));
  evil.credentialSubject.achievement.name = '=HYPERLINK("https://evil.example")';
  await paste(page, JSON.stringify([evil, site.json(credential(of('valid')))]));
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name: 'Save as table (CSV)'}).click()]);
  const table = readFileSync(await download.path(), 'utf8');
  assert.match(table, /^\ufeff"verdict","reason","badge"/);
  assert.ok(table.includes(`"'=HYPERLINK(""https://evil.example"")"`), table);
  assert.ok(table.split('\r\n').slice(1).every(it => !/(^|",)"[=+@-]/.test(it)), table);
}));

test('a stranger stays one: near its end, in the count and in the table', () => atDesk(async page => {
  const [soon, later] = await paste(page, JSON.stringify([await forged(STRANGER, {...ELSE, validUntil: '2026-12-01T00:00:00Z'}), await forged(STRANGER, ELSE)]));
  for (const row of [soon, later]) {
    assert.equal(row.verdict, 'valid-unknown-issuer');
    assert.match(row.text, /^Genuine, by an issuer whom this site does not know\./);
  }
  assert.match(soon.text, /until 30 November 2026/);
  assert.match(await page.locator('[data-part=count]').textContent(), /^Checked: 2\. Good: 0\. Not good: 0\. Could not be checked: 0\. .* Genuine, but by an issuer whom this site does not know: 2\.$/);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name: 'Save as table (CSV)'}).click()]);
  const table = readFileSync(await download.path(), 'utf8').split('\r\n');
  assert.ok(table[1].startsWith(`"valid-unknown-issuer","The issuer \`${STRANGER}\` is only a key: that they are who they say, nobody vouches for",`), table[1]);
}));

test('who pretends to be an award of this site and is none is not genuine', () => atDesk(async (page, asked) => {
  const found = await paste(page, JSON.stringify([await forged(STRANGER), await forged(STRANGER, {id: ELSE.id}), await forged('did:web:elsewhere.example', {badge: ELSE.badge})]));
  for (const row of found) {
    assert.equal(row.verdict, 'invalid', JSON.stringify(row, null, 1));
    assert.match(row.text, /^Not genuine\. .*It claims to be an award of this site, and none of its issuers signed it\.$/);
    assert.equal(row.lines.find(it => it[0] === 'issuer')[1], 'failed');
  }
  assert.deepEqual(asked, []);
}));

test('another folder of the same host is not this site, however its address is written', () => {
  const {host, pathname} = new URL(base);
  const folder = ['did:web', host.replace(':', '%3A'), ...pathname.split('/').filter(Boolean)].join(':');
  const up = pathname.split('/').filter(Boolean).map(() => ':%2e%2e').join('');
  const [through, plain] = [`${folder}:issuers:%2e%2e${up}:evil`, `did:web:${host.replace(':', '%3A')}:evil`];
  const served = Object.fromEntries([through, plain].map(did => [did, controllerOf(did, strange)]));
  return atDesk(async (page, asked) => {
    const [bad] = await paste(page, JSON.stringify(await forged(through, ELSE)));
    assert.equal(bad.verdict, 'unchecked', JSON.stringify(bad, null, 1));
    assert.match(bad.text, /is not a did:web\.$/);
    assert.deepEqual(asked, []);
    const [, good] = await paste(page, JSON.stringify(await forged(plain, ELSE)));
    assert.equal(good.verdict, 'unchecked');
    await page.getByRole('button', {name: `Ask ${host}` }).click();
    await page.waitForSelector('.sheet[data-verdict=valid-unknown-issuer]');
    assert.deepEqual(asked, [`https://${host}/evil/did.json`]);
  }, {serve: {[`https://${host}/evil/did.json`]: JSON.stringify(served[plain])}});
});

test('what is no document at all is said to be none', () => atDesk(async page => {
  const found = await paste(page, JSON.stringify([null, 7, [], site.json(credential(of('valid')))]));
  assert.deepEqual(found.map(it => it.verdict), ['invalid', 'invalid', 'invalid', 'valid']);
  assert.match(found[0].text, /it is not a JSON object/);
}));

test('by keyboard alone, with a person to compare', () => atDesk(async page => {
  const award = awards.find(it => it.status === 'valid' && site.json(credential(it)).credentialSubject.id);
  await page.locator('#paste').focus();
  await page.keyboard.insertText(`${base}assertions/${award.id}/`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await done(page);
  await page.locator('#who').fill(site.json(credential(award)).credentialSubject.id);
  await page.waitForFunction(() => /Match: it was awarded/.test(document.querySelector('.sheet').textContent));
  await page.locator('.sheet > details > summary').focus();
  await page.keyboard.press('Enter');
  assert.ok(await page.locator('.sheet .checks').isVisible());
}));

test('from disk: says what that means, and asks even this site only when told', () => atDesk(async (page, asked) => {
  assert.match(await page.locator('[data-part=place]').textContent(), /opened from a file/);
  const found = await paste(page, site.bytes(credential(of('valid'))).toString());
  assert.equal(found[0].verdict, 'unchecked');
  await page.getByRole('button', {name: /^Ask / }).click();
  await page.waitForSelector('.sheet[data-verdict=valid]');
  assert.deepEqual(asked, []);
}, {url: pathToFileURL(join(folder, 'verify/index.html')).href}));
