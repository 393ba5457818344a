// What `check --format sarif` writes, held against the schema that OASIS publishes.

import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {test} from 'node:test';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import {now, root} from './example.js';

const schema = JSON.parse(readFileSync(
  fileURLToPath(new URL('../vectors/schemas/sarif/sarif-schema-2.1.0.json', import.meta.url)), 'utf8'));
// One of its patterns has a bracket too many, which only the older kind of regular expression lets pass.
const ajv = new Ajv({allErrors: true, strict: false, unicodeRegExp: false});
addFormats.default(ajv);
const validate = ajv.compile(schema);

/** The report about the example with these files in place of its own. */
function report(files) {
  const folder = mkdtempSync(join(tmpdir(), 'accolade-sarif-'));
  cpSync(join(root, 'example-site'), folder, {recursive: true});
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), text);
  }
  const env = {...process.env, SOURCE_DATE_EPOCH: String(now.getTime() / 1000)};
  const {stdout} = spawnSync(process.env.ACCOLADE, ['check', folder, '--format', 'sarif'], {env, encoding: 'utf8'});
  return JSON.parse(stdout);
}

const states = {
  'nothing is wrong': {},
  'mistakes of many kinds': {
    'badges/new.toml': 'name = "Née"\ndescripton = 1\nissuer = "nobody"\n',
    'badges/broken.toml': 'name = [',
    'nominations/ü & ö.toml': 'badge = "frist-patch"\n[[recipient]]\nurl = "https://x.example/?u=a@home.family"\n',
    'people/none.toml': 'name = "Nobody"',
    'static/photo.svg': '<svg><!-- a@home.family --></svg>',
    'pages/😀.md': '# Title\n\n<b>bold</b>\n',
  },
  'no repository at all': {'accolade.toml': 'title = '},
};

for (const [name, files] of Object.entries(states)) {
  test(`SARIF 2.1.0: ${name}`, () => {
    const sarif = report(files);
    assert.ok(validate(sarif), JSON.stringify(validate.errors, null, 1));
    const [run] = sarif.runs;
    for (const result of run.results) {
      assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
      for (const {physicalLocation: {region}} of result.locations ?? []) {
        if (region) assert.ok(region.endLine > region.startLine || region.endColumn >= region.startColumn, JSON.stringify(result));
      }
    }
    const errors = run.results.filter(result => result.level === 'error').length;
    assert.equal(errors > 0, Object.keys(files).length > 0, JSON.stringify(run.results, null, 1));
  });
}

test('the schema refuses what is no SARIF', () => {
  const sarif = report({});
  sarif.runs[0].results = [{message: 'text'}];
  assert.equal(validate(sarif), false);
});
