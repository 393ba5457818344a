// The award page checks itself: on load, and again on a button.

import {Answers, SOON, judge} from './judge.js';
import {webAddress} from './did.js';
import {compare} from './facts.js';
import {clock, get, sign} from './show.js';
import {day, readStamp} from './time.js';
import {Trouble, fail, say, told, wordsOf} from './words.js';

export const award = document.querySelector('.award');
const banner = award.querySelector('.verdict');
const here = new URL('.', location.href).href;
export const pageOf = id => id.replace('credential.json', '');

/** What the page said when it was built. */
export const reason = banner.querySelector('.verdict__reason');
const checked = banner.querySelector('.verdict__checked');
export const built = {
  kind: banner.dataset.kind, text: banner.querySelector('strong').textContent, reason: reason.textContent,
  on: checked.querySelector('time').textContent,
};

/** What can be asked of this site. A credential names its documents where they were signed for. */
function worldOf(credential) {
  const [signed] = /^.*?(?=assertions\/)/.exec(credential.id) ?? [here];
  const root = new URL('../../', here).href;
  const known = new Map();
  const json = url => {
    if (!known.has(url)) known.set(url, url.startsWith(signed) ? get(root + url.slice(signed.length)) : Promise.reject(new Trouble('elsewhere', url)));
    return known.get(url);
  };
  const moved = signed !== root;
  // Only this computer's own programs answer at these names: whoever previews a site may believe what it serves itself.
  return {json, moved, copy: moved && !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname)};
}

/** What the last check found: `answers`, the `credential`, if it could be read, its `world`, and when that was. */
export const found = {};

/** Checks, and shows what that comes to. */
export async function check() {
  const now = Date.now();
  const answers = new Answers();
  let credential, world;
  try {
    if (location.protocol === 'file:') answers.add('page', 'unknown', ['page-file']);
    else {
      credential = await get(`${here}credential.json`);
      if (typeof credential?.id !== 'string') fail('lacks', 'id');
      world = worldOf(credential);
      // All at once: judging asks for one after the other, and says what is wrong with it.
      for (const it of [() => credential.credentialStatus.statusListCredential, () => webAddress(credential.issuer.id)]) {
        try {
          world.json(it()).catch(() => {});
        } catch {}
      }
      await askPage(answers, credential, world);
      await judge(credential, world, now, answers);
    }
  } catch (error) {
    credential = undefined;
    answers.add('document', 'unknown', ['document-unread', wordsOf(error)]);
  }
  Object.assign(found, {answers, credential, world, now});
  show(found);
}

/** Is this the page of that credential, at the place that it was signed for? */
async function askPage(answers, credential, {moved, copy}) {
  const folder = address => address.split('/').at(-2);
  let answer = ['failed', ['page-moved', credential.id]];
  try {
    if (folder(credential.id) === folder(here)) {
      answer = compare(document, credential);
      // There may be more to it than comparing letters, and the words for it are not here either.
      if (answer[0] === 'failed') answer = compare(document, credential, await import('./markdown.js'));
    }
  } catch {
    // Its shape is wrong, which is a question of its own.
    return;
  }
  const [outcome] = answer;
  if (outcome !== 'failed' && copy) answer = ['unknown', ['page-copy', location.host, pageOf(credential.id)]];
  else if (outcome === 'passed' && moved) answer = ['attention', ['page-preview', pageOf(credential.id)]];
  answers.add('page', ...answer, outcome === 'failed' ? {kind: 'altered'} : {});
}

/** Whether the reader has come near the details, or asked for them. */
let near = window.top !== window || location.hash;
const explain = () => import('./details.js').then(it => it.draw(), () => {
  // Without the words for it, as much as can be said.
  if (!navigator.onLine) reason.textContent = say('offline');
});

/** Shows what was found: on top, and for paper; and the details to whom they matter. */
function show({answers: {gravest}, credential, now}) {
  const until = readStamp(credential?.validUntil);
  const kind = gravest.kind === 'valid' && until - now <= SOON ? 'expiring' : gravest.kind;
  const look = kind === 'altered' ? 'invalid' : kind;
  const good = look === 'valid' || look === 'expiring';
  const text = kind === built.kind ? built.text : say(kind, day(gravest.at ?? until ?? now));

  for (const it of [banner, award]) {
    const name = it === banner ? 'verdict' : 'award';
    it.className = `${name} ${name}--${look}`;
  }
  banner.querySelector('.mark').replaceWith(sign(kind));
  banner.querySelector('strong').textContent = text;
  checked.textContent = say('now', clock(now));
  award.querySelector('.stamp')?.remove();
  if (!good) {
    const stamp = document.createElement('span');
    stamp.className = 'stamp';
    stamp.ariaHidden = true;
    stamp.dataset.own = '';
    stamp.append(say(`stamp-${look}`));
    award.querySelector('.award__art').append(stamp);
  }
  award.querySelector('[data-paper]').textContent = say('paper', text, `${told(day(now))}, ${new Date(now).toISOString().slice(11, 16)}`);
  reason.textContent = kind === built.kind ? built.reason : '';
  document.documentElement.dataset.checked = kind;
  // The verdict stands. Why it is bad takes words that are not here yet.
  if (near || look === 'invalid' || look === 'unchecked') explain();
}

new IntersectionObserver(([{isIntersecting}], observer) => {
  if (!isIntersecting) return;
  observer.disconnect();
  near = true;
  if (found.answers) explain();
}, {rootMargin: '50%'}).observe(award.querySelector('[data-desk]'));
addEventListener('hashchange', explain);
check();
