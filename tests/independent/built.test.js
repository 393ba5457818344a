// What the page of an award says as it was built, and how it looks where pages of the example are in another state: on the
// first screen of a phone, about to expire, and unchecked.

import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import axe from 'axe-core';
import {chromium} from 'playwright-core';
import {awards, now, site} from './example.js';
import {Guild, visit} from './guild.js';
import {args, executablePath} from './hosted.js';

let browser;
before(async () => { browser = await chromium.launch({executablePath, args}); });
after(() => browser?.close());

const textOf = async (page, where) => (await page.locator(where).first().innerText()).replace(/\s+/g, ' ');

test('an award names who decided, what became of it, who vouches for it, and what has changed since', async () => {
  const guild = new Guild(
    'base_url = "https://org.example/r/"\nrepository = "https://github.com/org/r"',
    'url = "https://guild.example/"\nlogo_alt = "A square"',
  );
  try {
    guild.write('issuers/guild.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" width="8" height="8"><rect width="8" height="8"/></svg>');
    guild.write('badges/soldering.toml', 'name = "Soldering"\ndescription = "Joins two wires."\ncriteria = "Ten joints."\n');
    const url = guild.award('soldering', '--url', 'https://forge.example/@ada', '--date', '2026-05-04').trim();
    guild.award('soldering', '--url', 'https://forge.example/@bob');
    guild.run('revoke', url.split('/').at(-2), '--reason', 'Made out twice.', '--repo', guild.folder, '--key', guild.key);
    guild.run('reinstate', url.split('/').at(-2), '--reason', 'It was not.', '--repo', guild.folder, '--key', guild.key);
    guild.write('badges/soldering.toml', 'name = "Soldering"\ndescription = "Joins three wires."\ncriteria = "Ten joints."\nskills = ["Soldering"]\nversion = "2"\n');
    const built = guild.build();
    const did = built.json(`${built.base}issuers/guild/did.json`);
    await visit(browser, built, url, async page => {
      assert.equal(await page.locator('html').getAttribute('data-checked'), 'valid');
      assert.equal(await textOf(page, '[aria-labelledby=criteria] .note'),
        "These are the words as they were signed. Since then the badge's definition has changed: description, skills and version.");

      const issuer = page.locator('.part--issuer');
      assert.match(await issuer.locator('img').getAttribute('src'), /issuers\/guild/);
      assert.match(await textOf(page, '.part--issuer'), /^Who awarded it Guild https:\/\/guild\.example\/ Why believe it is them Whoever controls org\.example vouches /);
      const facts = await issuer.locator('.fact').evaluateAll(all => all.map(it => it.innerText.replace(/\s+/g, ' ')));
      assert.deepEqual([facts[0], ...facts.slice(2)], [`DID ${did.id}`, 'Awards made 2', 'Every decision on record at https://github.com/org/r']);
      assert.match(facts[1], /^Awarding since \d+ \w+ 20\d\d$/);
      assert.equal(await issuer.locator('.fact a').first().getAttribute('href'), '../../issuers/guild/did.json');
      await issuer.locator('summary').click();
      assert.equal(await textOf(page, '.keys code'), did.verificationMethod[0].publicKeyMultibase);

      const history = await page.locator('.history li').evaluateAll(all => all.map(it => it.innerText.replace(/\s+/g, ' ')));
      assert.equal(history[0], '4 May 2026 Awarded');
      assert.deepEqual(history.slice(1).map(it => it.replace(/^\d+ \w+ \d+ /, '')), [
        "Signed and entered in the issuer's ledger", 'Revoked: Made out twice.', 'Reinstated: It was not.',
      ]);

      // What a sceptic can do without this site, and what phones do to pictures.
      const check = await textOf(page, '.part--check');
      assert.match(check, /Give credential\.json to VerifierPlus of the Digital Credentials Consortium: .* verifierplus\.org/);
      assert.match(check, /Give credential\.json to the public validator of 1EdTech, who keep Open Badges: .* github\.com\/1EdTech/);
    });
  } finally {
    guild.remove();
  }
});

test('pictures with a badge inside come with a warning about phones', async () => {
  const award = awards.find(it => it.ought === 'valid');
  await visit(browser, site, award.url.replace('credential.json', ''), async page => {
    assert.match(await textOf(page, '.downloads'), /Picture with the credential inside \(PNG\) For badge wallets and backpacks\. Phones and chat programs strip what is inside\./);
  }, {at: now});
});

test('who decided about an award stands with why it was made, also on paper', async () => {
  const guild = new Guild('base_url = "https://org.example/r/"');
  try {
    guild.write('badges/soldering.toml', 'name = "Soldering"\ndescription = "Joins two wires."\ncriteria = "Ten joints."\n');
    const url = guild.award('soldering', '--url', 'https://forge.example/@ada').trim();
    const ledger = guild.read('status/guild/ledger.toml');
    guild.write('status/guild/ledger.toml', ledger.replace('awarded = { ',
      'awarded = { nominator = "https://forge.example/Bob", reviewers = ["https://forge.example/Grace", "https://forge.example/linus"], '));
    await visit(browser, guild.build(), url, async page => {
      assert.equal(await page.locator('html').getAttribute('data-checked'), 'valid');
      const order = await page.locator('.award h2').evaluateAll(all => all.map(it => it.id));
      assert.ok(order.indexOf('review') > order.indexOf('criteria') && order.indexOf('review') < order.indexOf('check'), `${order}`);
      assert.equal(await textOf(page, '.part--review'),
        'Who decided Nominated by forge.example/Bob Approved by forge.example/Grace, forge.example/linus');
      assert.equal(await page.locator('.part--review a').last().getAttribute('href'), 'https://forge.example/linus');
      await page.emulateMedia({media: 'print'});
      assert.ok(await page.locator('.part--review').isVisible());
    });
  } finally {
    guild.remove();
  }
});

test('the first screen of a phone says what an award comes to', async () => {
  for (const ought of ['valid', 'revoked', 'expired']) {
    const award = awards.find(it => it.ought === ought);
    for (const scripts of [true, false]) {
      await visit(browser, site, award.url.replace('credential.json', ''), async page => {
        const bottom = where => page.locator(where).first().evaluate(it => it.getBoundingClientRect().bottom);
        const {achievement} = award.document.credentialSubject;
        assert.equal(await textOf(page, '.verdict [data-fact=name]'), achievement.name);
        for (const where of ['.verdict strong', '.verdict [data-fact=name]', '.verdict [data-fact=recipient]', '.verdict [data-fact=issuer]', '.award__image', 'h1']) {
          assert.ok(await bottom(where) <= 664 + (where === 'h1' ? 60 : 0), `${ought}: ${where} ends at ${await bottom(where)}`);
        }
        // Navigation is one line.
        assert.ok(await page.locator('.bar__nav').evaluate(it => it.clientHeight) < 50);
      }, {at: now, viewport: {width: 390, height: 664}, javaScriptEnabled: scripts});
    }
  }
});

test('where nobody is named, the sentence on top leads to asking whether it is somebody', async () => {
  const award = awards.find(it => it.ought === 'valid' && site.bytes(`${it.url.replace('credential.json', '')}index.html`).toString().includes('verdict__ask'));
  await visit(browser, site, award.url.replace('credential.json', ''), async page => {
    await page.locator('.verdict').getByRole('link', {name: 'Is it this person?'}).click();
    assert.ok(await page.getByLabel('E-mail address or profile address').evaluate(it => {
      const {top, bottom} = it.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }));
  }, {at: now});
});

for (const [state, award, options] of [
  ['expiring', awards.find(it => it.ought === 'valid' && it.document.validUntil), it => ({at: new Date(Date.parse(it.document.validUntil) - 5 * 86400e3)})],
  ['unchecked', awards.find(it => it.ought === 'valid'), it => ({at: now, missing: it.document.credentialStatus.statusListCredential})],
]) {
  test(`${state}: at every width, in light and dark, through axe's eyes, and on paper`, async () => {
    const url = award.url.replace('credential.json', '');
    for (const width of [320, 360, 1280]) {
      for (const colorScheme of ['light', 'dark']) {
        await visit(browser, site, url, async page => {
          assert.equal(await page.locator('html').getAttribute('data-checked'), state);
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}`);
          if (width === 320) return;
          await page.evaluate(axe.source);
          const {violations} = await page.evaluate(() => globalThis.axe.run());
          assert.deepEqual(violations.map(it => [it.id, it.nodes[0].html]), []);
        }, {...options(award), colorScheme, viewport: {width, height: 800}, bypassCSP: true});
      }
    }
    await visit(browser, site, url, async page => {
      const pdf = (await page.pdf({format: 'A4'})).toString('latin1');
      assert.equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length, 1);
    }, options(award));
  });
}

test('browsers that do not know light-dark() see colours, and paper stays white', async () => {
  const css = site.bytes(`${site.base}${/assets\/style-\w+\.css/.exec(site.bytes(`${site.base}index.html`).toString())[0]}`).toString();
  // As such a browser reads it: the block for it counts, and a property made with `light-dark()` is nothing.
  const [head, rest] = css.split('@supports not (color: light-dark(#000, #000)) {');
  const end = rest.indexOf('\n}\n');
  const older = head.replace(/: light-dark\(/g, ': no-such-thing(') + rest.slice(0, end) + rest.slice(end + 3);
  const lost = [...css.matchAll(/--([\w-]+): light-dark/g)].map(it => it[1]).filter(name => !rest.slice(0, end).includes(`--${name}:#`));
  assert.deepEqual(lost, []);
  for (const [colorScheme, paper] of [['light', 'rgb(250, 248, 244)'], ['dark', 'rgb(22, 23, 28)']]) {
    const page = await browser.newPage({colorScheme});
    await page.setContent(`<style>${older}</style><body>`);
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(await ground(), paper);
    await page.emulateMedia({media: 'print'});
    assert.equal(await ground(), 'rgb(255, 255, 255)');
    await page.close();
  }
});

test('on a phone the gallery shows badges sooner: its filters are folded', async () => {
  const home = site.base;
  const [, type] = /<option value="(\w+)" data-name/.exec(site.bytes(`${home}index.html`).toString());
  for (const [query, open] of [['', false], [`?type=${type}`, true]]) {
    const context = await browser.newContext({viewport: {width: 390, height: 664}});
    await context.route('**/*', async route => {
      const answer = site.answer(route.request().url());
      return route.fulfill({status: answer.status, contentType: answer.headers.get('content-type'), body: Buffer.from(await answer.arrayBuffer())});
    });
    const page = await context.newPage();
    await page.goto(home + query);
    await page.waitForFunction(wanted => document.querySelector('.search__fold').open === wanted, open);
    if (!open) assert.ok(await page.locator('.card').first().evaluate(it => it.getBoundingClientRect().top) < 800);
    await context.close();
  }
});
