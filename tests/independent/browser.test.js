// The example site in a real browser: served under its sub-path, and opened from disk.

import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {after, before, test} from 'node:test';
import axe from 'axe-core';
import {chromium} from 'playwright-core';
import {awards, base, files, folder, now} from './example.js';
import {Published} from './published.js';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

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
  'how verification works': 'how-verification-works/index.html',
  'free page': 'about/index.html',
  'not found': '404.html',
};

let server;
let origin;
let profile;
let browser;

before(async () => {
  server = createServer(async (request, response) => {
    const site = new Published(folder, `${origin}${path}`);
    const answer = site.answer(`${origin}${request.url}`);
    const found = answer.status === 200 ? answer : site.answer(`${origin}${path}404.html`);
    response.writeHead(answer.status, Object.fromEntries(found.headers));
    response.end(Buffer.from(await found.arrayBuffer()));
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${server.address().port}`;
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

  test(`${name}: does not scroll sideways at 320 px`, async () => {
    await visit(`${origin}${path}${file}`, async page => {
      await page.setViewportSize({width: 320, height: 640});
      const [content, view] = await page.evaluate(() => [
        document.documentElement.scrollWidth, document.documentElement.clientWidth,
      ]);
      assert.ok(content <= view, `${content} px of content in ${view} px`);
      await page.setViewportSize({width: 1280, height: 720});
    });
  });

  test(`${name}: the same content without JavaScript`, async () => {
    // What an award's page finds out by itself it can say only with JavaScript; award.test.js reads that.
    const text = page => page.evaluate(() => {
      for (const live of document.querySelectorAll('.verdict, [data-desk], .stamp, .search')) live.remove();
      return document.querySelector('main').innerText;
    });
    let withScript;
    await visit(`${origin}${path}${file}`, async page => { withScript = await text(page); });
    const plain = await chromium.launch({executablePath, args});
    try {
      const context = await plain.newContext({javaScriptEnabled: false});
      let without;
      // Asking the page for its text runs a script of ours, which is allowed; its own do not run.
      const wrong = await visit(`${origin}${path}${file}`, async page => {
        without = await page.locator('main').innerText();
      }, {context});
      assert.deepEqual(wrong, []);
      for (const line of withScript.split('\n').map(line => line.trim()).filter(Boolean)) {
        assert.ok(without.includes(line), `without JavaScript it lacks: ${line}`);
      }
      if (file.startsWith('assertions/')) {
        assert.match(without, /checked at build on 20 November 2026/);
        assert.match(without, /This is what was checked when the page was built/);
      }
    } finally {
      await plain.close();
    }
  });

  for (const colorScheme of ['light', 'dark']) {
    test(`${name}: axe finds nothing serious (${colorScheme})`, async () => {
      await visit(`${origin}${path}${file}`, async page => {
        await page.emulateMedia({colorScheme});
        // Through the debugger, as the page's content security policy allows no script of others.
        await page.evaluate(axe.source);
        const {violations} = await page.evaluate(() => globalThis.axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        }));
        const serious = violations.filter(({impact}) => ['serious', 'critical'].includes(impact));
        assert.deepEqual(serious.map(({id, nodes}) => `${id}: ${nodes.map(node => node.target).join(', ')}`), []);
      });
    });
  }
}

test('every award says what it is worth, in words, before anything else', async () => {
  const words = {valid: 'Valid', expired: 'Expired', revoked: 'Revoked', 'not-yet-valid': 'Not valid before'};
  for (const {id, ought} of awards) {
    const html = readFileSync(join(folder, `assertions/${id}/index.html`), 'utf8');
    const text = /<main[\s\S]*<\/main>/.exec(html)[0].replace(/<[^>]*>/g, ' ').trim();
    assert.equal(text.slice(0, words[ought].length), words[ought], id);
  }
});
