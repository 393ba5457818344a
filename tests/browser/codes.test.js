// Codes that nobody has words for, as the builder writes them (src/theme/codes.rs): the page's script compares.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {inWords} from '../../themes/default/verify/markdown.js';

test('a code is taken apart as the builder does', () => {
  for (const [code, words] of Object.entries(JSON.parse(readFileSync(new URL('../cases/codes.json', import.meta.url))))) {
    assert.equal(inWords(code), words);
    assert.equal(inWords(`ext:${code}`), words);
  }
});
