// How long after a page has loaded its verdict is on the screen: the example's award pages in Chromium, from this computer.
//
//   tests/run build example && node benches/verdict.mjs [pages] [times]
//
// ACCOLADE_EXAMPLE and ACCOLADE_EXAMPLE_AT are as in tests/run. Each page is opened several times in a fresh profile, and the best
// counts: the others say how busy the computer was.

import {chromium} from '../tests/independent/node_modules/playwright-core/index.mjs';
import {base, folder, site} from '../tests/independent/example.js';
import {args, executablePath, host} from '../tests/independent/hosted.js';
import {timed} from '../tests/independent/soon.js';

const [pages = 8, times = 5] = process.argv.slice(2).map(Number);
const browser = await chromium.launch({executablePath, args});
const served = await host(folder, base);
const {awards} = site.json(`${base}index.json`);
const rows = [];
for (const {id, status} of awards.filter((_, n) => n % Math.ceil(awards.length / pages) === 0)) {
  let best;
  for (let time = 0; time < times; time++) {
    const found = await timed(browser, `${served.home}assertions/${id}/`);
    if (!best || found.verdict < best.verdict) best = found;
  }
  rows.push({id, status, ...best});
}
await browser.close();
served.close();
for (const {id, status, verdict, load} of rows) {
  console.log(`${id} ${status.padEnd(13)} verdict after ${verdict.toFixed(0)} ms, ${(verdict - load).toFixed(0)} ms after the page had loaded`);
}
console.log(`slowest of ${rows.length} pages: ${Math.max(...rows.map(it => it.verdict - it.load)).toFixed(0)} ms after load`);
