// `accolade serve`: what it sends, and how an open page follows what is written.

import assert from 'node:assert/strict';
import {get} from 'node:http';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, before, test} from 'node:test';
import {chromium} from 'playwright-core';
import {root, serve, serveFrom} from './serve.js';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

let server;
let profile;
let browser;

before(async () => {
  server = await serve(join(root, 'example-site'), '--at', '2026-11-20T09:00:00Z');
  profile = mkdtempSync(join(tmpdir(), 'accolade-browser-'));
  browser = await chromium.launchPersistentContext(profile, {executablePath, args});
});

after(async () => {
  await browser?.close();
  await server?.stop();
  if (profile) rmSync(profile, {recursive: true, force: true});
});

const ask = (path, options) => fetch(new URL(path, server.url), {redirect: 'manual', ...options});

/** Replaces `from` by `to` in a file of the repository. */
function edit(path, from, to) {
  const file = join(server.folder, path);
  const text = readFileSync(file, 'utf8');
  assert.ok(text.includes(from), `${path} has no ${from}`);
  writeFileSync(file, text.replace(from, to));
}

test('the site is under its sub-path', async () => {
  assert.match(server.url, /^http:\/\/127\.0\.0\.1:\d+\/badges\/$/);
  assert.equal((await ask('')).status, 200);
  const outside = await ask('/');
  assert.equal(outside.headers.get('location'), '/badges/');
});

test('another server takes the next free port', async () => {
  const other = await serve(join(root, 'example-site'));
  try {
    assert.notEqual(new URL(other.url).port, new URL(server.url).port);
    assert.equal((await fetch(other.url)).status, 200);
  } finally {
    await other.stop();
  }
});

test('files have the content types of GitHub Pages', async () => {
  const types = {
    '': 'text/html; charset=utf-8',
    'index.json': 'application/json; charset=utf-8',
    'feed.xml': 'application/xml',
    'robots.txt': 'text/plain; charset=utf-8',
    'issuers/wendeltal/did.json': 'application/json; charset=utf-8',
    'badges/first-repair/image.svg': 'image/svg+xml',
  };
  for (const [path, type] of Object.entries(types)) {
    const response = await ask(path);
    assert.equal(response.status, 200, path);
    assert.equal(response.headers.get('content-type'), type, path);
    assert.equal(response.headers.get('access-control-allow-origin'), '*', path);
  }
});

test('a folder without its slash is sent on, a page is found without its ending, and the rest is not found', async () => {
  const folder = await ask('badges/soldering');
  assert.equal(folder.status, 301);
  assert.equal(folder.headers.get('location'), '/badges/badges/soldering/');
  assert.equal((await ask('badges/soldering/index')).status, 200);
  const nothing = await ask('no/such/page');
  assert.equal(nothing.status, 404);
  assert.match(await nothing.text(), /<title>[^<]*Not found|<title>/);
  assert.equal((await ask('', {method: 'POST'})).status, 405);
});

test('an address with any character leads to its file, and none leads out of the site', async () => {
  mkdirSync(join(server.folder, 'static'), {recursive: true});
  for (const name of ['größe.txt', 'a b.txt', '100%.txt']) writeFileSync(join(server.folder, 'static', name), name);
  const until = Date.now() + 10_000;
  while ((await ask('100%25.txt')).status !== 200 && Date.now() < until) await new Promise(done => setTimeout(done, 50));
  for (const [path, text] of [['gr%C3%B6%C3%9Fe.txt', 'größe.txt'], ['a%20b.txt', 'a b.txt'], ['100%25.txt', '100%.txt']]) {
    const file = await ask(path);
    assert.equal(file.status, 200, path);
    assert.equal(file.headers.get('content-type'), 'text/plain; charset=utf-8', path);
    assert.equal(await file.text(), text, path);
  }
  // `fetch` resolves `..`, also when it is encoded: what is asked here is sent as it stands.
  const {hostname, port} = new URL(server.url);
  const status = path => new Promise((done, fail) =>
    get({hostname, port, path: `/badges/${path}`}, answer => done(answer.resume().statusCode)).on('error', fail));
  for (const path of [
    '..%2faccolade.toml', '%2e%2e/accolade.toml', '%2e%2e%2faccolade.toml', '../accolade.toml', '..%5caccolade.toml',
    '%252e%252e%252faccolade.toml', '%2fetc%2fpasswd', '//etc/passwd', 'accolade.toml', 'robots.txt%00', '%00', '%ff',
    '%2eaccolade/state.json',
  ]) {
    assert.equal(await status(path), 404, path);
  }
  assert.equal(await status('robots%2etxt'), 200);
});

for (const [where, below, how] of [
  ['no folder', 'w', folder => ({cwd: folder})],
  ['the current folder', 'w', folder => ({cwd: folder, given: ['.']})],
  ['a folder above', 'w', folder => ({cwd: folder, given: ['../w']})],
  ['a relative folder', 'w', folder => ({cwd: dirname(folder), given: ['w']})],
  ['a folder in a hidden one', '.hidden/w', folder => ({given: [folder]})],
]) {
  test(`what is written is followed where ${where} is named`, async () => {
    const own = await serveFrom(join(root, 'tests/pictures/drawn'), below, how);
    const page = async () => (await fetch(new URL('badges/kintsugi/', own.url))).text();
    try {
      assert.doesNotMatch(await page(), /Golden joinery/);
      const file = join(own.folder, 'badges/kintsugi.toml');
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^name = .*$/m, 'name = "Golden joinery"'));
      const until = Date.now() + 10_000;
      while (!/Golden joinery/.test(await page())) {
        assert.ok(Date.now() < until, own.told());
        await new Promise(done => setTimeout(done, 50));
      }
    } finally {
      await own.stop();
    }
  });
}

test('a file that no build reads is no change', async () => {
  const own = await serveFrom(join(root, 'tests/pictures/drawn'), 'w', folder => ({cwd: folder}));
  const built = () => own.told().match(/^built$/gm)?.length ?? 0;
  const wait = () => new Promise(done => setTimeout(done, 700));
  try {
    await fetch(own.url);
    for (const name of ['log', 'public/index.html', 'notes/accolade.toml']) {
      mkdirSync(dirname(join(own.folder, name)), {recursive: true});
      writeFileSync(join(own.folder, name), 'x');
    }
    await wait();
    assert.equal(built(), 1, own.told());
    writeFileSync(join(own.folder, 'accolade.toml'), readFileSync(join(own.folder, 'accolade.toml')));
    await wait();
    assert.equal(built(), 2, own.told());
  } finally {
    await own.stop();
  }
});

test('only pages get the script, and what is published never has it', async () => {
  assert.match(await (await ask('')).text(), /<script defer src="\/badges\/\.accolade\/live\.js" data-version="\d+"/);
  assert.doesNotMatch(await (await ask('index.json')).text(), /accolade\/live/);
  assert.equal((await ask('.accolade/other')).status, 404);
});

test('an open page follows what is written, shows what is wrong, and forgets it when it is mended', async () => {
  const page = await browser.newPage();
  const wrong = [];
  page.on('console', message => message.type() === 'error' && wrong.push(message.text()));
  page.on('pageerror', error => wrong.push(error.message));
  await page.goto(new URL('badges/soldering/', server.url).href);

  edit('badges/soldering.toml', 'name = "', 'name = "Patient ');
  await page.waitForFunction(() => document.querySelector('h1').textContent.includes('Patient'));

  const problems = () => page.evaluate(() => document.querySelector('accolade-problems')?.shadowRoot.textContent ?? '');
  const good = readFileSync(join(server.folder, 'badges/soldering.toml'), 'utf8');
  for (const [bad, words] of [
    ['name = "Half a', 'badges/soldering.toml:1:'],
    [good.replace('name =', 'nmae ='), 'did you mean `name`?'],
    ['\u0000\u0001', 'badges/soldering.toml'],
    ['', 'badges/soldering.toml'],
  ]) {
    writeFileSync(join(server.folder, 'badges/soldering.toml'), bad);
    await page.waitForFunction(words => document.querySelector('accolade-problems')?.shadowRoot.textContent.includes(words), words);
    assert.match(await problems(), /The repository has mistakes; this is the site before them/);
    // The site from before the mistake is still there, also for who comes now.
    assert.match(await page.textContent('h1'), /Patient/);
    assert.match(await (await ask('badges/soldering/')).text(), /Patient/);
  }

  writeFileSync(join(server.folder, 'badges/soldering.toml'), good.replace('Patient ', 'Careful '));
  await page.waitForFunction(() => document.querySelector('h1').textContent.includes('Careful'));
  assert.equal(await problems(), '');

  // A file that was not there, and one that is gone.
  mkdirSync(join(server.folder, 'pages'), {recursive: true});
  writeFileSync(join(server.folder, 'pages/news.md'), '# News\n\nA new café in Oxbow.\n');
  await page.waitForFunction(() => document.querySelector('nav').textContent.includes('News'));
  rmSync(join(server.folder, 'pages/news.md'));
  await page.waitForFunction(() => !document.querySelector('nav').textContent.includes('News'));
  assert.deepEqual(wrong, []);
  await page.close();
});

test('a page without scripts is changed where it stands, with its pictures, and one that checks itself is loaded again', async () => {
  const [badge, award] = [await browser.newPage(), await browser.newPage()];
  const {awards} = await (await ask('index.json')).json();
  const {id} = awards.find(it => it.badge === 'soldering' && it.status === 'valid');
  await badge.goto(new URL('badges/soldering/', server.url).href);
  await award.goto(new URL(`assertions/${id}/`, server.url).href);
  for (const page of [badge, award]) await page.evaluate(() => { window.stays = true; });
  await badge.evaluate(() => {
    const more = document.createElement('details');
    document.querySelector('main').append(more);
    more.open = true;
  });
  const pictures = [];
  badge.on('request', request => request.resourceType() === 'image' && pictures.push(new URL(request.url()).pathname));
  edit('badges/soldering.toml', 'name = "', 'name = "Quick ');
  await badge.waitForFunction(() => document.querySelector('h1').textContent.includes('Quick') && document.title.includes('Quick'));
  assert.equal(await badge.evaluate(() => window.stays), true);
  // What is not in the new page is gone, and the page is what anybody gets who comes now.
  assert.equal(await badge.evaluate(() => document.querySelector('main > details:empty')), null);
  const fresh = await browser.newPage();
  await fresh.goto(new URL('badges/soldering/', server.url).href);
  const shown = page => page.evaluate(() => document.querySelector('main').innerHTML.replace(/[?]version=[0-9]+/g, ''));
  assert.equal(await shown(badge), await shown(fresh));
  assert.ok(pictures.includes('/badges/badges/soldering/image.svg'), pictures.join(' '));
  await award.waitForFunction(() => window.stays === undefined && document.documentElement.dataset.checked);
  edit('badges/soldering.toml', 'name = "Quick ', 'name = "');
  for (const page of [badge, award, fresh]) await page.close();
});

test('of a style sheet only the style is taken anew', async () => {
  mkdirSync(join(server.folder, 'static'), {recursive: true});
  mkdirSync(join(server.folder, 'templates'), {recursive: true});
  writeFileSync(join(server.folder, 'static/own.css'), 'h1 { color: rgb(1, 2, 3) }');
  writeFileSync(
    join(server.folder, 'templates/badge.html'),
    '{% extends "builtin/badge.html" %}{% block head %}<link rel="stylesheet" href="../../own.css">{% endblock head %}',
  );
  const page = await browser.newPage();
  const colour = wanted => page.waitForFunction(
    wanted => getComputedStyle(document.querySelector('h1')).color === wanted, wanted,
  );
  await page.waitForTimeout(500);
  await page.goto(new URL('badges/soldering/', server.url).href);
  await colour('rgb(1, 2, 3)');
  await page.evaluate(() => { window.stays = true; });
  writeFileSync(join(server.folder, 'static/own.css'), 'h1 { color: rgb(4, 5, 6) }');
  await colour('rgb(4, 5, 6)');
  assert.equal(await page.evaluate(() => window.stays), true);
  await page.close();
});

test('a repository without its accolade.toml for a while is no end', async () => {
  const file = join(server.folder, 'accolade.toml');
  const text = readFileSync(file, 'utf8');
  const page = await browser.newPage();
  await page.goto(server.url);
  rmSync(file);
  await page.waitForFunction(() => document.querySelector('accolade-problems')?.shadowRoot.textContent.includes('accolade.toml'));
  writeFileSync(file, text.replace(/^title = .*$/m, 'title = "The Other Commons"'));
  await page.waitForFunction(() => document.title.includes('The Other Commons'));
  await page.close();
});
