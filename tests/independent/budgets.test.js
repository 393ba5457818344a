// What a page costs whoever opens it on a phone: bytes as they come through the wire, compressed as GitHub Pages does it,
// pictures, scripts and documents of a page's own check included.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {chromium, devices} from 'playwright-core';
import {base, folder, now, root} from './example.js';
import {args, executablePath, host, pageTypes} from './hosted.js';

const KB = 1024;
const BADGES = 500;
let browser;

before(async () => { browser = await chromium.launch({executablePath, args}); });
after(() => browser?.close());

/** Everything that opening a page transfers, by address, without scrolling. */
async function cost(url, options) {
  const context = await browser.newContext(options);
  await context.clock.setFixedTime(now);
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  const asked = new Map();
  wire.on('Network.requestWillBeSent', ({requestId, request, type}) => asked.set(requestId, {url: request.url, type, bytes: 0}));
  wire.on('Network.loadingFinished', ({requestId, encodedDataLength}) => { asked.get(requestId).bytes = encodedDataLength; });
  await page.goto(url, {waitUntil: 'networkidle'});
  const viewed = await page.evaluate(() => scrollY);
  await context.close();
  assert.equal(viewed, 0);
  return [...asked.values()].filter(it => !it.url.startsWith('data:'));
}

const sum = files => files.reduce((sum, {bytes}) => sum + bytes, 0);
const list = files => files.map(({url, bytes}) => `${bytes} ${new URL(url).pathname}`).join('\n');

test('the first view of an award is at most 60 KB, with at most 15 KB of script', async t => {
  const site = await host(folder, base);
  try {
    for (const {name, path} of pageTypes(folder).filter(({path}) => path.startsWith('assertions/'))) {
      await t.test(name, async t => {
        for (const device of ['iPhone 14', 'Desktop Chrome HiDPI']) {
          const files = await cost(site.home + path.replace('index.html', ''), devices[device]);
          const scripts = files.filter(({type}) => type === 'Script');
          assert.ok(files.some(({type}) => type === 'Image'), 'a picture');
          t.diagnostic(`${device}: ${sum(files)} bytes, ${sum(scripts)} of script`);
          assert.ok(sum(files) <= 60 * KB, `${sum(files)} bytes on ${device}\n${list(files)}`);
          assert.ok(sum(scripts) <= 15 * KB, `${sum(scripts)} bytes of script\n${list(scripts)}`);
        }
      });
    }
  } finally {
    site.close();
  }
});

test(`a gallery of ${BADGES} badges is at most 150 KB before scrolling`, async t => {
  const work = mkdtempSync(join(tmpdir(), 'accolade-budgets-'));
  const write = (path, text) => writeFileSync(join(work, path), text);
  for (const name of ['issuers', 'badges']) mkdirSync(join(work, name));
  // Cards for link previews are no part of a view, and take long.
  write('accolade.toml', `title = "Five Hundred"\nbase_url = "${base}"\n\n[pictures]\ncards = "none"\nawards = "none"\n`);
  write('issuers/guild.toml', 'name = "Guild"\n');
  const subjects = ['Soldering', 'First aid', 'Welding', 'Gardening', 'Sewing', 'Chess', 'Radio', 'Robotics', 'Cooking', 'Typography'];
  for (let at = 0; at < BADGES; at++) {
    const subject = subjects[at % subjects.length];
    write(`badges/badge-${at}.toml`, [
      `name = "${subject} in workshop ${at}"`,
      `description = "What somebody can do who has learnt ${subject.toLowerCase()} with us, seen by two people who can do it."`,
      'criteria = "Do it three times, and show somebody else how."',
      `skills = ["${subject.toLowerCase()}"]`,
      `level = "${['Foundation', 'Intermediate', 'Advanced'][at % 3]}"`,
    ].join('\n'));
  }
  const program = process.env.ACCOLADE ?? join(root, 'target/debug/accolade');
  execFileSync(program, ['build', work, '--out', join(work, 'site'), '--at', now.toISOString()], {stdio: 'ignore'});
  const site = await host(join(work, 'site'), base);
  try {
    for (const device of ['iPhone 14', 'Desktop Chrome', 'Desktop Chrome HiDPI']) {
      const files = await cost(site.home, devices[device]);
      t.diagnostic(`${device}: ${sum(files)} bytes in ${files.length} requests`);
      assert.ok(files.filter(({type}) => type === 'Image').length > 3, 'pictures of badges');
      assert.ok(sum(files) <= 150 * KB, `${sum(files)} bytes on ${device}\n${list(files)}`);
    }
  } finally {
    site.close();
    rmSync(work, {recursive: true, force: true});
  }
});
