// Awards of communities whose address, or whose words, are not like the example's: their pages check themselves as well.

import assert from 'node:assert/strict';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {chromium} from 'playwright-core';
import {Guild, said, visit} from './guild.js';
import {args, executablePath} from './hosted.js';

let browser;
before(async () => { browser = await chromium.launch({executablePath, args}); });
after(() => browser?.close());

const SOLDERING = 'name = "Soldering"\ndescription = "Joins two wires."\ncriteria = "Ten joints."\n';
const awardsOf = site => site.json(`${site.base}index.json`).awards.map(it => `${site.base}assertions/${it.id}/`);

for (const base of ['https://org.example/assertions/', 'https://org.example/badge-assertions/', 'https://org.example/']) {
  test(`at ${base}`, async () => {
    const guild = new Guild(`base_url = "${base}"`);
    try {
      guild.write('badges/soldering.toml', SOLDERING);
      guild.award('soldering', '--url', 'https://forge.example/@ada');
      const site = guild.build();
      assert.deepEqual(await visit(browser, site, awardsOf(site)[0], said), ['valid']);
    } finally {
      guild.remove();
    }
  });
}

test('spaces and marks of what was signed need not be those that browsers show', async () => {
  const guild = new Guild('base_url = "https://org.example/r/"');
  try {

    guild.write('badges/wide.toml', `name = "Double  space"
description = "Line one\\nline two  x"
criteria = "Fixed *it*."
skills = ["Free  software", "C++"]
[[alignment]]
name = "A  B"
url = "https://frame.example/xy"
framework = "F  F"
code = "1  2"
description = "d  d"
[[result]]
id = "grade"
name = "Grade  x"
type = "LetterGrade"
allowed = ["A  +", "B"]
required = "B"
`);
    guild.write('../wide.csv', 'url,name,consent,narrative,evidence,evidence_name,role,licence_number,term,result:grade\n'
      + 'https://forge.example/@ada,Ada  Lovelace,told me,Fixed  it.,https://e.example/1,Radio  one,Lead  dev,L  1,Spring  26,A  +\n');
    guild.award('wide', '--csv', join(guild.folder, '../wide.csv'));
    const site = guild.build();
    const [answer, title] = await visit(browser, site, awardsOf(site)[0], async page => [await said(page), await page.title()]);
    assert.deepEqual(answer, ['valid']);
    assert.match(title, /Ada/);
  } finally {
    guild.remove();
  }
});

test('a site that moved keeps its awards good, and says where they were signed', async () => {
  const guild = new Guild('base_url = "https://old.example/badges/"');
  const [old, now] = ['https://old.example/badges/', 'https://new.example/'];
  try {
    guild.write('badges/soldering.toml', SOLDERING);
    const [good, bad] = ['ada', 'bob'].map(name => (guild.award('soldering', '--url', `https://forge.example/@${name}`), awardsOf(guild.build())))
      .map((all, n, lists) => all.find(it => !lists[n - 1]?.includes(it)));
    guild.write('accolade.toml', `title = "Guild"\nbase_url = "${now}"\nprevious_base_urls = ["${old}"]\n[pictures]\ncards = "none"\nawards = "none"\n`);
    let site = guild.build();
    const did = site.json(`${now}issuers/guild/did.json`);
    assert.deepEqual([did.id, did.alsoKnownAs], ['did:web:new.example:issuers:guild', ['did:web:old.example:badges:issuers:guild']]);
    const note = `This page: Note. The page says what was signed when this site was at ${old}.`;
    const open = (url, edit) => visit(browser, edit ?? site, url.replace(old, now), said);
    assert.deepEqual(await open(good), ['valid', note]);
    // Its card in a frame does so as well.
    const card = await visit(browser, site, good.replace(old, now), async page => {
      await page.goto(`${good.replace(old, now)}embed.html`);
      await page.waitForSelector('html[data-checked]', {state: 'attached'});
      return page.locator('html').getAttribute('data-checked');
    });
    assert.equal(card, 'valid');

    // The list is signed for the new address once something changes.
    guild.run('revoke', bad.split('/').at(-2), '--reason', 'a mistake', '--repo', guild.folder, '--key', guild.key);
    site = guild.build();
    assert.equal(site.json(`${now}status/guild/1.json`).id, `${now}status/guild/1.json`);
    assert.deepEqual(await open(good), ['valid', note]);
    assert.deepEqual((await open(bad)).slice(0, 2), ['revoked', note]);

    // What the issuer itself does not call its own former name is not believed.
    const silent = {base: now, answer(url) {
      if (!url.endsWith('/did.json')) return site.answer(url);
      const {alsoKnownAs, ...rest} = site.json(url);
      return new Response(JSON.stringify(rest), {headers: {'content-type': 'application/json'}});
    }};
    assert.equal((await open(good, silent))[0], 'unchecked');
  } finally {
    guild.remove();
  }
});
