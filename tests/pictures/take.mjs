// Takes the pictures that `make` promises.

import {execFileSync} from 'node:child_process';
import {mkdirSync, statSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {makeCommunity} from '../independent/community.js';
import {base, now, root} from '../independent/example.js';
import {args, executablePath, host, pageTypes} from '../independent/hosted.js';

const {chromium} = createRequire(new URL('../independent/', import.meta.url))('playwright-core');
const to = join(root, 'target/pictures');
mkdirSync(to, {recursive: true});
const asked = process.argv.slice(2).filter(word => word !== 'readme');
const forReadme = process.argv.includes('readme');
const wanted = name => asked.length === 0 || asked.some(word => name.startsWith(word));
const PHONE = {width: 390, height: 844};
const DESKTOP = {width: 1280, height: 800};

const browser = await chromium.launch({executablePath, args});

/** Takes a picture of `path` on `site`. */
async function take(site, path, file, {viewport, colorScheme = 'light', fullPage = true, media = null}) {
  const context = await browser.newContext({viewport, colorScheme});
  await context.clock.setFixedTime(now);
  const page = await context.newPage();
  // A page that leads on is looked at as long as it takes to lead on.
  await page.route('**/*.html', async route => {
    const response = await route.fetch();
    await route.fulfill({response, body: (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, '')});
  });
  await page.emulateMedia({media, colorScheme});
  await page.goto(site.home + path, {waitUntil: 'networkidle'});
  await page.screenshot({path: file, fullPage});
  await context.close();
}

/** Takes a picture of the sheets of paper that `path` is printed on. */
async function print(site, path, file) {
  const context = await browser.newContext();
  await context.clock.setFixedTime(now);
  const page = await context.newPage();
  await page.goto(site.home + path, {waitUntil: 'networkidle'});
  await page.pdf({path: file, format: 'A4', printBackground: false});
  await context.close();
}

const community = makeCommunity();
for (const [language, folder] of Object.entries(community.folders)) {
  const site = await host(folder, base);
  for (const {name, path} of pageTypes(folder).filter(({name}) => wanted(name))) {
    const file = look => join(to, `${name.replaceAll(', ', '-')}.${language}.${look}.png`);
    for (const [look, viewport] of [['phone', PHONE], ['desktop', DESKTOP]]) {
      for (const colorScheme of language === 'en' ? ['light', 'dark'] : ['light']) {
        await take(site, path, file(`${look}.${colorScheme}`), {viewport, colorScheme});
      }
    }
    if (name.startsWith('assertion')) await print(site, path, file('paper').replace('.png', '.pdf'));
  }
  site.close();
}
community.remove();

const drawn = await host(join(to, 'drawn-site'), 'https://drawn.example/');
if (wanted('drawn')) {
  for (const colorScheme of ['light', 'dark']) {
    await take(drawn, '', join(to, `drawn.desktop.${colorScheme}.png`), {viewport: DESKTOP, colorScheme});
    await take(drawn, '', join(to, `drawn.phone.${colorScheme}.png`), {viewport: PHONE, colorScheme});
  }
}

if (forReadme) {
  const site = await host(process.env.ACCOLADE_EXAMPLE, base);
  const path = kind => pageTypes(site.folder).find(({name}) => name === kind).path;
  const pictures = [
    ['award', site, path('assertion, valid'), {viewport: {width: 1000, height: 700}, fullPage: false}],
    ['award-phone', site, path('assertion, revoked'), {viewport: {width: 390, height: 700}, fullPage: false, colorScheme: 'dark'}],
    ['gallery', site, 'index.html', {viewport: {width: 1000, height: 700}, fullPage: false}],
    ['drawn', drawn, 'index.html', {viewport: {width: 1000, height: 700}, fullPage: false}],
  ];
  for (const [name, site, path, look] of pictures) {
    const file = join(root, 'tests/pictures', `${name}.png`);
    await take(site, path, file, look);
    // With fewer colours the picture is a third, and nobody sees it.
    execFileSync(process.env.PYTHON ?? 'python3', ['-c', `
import sys
from PIL import Image
Image.open(sys.argv[1]).convert("RGB").quantize(255, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(sys.argv[1], optimize=True)
`, file]);
    if (statSync(file).size > 150_000) throw new Error(`${file} has ${statSync(file).size} bytes, which are too many`);
  }
  site.close();
}
drawn.close();
await browser.close();
