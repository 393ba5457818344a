// The desk: many credentials at once, judged in the reader's browser.

import {isObject, isText} from './kind.js';
import {about} from './recipient.js';
import {anyWorld} from './any.js';
import {askDefinition} from './definition.js';
import {FILE_LIMIT, findIn, findInFile} from './find.js';
import {canonicalize} from './jcs.js';
import {Answers, SOON, judge} from './judge.js';
import {line} from './lines.js';
import {make} from './make.js';
import {clock, get, sign} from './show.js';
import {day, readStamp} from './time.js';
import {fail, say, told, wordsOf} from './words.js';

const page = document.querySelector('[data-verify]');
const {site, dids, root, rdfc: rdfcPath, rdfcIntegrity} = page.dataset;
const part = name => page.querySelector(`[data-part=${name}]`);
const here = new URL(root, location.href).href;
const HOME = here === site || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname) && location.protocol !== 'file:';
const ROWS = 2000;

/** The page's own words, as the template says them in the language of the site. */
const PHRASES = new Map([...page.querySelector('template').content.querySelectorAll('[data-key]')].map(it => [it.dataset.key, it.textContent]));
const tell = (key, ...values) => PHRASES.get(key).replace(/\{(\d)\}/g, (_, place) => values[place]);

/** Hosts that the reader agreed to ask, and what they said. */
const agreed = new Set();
let known = new Map();

/** A document of this site, or of a host that the reader agreed to ask; `wanted` notes who was not asked. */
const reader = wanted => url => {
  if (HOME && url.startsWith(site)) return keep(url, () => get(here + url.slice(site.length)));
  return (async () => {
    const {protocol, host} = URL.canParse(url) ? new URL(url) : {};
    if (protocol !== 'https:') fail('any-no-address', url);
    if (!agreed.has(host)) {
      wanted.add(host);
      fail('any-not-asked', host);
    }
    return keep(url, () => get(url, {}, host));
  })();
};

function keep(url, ask) {
  if (!known.has(url)) {
    const answer = ask();
    answer.catch(() => {});
    known.set(url, answer);
  }
  return known.get(url);
}

let loading;

/** JSON-LD and RDFC-1.0, which are large: loaded once, when the first document needs them, and only as they were built. */
function rdfc() {
  return loading ??= new Promise((done, refuse) => {
    const script = document.createElement('script');
    // Browsers check the integrity of nothing that lies on disk.
    if (location.protocol !== 'file:') script.integrity = rdfcIntegrity;
    Object.assign(script, {src: rdfcPath, onload: done, onerror: refuse});
    document.head.append(script);
  }).then(() => accoladeRdfc, () => {
    loading = undefined;
    throw {sentence: tell('no-rdfc')};
  });
}

/** Whether an issuer is one of this site: one of those that it was built with, and nobody else at an address of its host. */
const OURS = dids.split(' ').filter(Boolean);
const ours = issuer => OURS.includes(issuer);
/** What is genuine, but by nobody of this site. */
const STRANGER = 'valid-unknown-issuer';

/** Judges whatever was found. Gives back all answers, and the credential that they are about. */
async function judgeFound({document, url, other, jwt, trouble}, now, wanted) {
  const answers = new Answers();
  const unread = why => { answers.add('document', 'unknown', why); return {answers}; };
  if (jwt) return unread(['any-jwt']);
  if (trouble) return unread(['document-unread', wordsOf(trouble)]);
  const json = reader(wanted);
  try {
    if (document === undefined) document = await json(url ?? other);
  } catch (error) {
    return unread(['document-unread', wordsOf(error)]);
  }
  const world = anyWorld({json, rdfc, ours, here: address => address.startsWith(site)});
  if (!isObject(document)) {
    answers.add('document', 'failed', ['document-bad', ['no-object']]);
    return {answers};
  }
  if ([document?.['@context']].flat().includes('https://w3id.org/openbadges/v2')) return judgeHosted(document, world, now, answers);
  await judge(document, world, now, answers);
  await askDefinition(answers, document, world);
  return {answers, credential: document, json};
}

/** An Open Badges 2.0 assertion carries no signature: it is what its address serves, and the credential beside it. */
async function judgeHosted(assertion, world, now, answers) {
  const id = String(assertion.id);
  const evidence = [['address', id]];
  if (!id.startsWith(`${site}assertions/`) || !id.endsWith('/assertion.json')) {
    answers.add('hosted', 'unknown', ['any-hosted-elsewhere', id], {}, evidence);
    return {answers, hosted: assertion};
  }
  let credential;
  try {
    const served = await world.json(id);
    if (served.revoked === true) answers.add('hosted', 'failed', ['any-hosted-gone', id], {kind: 'revoked'}, evidence);
    else if (canonicalize(served) !== canonicalize(assertion)) answers.add('hosted', 'failed', ['any-hosted-other', id], {}, evidence);
    else answers.add('hosted', 'passed', ['any-hosted', id], {}, evidence);
    credential = await world.json(id.replace('assertion.json', 'credential.json'));
    await judge(credential, world, now, answers);
    await askDefinition(answers, credential, world);
  } catch (error) {
    answers.add('hosted', 'unknown', ['any-hosted-missing', wordsOf(error)], {}, evidence);
  }
  return {answers, credential, hosted: assertion, json: world.json};
}

/** What a row says of a credential. */
function facts({credential, hosted}) {
  const {issuer, credentialSubject: subject, validFrom, awardedDate = validFrom, validUntil} = credential ?? {};
  const text = it => isText(it) ? it : '';
  const identities = [subject?.identifier ?? []].flat().filter(isObject);
  const until = readStamp(validUntil ?? hosted?.expires);
  const name = identities.find(it => it.identityType === 'name' && it.hashed !== true)?.identityHash;
  const open = identities.find(it => it.hashed === false && it.identityType !== 'name')?.identityHash;
  return {
    badge: text(subject?.achievement?.name), issuer: text(issuer?.name), issuerId: text(issuer?.id ?? issuer),
    recipient: text(name ?? subject?.id ?? open) || (identities.length ? tell('hidden') : ''),
    awarded: readStamp(awardedDate ?? hosted?.issuedOn), until, id: text(credential?.id ?? hosted?.id),
    // The end is exclusive: the last day is that of the moment before.
    last: until && until - 1,
  };
}

/** @type {{source: string, found: any, element: HTMLElement, result?: any}[]} */
let rows = [];

async function fill(row) {
  const now = Date.now();
  const wanted = new Set();
  const {answers, ...about} = await judgeFound(row.found, now, wanted);
  const {gravest} = answers;
  const it = facts(about);
  const isStranger = gravest.kind === 'valid' && it.issuerId && !ours(it.issuerId);
  const kind = isStranger ? STRANGER : gravest.kind === 'valid' && it.until - now <= SOON ? 'expiring' : gravest.kind;
  const verdict = isStranger ? tell('valid-stranger') : say(kind, day(gravest.at ?? it.last ?? now));
  const {sentence} = isStranger ? answers.checks.find(({question}) => question === 'issuer') : gravest;
  row.result = {...it, kind, verdict, now, why: sentence ? told(sentence) : '', credential: about.credential, json: about.json, answers, wanted: kind === 'unchecked' ? [...wanted] : []};
  await compare(row);
  draw(row);
}

/** Whether a row is about the person that the reader asked for. */
async function compare({result}) {
  const who = part('who').value;
  result.person = who.trim() && result.credential ? await about(result.credential, who) : undefined;
}

function draw(row) {
  const {kind, verdict, now, badge, issuer, issuerId, recipient, awarded, last, why, answers, wanted, person} = row.result;
  const look = kind === STRANGER ? 'attention' : kind;
  const title = badge || row.source;
  const said = (key, value) => value ? [make('span', {class: 'sheet__fact'}, make('span', {class: 'quiet'}, `${tell(key)} `), value)] : [];
  const open = row.element.querySelector('details')?.open;
  const checks = [...answers.checks, ...person ? [{question: 'recipient', ...person}] : []];
  row.element.className = `sheet sheet--${look}`;
  row.element.dataset.verdict = kind;
  row.element.replaceChildren(
    make('details', open ? {open: ''} : {}, make('summary', {},
      sign(look), make('span', {class: 'sheet__text'},
        make('strong', {class: 'sheet__verdict'}, verdict), make('span', {class: 'sheet__badge'}, title),
        make('span', {class: 'sheet__facts'}, ...said('by', issuer || issuerId), ...said('to', recipient), ...said('on', awarded && told(day(awarded))),
          ...said('until', last && told(day(last))), ...badge ? said('from', row.source) : []),
        ...['invalid', 'unchecked'].includes(kind) && why ? [make('span', {class: 'sheet__why'}, `${why}.`)] : [],
        ...person ? [make('span', {class: `sheet__why check--${person.outcome}`}, `${told(person.sentence)}.`)] : [])),
      make('ul', {class: 'checks'}, ...checks.map(it => line(it, row.result)))),
    ...wanted.map(host => {
      const button = make('button', {type: 'button', class: 'button'}, tell('ask', host));
      button.addEventListener('click', () => agree(host));
      return make('div', {class: 'sheet__ask'}, make('p', {}, tell('ask-why', host)), button);
    }),
  );
}

async function agree(host) {
  agreed.add(host);
  await Promise.all(rows.filter(it => it.result?.wanted.includes(host)).map(fill));
  count();
}

function count() {
  const all = rows.filter(it => it.result);
  const good = all.filter(it => ['valid', 'expiring'].includes(it.result.kind)).length;
  const open = all.filter(it => it.result.kind === 'unchecked').length;
  const strangers = all.filter(it => it.result.kind === STRANGER).length;
  const numbers = tell('count', all.length, good, all.length - good - open - strangers, open, clock(Date.now()));
  part('count').textContent = all.length ? numbers + (strangers ? ` ${tell('count-strangers', strangers)}` : '') : '';
  part('tools').hidden = !all.length;
  document.documentElement.dataset.checked = String(all.length);
}

/** Takes in what was given, one after the other. */
async function take(sources) {
  delete document.documentElement.dataset.checked;
  part('count').textContent = say('working');
  for (const {source, read} of sources) {
    let found;
    try {
      found = await read();
      if (!found.length) found = [{trouble: {sentence: tell('nothing')}}];
    } catch (trouble) {
      found = [{trouble}];
    }
    for (const it of found) {
      if (rows.length >= ROWS) {
        part('count').textContent = tell('too-many', ROWS);
        return;
      }
      const row = {source: it.url ? it.url.replace('credential.json', '') : it.other ?? source, found: it, element: make('li', {class: 'sheet'}, say('working'))};
      rows.push(row);
      part('rows').append(row.element);
      await fill(row);
    }
  }
  count();
}

const ofFile = (file, name = file.webkitRelativePath || file.name) => ({source: name, read: async () => {
  if (file.size > FILE_LIMIT) fail('find-large');
  return findInFile(new Uint8Array(await file.arrayBuffer()), site);
}});
const ofText = text => ({source: tell('pasted'), read: async () => findIn(text, site)});

/** Files of folders: hidden ones and other kinds are passed over. */
const fits = name => /\.(json|jsonld|png|svg|txt|eml|html?|md|csv|jws|jwt)$/i.test(name) && !/(^|\/)\./.test(name);

/** All files below what was dropped. */
async function filesIn(entry, path = '') {
  if (entry.isFile) {
    const file = await new Promise((done, refuse) => entry.file(done, refuse));
    return path && !fits(file.name) ? [] : [ofFile(file, path + file.name)];
  }
  const all = [];
  const folder = entry.createReader();
  for (let some; (some = await new Promise((done, refuse) => folder.readEntries(done, refuse))).length;) {
    for (const it of some) all.push(...await filesIn(it, `${path}${entry.name}/`));
  }
  return all.sort((one, other) => one.source < other.source ? -1 : 1);
}

async function dropped({items, files}, text) {
  const entries = [...items ?? []].filter(it => it.kind === 'file').map(it => it.webkitGetAsEntry?.()).filter(Boolean);
  if (entries.length) return take((await Promise.all(entries.map(it => filesIn(it)))).flat());
  if (files?.length) return take([...files].map(it => ofFile(it)));
  if (text) return take([ofText(text)]);
}

/** No spreadsheet takes what stands in a badge for a formula. */
function cell(value) {
  const text = String(value ?? '');
  return `"${(/^\s*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

function save() {
  const stamp = at => at === undefined ? '' : new Date(at).toISOString();
  const table = [tell('csv').split('|'), ...rows.filter(it => it.result).map(({source, result: it}) => [
    it.kind, it.why, it.badge, it.issuer, it.issuerId, it.recipient, stamp(it.awarded), stamp(it.until), it.id, source, it.person && told(it.person.sentence), stamp(it.now),
  ])];
  const url = URL.createObjectURL(new Blob([`\ufeff${table.map(it => it.map(cell).join(',')).join('\r\n')}\r\n`], {type: 'text/csv'}));
  const link = make('a', {href: url, download: 'badges.csv'});
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60e3);
}

// No standard knows the attribute yet, though every browser does.
part('folder').webkitdirectory = true;
for (const name of ['files', 'folder']) {
  const input = part(name);
  input.addEventListener('change', async () => {
    const chosen = [...input.files].filter(it => name === 'files' || fits(it.webkitRelativePath));
    await take(chosen.map(it => ofFile(it)));
    input.value = '';
  });
  part(`${name}-button`).addEventListener('click', () => input.click());
}
part('form').addEventListener('submit', event => {
  event.preventDefault();
  const {value} = part('text');
  if (!value.trim()) return part('text').focus();
  take([ofText(value)]);
  part('text').value = '';
});
part('text').addEventListener('paste', event => {
  if (event.clipboardData.files.length) {
    event.preventDefault();
    dropped(event.clipboardData);
  }
});
for (const kind of ['dragenter', 'dragover', 'dragleave', 'drop']) {
  addEventListener(kind, event => {
    event.preventDefault();
    page.classList.toggle('desk--over', kind === 'dragenter' || kind === 'dragover');
    if (kind === 'drop') dropped(event.dataTransfer, event.dataTransfer.getData('text/uri-list') || event.dataTransfer.getData('text/plain'));
  });
}
part('csv').addEventListener('click', save);
part('again').addEventListener('click', async () => {
  known = new Map();
  for (const row of rows) await fill(row);
  count();
});
part('clear').addEventListener('click', () => {
  rows = [];
  part('rows').replaceChildren();
  count();
  part('text').focus();
});
part('who').addEventListener('input', async () => {
  for (const row of rows.filter(it => it.result)) {
    await compare(row);
    draw(row);
  }
});
if (!HOME) part('place').textContent = tell(location.protocol === 'file:' ? 'file' : 'copy', location.host, site);
part('form').hidden = false;
