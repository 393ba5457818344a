// The example site in a real browser: served under its sub-path, and opened from disk. How its pages look and work is in
// pages.test.js.

import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {after, before, test} from 'node:test';
import {chromium} from 'playwright-core';
import {awards, base, files, folder, now} from './example.js';
import {args, executablePath, host} from './hosted.js';
import {Published} from './published.js';

const pages = files.filter(path => path.endsWith('.html'));
const path = new URL(base).pathname;
const of = ought => awards.filter(award => award.ought === ought).map(award => `assertions/${award.id}/index.html`);

/** One page of each kind, and an award in each state. */
const examples = {
  home: 'index.html',
  badge: 'badges/electrical-safety/index.html',
  'retired badge': 'badges/repair-day-2025/index.html',
  'valid award': of('valid')[0],
  'expired award': of('expired')[0],
  'revoked award': of('revoked')[0],
  'award not yet valid': of('not-yet-valid')[0],
  issuer: 'issuers/wendeltal/index.html',
  person: 'people/natalia-koval/index.html',
  skill: pages.find(page => page.startsWith('skills/')),
  type: pages.find(page => /^types\/.*\/index/.test(page) && page !== 'types/index.html'),
  types: 'types/index.html',
  year: pages.find(page => /^years\/\d+\/index/.test(page)),
  verify: 'verify/index.html',
  'how verification works': 'how-verification-works/index.html',
  'free page': 'about/index.html',
  'not found': '404.html',
};

let server;
let origin;
let profile;
let browser;

before(async () => {
  server = await host(folder, base);
  origin = server.origin;
  profile = mkdtempSync(join(tmpdir(), 'accolade-browser-'));
  browser = await chromium.launchPersistentContext(profile, {executablePath, args});
  await browser.clock.setFixedTime(now);
});

after(async () => {
  await browser?.close();
  server?.close();
  rmSync(profile, {recursive: true, force: true});
});

/** Opens `url`, lets `look` look at the page, and gives back everything that went wrong meanwhile. */
async function visit(url, look, options = {}) {
  const context = options.context ?? browser;
  const page = await context.newPage();
  const wrong = [];
  page.on('console', message => ['error', 'warning'].includes(message.type()) && wrong.push(`console: ${message.text()}`));
  page.on('pageerror', error => wrong.push(`error: ${error.message}`));
  page.on('requestfailed', request => wrong.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on('request', request => {
    const to = new URL(request.url());
    const home = new URL(url);
    if (!['data:', 'blob:'].includes(to.protocol) && (to.protocol !== home.protocol || to.host !== home.host)) {
      wrong.push(`elsewhere: ${request.url()}`);
    }
  });
  page.on('response', response => {
    if (response.status() >= 400 && response.url() !== url) wrong.push(`${response.status()}: ${response.url()}`);
  });
  try {
    await page.goto(url, {waitUntil: 'load'});
    await look?.(page);
    await page.waitForTimeout(50);
  } finally {
    await page.close();
  }
  return wrong;
}

for (const [name, file] of Object.entries(examples)) {
  test(`${name}: quiet when served`, async () => {
    assert.ok(file && pages.includes(file), `${file} is part of the site`);
    assert.deepEqual(await visit(`${origin}${path}${file.replace(/index\.html$/, '')}`), []);
  });

  // A host shows 404.html at any address, so its links have to begin at the root of the host.
  if (file !== '404.html') test(`${name}: quiet when opened from disk`, async () => {
    const styled = page => page.evaluate(() => [...document.styleSheets].length);
    let sheets;
    const wrong = await visit(pathToFileURL(join(folder, file)).href, async page => { sheets = await styled(page); });
    assert.deepEqual(wrong, []);
    assert.ok(sheets > 0, 'a style sheet');
  });

  test(`${name}: every link and picture leads somewhere`, async () => {
    await visit(`${origin}${path}${file}`, async page => {
      const links = await page.$$eval('a[href], link[href], img[src], source[srcset]', nodes => nodes.map(node =>
        node.href || node.src || new URL(node.srcset.split(' ')[0], document.baseURI).href));
      const here = [...new Set(links.map(link => link.split('#')[0]))].filter(link => link.startsWith(origin));
      const site = new Published(folder, `${origin}${path}`);
      assert.ok(here.length > 3);
      assert.deepEqual(here.filter(link => !site.file(link)), []);
      const broken = await page.$$eval('img', images => Promise.all(images.map(image => {
        image.loading = 'eager';
        return image.decode().then(() => null, () => image.src);
      })));
      assert.deepEqual(broken.filter(Boolean), []);
    });
  });
}

test('without scripts an award says what was checked when the page was built', async () => {
  const plain = await chromium.launch({executablePath, args});
  try {
    const context = await plain.newContext({javaScriptEnabled: false});
    for (const ought of ['valid', 'expired', 'revoked', 'not-yet-valid']) {
      let text;
      const wrong = await visit(`${origin}${path}${of(ought)[0]}`, async page => {
        text = await page.locator('main').innerText();
      }, {context});
      assert.deepEqual(wrong, []);
      assert.match(text, /checked at build on 20 November 2026/);
      assert.match(text, /This is what was checked when the page was built/);
    }
  } finally {
    await plain.close();
  }
});

test('every award says what it is worth, in words, before anything else', async () => {
  const words = {valid: 'Valid', expired: 'Expired', revoked: 'Revoked', 'not-yet-valid': 'Not valid before'};
  for (const {id, ought} of awards) {
    const html = readFileSync(join(folder, `assertions/${id}/index.html`), 'utf8');
    const text = /<main[\s\S]*<\/main>/.exec(html)[0].replace(/<[^>]*>/g, ' ').trim();
    assert.equal(text.slice(0, words[ought].length), words[ought], id);
  }
});
