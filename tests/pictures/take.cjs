// Takes award.png and award-phone.png of an award page, from the site in the first folder, into the second.

const {readFileSync} = require('node:fs');
const {join, resolve} = require('node:path');
const {pathToFileURL} = require('node:url');
const {chromium} = require('playwright-core');

const [site, to] = process.argv.slice(2).map(folder => resolve(folder));
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
// A valid award with the name of somebody who has a page here.
const award = JSON.parse(readFileSync(join(site, 'index.json'), 'utf8'))
  .awards.find(it => it.status === 'valid' && it.person && it.badge === 'electrical-safety')
  ?? (() => { throw new Error('the example has no such award any more'); })();
const page = pathToFileURL(join(site, 'assertions', award.id, 'index.html')).href;

(async () => {
  const browser = await chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']});
  for (const [name, width, height] of [['award', 1000, 720], ['award-phone', 390, 780]]) {
    const tab = await browser.newPage({viewport: {width, height}, colorScheme: 'light'});
    await tab.goto(page);
    await tab.screenshot({path: join(to, `${name}.png`)});
  }
  await browser.close();
})();
