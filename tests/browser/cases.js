// The shared cases of tests/cases/judge.json: what each credential is and what the world answers, as src is told it too.

import {createPrivateKey, createPublicKey, sign as signBytes} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import {sha256} from '../../themes/default/verify/encoding.js';
import {trace} from '../../themes/default/verify/proof.js';
import {WORDS, told as saidOf} from '../../themes/default/verify/words.js';

const file = path => readFileSync(new URL(path, import.meta.url), 'utf8');
export const shared = JSON.parse(file('../cases/judge.json'));
/** JSON-LD and RDFC-1.0, as the desk loads them. */
export const rdfc = new Function(`${file('../../themes/default/verify/rdfc.js')}; return accoladeRdfc;`)();

const {issuers} = shared;
export const ADDRESSES = {
  did: 'https://badges.example/issuers/guild/did.json', list: shared.list.id, definition: shared.award.credentialSubject.achievement.id,
};

function base58(bytes) {
  const digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  let text = '';
  for (let number = BigInt(`0x${bytes.toString('hex')}`); number; number /= 58n) text = digits[Number(number % 58n)] + text;
  return `z${'1'.repeat(bytes.findIndex(it => it !== 0))}${text}`;
}

/** The key that is made of one byte, 32 times. */
export function keyOf(byte) {
  const key = createPrivateKey({format: 'der', type: 'pkcs8', key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, byte)])});
  const half = createPublicKey(key).export({format: 'der', type: 'spki'}).subarray(-32);
  return {key, text: base58(Buffer.concat([Buffer.from([0xed, 1]), half]))};
}
const keys = Object.fromEntries(Object.entries(shared.keys).map(([name, byte]) => [name, keyOf(byte)]));

/** What a value of a change stands for: `$name` is a public key, `$null` is `null`. */
const meant = value => value === '$null' ? null : typeof value === 'string' && value[0] === '$' ? keys[value.slice(1)].text : value;

/** Puts each value at its dotted place; `null` takes away what is there. */
function put(document, changes = {}) {
  for (const [place, value] of Object.entries(changes)) {
    const names = place.split('.');
    const last = names.pop();
    const inner = names.reduce((it, name) => it[name], document);
    if (value !== null) inner[last] = meant(value);
    else if (Array.isArray(inner)) inner.splice(Number(last), 1);
    else delete inner[last];
  }
  return document;
}

/** Both proofs, one after the other, each over the document without proofs. */
const sign = (document, {by = 'guild', as = issuers.guild} = {}) => signBy(document, as, keys[by]);

/** The same with any key, in the name of any issuer. */
export async function signBy(document, as, {key, text}) {
  const options = {type: 'DataIntegrityProof', created: shared.created, verificationMethod: `${as}#${text}`, proofPurpose: 'assertionMethod'};
  const value = hashData => base58(signBytes(null, hashData, key));
  const rdf = {...options, cryptosuite: 'eddsa-rdfc-2022'};
  const parts = [];
  for (const it of [{...rdf, '@context': document['@context']}, document]) parts.push(await sha256(await rdfc.canonize(it, true)));
  const jcs = {...options, cryptosuite: 'eddsa-jcs-2022', '@context': document['@context']};
  return {...document, proof: [
    {...rdf, proofValue: value(Buffer.concat(parts))},
    {...jcs, proofValue: value((await trace(document, jcs)).hashData)},
  ]};
}

/** The DID document of an issuer with one key. */
export const controllerOf = (did, {text}) => ({
  id: did, verificationMethod: [{id: `${did}#${text}`, type: 'Multikey', controller: did, publicKeyMultibase: text}], assertionMethod: [`${did}#${text}`],
});
const controller = name => controllerOf(issuers[name], keys[name]);

/** The credential of a case, and what every address answers: `{status, type, text}` or `{redirect}` or `{abort}`. */
export async function worldOf(it) {
  const clone = structuredClone;
  const credential = put(await sign(put(clone(shared.award), it.award), it.signed), it.tamper);
  if (it.swap) credential.proof[1].proofValue = credential.proof[0].proofValue;
  const {bits = [], bytes = 16384, set, tamper, signed} = it.list ?? {};
  const list = clone(shared.list);
  const raw = Buffer.alloc(bytes);
  for (const index of bits) raw[index >> 3] |= 128 >> index % 8;
  list.credentialSubject.encodedList = `u${gzipSync(raw).toString('base64url')}`;
  const documents = {
    did: put(controller('guild'), it.did), list: put(await sign(put(list, set), signed), tamper),
    definition: put({'@context': shared.award['@context'], ...clone(shared.award.credentialSubject.achievement)}, it.definition),
  };
  const served = {'https://badges.example/issuers/other/did.json': {status: 200, type: 'application/json', text: JSON.stringify(controller('other'))}};
  for (const [name, url] of Object.entries(ADDRESSES)) {
    const {twice, ...answer} = it.serve?.[name] ?? {};
    const text = JSON.stringify(documents[name]);
    served[url] = {status: 200, type: 'application/json', text: twice ? text.replace(`"${twice}":`, `"${twice}":"x","${twice}":`) : text, ...answer};
  }
  return {credential, served, now: Date.parse(it.now ?? shared.now)};
}

/** Who judges a case: the page of an award judges no stranger's. */
export const judgesOf = it => it.ours === undefined ? ['page', 'desk'] : ['desk'];

/** What is of the site of a case, as `anyWorld` asks. */
export const siteOf = ({ours = 'all'}) => ({ours: () => ours === 'all', here: () => ours === 'addresses'});

/** The verdict, and the lines that are expected of a judge: those that are not just passed. */
export const expected = (it, judge) => {
  const {verdict = it.verdict, ...other} = it[judge] ?? {};
  const lines = {...it.lines, ...other};
  if (judge === 'page') delete lines['proof-rdfc'];
  return [verdict, Object.fromEntries(Object.entries(lines).filter(([, line]) => line))];
};

/** The key of a sentence, and those of the reasons within it; days, lists and names are none. */
function keysOf(sentence) {
  if (!Array.isArray(sentence) || /^(day|comma|changed-.*)$/.test(sentence[0])) return [];
  const [key, ...values] = sentence;
  return [...key === 'clause' ? [] : [key], ...values.flatMap(keysOf)];
}

/** The lines that a judge gave, word for word, as far as a case names them. */
export const said = (it, checks) => Object.fromEntries(checks.filter(({question}) => it.says?.[question]).map(({question, sentence}) => [question, saidOf(sentence)]));

// In English, as the command line says them.
for (const [, key, text] of file('../../themes/default/words/en.ftl').matchAll(/^(?:judge-)?([\w-]+) = (.+)$/gm)) WORDS[key] ??= text.replace(/\{ \$v(\d) \}/g, '{$1}');
WORDS.day = '{0} {1} {2}';

/** The lines that a judge gave. */
export const told = checks => Object.fromEntries(checks.filter(it => it.outcome !== 'passed').map(it => [it.question, [it.outcome, ...keysOf(it.sentence)]]));
