// The example site as it may look after some years, in some languages: a badge and a person have other names, and an award
// was erased. Made from a copy, by the commands that anybody would use.

import {execFileSync} from 'node:child_process';
import {copyFileSync, chmodSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {now, root} from './example.js';

const program = process.env.ACCOLADE ?? join(root, 'target/debug/accolade');

/** Makes the sites; `folders` has one for each of `languages`. Give it back with `remove`. */
export function makeCommunity(languages) {
  const work = mkdtempSync(join(tmpdir(), 'accolade-community-'));
  const repository = join(work, 'repository');
  cpSync(join(root, 'example-site'), repository, {recursive: true});
  const environment = {...process.env, SOURCE_DATE_EPOCH: String(now.getTime() / 1000)};
  delete environment.ACCOLADE_KEY;
  const accolade = (...words) => execFileSync(program, words, {
    cwd: repository, env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'],
  });

  accolade('rename', 'badge', 'cafe-host', 'cafe-hosting');
  accolade('rename', 'person', 'greta', 'greta-baumann');
  const key = join(work, 'key');
  copyFileSync(join(root, 'tests/keys/wendeltal-2026'), key);
  chmodSync(key, 0o600);
  // Any award by the issuer whose key this is.
  const [erased] = readdirSync(join(repository, 'assertions/soldering')).sort();
  accolade('forget', erased.replace('.json', ''), '--key', key);

  const folders = {};
  const settings = readFileSync(join(repository, 'accolade.toml'), 'utf8');
  for (const language of languages) {
    writeFileSync(join(repository, 'accolade.toml'), settings.replace(/^language = .*$/m, `language = "${language}"`));
    folders[language] = join(work, language);
    accolade('build', '--out', folders[language]);
  }
  return {folders, remove: () => rmSync(work, {recursive: true, force: true})};
}
