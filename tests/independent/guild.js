// A small repository with a key of its own, as somebody begins one: for what the example has no room for.

import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {root} from './example.js';
import {Published} from './published.js';

const program = process.env.ACCOLADE ?? join(root, 'target/debug/accolade');

export class Guild {
  /** `settings` is what `accolade.toml` says beside the title. */
  constructor(settings, issuer = '') {
    // What no repository may hold, such as its key, lies beside it.
    this.around = mkdtempSync(join(tmpdir(), 'accolade-guild-'));
    this.folder = join(this.around, 'repository');
    mkdirSync(this.folder);
    for (const name of ['issuers', 'badges']) mkdirSync(join(this.folder, name));
    this.write('accolade.toml', `title = "Guild"\n${settings}\n[pictures]\ncards = "none"\nawards = "none"\n`);
    this.write('issuers/guild.toml', `name = "Guild"\n${issuer}\n`);
    this.key = join(this.around, 'key');
    this.run('key', 'new', '--no-passphrase', '--repo', this.folder, '--file', this.key);
  }

  write(path, text) {
    writeFileSync(join(this.folder, path), text);
  }

  read(path) {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  run(...args) {
    return execFileSync(program, args, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: {...process.env, HOME: this.around}});
  }

  award(badge, ...args) {
    return this.run('award', badge, '--repo', this.folder, '--key', this.key, ...args);
  }

  /** Builds the site, and gives it back as the world sees it. */
  build() {
    const site = join(this.around, 'site');
    this.run('build', this.folder, '--out', site);
    const [, base] = /^base_url = "(.*)"$/m.exec(this.read('accolade.toml'));
    return new Published(site, base);
  }

  remove() {
    rmSync(this.around, {recursive: true, force: true});
  }
}

/**
 * Opens a page of a site in a browser, and gives back what `look` does once the page has checked itself. The clock stands
 * still `at` a moment; one address may be `missing`.
 */
export async function visit(browser, site, url, look, {at, missing, ...options} = {}) {
  const context = await browser.newContext(options);
  try {
    if (at) await context.clock.setFixedTime(at);
    await context.route('**/*', async route => {
      if (route.request().url() === missing) return route.fulfill({status: 404, body: ''});
      const answer = site.answer(route.request().url());
      return route.fulfill({status: answer.status, contentType: answer.headers.get('content-type'), body: Buffer.from(await answer.arrayBuffer())});
    });
    const page = await context.newPage();
    const wrong = [];
    page.on('pageerror', error => wrong.push(error.message));
    await page.goto(url);
    if (options.javaScriptEnabled !== false) await page.waitForSelector('html[data-checked][data-explained]', {state: 'attached'});
    const found = await look(page);
    if (wrong.length) throw new Error(wrong.join('\n'));
    return found;
  } finally {
    await context.close();
  }
}

/** What the page of an award says of itself: its verdict, and each answer that is not a plain yes. */
export const said = page => page.evaluate(() => [
  document.documentElement.dataset.checked,
  ...[...document.querySelectorAll('.desk__now .check:not(.check--passed) p')].map(it => it.textContent.replace(/ [\d:]+$/, '')),
]);
