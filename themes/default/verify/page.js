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

// For when nothing can be fetched.
Object.assign(WORDS, JSON.parse(award.dataset.spare));

/** What the page said when it was built: its verdict, the day of that, a reason, and when it was built. */
const {kind, day: since} = banner.dataset;
const was = WORDS[`sign-${kind}`] ? kind : 'unchecked';
const why = reason.textContent;
const [on] = [...checked.querySelectorAll('time')].map(it => Date.parse(it.dateTime));
/** That verdict in words. */
const before = () => say(was === 'revoked' && since ? 'revoked-on' : was, day(Date.parse(since)));

/** What can be asked of this site. A credential names its documents where they were signed for. */
function worldOf(credential) {
  const [signed] = /^.*(?=assertions\/)/.exec(credential.id) ?? [here];
  const root = new URL('../../', here).href;
  // The site's address, and those that it had before.
  const [base, ...old] = award.dataset.bases?.split(' ') ?? [];
  const former = old.includes(signed) && signed;
  const known = {};
  const json = url => known[url] ??= (async () => {
    const from = [signed, former && base].find(it => it && url.startsWith(it)) ?? fail('elsewhere', url);
    const found = await get(root + url.slice(from.length));
    // What is not signed is read by the names that it had. A DID document says itself which those are.
    return from !== former || found.proof ? found
      : JSON.parse(JSON.stringify(found).replaceAll(found.id, [found.alsoKnownAs ?? url].flat().find(it => it === url || webAddress(it) === url)));
  })();
  const moved = signed !== root;
  const present = url => former ? url.replace(former, base) : url;
  // Only this computer's own programs answer at these names: whoever previews a site may believe what it serves itself.
  return {
    json, moved, former, present, same: (one, other) => one === other || webAddress(one) === present(webAddress(other)),
    copy: moved && !former && !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname),
  };
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
        WORDS.own ? {} : get(file, {integrity, cache: 'default'}), get(`${here}credential.json`),
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
function askPage(answers, credential, {moved, copy, former}) {
  let answer = ['failed', ['page-moved', credential.id]];
  try {
    if (credential.id.split('/').at(-2) === here.split('/').at(-2)) answer = compare(document, credential, desk, [verdict, reason, checked]);
  } catch {
    // Its shape is wrong, which is a question of its own.
    return;
  }
  const [outcome] = answer;
  if (outcome !== 'failed' && copy) answer = ['unknown', ['page-copy', location.host, pageOf(credential.id)]];
  else if (outcome === 'passed' && moved) answer = ['attention', former ? ['page-former', former] : ['page-preview', pageOf(credential.id)]];
  answers.add('page', ...answer, outcome === 'failed' ? {kind: 'altered'} : {});
}

/** Shows what was found: on top, and for paper. */
function show({answers: {gravest}, credential, now}) {
  const {sentence} = gravest;
  const until = readStamp(credential?.validUntil);
  const kind = gravest.kind === 'valid' && until - now <= SOON ? 'expiring' : gravest.kind;
  // What was bad when the page was built stays so until somebody can tell.
  const still = kind === 'unchecked' && !GOOD.includes(was);
  const look = kind === 'altered' ? 'invalid' : still ? was : kind;
  const same = still || kind === was && kind === 'revoked';
  const text = same ? before() : say(kind, day(gravest.at ?? until ?? now));

  for (const it of [banner, award]) it.className = it.className.replace(/--\S+/, `--${look}`);
  part('.mark').replaceWith(sign(look));
  verdict.replaceChildren(make('span', {}, text));
  checked.textContent = say(desk ? 'now' : 'now-card', clock(now));
  reason.replaceChildren(make('span', {}, (same && was === 'revoked' ? `${why} ` : '')
    + (still ? say('built-still', sentence) : kind === 'unchecked' ? say('built-said', sentence, day(on), before()) : look === 'invalid' ? `${told(sentence)}.` : '')));
  if (desk) {
    part('.stamp')?.remove();
    if (!GOOD.includes(look)) part('.award__art').append(make('span', {class: 'stamp', 'aria-hidden': true}, say(`stamp-${look}`)));
    const at = still ? on : now;
    part('[data-paper]').textContent = say('paper', text, `${told(day(at))}, ${new Date(at).toISOString().slice(11, 16)}`);
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
    make('ul', {class: 'checks'}, ...answers.checks.map(it => line(it, {credential, now}))),
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
  try {
    form.querySelector('input').value = decodeURIComponent(who);
  } catch {
    return;
  }
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
