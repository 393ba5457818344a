// `accolade serve` on a repository, and how to talk to it.

import {spawn} from 'node:child_process';
import {cpSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Copies `repository` and serves the copy. Give back the server with `stop`. */
export async function serve(repository, ...options) {
  const folder = mkdtempSync(join(tmpdir(), 'accolade-serve-'));
  cpSync(repository, folder, {recursive: true});
  const program = process.env.ACCOLADE ?? join(root, 'target/debug/accolade');
  const child = spawn(program, ['serve', folder, '--port', '8400', ...options], {stdio: ['ignore', 'pipe', 'pipe']});
  let told = '';
  child.stderr.on('data', text => { told += text; });
  const lines = createInterface({input: child.stdout})[Symbol.asyncIterator]();
  const first = await lines.next();
  if (first.done) throw new Error(`the server did not begin: ${told}`);
  const stop = async () => {
    const gone = new Promise(done => child.once('exit', done));
    child.kill();
    await gone;
    rmSync(folder, {recursive: true, force: true});
  };
  return {folder, url: first.value, stop, told: () => told};
}
