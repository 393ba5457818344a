// Every case of tests/cases/judge.json in a real browser: the theme's modules as they are written, real requests to the
// host, and the browser's own WebCrypto. Then the signed documents of others, with the verdicts that they get in Rust.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {chromium} from 'playwright-core';
import {expected, judgesOf, said, shared, siteOf, told, worldOf} from '../browser/cases.js';
import {controllerFor, documents} from '../browser/gullible.js';
import {args, executablePath} from './hosted.js';

const module = name => readFileSync(new URL(`../../themes/default/verify/${name}`, import.meta.url), 'utf8');
const HOME = 'https://badges.example/';
let browser, context, page, served;

before(async () => {
  browser = await chromium.launch({executablePath, args});
  context = await browser.newContext();
  await context.route('**/*', async route => {
    const url = route.request().url();
    if (url === HOME) return route.fulfill({contentType: 'text/html', body: '<!doctype html><html lang="en"><title>Cases</title>'});
    const [, script] = /\/verify\/([\w-]+\.js)$/.exec(url) ?? [];
    if (script) return route.fulfill({contentType: 'text/javascript', body: module(script)});
    const {status, type, text, redirect, abort} = served?.[url] ?? {status: 404, type: 'text/plain', text: ''};
    if (abort) return route.abort();
    if (redirect) return route.fulfill({status: 302, headers: {location: redirect}});
    return route.fulfill({status, contentType: type, body: text});
  });
  page = await context.newPage();
  await page.goto(HOME);
  await page.addScriptTag({content: module('rdfc.js')});
  await page.evaluate(async () => {
    const all = ['any', 'definition', 'did', 'encoding', 'judge', 'proof', 'show'].map(name => import(`/verify/${name}.js`));
    globalThis.check = Object.assign({}, ...await Promise.all(all));
  });
});
after(() => browser?.close());

for (const it of shared.cases) {
  test(it.name, async () => {
    const world = await worldOf(it);
    served = it.offline ? Object.fromEntries(Object.keys(world.served).map(url => [url, {abort: true}])) : world.served;
    await context.setOffline(Boolean(it.offline));
    const {ours, here} = siteOf(it);
    const found = await page.evaluate(async ({credential, now, ed25519, names, ours, here}) => {
      const {anyWorld, askDefinition, get, judge} = globalThis.check;
      const {importKey} = SubtleCrypto.prototype;
      if (ed25519 === false) SubtleCrypto.prototype.importKey = async () => { throw new DOMException('Unrecognized name.', 'NotSupportedError'); };
      const json = url => get(url);
      const worlds = {page: {json}, desk: anyWorld({json, rdfc: async () => accoladeRdfc, ours: () => ours, here: () => here})};
      const found = {};
      for (const name of names) {
        const answers = await judge(credential, worlds[name], now);
        await askDefinition(answers, credential, worlds[name]);
        found[name] = {checks: answers.checks, kind: answers.gravest.kind};
      }
      SubtleCrypto.prototype.importKey = importKey;
      return found;
    }, {credential: world.credential, now: world.now, ed25519: it.ed25519, names: judgesOf(it), ours: ours(), here: here()});
    for (const [name, {checks, kind}] of Object.entries(found)) {
      const all = `${name}: ${JSON.stringify(checks, null, 1)}`;
      assert.deepEqual([kind, told(checks)], expected(it, name), all);
      assert.deepEqual(said(it, checks), it.says ?? {}, all);
    }
  });
}

const LIST = 'https://badges.example/site/status/1.json';
const vector = path => JSON.parse(readFileSync(new URL(`../vectors/${path}`, import.meta.url), 'utf8'));

for (const {name, verdict, document} of documents()) {
  test(name, async () => {
    const list = vector('derived/signed/status.rdfc.json');
    const controllers = Object.fromEntries([list, document].map(controllerFor).filter(it => it.id).map(it => [it.id, it]));
    const {kind, checks} = await page.evaluate(async ({document, list, LIST, controllers}) => {
      const {anyWorld, judge, readController} = globalThis.check;
      const json = async url => url === LIST ? list : Promise.reject(new Error(url));
      const world = anyWorld({json, rdfc: async () => accoladeRdfc, ours: () => false});
      const {controller} = world;
      world.controller = issuer => issuer.startsWith('did:key:') ? controller(issuer) : {keys: readController(controllers[issuer], issuer)};
      const {gravest, checks} = await judge(document, world, Date.parse('2026-11-23T12:00:00Z'));
      return {kind: gravest.kind, checks};
    }, {document, list, LIST, controllers});
    assert.equal(kind, verdict, JSON.stringify(checks, null, 1));
  });
}

for (const [name, count] of [
  ['vc-di-eddsa/eddsa-jcs-2022/signedJCS.json', 1], ['vc-di-eddsa/eddsa-rdfc-2022/signedDataInt.json', 1],
  ['vc-di-eddsa/eddsa-rdfc-2022/employ/signedDataInt.json', 1], ['vc-di-eddsa/proof-set-chain/signedProofSet1.json', 1],
  ['vc-di-eddsa/proof-set-chain/signedProofSet2.json', 2], ['vc-di-eddsa/proof-set-chain/signedProofChain1.json', 3],
  ['vc-di-eddsa/proof-set-chain/signedProofChain2.json', 4], ['ob3-spec/signed-ob/signed.json', 1], ['ob3-spec/signed-clr/signed.json', 1],
]) {
  test(`every proof holds, and none of another text: ${name}`, async () => {
    const held = await page.evaluate(async signed => {
      const {holds, readKey, sha256, trace} = globalThis.check;
      const {proof: proofs, ...document} = signed;
      const all = [proofs].flat();
      const found = [];
      for (const {previousProof, ...proof} of all) {
        const before = [previousProof ?? []].flat().map(id => all.find(it => it.id === id));
        const input = before.length ? {...document, proof: before} : document;
        const {proofValue, ...rest} = proof;
        const options = previousProof === undefined ? rest : {...rest, previousProof};
        const key = readKey(proof.verificationMethod.split('#')[1], '');
        const data = proof.cryptosuite === 'eddsa-jcs-2022' ? (await trace(input, {...options, proofValue})).hashData
          : Uint8Array.of(...await sha256(await accoladeRdfc.canonize({...options, '@context': document['@context']})), ...await sha256(await accoladeRdfc.canonize(input)));
        const good = await holds(data, proof, key);
        data[63] ^= 1;
        found.push(good && !await holds(data, proof, key));
      }
      return found;
    }, vector(name));
    assert.deepEqual(held, Array(count).fill(true));
  });
}
