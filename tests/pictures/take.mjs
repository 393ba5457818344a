// Takes the pictures that `make` promises.

import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync, statSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {makeCommunity} from '../independent/community.js';
import {base, now, root} from '../independent/example.js';
import {args, executablePath, pageTypes} from '../independent/hosted.js';
import {Published} from '../independent/published.js';

const {chromium} = createRequire(new URL('../independent/', import.meta.url))('playwright-core');
const to = join(root, 'target/pictures');
mkdirSync(to, {recursive: true});
const asked = process.argv.slice(2).filter(word => word !== 'readme');
const forReadme = process.argv.includes('readme');
const wanted = name => asked.length === 0 || asked.some(word => name.startsWith(word));
const PHONE = {width: 390, height: 844};
const DESKTOP = {width: 1280, height: 800};
/** The frame that holders are given for the card of an award. */
const FRAME = {width: 420, height: 264};

const browser = await chromium.launch({executablePath, args});

/**
 * Opens `path` of a site at its own address, which answers from its folder, so that it checks itself as it does there: `at`
 * some time, and without the documents that it needs for that if they are to be `missing`.
 */
async function open({folder, base, at = now, missing = false}, path, options) {
  const context = await browser.newContext(options);
  await context.clock.setFixedTime(at);
  const site = new Published(folder, base);
  await context.route(`${base}**`, async route => {
    if (missing && route.request().url().endsWith('.json')) return route.abort();
    const answer = site.answer(route.request().url());
    let body = Buffer.from(await answer.arrayBuffer());
    // A page that leads on is looked at as long as it takes to lead on.
    if (/html/.test(answer.headers.get('content-type'))) body = body.toString().replace(/<meta http-equiv="refresh"[^>]*>/, '');
    await route.fulfill({status: answer.status, headers: Object.fromEntries(answer.headers), body});
  });
  const page = await context.newPage();
  await page.goto(base + path, {waitUntil: 'networkidle'});
  return page;
}

/** Takes a picture of a page, after `use` has used it. */
async function take(site, path, file, {fullPage = true, ...options}, use = null) {
  const page = await open(site, path, options);
  await use?.(page);
  // A picture of the whole page shows what nobody has scrolled to: scroll there once, as somebody would.
  await page.evaluate(async () => {
    const was = scrollY;
    for (let at = 0; at < document.documentElement.scrollHeight; at += innerHeight / 2) {
      scrollTo(0, at);
      await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
    scrollTo(0, was);
  });
  await page.evaluate(() => Promise.all([...document.images].map(image => {
    image.loading = 'eager';
    return image.decode().catch(() => {});
  })));
  await page.screenshot({path: file, fullPage});
  await page.context().close();
}

/** Prints a page on paper. */
async function print(site, path, file) {
  const page = await open(site, path, {});
  await page.pdf({path: file, format: 'A4'});
  await page.context().close();
}

/** Lets the desk check an award of each state, and something that is none. */
const useDesk = folder => async page => {
  const awards = pageTypes(folder).filter(({path}) => path.endsWith('/index.html') && path.startsWith('assertions/'));
  await page.locator('#paste').fill([...awards.map(({path}) => base + path.replace('index.html', '')), `${base}assertions/nothing/`].join('\n'));
  await page.locator('[data-part=form] button').first().click();
  await page.waitForSelector('html[data-checked]');
};

const community = makeCommunity(['en', 'ar']);
for (const [language, folder] of Object.entries(community.folders)) {
  const site = {folder, base};
  for (const {name, path} of pageTypes(folder).filter(({name}) => wanted(name))) {
    const file = look => join(to, `${name.replaceAll(', ', '-')}.${language}.${look}.png`);
    const looks = name.startsWith('embed') ? [['frame', FRAME]] : [['phone', PHONE], ['desktop', DESKTOP]];
    for (const [look, viewport] of looks) {
      for (const colorScheme of language === 'en' ? ['light', 'dark'] : ['light']) {
        await take(site, path, file(`${look}.${colorScheme}`), {viewport, colorScheme});
        if (name === 'verify') await take(site, path, file(`${look}.${colorScheme}.checked`), {viewport, colorScheme}, useDesk(folder));
      }
    }
    if (name.startsWith('assertion')) await print(site, path, file('paper').replace('.png', '.pdf'));
  }
}

/** An award near its end, and one whose documents do not come: a build says neither of any in the example. */
const english = {folder: community.folders.en, base};
const {awards} = JSON.parse(readFileSync(join(english.folder, 'index.json'), 'utf8'));
const ending = awards.map(({id, status}) => ({
  path: `assertions/${id}/index.html`, status,
  until: new Date(JSON.parse(readFileSync(join(english.folder, `assertions/${id}/credential.json`), 'utf8')).validUntil),
})).find(({status, until}) => status === 'valid' && until > now);
const others = [
  ['assertion-expiring', {...english, at: new Date(ending.until - 10 * 86_400_000)}, ending.path],
  ['assertion-unchecked', {...english, missing: true}, ending.path],
];
for (const [name, site, path] of others.filter(([name]) => wanted(name))) {
  for (const [look, viewport] of [['phone', PHONE], ['desktop', DESKTOP]]) {
    for (const colorScheme of ['light', 'dark']) {
      await take(site, path, join(to, `${name}.en.${look}.${colorScheme}.png`), {viewport, colorScheme});
    }
  }
  await print(site, path, join(to, `${name}.en.paper.pdf`));
}
community.remove();

const drawn = {folder: join(to, 'drawn-site'), base: 'https://drawn.example/'};
if (wanted('drawn')) {
  for (const colorScheme of ['light', 'dark']) {
    await take(drawn, '', join(to, `drawn.desktop.${colorScheme}.png`), {viewport: DESKTOP, colorScheme});
    await take(drawn, '', join(to, `drawn.phone.${colorScheme}.png`), {viewport: PHONE, colorScheme});
  }
}

if (forReadme) {
  const site = {folder: process.env.ACCOLADE_EXAMPLE, base};
  const path = kind => pageTypes(site.folder).find(({name}) => name === kind).path;
  const pictures = [
    ['award', site, path('assertion, valid'), {viewport: {width: 1000, height: 700}, fullPage: false}],
    ['award-phone', site, path('assertion, revoked'), {viewport: {width: 390, height: 700}, fullPage: false, colorScheme: 'dark'}],
    ['desk', site, 'verify/index.html', {viewport: {width: 1000, height: 700}, fullPage: false},
      async page => { await useDesk(site.folder)(page); await page.locator('.sheet').first().scrollIntoViewIfNeeded(); await page.evaluate(() => document.querySelector('.counter__count').scrollIntoView()); }],
    ['drawn', drawn, 'index.html', {viewport: {width: 1000, height: 700}, fullPage: false},
      page => page.evaluate(() => document.querySelector('.card').scrollIntoView())],
  ];
  for (const [name, site, path, look, use] of pictures) {
    const file = join(root, 'tests/pictures', `${name}.png`);
    await take(site, path, file, look, use);
    // With fewer colours the picture is a third, and nobody sees it.
    execFileSync(process.env.PYTHON ?? 'python3', ['-c', `
import sys
from PIL import Image
Image.open(sys.argv[1]).convert("RGB").quantize(255, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(sys.argv[1], optimize=True)
`, file]);
    if (statSync(file).size > 150_000) throw new Error(`${file} has ${statSync(file).size} bytes, which are too many`);
  }
}
await browser.close();
