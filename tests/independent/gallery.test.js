// The gallery's search in a real browser: served under its sub-path, and opened from disk.

import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {after, before, test} from 'node:test';
import axe from 'axe-core';
import {chromium} from 'playwright-core';
import {base, folder} from './example.js';
import {Published} from './published.js';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
const path = new URL(base).pathname;
let server;
let home;
let browser;

before(async () => {
  server = createServer(async (request, response) => {
    const origin = `http://127.0.0.1:${server.address().port}`;
    const answer = new Published(folder, `${origin}${path}`).answer(`${origin}${request.url}`);
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  home = `http://127.0.0.1:${server.address().port}${path}`;
  browser = await chromium.launch({executablePath, args});
});

after(async () => {
  await browser?.close();
  server?.close();
});

/** Opens `url` in a fresh browser context; whatever goes wrong meanwhile fails the test. */
async function visit(url, look, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const wrong = [];
  const asked = [];
  page.setDefaultTimeout(8000);
  page.on('console', message => ['error', 'warning'].includes(message.type()) && wrong.push(message.text()));
  page.on('pageerror', error => wrong.push(error.message));
  page.on('request', request => {
    asked.push(request.url());
    if (!request.url().startsWith(new URL('.', url).href)) wrong.push(`elsewhere: ${request.url()}`);
  });
  try {
    await page.goto(url);
    await look(page, asked);
  } finally {
    await context.close();
  }
  assert.deepEqual(wrong, []);
}

const names = page => page.locator('.search__results .card__name').allTextContents();
const says = (page, text) => page.waitForFunction(text => new RegExp(text).test(document.querySelector('.search__said').textContent), text);

test('nothing is loaded for the search until it is used', async () => {
  await visit(home, async (page, asked) => {
    await page.waitForTimeout(200);
    assert.deepEqual(asked.filter(url => url.includes('/assets/gallery-')), []);
    await page.getByRole('searchbox').fill('solder');
    await says(page, 'found');
    assert.equal(asked.filter(url => url.includes('/assets/gallery-')).length, 1);
  });
});

for (const [where, url] of [['served', () => home], ['opened from disk', () => pathToFileURL(join(folder, 'index.html')).href]]) {
  test(`typing finds badges, ${where}`, async () => {
    await visit(url(), async page => {
      await page.getByRole('searchbox').fill('SOLDER');
      await says(page, 'found');
      assert.ok((await names(page)).includes('Soldering'));
      assert.equal(await page.locator('section.gallery').first().isVisible(), false);
      const link = await page.getByRole('link', {name: 'Soldering'}).first().evaluate(it => it.href);
      assert.ok(link.endsWith('/badges/soldering/index.html'), link);
    });
  });
}

test('letters without marks find letters with marks, and the other way round', async () => {
  await visit(`${home}?q=jorg`, async page => {
    await says(page, '[1-9].* found');
    assert.equal(await page.getByRole('link', {name: /^Jörg/}).count(), 1);
    for (const typed of ['JÖRG', 'joerg']) {
      await page.getByRole('searchbox').fill(typed);
      await page.waitForFunction(typed => location.search.includes(new URLSearchParams({q: typed})), typed);
      await says(page, '[1-9].* found');
      assert.equal(await page.getByRole('link', {name: /^Jörg/}).count(), 1, typed);
    }
  });
});

test('words combine, and so do filters, and what is asked for stands in the address', async () => {
  await visit(home, async page => {
    await page.getByLabel('Issuer', {exact: true}).selectOption('wendeltal');
    await says(page, 'found');
    const all = (await names(page)).length;
    await page.getByLabel('Open to earn').selectOption('yes');
    await page.getByRole('searchbox').fill('repair bike');
    await page.waitForFunction(() => location.search.includes('bike'));
    assert.deepEqual(Object.fromEntries(new URL(page.url()).searchParams), {q: 'repair bike', issuer: 'wendeltal', open: 'yes'});
    await page.waitForTimeout(50);
    assert.ok((await names(page)).length < all);
    await page.goBack();
    await page.goBack();
    await page.waitForFunction(() => location.search === '?issuer=wendeltal' || location.search === '');
  });
});

test('an address can be shared, and one goes back to where one was', async () => {
  await visit(`${home}?open=no`, async page => {
    await says(page, 'found');
    assert.ok((await names(page)).length > 0);
    assert.equal(await page.locator('.search__results .card:not(.card--retired)').count(), 0);
    await page.locator('.search__results .card__name a').first().click();
    await page.waitForURL(/\/badges\//);
    await page.goBack();
    await says(page, 'found');
    assert.ok((await names(page)).length > 0);
    assert.equal(await page.getByLabel('Open to earn').inputValue(), 'no');
  });
});

test('each filter shows what its plain page shows', async () => {
  for (const folder of ['types', 'years', 'skills', 'issuers']) {
    await visit(home, async page => {
      const link = page.locator(`.browse a[href*="${folder}/"]:not([href="${folder}/index.html"])`).first();
      const name = await link.textContent();
      const href = await link.evaluate(it => it.href);
      const field = {types: 'type', years: 'year', skills: 'skill', issuers: 'issuer'}[folder];
      const value = await page.locator(`#by-${field} option`).filter({hasText: new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} \\(`)}).first().getAttribute('value');
      await page.locator(`#by-${field}`).selectOption(value);
      await says(page, 'found');
      const here = (await names(page)).sort();
      await page.goto(href);
      assert.deepEqual((await page.locator('.card__name').allTextContents()).sort(), here, name);
    });
  }
});

test('nothing found is said kindly, and there is a way out', async () => {
  await visit(`${home}?q=zzzzz`, async page => {
    await says(page, 'Nothing found');
    assert.match(await page.locator('.search__results').innerText(), /Try a shorter word/);
    await page.locator('.search__results').getByRole('button', {name: 'Clear everything'}).click();
    assert.equal(await page.locator('section.gallery').first().isVisible(), true);
    assert.equal(new URL(page.url()).search, '');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
  });
});

test('the keyboard alone searches and reaches what was found', async () => {
  await visit(home, async page => {
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('mending');
    await says(page, 'found');
    await page.keyboard.press('Enter');
    const [first] = await names(page);
    const reached = [];
    for (let step = 0; step < 20; step++) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate(() => document.activeElement.textContent.trim()));
      if (reached.at(-1) === first) break;
    }
    assert.match(first, /mending/i);
    assert.equal(reached.at(-1), first, reached.join(', '));
  });
});

for (const colorScheme of ['light', 'dark']) {
  for (const width of [360, 1280]) {
    test(`axe finds nothing in what was found (${colorScheme}, ${width} px)`, async () => {
      await visit(`${home}?q=repair`, async page => {
        await says(page, 'found');
        await page.evaluate(axe.source);
        const {violations} = await page.evaluate(() => globalThis.axe.run(document));
        assert.deepEqual(violations.map(({id, nodes}) => `${id}: ${nodes.map(node => node.target).join(', ')}`), []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
      }, {colorScheme, viewport: {width, height: 800}});
    });
  }
}

test('without JavaScript there is no search, and pages that do the same', async () => {
  await visit(home, async page => {
    assert.equal(await page.locator('.search').isVisible(), false);
    assert.ok(await page.locator('.browse a').count() > 8);
  }, {javaScriptEnabled: false});
});
