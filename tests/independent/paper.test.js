// An award about which much was signed, on one sheet of paper: it is cut between two lines, and says where the rest is. An
// award about which little was signed says nothing of the kind.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {chmodSync, copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import jsqr from 'jsqr';
import {chromium} from 'playwright-core';
import {base, now, root} from './example.js';
import {args, executablePath, host} from './hosted.js';

const program = process.env.ACCOLADE ?? join(root, 'target/debug/accolade');
/** What is left of a sheet within its margins, in CSS pixels. */
const SHEETS = {A4: [(210 - 22) / 25.4 * 96, (297 - 22) / 25.4 * 96], Letter: [8.5 * 96 - 22 / 25.4 * 96, 11 * 96 - 22 / 25.4 * 96]};
const LANGUAGES = ['en', 'de', 'ar'];
const sites = {};
const awards = {};
let browser, work;

before(async () => {
  browser = await chromium.launch({executablePath, args});
  work = mkdtempSync(join(tmpdir(), 'accolade-paper-'));
  const repository = join(work, 'repository');
  cpSync(join(root, 'example-site'), repository, {recursive: true});
  const key = join(work, 'key');
  copyFileSync(join(root, 'tests/keys/wendeltal-2026'), key);
  chmodSync(key, 0o600);
  const accolade = (...words) => execFileSync(program, words, {
    cwd: repository, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: {...process.env, SOURCE_DATE_EPOCH: String(now.getTime() / 1000)},
  }).trim();
  const award = (...words) => accolade('award', 'soldering', ...words, '--key', key).replace(base, '');
  const sentences = (count, about) => Array.from({length: count}, (_, at) => `${about} ${at + 1}: joints wetted on both sides, flux removed, and nothing lifted from the board.`);

  awards.short = award('--url', 'https://forge.example/@short', '--date', '2026-11-01', '--narrative', 'Mended a radio.');
  writeFileSync(join(repository, 'badges/soldering.md'), [...sentences(12, 'Paragraph').map(it => `${it} ${it} ${it}\n`), ...sentences(40, 'Point').map(it => `1. ${it}`)].join('\n'));
  awards.long = award('--url', 'https://forge.example/@long', '--date', '2026-11-01', '--narrative', 'Mended a radio.', '--evidence', 'https://forge.example/radio');
  awards.longest = award(
    '--url', 'https://forge.example/@longest', '--date', '2026-11-01', '--narrative', sentences(60, 'Day').join(' '),
    ...sentences(14, 'Picture').flatMap((name, at) => ['--evidence', `https://forge.example/${at}`, '--evidence-name', name]),
  );
  const settings = readFileSync(join(repository, 'accolade.toml'), 'utf8');
  for (const language of LANGUAGES) {
    writeFileSync(join(repository, 'accolade.toml'), settings.replace(/^language = .*$/m, `language = "${language}"`));
    const folder = join(work, language);
    accolade('build', '--out', folder);
    sites[language] = await host(folder, base);
  }
});
after(async () => {
  await browser?.close();
  for (const site of Object.values(sites)) site.close();
  rmSync(work, {recursive: true, force: true});
});

/** An award as it is laid out on a sheet, once it has checked itself: what that says is as long as it is. */
async function onPaper(language, name, [width, height]) {
  const page = await browser.newPage({viewport: {width: Math.floor(width), height: Math.floor(height)}});
  await page.emulateMedia({media: 'print'});
  await page.goto(sites[language].home + awards[name], {waitUntil: 'load'});
  await page.waitForSelector('html[data-checked][data-explained]', {state: 'attached'});
  return page;
}

/** The points of a picture, four numbers for each, read by a page that knows nothing of ours. */
async function pointsOf(png) {
  const page = await browser.newPage();
  const found = await page.evaluate(async data => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    canvas.drawImage(image, 0, 0);
    return {points: [...canvas.getImageData(0, 0, image.width, image.height).data], width: image.width, height: image.height};
  }, png.toString('base64'));
  await page.close();
  return found;
}

/** How many dark points a picture has. */
async function dark(png) {
  const {points} = await pointsOf(png);
  let dark = 0;
  for (let at = 0; at < points.length; at += 4) if (points[at] + points[at + 1] + points[at + 2] < 500) dark++;
  return dark;
}

/** What a phone reads in the picture of a QR code. */
async function scanned(png) {
  const {points, width, height} = await pointsOf(png);
  return jsqr.default(Uint8ClampedArray.from(points), width, height)?.data;
}

/** Each part of the award: whether something of it is cut off, what is cut through, and where it would say so. */
const parts = page => page.$$eval('.award > .part', parts => parts.filter(it => it.checkVisibility()).map(part => {
  const body = part.querySelector('.part__body');
  const more = part.querySelector('.more').getBoundingClientRect();
  const {left, right} = body.getBoundingClientRect();
  const lines = [];
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    lines.push(...range.getClientRects());
  }
  const beside = line => line.left >= right - 1 || line.right <= left + 1;
  return {
    name: part.querySelector('h2').id,
    cut: lines.some(beside),
    shown: lines.filter(line => !beside(line)).length,
    through: lines.filter(line => !beside(line) && line.bottom > more.top + 2).length,
    says: part.querySelector('.more').dataset.more,
    place: {x: more.x, y: more.y, width: more.width, height: more.height},
  };
}));

const CUT = {short: [], long: ['criteria'], longest: ['criteria', 'narrative', 'evidence']};
for (const language of LANGUAGES) {
  for (const [name, expected] of Object.entries(CUT)) {
    for (const [format, sheet] of Object.entries(SHEETS)) {
      test(`${language}: an award about which ${name === 'short' ? 'little' : name === 'long' ? 'much' : 'very much'} was signed, on ${format}`, async () => {
        const page = await onPaper(language, name, sheet);
        const found = await parts(page);
        assert.deepEqual(found.filter(it => it.cut).map(it => it.name), expected);
        for (const it of found) {
          assert.equal(it.through, 0, `${it.name}: no line is cut through`);
          assert.ok(it.shown >= (it.cut ? 3 : 1), `${it.name}: ${it.shown} lines are left`);
          assert.ok(it.says.includes(base + awards[name]), it.says);
          const letters = await dark(await page.screenshot({clip: it.place}));
          assert.equal(letters > 50, it.cut, `${it.name}: it says that there is more where there is (${letters})`);
        }
        // Verdict and code stand whole below.
        const [award, paper] = await page.$$eval('.award, .paper', nodes => nodes.map(it => it.getBoundingClientRect().bottom));
        assert.ok(paper <= award, `${paper} ${award}`);
        const pdf = (await page.pdf({format})).toString('latin1');
        assert.equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length, 1);
        await page.close();
      });
    }
  }
}

test('the codes on paper, and for slides, lead to the page', async () => {
  const page = await onPaper('en', 'short', SHEETS.A4);
  assert.equal(await scanned(await page.locator('.paper__qr').screenshot()), base + awards.short);
  await page.emulateMedia({media: 'screen'});
  for (const it of await page.locator('.part--holder details').all()) await it.evaluate(node => { node.open = true; });
  assert.equal(await scanned(await page.locator('svg.qr').screenshot()), base + awards.short);
  await page.close();
});

test('a certificate names its recipient in letters that are the second largest', async () => {
  const page = await onPaper('en', 'short', SHEETS.A4);
  const size = where => page.locator(where).first().evaluate(it => parseFloat(getComputedStyle(it).fontSize));
  const [name, recipient, other] = [await size('h1'), await size('.fact--who dd'), await size('.award__title .fact:not(.fact--who) dd')];
  assert.ok(name > recipient && recipient > 1.5 * other, `${name} ${recipient} ${other}`);
  await page.close();
});
