// Award pages check themselves in every language: the example site in German and in Arabic; and in Persian, which is not
// here, so that English stands in for it, and is marked so.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {chromium} from 'playwright-core';
import {now, root} from './example.js';
import {args, executablePath} from './hosted.js';
import {Published} from './published.js';

const program = process.env.ACCOLADE ?? join(root, 'target/debug/accolade');
const SAYS = {
  de: {valid: /^Gültig/, revoked: /^Widerrufen/, expired: /^Abgelaufen am \d+\. \p{L}+ \d{4}\.$/u, 'not-yet-valid': /^(Noch nicht gültig|Nicht gültig vor)/, question: /^Diese Seite: /},
  ar: {valid: /^\p{Script=Arabic}/u, revoked: /^\p{Script=Arabic}/u, expired: /^\p{Script=Arabic}/u, 'not-yet-valid': /^\p{Script=Arabic}/u, question: /^هذه الصفحة: /},
};
/** A language from right to left that has no messages at all. */
const ABSENT = 'fa';
let browser, work;

before(async () => {
  browser = await chromium.launch({executablePath, args});
  work = mkdtempSync(join(tmpdir(), 'accolade-languages-'));
});
after(async () => {
  await browser?.close();
  rmSync(work, {recursive: true, force: true});
});

/** The example site in a language. */
function siteIn(language) {
  const repository = join(work, language);
  cpSync(join(root, 'example-site'), repository, {recursive: true});
  const settings = join(repository, 'accolade.toml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^language = .*$/m, `language = "${language}"`));
  const out = join(work, `${language}-site`);
  execFileSync(program, ['build', repository, '--out', out, '--at', now.toISOString()], {stdio: ['ignore', 'pipe', 'pipe']});
  return new Published(out, JSON.parse(readFileSync(join(out, 'build.json'), 'utf8')).base_url);
}

/** Opens awards of the site in a language, and gives back what each says of itself. */
async function read(language, choose) {
  const site = siteIn(language);
  const awards = choose(site.json(`${site.base}index.json`).awards);
  const context = await browser.newContext({locale: 'en-GB'});
  const wrong = [];
  await context.clock.setFixedTime(now);
  await context.route('**/*', async route => {
    const answer = site.answer(route.request().url());
    return route.fulfill({status: answer.status, contentType: answer.headers.get('content-type'), body: Buffer.from(await answer.arrayBuffer())});
  });
  const page = await context.newPage();
  page.on('pageerror', error => wrong.push(error.message));
  page.on('console', message => { if (/Content Security Policy|integrity/.test(message.text())) wrong.push(message.text()); });
  const all = [];
  for (const {id, status} of awards) {
    await page.goto(`${site.base}assertions/${id}/#check`);
    await page.waitForSelector('html[data-checked][data-explained]');
    const said = await page.evaluate(() => ({
      kind: document.documentElement.dataset.checked, verdict: document.querySelector('.verdict strong').textContent,
      first: document.querySelector('.desk__now .check p').textContent,
      lines: [...document.querySelectorAll('.desk__now .check')].map(it => [it.dataset.question, /check--(\w+)/.exec(it.className)[1]]),
      unsaid: [...document.querySelectorAll('.desk__now, .verdict')].filter(it => /undefined|\{\d\}|\[object/.test(it.textContent)).length,
      english: [...document.querySelectorAll('.desk__now [lang=en]')].filter(it => it.dir === 'ltr').length,
    }));
    all.push({id, status, said, all: `${id}: ${JSON.stringify(said, null, 1)}`});
  }
  await context.close();
  assert.deepEqual(wrong, []);
  return all;
}

for (const [language, says] of Object.entries(SAYS)) {
  test(`every award in ${language}`, async () => {
    for (const {status, said, all} of await read(language, awards => awards)) {
      assert.equal(said.kind === 'expiring' ? 'valid' : said.kind, status, all);
      assert.match(said.verdict, says[status], all);
      assert.match(said.first, says.question, all);
      assert.match(said.lines[0][1], /^(passed|attention)$/, all);
      assert.equal(said.unsaid, 0, all);
      assert.equal(said.english, 0, all);
    }
  });
}

test('where a language lacks words, the page says that they are English', async () => {
  const [{said, all}] = await read(ABSENT, awards => awards.filter(it => it.status === 'valid').slice(0, 1));
  assert.equal(said.verdict, 'Valid.', all);
  assert.equal(said.unsaid, 0, all);
  assert.ok(said.english > 0, all);
});
