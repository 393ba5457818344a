// Every case of tests/cases/judge.json in a real browser: the theme's modules as they are written, real requests to the
// host, and the browser's own WebCrypto.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {chromium} from 'playwright-core';
import {expected, shared, told, worldOf} from '../browser/cases.js';
import {args, executablePath} from './hosted.js';

const module = name => readFileSync(new URL(`../../themes/default/verify/${name}`, import.meta.url), 'utf8');
const HOME = 'https://badges.example/';
let browser, context, page, served;

before(async () => {
  browser = await chromium.launch({executablePath, args});
  context = await browser.newContext();
  await context.route('**/*', async route => {
    const url = route.request().url();
    if (url === HOME) return route.fulfill({contentType: 'text/html', body: '<!doctype html><html lang="en"><title>Cases</title>'});
    const [, script] = /\/verify\/([\w-]+\.js)$/.exec(url) ?? [];
    if (script) return route.fulfill({contentType: 'text/javascript', body: module(script)});
    const {status, type, text, redirect, abort} = served?.[url] ?? {status: 404, type: 'text/plain', text: ''};
    if (abort) return route.abort();
    if (redirect) return route.fulfill({status: 302, headers: {location: redirect}});
    return route.fulfill({status, contentType: type, body: text});
  });
  page = await context.newPage();
  await page.goto(HOME);
  await page.addScriptTag({content: module('rdfc.js')});
  await page.evaluate(async () => {
    const all = ['any', 'definition', 'judge', 'show'].map(name => import(`/verify/${name}.js`));
    globalThis.check = Object.assign({}, ...await Promise.all(all));
  });
});
after(() => browser?.close());

for (const it of shared.cases) {
  test(it.name, async () => {
    const world = await worldOf(it);
    served = it.offline ? Object.fromEntries(Object.keys(world.served).map(url => [url, {abort: true}])) : world.served;
    await context.setOffline(Boolean(it.offline));
    const found = await page.evaluate(async ({credential, now, ed25519}) => {
      const {anyWorld, askDefinition, get, judge} = globalThis.check;
      const {importKey} = SubtleCrypto.prototype;
      if (ed25519 === false) SubtleCrypto.prototype.importKey = async () => { throw new DOMException('Unrecognized name.', 'NotSupportedError'); };
      const json = url => get(url);
      const worlds = {page: {json}, desk: anyWorld({json, rdfc: async () => accoladeRdfc, ours: () => true})};
      const found = {};
      for (const [name, world] of Object.entries(worlds)) {
        const answers = await judge(credential, world, now);
        await askDefinition(answers, credential, world);
        found[name] = {checks: answers.checks, kind: answers.gravest.kind};
      }
      SubtleCrypto.prototype.importKey = importKey;
      return found;
    }, {credential: world.credential, now: world.now, ed25519: it.ed25519});
    for (const [name, {checks, kind}] of Object.entries(found)) {
      const all = `${name}: ${JSON.stringify(checks, null, 1)}`;
      assert.deepEqual(told(checks), expected(it, name), all);
      assert.equal(kind, it.verdict, all);
    }
  });
}
