// What the holder of an award takes along: each button copies what stands beside it, the e-mail signature goes as rich
// text and as plain text, and the card stands in other people's pages as large as its snippet says, with nothing cut off.

import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {chromium} from 'playwright-core';
import {makeCommunity} from './community.js';
import {base, folder, now} from './example.js';
import {args, executablePath, host, pageTypes} from './hosted.js';

const LANGUAGES = ['de', 'ar'];
const community = makeCommunity(LANGUAGES);
const folders = {en: folder, ...community.folders};
let browser, other;
const sites = {};

before(async () => {
  browser = await chromium.launch({executablePath, args});
  for (const [language, folder] of Object.entries(folders)) sites[language] = await host(folder, base);
  // Somebody else's page, which shows what it is asked to.
  other = createServer((request, response) => {
    response.writeHead(200, {'content-type': 'text/html; charset=utf-8'});
    response.end(`<!doctype html><title>Blog</title><body>${decodeURIComponent(request.url.slice(2))}`);
  });
  await new Promise(done => other.listen(0, '127.0.0.1', done));
});
after(async () => {
  await browser?.close();
  other?.close();
  for (const site of Object.values(sites)) site.close();
  community.remove();
});

/** A page of a site, in a browser that lets it use the clipboard, or has none. */
async function open(language, path, {clipboard = true} = {}) {
  const site = sites[language];
  const context = await browser.newContext({reducedMotion: 'reduce'});
  await context.clock.install({time: now});
  if (clipboard) await context.grantPermissions(['clipboard-read', 'clipboard-write'], {origin: site.origin});
  const page = await context.newPage();
  const wrong = [];
  page.on('console', message => ['error', 'warning'].includes(message.type()) && wrong.push(message.text()));
  page.on('pageerror', error => wrong.push(error.message));
  await page.goto(site.home + path, {waitUntil: 'load'});
  await page.bringToFront();
  return {site, page, wrong, close: () => context.close()};
}

const award = language => pageTypes(folders[language]).find(({name}) => name === 'assertion, valid').path;
const unfold = page => page.evaluate(() => { for (const it of document.querySelectorAll('.part--holder details')) it.open = true; });
/** What a paste would get, by its type. */
const pasted = page => page.evaluate(async () => {
  const [item] = await navigator.clipboard.read();
  const parts = await Promise.all(item.types.map(async type => [type, await (await item.getType(type)).text()]));
  return Object.fromEntries(parts);
});
const clean = text => text.replace(/\r\n/g, '\n');

for (const [language, kinds] of Object.entries({en: ['award', 'person'], de: ['award'], ar: ['award']})) {
  for (const kind of kinds) {
    test(`${language}: each button on the page of ${kind === 'award' ? 'an award' : 'a person'} copies what stands beside it`, async () => {
      const path = kind === 'award' ? award(language) : pageTypes(folders[language]).find(({name}) => name === 'person').path;
      const {page, wrong, close} = await open(language, path);
      await unfold(page);
      const buttons = await page.locator('[data-copy]:not([data-copy-rich])').all();
      assert.ok(buttons.length >= (kind === 'award' ? 10 : 1), `${buttons.length} buttons`);
      const seen = new Set();
      for (const button of buttons) {
        const {beside, done, label} = await button.evaluate(node => ({
          // What somebody sees next to the button, wherever the button itself thinks it is.
          beside: (node.closest('.snippet')?.querySelector('pre') ?? node.closest('dd')?.querySelector('span')).innerText,
          done: node.closest('[data-done]').dataset.done, label: node.innerText,
        }));
        await page.evaluate(() => navigator.clipboard.writeText('before'));
        await button.click();
        await page.waitForFunction(node => node.innerText === node.closest('[data-done]').dataset.done, await button.elementHandle());
        const got = await pasted(page);
        assert.deepEqual(Object.keys(got), ['text/plain'], beside);
        assert.equal(clean(got['text/plain']), beside);
        assert.ok(beside.trim().length > 0);
        // Those who hear the page are told, and the button says again what it does.
        assert.equal(await page.locator('output.unseen').innerText(), done);
        seen.add(label);
        await page.clock.runFor(3000);
        assert.equal(await button.innerText(), label);
      }
      assert.equal(seen.size, buttons.length, `every button has a name of its own: ${[...seen]}`);
      assert.deepEqual(wrong, []);
      await close();
    });
  }
}

for (const language of Object.keys(folders)) {
  test(`${language}: the e-mail signature is copied as rich text and as plain text`, async () => {
    const path = award(language);
    const {page, wrong, close} = await open(language, path);
    await unfold(page);
    const shown = await page.evaluate(() => ({
      line: document.querySelector('.signature a').innerText,
      url: document.querySelector('.signature a').href,
      plain: document.querySelector('#signature').innerText,
    }));
    const button = page.locator('[data-copy-rich]');
    await button.click();
    await page.waitForFunction(node => node.innerText === node.closest('[data-done]').dataset.done, await button.elementHandle());
    const got = await pasted(page);
    assert.deepEqual(Object.keys(got).sort(), ['text/html', 'text/plain']);
    assert.equal(clean(got['text/plain']), shown.plain);
    assert.equal(shown.plain, `${shown.line}\n${shown.url}`);
    const rich = await page.evaluate(html => {
      const body = new DOMParser().parseFromString(html, 'text/html').body;
      return {
        text: body.innerText.trim(), links: [...body.querySelectorAll('a')].map(it => it.href),
        images: [...body.querySelectorAll('img')].map(({src, width, height}) => ({src, width, height})),
      };
    }, got['text/html']);
    assert.equal(rich.text, shown.line);
    assert.deepEqual(rich.links, [shown.url, shown.url]);
    assert.equal(shown.url, base + path.replace('index.html', ''));
    // A mail program loads the picture from the site, so it has to be there, and no larger than a signature is.
    const [{src, width, height}] = rich.images;
    assert.deepEqual([rich.images.length, width, height], [1, 48, 48]);
    const bytes = readFileSync(join(folders[language], src.slice(base.length)));
    assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
    // Pasted where text can be rich it stays rich; and where it cannot, it is plain.
    await page.evaluate(() => document.body.insertAdjacentHTML('afterbegin', '<div id="letter" contenteditable></div><textarea id="plain"></textarea>'));
    await page.locator('#letter').focus();
    await page.keyboard.press('Control+V');
    assert.equal(await page.locator('#letter a img').count(), 1);
    await page.locator('#plain').focus();
    await page.keyboard.press('Control+V');
    assert.equal(clean(await page.locator('#plain').inputValue()), shown.plain);
    assert.deepEqual(wrong.filter(it => !it.includes(src)), []);
    await close();
  });
}

test('without a clipboard the text is selected, and the button says so', async () => {
  const {page, close} = await open('en', award('en'), {clipboard: false});
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', {value: undefined}));
  await unfold(page);
  const button = page.locator('[data-copy=markdown]');
  await button.click();
  await page.waitForFunction(node => node.innerText === node.closest('[data-done]').dataset.failed, await button.elementHandle());
  assert.equal((await page.evaluate(() => getSelection().toString())).trim(), await page.locator('#markdown').innerText());
  await close();
});

/** What of a frame's page cannot be seen in it, and how it looks from outside. */
const cut = frame => frame.evaluate(() => {
  const {scrollWidth, scrollHeight, clientWidth, clientHeight} = document.scrollingElement;
  const beyond = [...document.querySelectorAll('main *')].filter(node => {
    const {right, bottom, left, top} = node.getBoundingClientRect();
    return right > innerWidth + 0.5 || bottom > innerHeight + 0.5 || left < -0.5 || top < -0.5;
  });
  return {
    scrolls: scrollWidth > clientWidth || scrollHeight > clientHeight, bars: [innerWidth - clientWidth, innerHeight - clientHeight],
    beyond: beyond.map(node => node.outerHTML.slice(0, 100)).slice(0, 3), size: [innerWidth, innerHeight],
    // Nothing is cut within the card either.
    hidden: [...document.querySelectorAll('main *')].filter(node => node.scrollHeight > node.clientHeight + 1 && getComputedStyle(node).overflowY !== 'visible').map(node => node.className),
  };
});

test('the preview on the page shows the card as it will stand elsewhere', async () => {
  for (const language of Object.keys(folders)) {
    const {page, wrong, close} = await open(language, award(language));
    await unfold(page);
    const preview = page.locator('iframe.frame');
    await preview.scrollIntoViewIfNeeded();
    const frame = await (await preview.elementHandle()).contentFrame();
    await frame.waitForSelector('.embed__card');
    const [name, shown] = [await page.locator('h1').innerText(), await frame.locator('h1').innerText()];
    assert.equal(shown, name);
    const snippet = await page.locator('#frame').innerText();
    const [width, height] = await preview.evaluate(node => [node.width, node.height]);
    assert.match(snippet, new RegExp(`width="${width}" height="${height}"`));
    assert.deepEqual(wrong, []);
    await close();
  }
});

for (const language of Object.keys(folders)) {
  test(`${language}: every card fits its frame on other people's pages, with no bars to scroll`, async () => {
    const site = sites[language];
    const context = await browser.newContext();
    await context.clock.setFixedTime(now);
    const page = await context.newPage();
    const snippets = new Map();
    const pages = pageTypes(folders[language]).filter(({name}) => name.startsWith('assertion'));
    const {awards} = JSON.parse(readFileSync(join(folders[language], 'index.json'), 'utf8'));
    const all = new Set([...pages.map(({path}) => path), ...awards.map(({id}) => `assertions/${id}/index.html`)]);
    for (const path of all) {
      const html = readFileSync(join(folders[language], path), 'utf8');
      const found = /id="frame"[^>]*>([^]*?)<\/pre>/.exec(html)?.[1];
      if (!found) continue;
      snippets.set(path, found.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#x27;|&#39;/g, '\'').replace(/&amp;/g, '&'));
    }
    assert.ok(snippets.size > 20, `${snippets.size} snippets`);
    for (const [path, snippet] of snippets) {
      const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(snippet);
      const here = snippet.replace(base, site.home).replace(' loading="lazy"', '');
      await page.goto(`http://127.0.0.1:${other.address().port}/?${encodeURIComponent(here)}`, {waitUntil: 'load'});
      const frame = page.frames().at(-1);
      const found = await cut(frame);
      assert.deepEqual(found, {scrolls: false, bars: [0, 0], beyond: [], size: [Number(width), Number(height)], hidden: []}, path);
    }
    await context.close();
  });
}
