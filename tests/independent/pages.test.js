// Every type of page, in English and in Arabic, looked at as people look at it: at every width, light and dark, with the
// keyboard alone, without scripts, through axe's eyes, and on paper. German, whose words are longest, is looked at for
// what words can break: the width, and what axe sees.

import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import axe from 'axe-core';
import {chromium} from 'playwright-core';
import {makeCommunity} from './community.js';
import {base, now} from './example.js';
import {args, executablePath, host, pageTypes} from './hosted.js';

const WIDTHS = [320, 360, 768, 1280];
/** What the example has to have; whatever else there is is looked at too. */
const EXPECTED = [
  'gallery', 'badge', 'assertion, valid', 'assertion, expired', 'assertion, revoked', 'assertion, not-yet-valid', 'erased, unchecked',
  'issuer', 'person', 'skill', 'verify',
];

/** Each language with its direction, and whether it is looked at in every way. */
const LANGUAGES = {en: {dir: 'ltr', whole: true}, ar: {dir: 'rtl', whole: true}, de: {dir: 'ltr', whole: false}};

const languages = Object.keys(LANGUAGES);
const community = makeCommunity(languages);
const sites = {};
let browser;

before(async () => {
  browser = await chromium.launch({executablePath, args});
  for (const language of languages) {
    const site = await host(community.folders[language], base);
    const context = await browser.newContext();
    await context.clock.setFixedTime(now);
    sites[language] = {...site, context, plain: await browser.newContext({javaScriptEnabled: false})};
  }
});

after(async () => {
  await browser?.close();
  for (const site of Object.values(sites)) site.close();
  community.remove();
});

/** Opens a page of a site, lets `look` look at it, and gives back everything that went wrong meanwhile. */
async function visit({home, origin}, context, path, look) {
  const page = await context.newPage();
  const wrong = [];
  page.on('console', message => ['error', 'warning'].includes(message.type()) && wrong.push(`console: ${message.text()}`));
  page.on('pageerror', error => wrong.push(`error: ${error.message}`));
  page.on('requestfailed', request => wrong.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on('request', request => {
    const {origin: asked, protocol} = new URL(request.url());
    if (asked !== origin && !['data:', 'blob:'].includes(protocol)) wrong.push(`elsewhere: ${request.url()}`);
  });
  page.on('response', response => response.status() >= 400 && wrong.push(`${response.status()}: ${response.url()}`));
  // A page that leads on is looked at as long as it takes to lead on.
  await page.route('**/*.html', async route => {
    // A server may close a connection in the moment in which it is used again.
    const response = await route.fetch({maxRetries: 3});
    const body = (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, '');
    await route.fulfill({response, body});
  });
  try {
    await page.goto(home + path, {waitUntil: 'load'});
    await look(page);
  } finally {
    await page.close();
  }
  return wrong;
}

/** Every place of the page where the keyboard may stop, in the order of the page. */
const stops = page => page.evaluate(() => {
  const shown = node => node.checkVisibility({visibilityProperty: true}) && !node.closest('[inert]');
  const radios = new Set();
  return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, iframe, [tabindex="0"]')]
    .filter(node => shown(node) && !node.disabled && node.tabIndex >= 0 && node.type !== 'hidden')
    .filter(node => node.type !== 'radio' || (!radios.has(node.name) && radios.add(node.name)))
    .map(node => {
      node.dataset.stop ??= String(document.querySelectorAll('[data-stop]').length);
      return `${node.dataset.stop} ${node.localName} ${(node.innerText || node.ariaLabel || node.name || '').trim().slice(0, 40)}`;
    });
});

/**
 * What a page says that needs no script, which spoils the page. What an award's page finds out by itself it can say only
 * with one (award.test.js reads that), and what somebody fills in needs one too.
 */
const text = page => page.evaluate(() => {
  for (const live of document.querySelectorAll('.verdict, [data-desk], .stamp, .search, form, .copy')) live.remove();
  return document.querySelector('main').innerText;
});

/** Where the keyboard stops when Tab is pressed again and again; and where it stops unseen. */
async function walk(page, most) {
  const reached = [];
  const unseen = [];
  for (let press = 0; press < most; press++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const node = document.activeElement;
      if (!node || node === document.body) return null;
      const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(node);
      const {width, height} = node.getBoundingClientRect();
      const marked = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
      return {stop: node.dataset.stop, seen: marked && width > 1 && height > 1, html: node.outerHTML.slice(0, 120)};
    });
    if (!at) break;
    // Whatever scrolls is a stop too; it is not in the list. A date is several: its day, its month, its year.
    if (at.stop !== undefined && at.stop !== reached.at(-1)) reached.push(at.stop);
    if (!at.seen) unseen.push(at.html);
  }
  return {reached, unseen};
}

for (const language of languages) {
  const pages = pageTypes(community.folders[language]);
  const {dir: direction, whole} = LANGUAGES[language];

  test(`${language}: there is a page of every type`, () => {
    const names = pages.map(({name}) => name);
    assert.deepEqual(EXPECTED.filter(name => !names.includes(name)), []);
    assert.ok(names.some(name => name.endsWith(', moved')), 'a page that leads on');
  });

  for (const {name, path} of pages) {
    test(`${language}: ${name}`, async t => {
      const site = sites[language];
      let withScript = '';
      const wrong = await visit(site, site.context, path, async page => {
        const [lang, dir] = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
        assert.deepEqual([lang, dir], [language, direction]);

        await t.test('does not scroll sideways', async () => {
          for (const width of WIDTHS) {
            await page.setViewportSize({width, height: 720});
            const beyond = await page.evaluate(() => {
              const view = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= view) return [];
              return [...document.querySelectorAll('body *')].filter(node => {
                const {left, right} = node.getBoundingClientRect();
                return right > view + 0.5 || left < -0.5;
              }).slice(0, 5).map(node => node.outerHTML.slice(0, 100));
            });
            assert.deepEqual(beyond, [], `${width} px`);
          }
        });

        // Through the debugger, as the page's content security policy allows no script of others.
        await page.evaluate(axe.source);
        for (const width of [360, 1280]) {
          for (const colorScheme of ['light', 'dark']) {
            await t.test(`axe finds nothing: ${width} px, ${colorScheme}`, async () => {
              await page.setViewportSize({width, height: 720});
              await page.emulateMedia({colorScheme});
              const {violations} = await page.evaluate(() => globalThis.axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                resultTypes: ['violations'],
              }));
              assert.deepEqual(violations.map(({id, nodes}) => `${id}: ${nodes.map(node => node.html.slice(0, 120)).join('\n')}`), []);
            });
          }
        }

        if (whole) await t.test('the keyboard alone reaches everything, in order, and one sees where one is', async () => {
          const all = await stops(page);
          const {reached, unseen} = await walk(page, all.length + 60);
          const order = all.map(it => it.split(' ')[0]);
          assert.deepEqual(reached.map(at => all[order.indexOf(at)] ?? at), all);
          assert.deepEqual(unseen, []);
        });
        if (whole) withScript = await text(page);
      });
      assert.deepEqual(wrong, []);

      if (whole) await t.test('the content is there without scripts', async () => {
        let without = '';
        // Asking the page for its text runs a script of ours, which is allowed; its own do not run.
        const wrong = await visit(site, site.plain, path, async page => { without = await page.locator('main').innerText(); });
        assert.deepEqual(wrong, []);
        const lines = withScript.split('\n').map(line => line.trim()).filter(Boolean);
        assert.ok(lines.length > 0);
        assert.deepEqual(lines.filter(line => !without.includes(line)), []);
      });

      if (name.startsWith('assertion')) await t.test('it prints on one sheet, without anything to press', async () => {
        await visit(site, site.context, path, async page => {
          for (const format of ['A4', 'Letter']) {
            const pdf = (await page.pdf({format})).toString('latin1');
            assert.equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length, 1, format);
          }
          await page.emulateMedia({media: 'print'});
          const shown = selector => page.$$eval(selector, nodes => nodes.filter(node => node.checkVisibility()).map(node => node.outerHTML.slice(0, 90)));
          assert.deepEqual(await shown('button, input, nav, summary, .button, form'), []);
          assert.equal((await shown('main h1')).length, 1);
          assert.equal((await shown('.verdict, .sheet__verdict, .stamp')).length > 0, true, 'the status is on paper');
        });
      });
    });
  }
}
