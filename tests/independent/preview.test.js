// What `accolade check --preview` writes for a reviewer, opened from disk: with its style, fonts and pictures, and with links
// that lead to a file of the preview or to the published site.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {after, before, test} from 'node:test';
import {chromium} from 'playwright-core';
import {awards, base, now, root} from './example.js';
import {args, executablePath} from './hosted.js';

const work = mkdtempSync(join(tmpdir(), 'accolade-preview-'));
const preview = join(work, 'preview');
const award = awards.find(it => it.ought === 'valid');
let browser;

before(async () => {
  const repository = join(work, 'repository');
  cpSync(join(root, 'example-site'), repository, {recursive: true});
  const environment = {...process.env, SOURCE_DATE_EPOCH: String(now.getTime() / 1000)};
  const run = (program, ...words) => execFileSync(program, words, {cwd: repository, env: environment, stdio: 'pipe'});
  const git = (...words) => run('git', '-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...words);
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'Begin');
  // A change that every page shows, and a page of a repository's own that writes its attributes as it likes.
  const site = join(repository, 'accolade.toml');
  writeFileSync(site, readFileSync(site, 'utf8').replace(/^title = .*$/m, 'title = "Commons of tomorrow"'));
  writeFileSync(join(repository, 'pages/new.md'), '# New\n\nSee [the badges](../index.html) and [an award](../assertions/).\n');
  run(process.env.ACCOLADE ?? join(root, 'target/debug/accolade'), 'check', '--since', 'HEAD', '--preview', preview);
  browser = await chromium.launch({executablePath, args});
});

after(async () => {
  await browser?.close();
  rmSync(work, {recursive: true, force: true});
});

const pages = ['index.html', 'badges/soldering/index.html', `assertions/${award.id}/index.html`, 'new/index.html', 'verify/index.html'];

for (const path of pages) {
  test(`${path.replace(award.id, 'an award')}: whole when opened from disk`, async () => {
    const page = await browser.newPage();
    const wrong = [];
    page.on('requestfailed', request => wrong.push(`${request.url()} ${request.failure()?.errorText}`));
    page.on('request', request => ['file:', 'data:', 'blob:'].includes(new URL(request.url()).protocol) || wrong.push(request.url()));
    page.on('pageerror', error => wrong.push(error.message));
    await page.goto(pathToFileURL(join(preview, path)).href, {waitUntil: 'load'});
    // Pictures are there, and so are the style sheet and its font.
    const broken = await page.$$eval('img', images => Promise.all(images.map(image => {
      image.loading = 'eager';
      return image.decode().then(() => null, () => image.src);
    })));
    assert.deepEqual(broken.filter(Boolean), []);
    const style = await page.evaluate(async () => {
      await document.fonts.ready;
      const {display, fontFamily} = getComputedStyle(document.querySelector('header'));
      return {sheets: document.styleSheets.length, display, fontFamily, failed: [...document.fonts].filter(it => it.status === 'error').length};
    });
    assert.ok(style.sheets > 0 && !/^"?Times/.test(style.fontFamily), JSON.stringify(style));
    assert.equal(style.failed, 0);
    // Links lead to a file that is there, or to where the site is published.
    const links = await page.$$eval('a[href]', nodes => nodes.map(node => node.href.split('#')[0]));
    assert.ok(links.length > 3);
    const lost = links.filter(it => it.startsWith('file:') && !existsSync(fileURLToPath(it.split('?')[0])));
    assert.deepEqual(lost, []);
    await page.close();
    assert.deepEqual(wrong, []);
  });
}

test('the list names each page, and pages outside of the preview are those of the site', async () => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(preview, 'changes.html')).href);
  const links = await page.$$eval('a[href]', nodes => nodes.map(node => node.href));
  for (const path of pages) assert.ok(links.includes(pathToFileURL(join(preview, path)).href), path);
  assert.match(readFileSync(join(preview, 'new/index.html'), 'utf8'), new RegExp(`href="${base}assertions/"`));
  await page.close();
});
