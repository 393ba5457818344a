// What is found in letters and in texts of any kind.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {findIn} from '../../themes/default/verify/find.js';

const badge = {'@context': ['https://www.w3.org/ns/credentials/v2'], name: 'A "{" and a }', inner: {'@context': 'x', more: [{}]}};
const json = JSON.stringify(badge);
const find = text => findIn(text, 'https://badges.example/');

test('whole documents are found wherever they stand in a text', () => {
  for (const [text, number] of [
    [`Dear all,\n${json}\nBest`, 1], [`Two: ${json} and ${json}.`, 2], [`\`\`\`json\n${JSON.stringify(badge, null, 2)}\n\`\`\``, 1],
    [`a 5" disk {and} "braces" { ${json}`, 1], [`Say { "hello ${json}`, 1], [`She said "so {\n${json}`, 1],
    [`<style>a{color:red} b{content:"}"}</style><script>${json}</script>`, 1], [`it's {x: 'y'} ${json} }`, 1],
    [`see {"list": [${json}, ${json}], "and": 1}`, 1], ['{"name": "no context"} in a letter', 0],
  ]) {
    const found = find(`. ${text}`).filter(it => it.document);
    assert.equal(found.length, number, text);
    if (!text.startsWith('see')) for (const {document} of found) assert.deepEqual(document, badge, text);
  }
});

test('a text of a million braces is read to its end', () => {
  for (const piece of ['{', '{"', '{"a":', '{"\\"', '{"a" ', '{"@context":1,']) assert.deepEqual(find(`. ${piece.repeat(piece === '{' ? 1e6 : 2e5)} https://badges.example/x`).length, 0, piece);
});
