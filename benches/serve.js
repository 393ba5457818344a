// How long it takes from saving a file to the new page in a browser.
//
//     cargo build --release && cargo bench --bench gallery -- 1000 10000   # makes the galleries
//     node benches/serve.js target/tmp/gallery/1000-documents target/tmp/gallery/10000-documents
//
// `accolade serve` shows a copy of each gallery, Chromium looks at the page of a badge, and the badge's name is changed
// ten times. Printed are the best, the median and the worst time until the page shows the new name, and, measured in the
// same run, how long the browser takes to load the same page again by itself: no server can be faster than that.

import {readFileSync, readdirSync, rmSync, mkdtempSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

process.env.ACCOLADE ??= fileURLToPath(new URL('../target/release/accolade', import.meta.url));
const {serve} = await import('../tests/independent/serve.js');
const {chromium} = createRequire(new URL('../tests/independent/package.json', import.meta.url))('playwright-core');

const profile = mkdtempSync(join(tmpdir(), 'accolade-browser-'));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync',
  ],
});

const spread = times => {
  times.sort((a, b) => a - b);
  return [times[0], times[times.length >> 1], times.at(-1)].map(it => it.toFixed(0)).join(' / ');
};

for (const repository of process.argv.slice(2)) {
  const server = await serve(repository);
  const slug = readdirSync(join(server.folder, 'badges')).find(name => name.endsWith('.toml')).slice(0, -5);
  const file = join(server.folder, 'badges', `${slug}.toml`);
  const text = readFileSync(file, 'utf8');
  const page = await browser.newPage();
  await page.goto(new URL(`badges/${slug}/`, server.url).href);
  const shown = name => page.waitForFunction(name => document.querySelector('h1')?.textContent.includes(name), name, {polling: 2});
  const saved = [];
  const loaded = [];
  for (let turn = 0; turn < 11; turn += 1) {
    const name = `Turn ${turn} of the bench`;
    const start = performance.now();
    writeFileSync(file, text.replace(/^name = .*$/m, `name = "${name}"`));
    await shown(name);
    // The first one fills the memory.
    if (turn > 0) saved.push(performance.now() - start);
    const again = performance.now();
    await page.reload({waitUntil: 'commit'});
    await shown(name);
    if (turn > 0) loaded.push(performance.now() - again);
    await new Promise(done => setTimeout(done, 300));
  }
  console.log(`${repository}: saved to shown ${spread(saved)} ms, loading alone ${spread(loaded)} ms (best / median / worst)`);
  await page.close();
  await server.stop();
}
await browser.close();
rmSync(profile, {recursive: true, force: true});
