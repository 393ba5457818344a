// The award page checks itself: on load, and again on a button. Its card for frames does so on load, and says what the
// award is worth.

import '../holder/copy.js';
import {askDefinition} from './definition.js';
import {webAddress} from './did.js';
import {compare} from './facts.js';
import {Answers, SOON, judge} from './judge.js';
import {isText} from './kind.js';
import {line} from './lines.js';
import {make} from './make.js';
import {about} from './recipient.js';
import {clock, get, sign} from './show.js';
import {day, readStamp} from './time.js';
import {WORDS, fail, say, told, wordsOf} from './words.js';

const award = document.querySelector('[data-words]');
const part = selector => award.querySelector(selector);
const [banner, verdict, reason, checked, desk, form] = [
  '.verdict', '.verdict strong', '.verdict__reason', '.verdict__checked', '[data-desk]', '[data-ask]',
].map(part);
const here = new URL('.', location).href;
const pageOf = id => id.replace('credential.json', '');
const GOOD = ['valid', 'expiring'];
const state = document.documentElement.dataset;

/** What the page said when it was built. */
const built = {
  kind: banner.dataset.kind, text: verdict.textContent, reason: reason.textContent, on: checked.querySelector('time').textContent,
};

// For when nothing can be fetched.
Object.assign(WORDS, JSON.parse(award.dataset.spare));

/** What can be asked of this site. A credential names its documents where they were signed for. */
function worldOf(credential) {
  const [signed] = /^.*?(?=assertions\/)/.exec(credential.id) ?? [here];
  const root = new URL('../../', here).href;
  const known = {};
  const json = url => known[url] ??= url.startsWith(signed) ? get(root + url.slice(signed.length)) : (async () => fail('elsewhere', url))();
  const moved = signed !== root;
  // Only this computer's own programs answer at these names: whoever previews a site may believe what it serves itself.
  return {json, moved, copy: moved && !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname)};
}

/** What the last check found: `answers`, the `credential`, if it could be read, its `world`, and when that was. */
let found = {};

/** Checks, and shows what that comes to. */
async function check() {
  const now = Date.now();
  const answers = new Answers();
  let credential, world;
  try {
    if (location.protocol === 'file:') answers.add('page', 'unknown', ['page-file']);
    else {
      const {words: file, integrity} = award.dataset;
      const [words, signed] = await Promise.allSettled([
        WORDS.valid ? {} : get(file, {integrity, cache: 'default'}), get(`${here}credential.json`),
      ]);
      Object.assign(WORDS, words.value);
      if (signed.reason) throw signed.reason;
      if (words.reason) fail('words-unread');
      credential = signed.value;
      if (!isText(credential?.id)) fail('lacks', 'id');
      world = worldOf(credential);
      // All at once: judging asks for one after the other, and says what is wrong with it.
      for (const it of [() => credential.credentialStatus.statusListCredential, () => webAddress(credential.issuer.id)]) {
        try {
          world.json(it()).catch(() => {});
        } catch {}
      }
      askPage(answers, credential, world);
      await judge(credential, world, now, answers);
    }
  } catch (error) {
    credential = undefined;
    answers.add('document', 'unknown', ['document-unread', wordsOf(error)]);
  }
  found = {answers, credential, world, now};
  show(found);
  if (desk) await explain(found);
}

/** Is this the page of that credential, at the place that it was signed for? */
function askPage(answers, credential, {moved, copy}) {
  let answer = ['failed', ['page-moved', credential.id]];
  try {
    if (credential.id.split('/').at(-2) === here.split('/').at(-2)) answer = compare(document, credential, desk);
  } catch {
    // Its shape is wrong, which is a question of its own.
    return;
  }
  const [outcome] = answer;
  if (outcome !== 'failed' && copy) answer = ['unknown', ['page-copy', location.host, pageOf(credential.id)]];
  else if (outcome === 'passed' && moved) answer = ['attention', ['page-preview', pageOf(credential.id)]];
  answers.add('page', ...answer, outcome === 'failed' ? {kind: 'altered'} : {});
}

/** Shows what was found: on top, and for paper. */
function show({answers: {gravest}, credential, now}) {
  const {sentence} = gravest;
  const until = readStamp(credential?.validUntil);
  const kind = gravest.kind === 'valid' && until - now <= SOON ? 'expiring' : gravest.kind;
  const look = kind === 'altered' ? 'invalid' : kind;
  const text = kind === built.kind ? built.text : say(kind, day(gravest.at ?? until ?? now));

  for (const it of [banner, award]) it.className = it.className.replace(/--\S+/, `--${look}`);
  part('.mark').replaceWith(sign(kind));
  verdict.textContent = text;
  checked.textContent = say(desk ? 'now' : 'now-card', clock(now));
  reason.replaceChildren(make('span', {}, kind === 'unchecked' ? say('built-said', sentence, built.on, built.text)
    : look === 'invalid' ? `${told(sentence)}.` : kind === built.kind ? built.reason : ''));
  if (desk) {
    part('.stamp')?.remove();
    if (!GOOD.includes(look)) part('.award__art').append(make('span', {class: 'stamp', 'aria-hidden': true, 'data-own': ''}, say(`stamp-${look}`)));
    part('[data-paper]').textContent = say('paper', text, `${told(day(now))}, ${new Date(now).toISOString().slice(11, 16)}`);
  }
  state.checked = kind;
}

/** Below the verdict: every answer in a line, its evidence folded. */
async function explain({answers, credential, world, now}) {
  if (world) await askDefinition(answers, credential, world);
  if (now !== found.now) return;
  const again = make('button', {type: 'button', class: 'button button--plain'}, say('again'));
  again.addEventListener('click', check);
  lines.replaceChildren(
    make('p', {}, say('intro', day(now), clock(now), location.host)),
    ...world?.copy && /^https?:/.test(credential.id) ? [make('p', {}, make('a', {href: pageOf(credential.id), class: 'button'}, say('original')))] : [],
    make('ul', {class: 'checks'}, ...answers.checks.map(it => line(it, {credential, now, json: world?.json}))),
    make('p', {}, again),
  );
  state.explained = '';
  ask();
}

/** Is it this person? */
async function ask() {
  const {credential} = found;
  const place = form.querySelector('output');
  const who = form.querySelector('input').value;
  if (!who.trim()) return place.replaceChildren();
  const {outcome, sentence} = credential ? await about(credential, who) : {outcome: 'unknown', sentence: ['about-unread']};
  const but = outcome === 'passed' && !GOOD.includes(state.checked) ? ` ${say('about-but', verdict.textContent)}` : '.';
  place.className = `ask__answer check check--${outcome}`;
  place.replaceChildren(sign(outcome), make('span', {}, told(sentence) + but));
}

/** A link may carry whom to ask about in its fragment, which no server sees. */
function fromFragment() {
  const [, who] = /^#recipient=(.+)$/.exec(location.hash) ?? [];
  if (!who) return;
  form.querySelector('input').value = decodeURIComponent(who);
  form.scrollIntoView();
  ask();
}

const lines = make('div', {class: 'desk__now', 'aria-live': 'polite'});
if (desk) {
  const before = part('.built');
  const fold = make('details', {}, make('summary', {}, say('built')));
  before.replaceWith(fold);
  fold.append(before);
  form.hidden = false;
  desk.prepend(lines, form);
  form.addEventListener('submit', event => {
    event.preventDefault();
    ask();
  });
  addEventListener('hashchange', fromFragment);
  if (window.top !== window) {
    award.prepend(make('p', {class: 'note'}, say('framed'), ' ', make('a', {href: location.href, target: '_blank', rel: 'noopener'}, say('alone')), '.'));
  }
}
check().then(desk && fromFragment);
