// A built site, the example or another one, and what every award in it ought to be.
//
// `tests/run` builds it and says where it lies: ACCOLADE_EXAMPLE, built at ACCOLADE_EXAMPLE_AT, of the repository at
// ACCOLADE_EXAMPLE_SOURCE if it is not the example's. What an award ought to be is worked
// out here once more, from the signed dates and the ledger, and not taken from what accolade says.

import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {Published} from './published.js';

const told = name => process.env[name] ?? (() => { throw new Error(`set ${name}, as tests/run does`); })();

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const source = process.env.ACCOLADE_EXAMPLE_SOURCE ?? join(root, 'example-site');
export const folder = told('ACCOLADE_EXAMPLE');
export const now = new Date(told('ACCOLADE_EXAMPLE_AT'));
export const base = /^base_url = ["'](.*)["']$/m.exec(readFileSync(join(source, 'accolade.toml'), 'utf8'))[1];
export const site = new Published(folder, base);

/** Every file of a site, by its path. */
export const filesOf = folder => readdirSync(folder, {recursive: true, withFileTypes: true})
  .filter(entry => entry.isFile())
  .map(entry => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length).replace(/^\//, ''))
  .sort();
export const files = filesOf(folder);

/** What the ledgers say is revoked now, and what was erased: there a tombstone stands, which is no award. */
const revoked = new Map();
const erased = new Set();
for (const issuer of readdirSync(join(source, 'status'))) {
  const ledger = readFileSync(join(source, 'status', issuer, 'ledger.toml'), 'utf8');
  for (const entry of ledger.split('[[entry]]').slice(1)) {
    const [, event] = /(?:event = "|\n)(\w+)(?:"| = \{)/.exec(entry);
    const [, id] = /id = "(\w+)"/.exec(entry);
    if (event === 'revoked' || event === 'corrected') revoked.set(id, /reason = "((?:[^"\\]|\\.)*)"/.exec(entry)[1]);
    if (event === 'reinstated') revoked.delete(id);
    if (event === 'erased') erased.add(id);
  }
}

/** Every award: its id, its address, its document, and what it ought to be now. */
export const awards = files
  .filter(path => /^assertions\/[^/]+\/credential\.json$/.test(path) && !erased.has(path.split('/')[1]))
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
