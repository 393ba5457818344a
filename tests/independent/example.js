// The built example site, and what every award in it ought to be.
//
// `tests/run` builds it and says where it lies: ACCOLADE_EXAMPLE, built at ACCOLADE_EXAMPLE_AT. What an award ought to be is worked
// out here once more, from the signed dates and the ledger, and not taken from what accolade says.

import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {Published} from './published.js';

const told = name => process.env[name] ?? (() => { throw new Error(`set ${name}, as tests/run does`); })();

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const folder = told('ACCOLADE_EXAMPLE');
export const now = new Date(told('ACCOLADE_EXAMPLE_AT'));
export const base = /^base_url = "(.*)"$/m.exec(readFileSync(join(root, 'example-site/accolade.toml'), 'utf8'))[1];
export const site = new Published(folder, base);

/** Every file of the site, by its path. */
export const files = readdirSync(folder, {recursive: true, withFileTypes: true})
  .filter(entry => entry.isFile())
  .map(entry => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length).replace(/^\//, ''))
  .sort();

/** What the ledgers say is revoked now. */
const revoked = new Map();
for (const issuer of readdirSync(join(root, 'example-site/status'))) {
  const ledger = readFileSync(join(root, 'example-site/status', issuer, 'ledger.toml'), 'utf8');
  for (const entry of ledger.split('[[entry]]').slice(1)) {
    const [, event] = /event = "(\w+)"/.exec(entry);
    const [, id] = /id = "(\w+)"/.exec(entry);
    if (event === 'revoked') revoked.set(id, /reason = "(.*)"/.exec(entry)[1]);
    if (event === 'reinstated') revoked.delete(id);
  }
}

/** Every award: its id, its address, its document, and what it ought to be now. */
export const awards = files
  .filter(path => /^assertions\/[^/]+\/credential\.json$/.test(path))
  .map(path => {
    const id = path.split('/')[1];
    const document = site.json(base + path);
    const ought = revoked.has(id) ? 'revoked'
      : document.validUntil && new Date(document.validUntil) <= now ? 'expired'
      : new Date(document.validFrom) > now ? 'not-yet-valid'
      : 'valid';
    return {id, url: base + path, document, ought};
  });

export const statusLists = files.filter(path => /^status\/[^/]+\/\d+\.json$/.test(path)).map(path => base + path);
export const didDocuments = files.filter(path => path.endsWith('/did.json')).map(path => base + path);
