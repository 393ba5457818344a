// The award page checks itself, in a real browser: every case of tests/cases/award-page.json, and every award of the
// example as it is. The site is served at its own address, which answers from its folder; each case changes an answer.

import assert from 'node:assert/strict';
import {createHash, createPrivateKey, sign as signBytes} from 'node:crypto';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {gunzipSync, gzipSync} from 'node:zlib';
import {after, before, test} from 'node:test';
import {chromium} from 'playwright-core';
import {trace} from '../../themes/default/verify/proof.js';
import {Published} from './published.js';

const here = path => new URL(path, import.meta.url);
const folder = process.env.ACCOLADE_EXAMPLE;
const now = process.env.ACCOLADE_EXAMPLE_AT;
const {base_url: base} = JSON.parse(readFileSync(join(folder, 'build.json'), 'utf8'));
const site = new Published(folder, base);
const awards = site.json(`${base}index.json`).awards;
const cases = JSON.parse(readFileSync(here('../cases/award-page.json'), 'utf8'));
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

/** A private key of tests/keys: the last 64 bytes of an unencrypted OpenSSH key are its seed and its public half. */
function keyOf(name) {
  const bytes = Buffer.from(readFileSync(here(`../keys/${name}`), 'utf8').replace(/-----.*-----|\s/g, ''), 'base64');
  const at = bytes.lastIndexOf(Buffer.from('\0\0\0\x40', 'latin1')) + 4;
  const [seed, half] = [bytes.subarray(at, at + 32), bytes.subarray(at + 32, at + 64)];
  const key = createPrivateKey({format: 'der', type: 'pkcs8', key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])});
  return {key, text: base58(Buffer.concat([Buffer.from([0xed, 1]), half]))};
}

function base58(bytes) {
  const digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  let text = '';
  for (let number = BigInt(`0x${bytes.toString('hex')}`); number; number /= 58n) text = digits[Number(number % 58n)] + text;
  return `z${'1'.repeat(bytes.findIndex(it => it !== 0))}${text}`;
}

const keys = ['wendeltal-2024', 'wendeltal-2026', 'oxbow-2025', 'stranger'].map(keyOf);

/** Signs for the browser: its first proof has the form of a good one, and is for others to judge. */
async function sign({proof: [one, two], ...document}, method = two.verificationMethod) {
  const {key} = keys.find(({text}) => method.endsWith(text));
  const proof = {...two, verificationMethod: method, '@context': document['@context']};
  proof.proofValue = base58(signBytes(null, (await trace(document, proof)).hashData, key));
  return {...document, proof: [{...one, verificationMethod: method}, proof]};
}

/** Puts `value` at a dotted place; `null` takes away what is there. */
function put(document, place, value) {
  const names = place.split('.');
  const last = names.pop();
  const inner = names.reduce((it, name) => it[name], document);
  if (value !== null) inner[last] = value;
  else if (Array.isArray(inner)) inner.splice(Number(last), 1);
  else delete inner[last];
}

/** The award that a case is about: signed with a key that is still in use, if there is one. */
function awardOf(kind = 'valid') {
  const current = it => !it.document.proof[1].verificationMethod.endsWith(keys[0].text);
  const isNamed = it => it.document.credentialSubject.identifier?.some(id => id.identityType === 'name');
  const simple = it => current(it) && it.document.issuer.id.endsWith('wendeltal') && !it.document.evidence?.length;
  const all = awards.map(it => ({...it, document: site.json(`${base}assertions/${it.id}/credential.json`)}));
  const found = kind === 'named' ? all.find(it => it.status === 'valid' && current(it) && !it.person && isNamed(it))
    // Somebody with a page of their own is called on an award as it was signed.
    : kind === 'somebody' ? all.find(it => it.status === 'valid' && current(it) && it.person && isNamed(it))
    : kind === 'ends' ? all.find(it => it.status === 'valid' && current(it) && it.document.validUntil)
    : all.find(it => it.status === kind && simple(it) && !it.document.validUntil)
      ?? all.find(it => it.status === kind && current(it)) ?? all.find(it => it.status === kind);
  assert.ok(found, `the example has an award that is ${kind}`);
  return found;
}

/** Where the documents are that the page of an award asks for. */
function addresses({id, document}) {
  return {
    page: `${base}assertions/${id}/`,
    credential: `${base}assertions/${id}/credential.json`,
    did: `${base}issuers/${document.issuer.id.split(':').pop()}/did.json`,
    list: document.credentialStatus.statusListCredential,
    achievement: document.credentialSubject.achievement.id,
  };
}

/** The answer of a site on which `change` was made to `name`. */
async function changed(name, change, award, url) {
  const found = () => site.json(url);
  let body;
  if ('edit' in change) {
    body = found();
    for (const [place, value] of Object.entries(change.edit)) put(body, place, value);
  } else if (change.of) {
    body = awardOf(change.of).document;
  } else if (change.replace && name !== 'page') {
    body = site.bytes(url).toString().replace(...change.replace);
  } else if (change.type || change.status || change.text) {
    // What is served is as it was, or nothing that has to be made.
  } else if (name === 'did') {
    body = found();
    const used = award.document.proof[1].verificationMethod;
    if (change.unlisted) body.assertionMethod = body.assertionMethod.filter(it => it !== used);
    const method = body.verificationMethod.find(it => it.id === used);
    Object.assign(method, change.dates, change.key ? {publicKeyMultibase: keyOf(change.key).text} : {});
  } else if (name === 'list') {
    body = found();
    const index = Number(award.document.credentialStatus.statusListIndex);
    let bits = gunzipSync(Buffer.from(body.credentialSubject.encodedList.slice(1), 'base64url'));
    const bit = 128 >> index % 8;
    if (change.revokes === true) bits[index >> 3] |= bit;
    if (change.revokes === false) bits[index >> 3] &= ~bit;
    if (change.bytes) bits = bits.subarray(0, change.bytes);
    body.credentialSubject.encodedList = `u${gzipSync(bits).toString('base64url')}`;
    if (change.purpose) body.credentialSubject.statusPurpose = change.purpose;
    for (const [place, value] of Object.entries(change.set ?? {})) put(body, place, value);
    let method = body.proof[1].verificationMethod;
    if (change.by) method = `${award.document.issuer.id}#${keyOf(change.by).text}`;
    if (change.issuer) {
      body.issuer = site.json(`${base}issuers/oxbow/did.json`).id;
      method = `${body.issuer}#${keyOf('oxbow-2025').text}`;
    }
    body = await sign(body, method);
    if (change.unsigned) delete body.proof;
  } else if (name === 'page') {
    body = site.bytes(`${url}index.html`).toString();
    const [what, by] = change.replace ?? [];
    if (what) body = body.replace(new RegExp(what, 'g'), by);
  }
  body ??= change.text ?? site.bytes(url).toString();
  return {
    status: change.status ?? 200,
    contentType: change.type ?? (name === 'page' ? 'text/html; charset=utf-8' : 'application/json'),
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}

/** Changes the page as somebody might who writes pages, before its script runs. */
const tamper = change => {
  addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive') return;
    for (const [fact, text] of Object.entries(change.fact ?? {})) {
      for (const it of document.querySelectorAll(`[data-fact=${fact}]`)) it.textContent = text;
    }
    for (const [where, html] of Object.entries(change.append ?? {})) document.querySelector(where).insertAdjacentHTML('beforeend', html);
    for (const it of change.remove ? document.querySelectorAll(change.remove) : []) it.remove();
  }, true);
};

let browser;
let copy;

before(async () => {
  browser = await chromium.launch({executablePath, args});
  copy = createServer(async (request, response) => {
    const answer = new Published(folder, `http://${request.headers.host}/copy/`).answer(`http://${request.headers.host}${request.url}`);
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise(done => copy.listen(0, '127.0.0.1', done));
});

after(async () => {
  await browser?.close();
  copy?.close();
});

/** Opens a page in a fresh browser context in which the site is as `it` says. */
async function open(it, url, award, look) {
  const context = await browser.newContext({colorScheme: 'light'});
  const wrong = [];
  try {
    await context.clock.setFixedTime(it.at === 'before the end' ? new Date(Date.parse(award.document.validUntil) - 86400e3) : it.at ?? now);
    const asked = [];
    await context.route(`${new URL(base).origin}/**`, async route => {
      const to = route.request().url();
      asked.push(to);
      const name = Object.entries(addresses(award)).find(([name, address]) => address === to && it[name])?.[0];
      const change = it[name];
      if (change?.abort) return route.abort();
      if (change?.redirect) return route.fulfill({status: 302, headers: {location: change.redirect}});
      if (name) return route.fulfill(await changed(name, change, award, to));
      const answer = site.answer(to);
      return route.fulfill({status: answer.status, contentType: answer.headers.get('content-type'), body: Buffer.from(await answer.arrayBuffer())});
    });
    const page = await context.newPage();
    page.setDefaultTimeout(8000);
    page.on('pageerror', error => wrong.push(error.message));
    page.on('console', message => {
      if (/Content Security Policy|integrity/.test(message.text())) wrong.push(message.text());
    });
    page.on('request', request => {
      if (![new URL(url).origin, 'null'].includes(new URL(request.url()).origin)) wrong.push(`asked ${request.url()}`);
    });
    if (it.page) await page.addInitScript(tamper, it.page);
    if (it.ed25519 === false) {
      await page.addInitScript(() => {
        SubtleCrypto.prototype.importKey = async () => { throw new DOMException('Unrecognized name.', 'NotSupportedError'); };
      });
    }
    await page.goto(url);
    await page.waitForSelector('html[data-checked][data-explained]');
    if (it.offline) {
      await page.evaluate(() => { delete document.documentElement.dataset.checked; delete document.documentElement.dataset.explained; });
      await context.unrouteAll();
      await context.setOffline(true);
      await page.getByRole('button', {name: 'Check again'}).click();
      await page.waitForSelector('html[data-checked][data-explained]');
    }
    await look(page, asked);
  } finally {
    await context.close();
  }
  return wrong;
}

/** What a page says after it has checked itself. */
const read = page => page.evaluate(() => ({
  verdict: document.documentElement.dataset.checked,
  looks: document.querySelector('.award').className,
  banner: document.querySelector('.verdict').className,
  says: document.querySelector('.verdict strong').textContent,
  reason: document.querySelector('.verdict__reason').textContent,
  paper: document.querySelector('[data-paper]').textContent,
  stamp: document.querySelector('.stamp')?.textContent ?? null,
  lines: [...document.querySelectorAll('.desk__now .check')].map(it => ({
    question: it.dataset.question, outcome: /check--(\w+)/.exec(it.className)[1], text: it.querySelector('p').textContent, time: Boolean(it.querySelector('time')),
  })),
}));

for (const it of cases) {
  test(it.name, async () => {
    const award = awardOf(it.award);
    const {page: own} = addresses(award);
    const url = it.file ? pathToFileURL(join(folder, `assertions/${award.id}/index.html`)).href
      : it.copy ? `http://${it.copy}:${copy.address().port}/copy/assertions/${award.id}/` : own;
    const wrong = await open(it, url, award, async page => {
      const said = await read(page);
      const trouble = Object.fromEntries(said.lines.filter(line => line.outcome !== 'passed').map(line => [line.question, line.outcome]));
      for (const [question, outcome] of Object.entries(it.lines ?? {})) if (outcome === '*') delete trouble[question];
      const expected = Object.fromEntries(Object.entries(it.lines ?? {}).filter(([, outcome]) => outcome !== '*'));
      const all = JSON.stringify(said, null, 1);
      assert.ok([it.verdict].flat().includes(said.verdict), all);
      assert.deepEqual(trouble, expected, all);
      const starts = (text, wanted) => wanted.endsWith('*') ? assert.ok(text.startsWith(wanted.slice(0, -1)), all) : assert.equal(text, wanted, all);
      if (it.says) starts(said.says, it.says);
      if (it.reason) assert.ok(said.reason.includes(it.reason.replace('*', '')), all);
      if (it.silent) assert.doesNotMatch(await page.locator('body').innerText(), new RegExp(it.silent));
      const looks = it.looks ?? {altered: 'invalid'}[said.verdict] ?? said.verdict;
      assert.deepEqual([said.looks, said.banner], [`award award--${looks}`, `verdict verdict--${looks}`], all);
      if (it.stamp) assert.equal(said.stamp, it.stamp);
      const good = ['valid', 'expiring'].includes(said.verdict);
      assert.equal(/--valid/.test(said.looks + said.banner), said.verdict === 'valid', all);
      assert.equal(said.stamp === null, good, all);
      assert.equal(/Valid/.test(said.says), good, all);
      assert.ok(said.paper.startsWith(said.says), all);
      assert.ok(said.lines.every(line => line.time && /\.\s/.test(line.text)), all);
    });
    assert.deepEqual(wrong, []);
  });
}

for (const award of awards) {
  test(`as it is: ${award.id} ${award.status}`, async () => {
    const it = {...award, document: site.json(`${base}assertions/${award.id}/credential.json`)};
    const wrong = await open({}, `${base}assertions/${award.id}/`, it, async page => {
      const said = await read(page);
      assert.equal(said.verdict === 'expiring' ? 'valid' : said.verdict, award.status, JSON.stringify(said, null, 1));
      assert.match(said.lines[0].outcome, /^(passed|attention)$/, said.lines[0].text);
      // So does its card for frames.
      await page.goto(`${base}assertions/${award.id}/embed.html`);
      await page.waitForSelector('html[data-checked]', {state: 'attached'});
      assert.equal(await page.locator('html').getAttribute('data-checked'), said.verdict);
    });
    assert.deepEqual(wrong, []);
  });
}

test('a check takes two scripts, one of them small, and no document waits for another that it does not need', async () => {
  const award = awardOf('valid');
  const {page: own, ...documents} = addresses(award);
  const context = await browser.newContext({viewport: {width: 390, height: 500}});
  try {
    await context.clock.setFixedTime(now);
    const asked = [];
    const name = url => Object.entries(documents).find(([, address]) => address === url)?.[0] ?? /assets\/(\w+)-\w+\.js(?:on)?$/.exec(url)?.[1];
    /** What is asked for at once: each is answered only once the others have been asked for. */
    const together = [['credential', 'words'], ['did', 'list']].map(names => {
      let go;
      return {names, until: new Promise(done => { go = done; }), go: () => go()};
    });
    await context.route('**/*', async route => {
      const to = route.request().url();
      if (name(to)) asked.push(name(to));
      for (const {names, go} of together) if (names.every(it => asked.includes(it))) go();
      await together.find(({names}) => names.includes(name(to)))?.until;
      const answer = site.answer(to);
      return route.fulfill({status: answer.status, contentType: answer.headers.get('content-type'), body: Buffer.from(await answer.arrayBuffer())});
    });
    const page = await context.newPage();
    await page.goto(own);
    await page.waitForSelector('html[data-checked=valid]');
    await page.waitForSelector('html[data-explained]');
    assert.deepEqual(asked.slice(0, 2), ['start', 'check']);
    assert.deepEqual(asked.slice(2).sort(), ['achievement', 'credential', 'did', 'list', 'words']);
    assert.equal(asked.at(-1), 'achievement');
  } finally {
    await context.close();
  }
});

for (const [name, answer] of [['missing', {status: 404}], ['changed', {text: '{"valid": "Valid!"}'}]]) {
  test(`words that are ${name}: nothing is said without them, and why`, async () => {
    const award = awardOf('valid');
    const words = `${base}${/data-words="..\/..\/([^"]+)"/.exec(site.bytes(`${addresses(award).page}index.html`).toString())[1]}`;
    const context = await browser.newContext();
    try {
      await context.clock.setFixedTime(now);
      await context.route('**/*', async route => {
        const to = route.request().url();
        if (to === words) return route.fulfill({status: answer.status ?? 200, contentType: 'application/json', body: answer.text ?? ''});
        const found = site.answer(to);
        return route.fulfill({status: found.status, contentType: found.headers.get('content-type'), body: Buffer.from(await found.arrayBuffer())});
      });
      const page = await context.newPage();
      await page.goto(addresses(award).page);
      await page.waitForSelector('html[data-explained]');
      const said = await read(page);
      assert.equal(said.verdict, 'unchecked');
      assert.equal(said.says, 'Could not be checked.');
      assert.match(await page.locator('.verdict__reason').textContent(), /the words of this page did not load, or are not those /);
      assert.match(await page.locator('.verdict__reason').textContent(), /it said: Valid\./);
      assert.match(said.paper, / Checked on \d+ \p{L}+ \d{4}, /u);
      await context.unroute('**/*');
      await context.route('**/*', async route => {
        const found = site.answer(route.request().url());
        return route.fulfill({status: found.status, contentType: found.headers.get('content-type'), body: Buffer.from(await found.arrayBuffer())});
      });
      await page.evaluate(() => { delete document.documentElement.dataset.explained; });
      await page.getByRole('button', {name: 'Check again'}).click();
      await page.waitForSelector('html[data-checked=valid][data-explained]');
    } finally {
      await context.close();
    }
  });
}

/** What the card of an award says in somebody else's frame, after it has checked itself. */
async function framed(award, changes = {}, edit = it => it) {
  const wrong = [];
  const context = await browser.newContext();
  try {
    await context.clock.setFixedTime(now);
    await context.route('**/*', async route => {
      const to = route.request().url();
      if (to.startsWith('https://elsewhere.example')) {
        return route.fulfill({contentType: 'text/html', body: `<iframe src="${addresses(award).page}embed.html" width="400" height="300"></iframe>`});
      }
      const change = Object.entries(addresses(award)).find(([name, address]) => address === to && changes[name]);
      if (change) return route.fulfill(await changed(change[0], changes[change[0]], award, to));
      const answer = site.answer(to);
      let body = Buffer.from(await answer.arrayBuffer());
      if (to.endsWith('/embed.html')) body = edit(body.toString());
      return route.fulfill({status: answer.status, contentType: answer.headers.get('content-type'), body});
    });
    const page = await context.newPage();
    page.on('pageerror', error => wrong.push(error.message));
    page.on('console', message => { if (/Content Security Policy|integrity/.test(message.text())) wrong.push(message.text()); });
    await page.goto('https://elsewhere.example/');
    const card = page.frameLocator('iframe');
    await card.locator('html[data-checked]').waitFor({state: 'attached'});
    const said = {
      kind: await card.locator('html').getAttribute('data-checked'), looks: await card.locator('main').getAttribute('class'),
      text: (await card.locator('.verdict__text').innerText()).replace(/\s+/g, ' '),
    };
    assert.deepEqual(wrong, []);
    return said;
  } finally {
    await context.close();
  }
}

test('the card for frames checks itself as well', async () => {
  const award = awardOf('valid');
  const good = await framed(award);
  assert.deepEqual([good.kind, good.looks], ['valid', 'embed__card award--valid']);
  assert.match(good.text, /^Valid.* Checked in your browser at \d\d:\d\d:\d\d\. Check it now$/);
  const revoked = await framed(award, {list: {revokes: true}});
  assert.deepEqual([revoked.kind, revoked.looks], ['revoked', 'embed__card award--revoked']);
  assert.match(revoked.text, /^Revoked\. Checked in your browser /);
  const altered = await framed(award, {}, html => html.replace(/(data-fact="name">)[^<]*/, '$1Master of Everything'));
  assert.equal(altered.kind, 'altered');
  assert.match(altered.text, /^This page is not what was signed\. The page says “Master of Everything”, which is not what was signed\. Checked/);
  const silent = await framed(award, {list: {status: 500}});
  assert.equal(silent.kind, 'unchecked');
  assert.match(silent.text, /^Could not be checked\. Its status list .* answered with the error 500\. When the page was built, on .*, it said: Valid/);
});

/** Opens the award, and asks whether it is about `who`. */
async function asked(award, who, fragment) {
  let answer;
  const wrong = await open({}, `${addresses(award).page}${fragment ? `#recipient=${encodeURIComponent(who)}` : ''}`, award, async (page, requests) => {
    const before = requests.length;
    if (!fragment) {
      await page.getByLabel('E-mail address or profile address').fill(who);
      await page.getByRole('button', {name: 'Compare'}).click();
    }
    await page.waitForFunction(() => document.querySelector('.ask__answer').textContent);
    answer = (await page.locator('.ask__answer').textContent()).trim();
    // A picture further down may come into view meanwhile.
    if (!fragment) assert.deepEqual(requests.slice(before).filter(url => !/\.(svg|png)$/.test(url)), []);
    assert.ok(!requests.some(url => url.includes('recipient') || url.includes(who.trim())), 'nothing is sent');
  });
  assert.deepEqual(wrong, []);
  return answer;
}

const all = awards.map(it => ({...it, document: site.json(`${base}assertions/${it.id}/credential.json`)}));

const roster = readFileSync(here('../example/roster.toml'), 'utf8').match(/[\w.+-]+@[\w.-]+/g);
const hash = (who, salt) => `sha256$${createHash('sha256').update(who + salt).digest('hex')}`;
const isOf = (it, who) => [it.document.credentialSubject.identifier ?? []].flat()
  .some(one => one.identityType === 'emailAddress' && one.identityHash === hash(who, one.salt));

/** An award of this status with the e-mail address that it is about. */
const whose = status => all.filter(it => it.status === status).flatMap(it => roster.filter(who => isOf(it, who)).map(who => [it, who]))[0];

test('is it this person? by profile', async () => {
  const award = all.find(it => it.status === 'valid' && it.document.credentialSubject.id?.startsWith('https:'));
  const {id} = award.document.credentialSubject;
  assert.match(await asked(award, ` ${id} `), /^Match: it was awarded to /);
  assert.match(await asked(award, id, true), /^Match: /);
  assert.match(await asked(award, `${id}x`), /^No match: /);
});

test('is it this person? by e-mail address', async () => {
  const [award, who] = whose('valid');
  assert.match(await asked(award, ` ${who.toUpperCase()} `), /^Match: /);
  assert.match(await asked(award, `x${who}`), /^No match: /);
});

test('a match with an award that does not count says so too', async () => {
  assert.match(await asked(...whose('expired')), /^Match: .* But mind what stands on top: Expired on /);
});

test('the evidence for each answer is folded below it', async () => {
  const award = awardOf('ends');
  const {document} = award;
  const places = addresses(award);
  const list = site.json(places.list);
  const index = Number(document.credentialStatus.statusListIndex);
  const bits = gunzipSync(Buffer.from(list.credentialSubject.encodedList.slice(1), 'base64url'));
  const [, proof] = document.proof;
  const {proof: all, ...unsecured} = document;
  const hashes = await trace(unsecured, proof);
  const hexOf = bytes => Buffer.from(bytes).toString('hex');
  const wrong = await open({}, places.page, award, async page => {
    const folded = await page.locator('.desk__now .check').evaluateAll(checks => checks.map(it => [it.dataset.question, it.querySelector('details')?.open]));
    assert.deepEqual(folded, ['page', 'document', 'issuer', 'proof', 'status', 'dates', 'definition'].map(it => [it, false]));
    for (const it of await page.locator('.desk__now summary').all()) await it.click();
    const found = await page.locator('.desk__now .check').evaluateAll(checks => Object.fromEntries(checks.map(it => [
      it.dataset.question, [...it.querySelectorAll('.fact')].map(fact => [fact.querySelector('dt').innerText, fact.querySelector('dd').innerText]),
    ])));
    assert.deepEqual(found, {
      page: [['Compared with', places.credential]],
      document: [['id', document.id]],
      issuer: [['DID', document.issuer.id], ['DID document', places.did], ['verificationMethod', proof.verificationMethod], ['created', proof.created]],
      proof: [
        ['SHA-256 of the document', hexOf(hashes.documentHash)], ['SHA-256 of the proof configuration', hexOf(hashes.configurationHash)],
        ['proofValue', proof.proofValue], ['publicKeyMultibase', proof.verificationMethod.split('#')[1]],
      ],
      status: [
        ['Status list', places.list], ['Index', `${index}`], ['Bit', `${bits[index >> 3] >> 7 - index % 8 & 1}`], ['DID', list.issuer.id ?? list.issuer],
        ['Status list signed on', list.proof[1].created],
      ],
      dates: [['validFrom', document.validFrom], ['validUntil', document.validUntil], ['Your clock', new Date(now).toISOString()]],
      definition: [['Definition of the badge', document.credentialSubject.achievement.id]],
    });
  });
  assert.deepEqual(wrong, []);
});

test('a link with a fragment that is no text is no reason to fail', async () => {
  const award = awardOf();
  const wrong = await open({}, `${addresses(award).page}#recipient=100%`, award, async page => {
    assert.equal(await page.locator('.ask__answer').textContent(), '');
  });
  assert.deepEqual(wrong, []);
});

test('is it this person? whoever is named in another way than was signed is not accused', async () => {
  const profile = all.find(it => it.status === 'valid' && it.document.credentialSubject.id?.startsWith('https:'));
  const [hidden, who] = whose('valid');
  assert.match(await asked(profile, profile.document.credentialSubject.id.replace('https://', '')), /^Match: /);
  assert.match(await asked(profile, who), /^Cannot be told: it was awarded to the address of a profile, and /);
  assert.match(await asked(hidden, profile.document.credentialSubject.id), /^Cannot be told: it was awarded to an e-mail address, and /);
  assert.match(await asked(hidden, 'Ada Lovelace'), /^Cannot be told: /);
});

test('inside somebody else\'s frame the page offers to be opened on its own', async () => {
  const context = await browser.newContext();
  try {
    await context.route('**/*', async route => {
      const to = route.request().url();
      if (to.startsWith('https://elsewhere.example')) {
        return route.fulfill({contentType: 'text/html', body: `<iframe src="${addresses(all[0]).page}" width="800" height="600"></iframe>`});
      }
      const answer = site.answer(to);
      return route.fulfill({status: answer.status, contentType: answer.headers.get('content-type'), body: Buffer.from(await answer.arrayBuffer())});
    });
    const page = await context.newPage();
    await page.goto('https://elsewhere.example/');
    const link = page.frameLocator('iframe').getByRole('link', {name: 'Open it on its own to be sure'});
    assert.equal(await link.getAttribute('href'), addresses(all[0]).page);
    assert.equal(await link.getAttribute('target'), '_blank');
  } finally {
    await context.close();
  }
});
