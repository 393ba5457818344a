// Makes the scripts of the theme that are one file for a browser: `node bundle/make.mjs`, or with `--check` only says whether
// those that are there are the same, byte for byte. What an award's page, the desk and the loader are made of is ours;
// verify/rdfc.js is made from the packages of the lock file.

import {build} from 'esbuild';
import {createHash} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import {minify} from 'terser';

const here = path => new URL(path, import.meta.url);
const theme = path => here(`../../../themes/default/${path}`);

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

const rdfc = {
  entryPoints: [here('rdfc.js').pathname], globalName: 'accoladeRdfc', platform: 'browser',
  define: {'process.env.NODE_DEBUG': '""', 'process.env.JSONLD_DOCUMENT_LOADER': '""'},
  banner: {js: '// jsonld 9 and rdf-canonize 5 by Digital Bazaar (BSD-3-Clause), with the contexts of src/canon: see NOTICE. Made by tests/independent/bundle/make.mjs.'},
  plugins: [{name: 'contexts', setup(it) {
    it.onResolve({filter: /^contexts$/}, () => ({path: 'contexts', namespace: 'contexts'}));
    it.onLoad({filter: /.*/, namespace: 'contexts'}, () => ({contents: contexts(), loader: 'json'}));
  }}],
};
/** Names that only our own objects have, no document and nothing of the browser's: they become one letter. */
const OWN = [
  'answers', 'askDocument', 'askProof', 'bits', 'checks', 'compromised', 'configurationHash', 'documentHash', 'flaw',
  'gravest', 'hashData', 'json', 'outcome', 'proofs', 'question', 'rank', 'sentence', 'short', 'unsecured', 'world',
];
const ours = name => ({entryPoints: [theme(`verify/${name}.js`).pathname], mangleProps: new RegExp(`^(${OWN.join('|')})$`)});
/** What is bundled becomes smaller still: each byte of an award's page counts. */
const shorter = async text => `${(await minify(text, {ecma: 2022, compress: {passes: 3}, format: {ascii_only: true}})).code}\n`;

/** Writes a file of the theme, or says whether it is the same. */
function put(path, text) {
  if (!process.argv.includes('--check')) writeFileSync(theme(path), text);
  else if (readFileSync(theme(path), 'utf8') !== text) throw new Error(`themes/default/${path} is not what bundle/make.mjs makes: run it`);
  console.log(`${path}: ${text.length} bytes`);
}

/** Our modules that were read. */
const read = new Set();

for (const [path, options] of Object.entries({
  'verify/rdfc.js': rdfc,
  'verify/made/award.js': ours('page'),
  'verify/made/desk.js': ours('desk'),
  // It is so short that what a bundle is wrapped in would be a part of it.
  'verify/made/start.js': {...ours('start'), bundle: false, format: undefined},
})) {
  const {outputFiles: [{text}], metafile: {inputs}} = await build({
    bundle: true, metafile: true, write: false, format: 'iife', target: 'es2022', minify: true, legalComments: 'none', charset: 'ascii',
    absWorkingDir: here('..').pathname, ...options,
  });
  put(path, path.includes('/made/') ? await shorter(text) : text);
  for (const input of Object.keys(inputs)) if (input.includes('themes/default/')) read.add(input.split('themes/default/')[1]);
}

// By these, `cargo test` notices that a module was changed and nothing made of it.
const digest = path => createHash('sha256').update(readFileSync(theme(path))).digest('hex');
put('verify/made/of.txt', [...read].sort().map(path => `${digest(path)}  ${path}\n`).join(''));
