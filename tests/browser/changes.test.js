// Whatever is changed in a signed credential of ours, the desk's judge never says valid, and that of an award's page only where
// the change is in the proof that it does not check. Of a stranger's the proofs may be fewer, in another order, and followed by
// contexts, as the standards have it; what it says may not change.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {anyWorld} from '../../themes/default/verify/any.js';
import {readJson} from '../../themes/default/verify/encoding.js';
import {canonicalize} from '../../themes/default/verify/jcs.js';
import {judge} from '../../themes/default/verify/judge.js';
import {fail} from '../../themes/default/verify/words.js';
import {rdfc, worldOf} from './cases.js';

const CHANGES = 300;

/** Numbers that are the same in each run (mulberry32). */
function numbers(seed) {
  return () => {
    seed = seed + 0x6d2b79f5 | 0;
    let it = Math.imul(seed ^ seed >>> 15, 1 | seed);
    it = it + Math.imul(it ^ it >>> 7, 61 | it) ^ it;
    return ((it ^ it >>> 14) >>> 0) / 2 ** 32;
  };
}

/** Every place in a document, as the object or array and the name in it. */
const places = it => it && typeof it === 'object' ? Object.keys(it).flatMap(name => [[it, name], ...places(it[name])]) : [];

/** Changes something; gives back what was done. */
function change(document, random) {
  const some = all => all[Math.floor(random() * all.length)];
  const [inner, name] = some(places(document));
  const value = inner[name];
  const otherText = () => {
    const at = Math.floor(random() * (value.length + 1));
    const letter = some(['x', '0', ' ', 'é', '\u0000', '1', 'Z']);
    return some([value.slice(0, at) + letter + value.slice(at), value.slice(0, at) + letter + value.slice(at + 1), value.slice(0, at) + value.slice(at + 1), value.toUpperCase()]);
  };
  const ways = {
    remove: () => Array.isArray(inner) ? inner.splice(Number(name), 1) : delete inner[name],
    replace: () => { inner[name] = some([null, '', 0, 1.5, [], {}, 'x', true, [value], {id: value}]); },
    copy: () => { const [to, at] = some(places(document)); to[at] = structuredClone(value); },
    add: () => { const to = some([document, ...places(document).map(([it, at]) => it[at]).filter(it => it && typeof it === 'object')]); if (Array.isArray(to)) to.push(structuredClone(value)); else to[some(['x', 'name', 'id', 'type', 'proof', '@context', 'validUntil', 'expires'])] = some(['x', structuredClone(value)]); },
    turn: () => { if (Array.isArray(value)) value.reverse(); else if (typeof value === 'string') inner[name] = otherText(); },
  };
  const way = some([...Object.keys(ways), 'turn', 'turn']);
  ways[way]();
  return `${way} ${name}`;
}

/** The canonical form takes its time, and most of what is asked for stays the same. */
const known = new Map();
const canonize = (document, portable) => {
  const key = `${portable}${JSON.stringify(document)}`;
  if (!known.has(key)) known.set(key, rdfc.canonize(document, portable));
  return known.get(key);
};
const memory = async () => ({...rdfc, canonize});

test(`${CHANGES} changes of a signed credential`, async () => {
  const {credential, served, now} = await worldOf({});
  const json = async url => readJson(Buffer.from((served[url] ?? fail('answered', 'badges.example', 404)).text));
  const worlds = {page: {json}, ours: anyWorld({json, rdfc: memory, ours: () => true}), stranger: anyWorld({json, rdfc: memory, ours: () => false})};
  const told = Object.fromEntries(Object.keys(worlds).map(name => [name, 0]));
  const random = numbers(20261120);
  for (let n = 0; n < CHANGES;) {
    const other = structuredClone(credential);
    const what = change(other, random);
    if (canonicalize(other) === canonicalize(credential)) continue;
    n++;
    const {proof, '@context': contexts, ...rest} = other;
    const {proof: [, second], '@context': signed, ...claims} = credential;
    const saysTheSame = canonicalize(rest) === canonicalize(claims);
    // What each may overlook.
    const mayBe = {
      page: saysTheSame && canonicalize(contexts ?? null) === canonicalize(signed) && canonicalize(proof?.[1] ?? null) === canonicalize(second),
      stranger: saysTheSame,
    };
    for (const [name, world] of Object.entries(worlds)) {
      const {gravest, checks} = await judge(other, world, now);
      if (gravest.kind !== 'valid') told[name]++;
      else assert.ok(mayBe[name], `${name}, ${n}: ${what}\n${JSON.stringify(other, null, 1)}\n${JSON.stringify(checks, null, 1)}`);
    }
  }
  assert.deepEqual([told.ours, told.page > CHANGES / 2], [CHANGES, true]);
});
