// The award page checks itself: on load, and again on a button.

import {Answers, SOON, judge, wordsOf} from './judge.js';
import {webAddress} from './did.js';
import {compare} from './facts.js';
import {about} from './recipient.js';
import {clock, get, line, make, sign} from './show.js';
import {day, readStamp} from './time.js';
import {fail, say} from './words.js';

const award = document.querySelector('.award');
const banner = award.querySelector('.verdict');
const desk = award.querySelector('[data-desk]');
const here = new URL('.', location.href).href;

/** What the page said when it was built. */
const reason = banner.querySelector('.verdict__reason');
const checked = banner.querySelector('.verdict__checked');
const built = {
  kind: banner.dataset.kind, text: banner.querySelector('strong').textContent, reason: reason.textContent,
  on: checked.querySelector('time').textContent,
};

/** What can be asked of this site. A credential names its documents where they were signed for. */
function worldOf(credential) {
  const [signed] = /^.*?(?=assertions\/)/.exec(credential.id) ?? [here];
  const root = new URL('../../', here).href;
  const known = new Map();
  const json = url => {
    if (!known.has(url)) known.set(url, url.startsWith(signed) ? get(root + url.slice(signed.length)) : Promise.reject(elsewhere(url)));
    return known.get(url);
  };
  const moved = signed !== root;
  // Only this computer's own programs answer at these names: whoever previews a site may believe what it serves itself.
  const preview = moved && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname);
  return {json, preview, copy: moved && !preview};
}

const elsewhere = url => { try { fail('elsewhere', url); } catch (error) { return error; } };

/** The credential as this site serves it now, if it could be read. */
let credential;

async function check() {
  const now = Date.now();
  const answers = new Answers();
  credential = undefined;
  if (location.protocol === 'file:') {
    answers.add('page', 'unknown', say('page-file'));
    return show(answers, now);
  }
  try {
    credential = await get(`${here}credential.json`);
    if (typeof credential?.id !== 'string') fail('lacks', 'id');
  } catch (error) {
    answers.add('document', 'unknown', say('document-unread', wordsOf(error)));
    return show(answers, now);
  }
  const world = worldOf(credential);
  // All at once: judging asks for one after the other.
  const {issuer, credentialStatus: status, credentialSubject: subject} = credential;
  for (const url of [status?.statusListCredential, subject?.achievement?.id]) if (typeof url === 'string') world.json(url).catch(() => {});
  try {
    world.json(webAddress(issuer.id)).catch(() => {});
  } catch {
    // The judge says so.
  }
  askPage(answers, world);
  show(await judge(credential, world, now, answers), now, world.copy);
}

/** Is this the page of that credential, at the place that it was signed for? */
function askPage(answers, world) {
  const folder = address => address.split('/').at(-2);
  if (folder(credential.id) !== folder(here)) return answers.add('page', 'failed', say('page-moved', credential.id), [], {kind: 'altered'});
  let found;
  try {
    found = compare(document, credential);
  } catch {
    // Its shape is wrong, which is a question of its own.
    return;
  }
  const evidence = [['Compared with', `${here}credential.json`]];
  if (world.preview && found[0] === 'passed') found = ['attention', say('page-preview', credential.id.replace('credential.json', ''))];
  if (found[0] === 'failed' || !world.copy) return answers.add('page', ...found, evidence, found[0] === 'failed' ? {kind: 'altered'} : {});
  answers.add('page', 'unknown', say('page-copy', new URL(here).host, credential.id.replace('credential.json', '')), evidence);
}

/** Shows what was found: on top, line by line, and for paper. */
function show(answers, now, copy) {
  const {gravest} = answers;
  const until = readStamp(credential?.validUntil);
  const kind = gravest.kind === 'valid' && until - now <= SOON ? 'expiring' : gravest.kind;
  const look = kind === 'altered' ? 'invalid' : kind;
  const untilShown = award.querySelector('[data-fact=until]')?.textContent;
  const text = kind === built.kind ? built.text
    : say(kind, kind === 'not-yet-valid' ? day(gravest.at) : untilShown ?? (until ? day(until) : ''));
  const why = kind === 'unchecked' ? say('built-said', gravest.sentence, built.on, built.text)
    : ['invalid', 'altered'].includes(kind) ? `${gravest.sentence}.` : kind === built.kind ? built.reason : '';

  for (const it of [banner, award]) {
    const name = it === banner ? 'verdict' : 'award';
    it.className = `${name} ${name}--${look}`;
  }
  banner.querySelector('.mark').replaceWith(sign(kind));
  banner.querySelector('strong').replaceChildren(text);
  reason.replaceChildren(...make('i', {}, why).childNodes);
  checked.replaceChildren(say('now', clock(now)));
  award.querySelector('.stamp')?.remove();
  if (!['valid', 'expiring'].includes(look)) {
    award.querySelector('.award__art').append(make('span', {class: 'stamp', 'aria-hidden': 'true', 'data-own': ''}, say(`stamp ${look}`)));
  }
  award.querySelector('[data-paper]').replaceChildren(say('paper', text, `${day(now)}, ${new Date(now).toISOString().slice(11, 16)}`));

  desk.querySelector('.desk__now').replaceChildren(
    make('p', {}, say('intro', day(now), clock(now), location.host)),
    ...copy && /^https?:/.test(credential.id) ? [make('p', {}, make('a', {href: credential.id.replace('credential.json', ''), class: 'button'}, say('original')))] : [],
    make('ul', {class: 'checks'}, ...answers.checks.map(it => line(it, now))),
    make('p', {}, again),
  );
  document.documentElement.dataset.checked = kind;
  ask();
}

const again = make('button', {type: 'button', class: 'button button--plain'}, say('again'));
again.addEventListener('click', check);

const input = make('input', {id: 'who', autocomplete: 'off', spellcheck: 'false', autocapitalize: 'none'});
const answer = make('output', {for: 'who', class: 'ask__answer'});
const form = make('form', {class: 'ask'}, make('h3', {}, say('ask')), make('label', {for: 'who'}, say('ask-label')),
  make('div', {class: 'ask__row'}, input, make('button', {class: 'button'}, say('ask-button'))),
  answer, make('p', {class: 'quiet'}, say('ask-note')));
form.addEventListener('submit', event => {
  event.preventDefault();
  ask();
});

/** Is it this person? */
async function ask() {
  if (!input.value.trim()) return answer.replaceChildren();
  const {outcome, sentence} = credential ? await about(credential, input.value)
    : {outcome: 'unknown', sentence: say('about-unknown', say('document-unread', location.protocol))};
  const standing = document.documentElement.dataset.checked;
  const but = outcome === 'passed' && !['valid', 'expiring'].includes(standing) ? ` ${say('about-but', banner.querySelector('strong').textContent)}` : '.';
  answer.className = `ask__answer check check--${outcome}`;
  answer.replaceChildren(sign(outcome), make('span', {}, sentence + but));
}

function fromFragment() {
  const [, who] = /^#recipient=(.+)$/.exec(location.hash) ?? [];
  if (!who) return;
  input.value = decodeURIComponent(who);
  form.scrollIntoView();
  ask();
}

if (window.top !== window) {
  award.prepend(make('p', {class: 'note'}, say('framed'), ' ', make('a', {href: location.href, target: '_blank', rel: 'noopener'}, say('alone')), '.'));
}
const fold = make('details', {}, make('summary', {}, say('built')));
const before = desk.querySelector('.built');
before.replaceWith(fold);
fold.append(before);
desk.prepend(make('div', {class: 'desk__now', 'aria-live': 'polite'}, make('p', {}, say('working'))), form);
addEventListener('hashchange', fromFragment);
fromFragment();
check();
