// `accolade serve` on a repository, and how to talk to it.

import {spawn} from 'node:child_process';
import {cpSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Copies `repository` and serves the copy. Give back the server with `stop`. */
export const serve = (repository, ...options) =>
  serveFrom(repository, 'w', folder => ({given: [folder, ...options]}));

/** As `serve`; the copy lies at `below` in a folder of its own, and `how` says of its path what is `given`, and in which folder. */
export async function serveFrom(repository, below, how) {
  const around = mkdtempSync(join(tmpdir(), 'accolade-serve-'));
  const folder = join(around, below);
  cpSync(repository, folder, {recursive: true});
  const {given = [], cwd} = how(folder);
  const program = process.env.ACCOLADE ?? join(root, 'target/debug/accolade');
  const child = spawn(program, ['serve', ...given, '--port', '8400'], {stdio: ['ignore', 'pipe', 'pipe'], cwd});
  let told = '';
  child.stderr.on('data', text => { told += text; });
  const lines = createInterface({input: child.stdout})[Symbol.asyncIterator]();
  const first = await lines.next();
  if (first.done) throw new Error(`the server did not begin: ${told}`);
  const stop = async () => {
    const gone = new Promise(done => child.once('exit', done));
    child.kill();
    await gone;
    rmSync(around, {recursive: true, force: true});
  };
  return {folder, url: first.value, stop, told: () => told};
}
