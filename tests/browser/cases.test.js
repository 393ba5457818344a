// Every case of tests/cases/judge.json, before both judges of the theme: the one of an award's page and the desk's.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {anyWorld} from '../../themes/default/verify/any.js';
import {askDefinition} from '../../themes/default/verify/definition.js';
import {readJson} from '../../themes/default/verify/encoding.js';
import {judge} from '../../themes/default/verify/judge.js';
import {fail} from '../../themes/default/verify/words.js';
import {expected, judgesOf, rdfc, said, shared, siteOf, told, worldOf} from './cases.js';

for (const it of shared.cases) {
  test(it.name, async t => {
    const {credential, served, now} = await worldOf(it);
    if (it.ed25519 === false) t.mock.method(globalThis.crypto.subtle, 'importKey', () => { throw new DOMException('no', 'NotSupportedError'); });
    const json = async url => {
      const answer = served[url];
      if (it.offline) fail('offline', 'badges.example');
      if (answer.abort) fail('unreachable', 'badges.example');
      if (answer.redirect) fail('redirected', 'badges.example');
      if (answer.status !== 200) fail('answered', 'badges.example', answer.status);
      return readJson(Buffer.from(answer.text));
    };
    const worlds = {page: {json}, desk: anyWorld({json, rdfc: async () => rdfc, ...siteOf(it)})};
    for (const name of judgesOf(it)) {
      const answers = await judge(credential, worlds[name], now);
      await askDefinition(answers, credential, worlds[name]);
      const all = `${name}: ${JSON.stringify(answers.checks, null, 1)}`;
      assert.deepEqual([answers.gravest.kind, told(answers.checks)], expected(it, name), all);
      assert.deepEqual(said(it, answers.checks), it.says ?? {}, all);
    }
  });
}
