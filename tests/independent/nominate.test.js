// /nominate/ in a real browser, from the form on a phone to a signed award that its recipient can show to be theirs.

import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {after, before, test} from 'node:test';
import axe from 'axe-core';
import {chromium} from 'playwright-core';
import {Published} from './published.js';
import {root} from './serve.js';

const accolade = process.env.ACCOLADE ?? join(root, 'target/debug/accolade');
const work = mkdtempSync(join(tmpdir(), 'accolade-nominate-'));
const repository = join(work, 'badges');
const out = join(work, 'site');
const base = 'https://guild.github.io/badges/';
const env = {...process.env, HOME: work, XDG_CONFIG_HOME: work, SOURCE_DATE_EPOCH: String(Date.now() / 1000 | 0)};
for (const name of ['ACCOLADE_KEY', 'ACCOLADE_SIGNING_KEY', 'SSH_AUTH_SOCK']) delete env[name];
const run = (...words) => execFileSync(accolade, words, {cwd: work, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});

const phone = {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true, deviceScaleFactor: 2};
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
let browser;
let server;
let home;

before(async () => {
  run('init', 'badges', '--repository', 'https://github.com/guild/badges', '--title', 'Guild of Makers');
  run('key', 'new', '--no-passphrase', '--repo', 'badges');
  const badge = readFileSync(join(repository, 'badges/first-badge.toml'), 'utf8');
  const year = new Date().getFullYear();
  writeFileSync(join(repository, 'badges/workshop.toml'), badge.replace('First Badge', 'Workshop').replace('skills =', `nominations_until = ${year + 1}-12-24\nskills =`));
  writeFileSync(join(repository, 'badges/over.toml'), badge.replace('First Badge', 'Long Over').replace('skills =', 'nominations_until = 2024-12-24\nskills ='));
  run('build', 'badges', '--out', out);
  server = createServer(async (request, response) => {
    const origin = `http://127.0.0.1:${server.address().port}`;
    const answer = new Published(out, `${origin}/badges/`).answer(`${origin}${request.url}`);
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  home = `http://127.0.0.1:${server.address().port}/badges/`;
  browser = await chromium.launch({executablePath, args});
});

after(async () => {
  await browser?.close();
  server?.close();
  rmSync(work, {recursive: true, force: true});
});

/** Opens `url` in a fresh browser context; whatever goes wrong meanwhile fails the test. */
async function visit(url, look, options = phone) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const wrong = [];
  page.on('console', message => ['error', 'warning'].includes(message.type()) && wrong.push(message.text()));
  page.on('pageerror', error => wrong.push(error.message));
  page.on('request', request => request.url().startsWith(home) || request.url().startsWith(pathToFileURL(out).href) || request.url().startsWith('blob:') || wrong.push(`elsewhere: ${request.url()}`));
  try {
    await page.goto(url);
    await look(page, context);
  } finally {
    await context.close();
  }
  assert.deepEqual(wrong, []);
}

const signed = () => readdirSync(join(repository, 'assertions'), {recursive: true, withFileTypes: true})
  .filter(it => it.name.endsWith('.json')).map(it => join(it.parentPath ?? it.path, it.name));

/** Puts the file that the page's link carries into the repository, and signs it. */
function sign(href) {
  const url = new URL(href);
  assert.equal(url.origin + url.pathname, 'https://github.com/guild/badges/new/main');
  const path = url.searchParams.get('filename');
  assert.match(path, /^nominations\/[a-z-]+-[\da-f]{8}\.toml$/);
  mkdirSync(join(repository, 'nominations'), {recursive: true});
  writeFileSync(join(repository, path), url.searchParams.get('value'));
  assert.match(run('check', 'badges'), /no problems/);
  const old = mkdirSync(join(repository, 'assertions'), {recursive: true}) ? [] : signed();
  run('sign', '--repo', 'badges');
  return signed().find(it => !old.includes(it));
}

const is = (file, who) => spawnSync(accolade, ['verify', file, '--repo', 'badges', '--recipient', who], {cwd: work, env, encoding: 'utf8'}).status === 0;

test('a nomination made on a phone becomes an award of whom it was made for', () => visit(`${home}nominate/#workshop`, async page => {
  assert.equal(await page.inputValue('#badge'), 'workshop');
  assert.match(await page.textContent('#badge-until'), /^Nominations until 24 December \d{4}$/);
  assert.match(await page.inputValue('#date'), /^\d{4}-\d\d-\d\d$/);
  await page.fill('#who', '  Ada.Lovelace@Example.ORG ');
  const said = 'Line one: "quoted" \\ and \'that\'.\n\n[[recipient]]\nurl = "https://evil.example/" 日本 \u007f 🎉';
  await page.fill('#narrative', said);
  await page.fill('#evidence', 'https://forge.example/one?a=b#c\nhttps://forge.example/two');
  assert.equal(await page.isVisible('#consent'), false);
  await page.fill('#name', 'Ada "Countess" Lovelace');
  assert.equal(await page.isVisible('#consent'), true);
  await page.click('button[type=submit]');
  assert.match(await page.textContent('#consent-flaw'), /Say where they agreed/);
  await page.fill('#consent', 'told me on the day');
  await page.click('button[type=submit]');
  const href = await page.getAttribute('[data-part=open]', 'href');
  if (process.env.SCREENSHOTS) await page.screenshot({path: `${process.env.SCREENSHOTS}/nominate-done.png`, fullPage: true});

  // Nothing of the file lies beside its box.
  const [box, text] = await Promise.all(['pre:has(> [data-part=file])', '[data-part=file]'].map(it => page.locator(it).boundingBox()));
  assert.ok(text.x >= box.x && text.x + text.width <= box.x + box.width, JSON.stringify({box, text}));

  // The address is nowhere on the page but where it was typed.
  assert.ok(!/ada\.lovelace/i.test(await page.evaluate(() => document.documentElement.outerHTML)));
  assert.ok(!/lovelace@/i.test(decodeURIComponent(href)));
  const file = sign(href);
  assert.ok(is(file, 'ada.lovelace@example.org'));
  assert.ok(!is(file, 'bob@example.org'));
  const credential = JSON.parse(readFileSync(file, 'utf8'));
  assert.equal(credential.credentialSubject.narrative ?? credential.evidence?.find(it => it.narrative)?.narrative, said.replace('\u007f', ''));
  assert.ok(JSON.stringify(credential).includes('Ada \\"Countess\\" Lovelace'));
  assert.ok(JSON.stringify(credential).includes('https://forge.example/two'));
}));

test('every nomination has a salt and a file of its own, and a profile or a DID stands as it is', () => visit(`${home}nominate/?badge=first-badge`, async page => {
  assert.equal(await page.inputValue('#badge'), 'first-badge');
  await page.fill('#narrative', 'Helped.');
  await page.fill('#date', '');
  const make = async who => {
    await page.fill('#who', who);
    await page.click('button[type=submit]');
    await page.waitForSelector('[data-part=done]:not([hidden])');
    return new URL(await page.getAttribute('[data-part=open]', 'href'));
  };
  const [one, other] = [await make('bo@example.org'), await make('bo@example.org')];
  const salt = url => /salt = "([\da-f]{32})"/.exec(url.searchParams.get('value'))[1];
  assert.notEqual(salt(one), salt(other));
  assert.notEqual(one.searchParams.get('filename'), other.searchParams.get('filename'));
  const profile = await make('https://forge.example/@bo');
  assert.equal(profile.searchParams.get('value'), 'badge = "first-badge"\nnarrative = "Helped."\n\n[[recipient]]\nurl = "https://forge.example/@bo"\n');
  const file = sign(profile.href);
  assert.ok(is(file, 'https://forge.example/@bo'));
  const did = await make('did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2');
  assert.match(did.searchParams.get('value'), /\ndid = "did:key:z6Mkr/);
}));

test('what cannot be used is said beside its field, and goes nowhere', () => visit(`${home}nominate/index.html`, async page => {
  const refused = async (field, words) => {
    await page.click('button[type=submit]');
    assert.match(await page.textContent(`#${field}-flaw`), words);
    assert.equal(await page.evaluate(() => document.activeElement.id), field);
    assert.equal(await page.isVisible('[data-part=done]'), false);
  };
  await refused('badge', /Choose a badge/);
  await page.selectOption('#badge', 'first-badge');
  for (const who of ['', 'ada', '@ada@social.example', 'www.example.org/ada', 'javascript:alert(1)', 'a b@example.org']) {
    await page.fill('#who', who);
    await refused('who', /Write an e-mail address/);
  }
  await page.fill('#who', 'https://forge.example/ada');
  await refused('narrative', /in a sentence/);
  await page.fill('#narrative', 'Write to ada@example.org.');
  await refused('narrative', /everybody could read it/);
  await page.fill('#narrative', 'Thanks to @ada@social.example!');
  await page.fill('#evidence', 'not a link');
  await refused('evidence', /whole addresses/);
}));

test('after the closing date nobody is nominated', () => visit(`${home}nominate/#over`, async page => {
  assert.equal(await page.inputValue('#badge'), '');
  assert.equal(await page.textContent('[data-part=closed]'), 'Nominations for “Long Over” are closed.');
  assert.equal(await page.isDisabled('#badge option[value=over]'), true);
}));

test('a text that is too long for an address is pasted, and copied on the way', () => visit(`${home}nominate/#workshop`, async (page, context) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.fill('#who', 'https://forge.example/ada');
  await page.fill('#narrative', 'Solder! '.repeat(1500));
  await page.click('button[type=submit]');
  await page.waitForSelector('[data-part=done]:not([hidden])');
  const href = await page.getAttribute('[data-part=open]', 'href');
  assert.ok(href.length < 300 && !href.includes('value='), href);
  assert.equal(await page.isVisible('[data-part=paste]'), true);
  await page.click('[data-part=copy]');
  await page.waitForFunction(() => document.querySelector('[data-part=said]').textContent === 'Copied.');
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^badge = "workshop"\n/);
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-part=download]')]);
  assert.match(download.suggestedFilename(), /^workshop-[\da-f]{8}\.toml$/);
}));

test('without a script it says what to write, and where the form is', () => visit(`${home}nominate/index.html`, async page => {
  assert.equal(await page.isVisible('form'), false);
  assert.match(await page.textContent('main'), /needs JavaScript/);
  assert.match(await page.textContent('main pre'), /\[\[recipient\]\]/);
  assert.equal(await page.getAttribute('main a[href*="issues/new"]', 'href'), 'https://github.com/guild/badges/issues/new?template=nomination.yml');
}, {...phone, javaScriptEnabled: false}));

test('it works from disk, too', () => visit(pathToFileURL(join(out, 'nominate/index.html')).href, async page => {
  await page.selectOption('#badge', 'first-badge');
  await page.fill('#who', 'ada@example.org');
  await page.fill('#narrative', 'Helped.');
  await page.click('button[type=submit]');
  await page.waitForSelector('[data-part=done]:not([hidden])');
  assert.match(await page.textContent('[data-part=file]'), /email_hash = "sha256\$[\da-f]{64}"/);
}));

test('form and poster fit a phone, and have nothing that axe would complain about', async () => {
  for (const colorScheme of ['light', 'dark']) {
    for (const [name, path] of [['form', 'nominate/#workshop'], ['poster', 'nominate/workshop/']]) {
      await visit(home + path, async page => {
        await page.evaluate(axe.source);
        const found = await page.evaluate(() => globalThis.axe.run());
        assert.deepEqual(found.violations.map(it => `${it.id}: ${it.nodes.map(node => node.html).join(' ')}`), [], path);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} scrolls sideways`);
        if (process.env.SCREENSHOTS) await page.screenshot({path: `${process.env.SCREENSHOTS}/${name}-${colorScheme}.png`, fullPage: true});
      }, {...phone, colorScheme});
    }
  }
});

test('the poster fits one sheet, and its code leads to the form with the badge chosen', () => visit(`${home}nominate/workshop/`, async page => {
  assert.equal(await page.textContent('.poster__url'), `${base}nominate/#workshop`);
  assert.equal(await page.locator('.poster__qr svg path').count(), 2);
  const pdf = await page.pdf({format: 'A4'});
  if (process.env.SCREENSHOTS) writeFileSync(`${process.env.SCREENSHOTS}/poster.pdf`, pdf);
  assert.equal(pdf.toString('latin1').match(/\/Type \/Page\b/g).length, 1);
}));
