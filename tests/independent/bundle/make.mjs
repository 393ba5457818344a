// Makes themes/default/verify/rdfc.js from the packages of the lock file: `node bundle/make.mjs`, or with `--check` only
// says whether the one that is there is the same, byte for byte.

import {build} from 'esbuild';
import {createHash} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';

const here = path => new URL(path, import.meta.url);
const made = here('../../../themes/default/verify/rdfc.js');

/** The contexts of src/canon, each the one that it is pinned to there. */
function contexts() {
  const table = readFileSync(here('../../../src/canon/rdf/embedded.rs'), 'utf8');
  const all = {};
  for (const [, url, file, sha256] of table.matchAll(/"(https:[^"]+)" "([^"]+\.jsonld)"\s+"([\da-f]{64})"/g)) {
    const text = readFileSync(here(`../../../src/canon/contexts/${file}`));
    if (createHash('sha256').update(text).digest('hex') !== sha256) throw new Error(`${file} is not what it is pinned to`);
    all[url] = JSON.parse(text);
  }
  if (Object.keys(all).length < 20) throw new Error('contexts are missing');
  return JSON.stringify(all);
}

const {outputFiles: [{text}]} = await build({
  entryPoints: [here('rdfc.js').pathname], bundle: true, write: false, format: 'iife', globalName: 'accoladeRdfc', platform: 'browser',
  target: 'es2022', minify: true, legalComments: 'none', charset: 'ascii', absWorkingDir: here('..').pathname,
  define: {'process.env.NODE_DEBUG': '""', 'process.env.JSONLD_DOCUMENT_LOADER': '""'},
  banner: {js: '// jsonld 9 and rdf-canonize 5 by Digital Bazaar (BSD-3-Clause), with the contexts of src/canon: see NOTICE. Made by tests/independent/bundle/make.mjs.'},
  plugins: [{name: 'contexts', setup(it) {
    it.onResolve({filter: /^contexts$/}, () => ({path: 'contexts', namespace: 'contexts'}));
    it.onLoad({filter: /.*/, namespace: 'contexts'}, () => ({contents: contexts(), loader: 'json'}));
  }}],
});
if (!process.argv.includes('--check')) writeFileSync(made, text);
else if (readFileSync(made, 'utf8') !== text) throw new Error('themes/default/verify/rdfc.js is not what bundle/make.mjs makes: run it');
console.log(`${text.length} bytes`);
