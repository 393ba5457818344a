// Takes award.png and award-phone.png of an award page, from the site in the first folder, into the second.

const {readFileSync} = require('node:fs');
const {extname, join, resolve} = require('node:path');
const {chromium} = require('playwright-core');

const [site, to] = process.argv.slice(2).map(folder => resolve(folder));
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
// A valid award with the name of somebody who has a page here.
const index = JSON.parse(readFileSync(join(site, 'index.json'), 'utf8'));
const award = index.awards.find(it => it.status === 'valid' && it.person && it.badge === 'electrical-safety')
  ?? (() => { throw new Error('the example has no such award any more'); })();
const types = {'.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png'};

// The page is shown at its own address, so that it checks itself as it does there.
const answer = route => {
  const path = new URL(route.request().url()).href.slice(index.url.length) || 'index.html';
  const file = path.endsWith('/') ? `${path}index.html` : path;
  return route.fulfill({body: readFileSync(join(site, file)), contentType: types[extname(file)]});
};

(async () => {
  const browser = await chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']});
  for (const [name, width, height] of [['award', 1000, 720], ['award-phone', 390, 780]]) {
    const tab = await browser.newPage({viewport: {width, height}, colorScheme: 'light'});
    await tab.route(`${index.url}**`, answer);
    await tab.clock.setFixedTime(new Date(index.built));
    await tab.goto(award.url);
    await tab.waitForSelector('.desk__now .check');
    await tab.screenshot({path: join(to, `${name}.png`)});
  }
  await browser.close();
})();
