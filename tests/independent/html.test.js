// Every page, read by the W3C's Nu Html Checker and by html-validate: of the example, and of what it is after some years in
// German and in Arabic.

import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {after, test} from 'node:test';
import {join} from 'node:path';
import {HtmlValidate} from 'html-validate';
import vnu from 'vnu-jar';
import {makeCommunity} from './community.js';
import {filesOf, folder} from './example.js';

const community = makeCommunity(['de', 'ar']);
after(() => community.remove());
const sites = {en: folder, ...community.folders};
const listed = Object.fromEntries(Object.entries(sites).map(([language, folder]) => [language, filesOf(folder)]));
const pagesIn = language => listed[language].filter(path => path.endsWith('.html'));

/** Which page it is an example of. */
const kind = path => path.split('/')[0].replace(/\.html$/, '') + (path.split('/').length > 2 ? '/…' : '');

function nu(args) {
  const {stderr} = spawnSync('java', ['-Xss4m', '-jar', vnu, '--format', 'json', ...args], {
    encoding: 'utf8', maxBuffer: 1 << 28,
  });
  return JSON.parse(stderr).messages
    .filter(message => message.type !== 'info' || message.subType === 'warning')
    // For a file it knows no origin, and so takes everything for foreign to 'self'. The browser knows better.
    .filter(({message}) => !message.startsWith('Resource violates Content Security Policy'))
    .map(({url, lastLine, message}) => `${url}:${lastLine} ${message}`);
}

test('there is a page of every kind', () => {
  for (const language of Object.keys(sites)) {
    for (const wanted of ['index', '404', 'badges/…', 'assertions/…', 'issuers/…', 'people/…', 'skills/…']) {
      assert.ok(pagesIn(language).some(path => kind(path) === wanted), `${language}: ${wanted}`);
    }
  }
});

test(`Nu Html Checker: ${Object.keys(sites).map(language => `${pagesIn(language).length} pages in ${language}`).join(', ')}`, () => {
  assert.deepEqual(nu(['--skip-non-html', ...Object.values(sites)]), []);
});

test('Nu Html Checker: style sheets', () => {
  const sheets = listed.en.filter(path => path.endsWith('.css'));
  assert.ok(sheets.length > 0);
  // It does not know all of today's CSS; what it calls an error there is looked at by hand. Parse errors count.
  const errors = nu(['--css', ...sheets.map(path => join(folder, path))]).filter(message => /parse error/i.test(message));
  assert.deepEqual(errors, []);
});

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Matters of taste, in which ours differs.
    'long-title': 'off', 'no-trailing-whitespace': 'off', 'void-style': 'off', 'no-inline-style': 'off',
    'doctype-style': 'off', 'attribute-boolean-style': 'off', 'attribute-empty-style': 'off', 'no-raw-characters': 'off',
    'require-sri': 'off',
  },
});

for (const [language, folder] of Object.entries(sites)) {
  for (const name of new Set(pagesIn(language).map(kind))) {
    const those = pagesIn(language).filter(path => kind(path) === name);
    test(`html-validate in ${language}: ${name} (${those.length})`, async () => {
      const found = [];
      for (const path of those) {
        const report = await validator.validateFile(join(folder, path));
        for (const {messages} of report.results) {
          for (const {ruleId, message, line} of messages) found.push(`${path}:${line} ${ruleId}: ${message}`);
        }
      }
      assert.deepEqual(found.slice(0, 20), []);
    });
  }
}
