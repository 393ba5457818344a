// The gallery's search: what was typed and chosen stands in the address, so that it can be shared and gone back to.
// What it looks through is loaded when it is first used. Words and the look of a card come from the page.

const {index, integrity} = document.currentScript.dataset;
const form = document.querySelector('.search');
const stock = document.querySelector('.search__stock').content;
const results = document.querySelector('.search__results');
const said = form.querySelector('.search__said');
const fields = [...form.querySelectorAll('input, select')];
const filters = fields.filter(field => field.tagName === 'SELECT');
const page = 60;
// A phone's first screen is for badges; elsewhere there is room for the filters, and where one is in use it is seen.
const fold = form.querySelector('.search__fold');
if (matchMedia('(min-width: 33rem)').matches) fold.open = true;
const home = form.getAttribute('action').replace(/index\.html$/, '');
// Days in the order, and numbers in the digits, that pages have.
const language = `${document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang}-u-nu-latn`;

/** Letters without marks and case: “lot”, “loten” and “loeten” all find “Löten”. */
const plain = text => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').replace(/ø/g, 'o').replace(/æ/g, 'ae').replace(/œ/g, 'oe').replace(/ł/g, 'l').replace(/đ/g, 'd').replace(/ı/g, 'i');
const german = text => plain(text.toLowerCase().normalize('NFC').replace(/[äöü]/g, it => `${it.normalize('NFD')[0]}e`));
const foldings = text => ` ${plain(text)} ${german(text)}`.replace(/\s+/g, ' ');

/** A phrase of the page, with `count` counted as its language does. */
function say(name, count) {
  const phrases = [...stock.querySelectorAll(`.say-${name}`)];
  if (count === undefined) return phrases[0].textContent;
  const exact = phrases.find(it => Number(it.dataset.count) === count);
  if (exact) return exact.textContent;
  const rules = new Intl.PluralRules(language);
  const kind = rules.select(count);
  const alike = phrases.filter(it => rules.select(Number(it.dataset.count)) === kind).pop() ?? phrases[phrases.length - 1];
  return alike.textContent.replace(new RegExp(`(?<!\\d)${alike.dataset.count}(?!\\d)`), count.toLocaleString(language));
}

let found;
/** Everything that can be found, with what is searched of it. */
function load() {
  found ??= new Promise((done, fail) => {
    const script = document.createElement('script');
    if (location.protocol !== 'file:') script.integrity = integrity;
    script.src = index;
    script.onload = done;
    script.onerror = fail;
    document.head.append(script);
  }).then(() => {
    const {badges, issuers, skills, people} = globalThis.accoladeGallery;
    const kinds = Object.fromEntries([...form.querySelectorAll('[name=type] option[data-name]')].map(it => [it.value, it.dataset.name]));
    const thing = (folder, [slug, name]) => ({url: `${home}${folder}/${slug}/index.html`, name, first: foldings(name), text: foldings(name)});
    return {
      badges: badges.map(([slug, name, description, type, level, issuer, own, count, latest, years, retired, png, tongue]) => ({
        ...thing('badges', [slug, name]),
        text: foldings([name, description, kinds[type], level, issuers[issuer]?.[1], ...(own ?? []).map(it => skills[it][1])].filter(Boolean).join(' ')),
        slug, description, level, count, latest, retired, tongue, picture: png ? 'image-192.png' : 'image.svg', kind: kinds[type] ?? type, issuer: issuers[issuer]?.[1] ?? '',
        is: {type: [type], level: [level], issuer: [issuers[issuer]?.[0]], skill: (own ?? []).map(it => skills[it][0]), year: years ?? [], open: [retired ? 'no' : 'yes']},
      })),
      skills: skills.map(it => thing('skills', it)),
      issuers: issuers.map(it => thing('issuers', it)),
      people: people.map(it => thing('people', it)),
    };
  });
  found.catch(() => { found = undefined; });
  return found;
}

/** Those that hold every word; names that begin with one come first. */
function matching(things, words) {
  const fit = things.filter(it => words.every(word => it.text.includes(word)));
  const rank = it => words.reduce((sum, word) => sum + (it.first.includes(` ${word}`) ? 0 : it.first.includes(word) ? 1 : it.text.includes(` ${word}`) ? 2 : 3), 0);
  return words.length ? fit.map((it, place) => [rank(it), place, it]).sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, , it]) => it) : fit;
}

const element = (name, properties, ...children) => {
  const it = Object.assign(document.createElement(name), properties);
  it.append(...children);
  return it;
};

/** A badge as every card of the page looks. */
function card(badge) {
  const it = stock.querySelector('.card').cloneNode(true);
  const put = (where, text) => { const at = it.querySelector(where); if (at) at.textContent = text; };
  it.classList.toggle('card--retired', Boolean(badge.retired));
  const link = it.querySelector('.card__name a');
  link.href = badge.url;
  link.textContent = badge.name;
  const image = it.querySelector('img');
  if (image) image.src = `${home}badges/${badge.slug}/${badge.picture}`;
  put('.card__kind', [badge.kind, badge.level].filter(Boolean).join(' · '));
  put('.card__text', badge.description);
  if (badge.tongue) for (const where of ['.card__name', '.card__text']) it.querySelector(where).lang = badge.tongue;
  put('.card__issuer', badge.issuer);
  put('.card__count', [badge.retired ? say('retired') : '', say('awarded', badge.count)].filter(Boolean).join(' · '));
  const time = it.querySelector('.card__latest time');
  if (time && badge.latest) {
    time.dateTime = badge.latest;
    time.textContent = new Date(badge.latest).toLocaleDateString(language, {dateStyle: 'long', timeZone: 'UTC'});
  } else {
    it.querySelector('.card__latest')?.remove();
  }
  return it;
}

const section = (name, ...children) => element('section', {ariaLabel: say(name)}, element('h2', {className: 'section-title', textContent: say(name)}), ...children);

function grid(badges) {
  const cards = element('div', {className: 'cards'});
  const more = element('button', {className: 'button button--plain search__more', type: 'button', textContent: say('more')});
  let shown = 0;
  const add = () => {
    const next = badges.slice(shown, shown + page).map(card);
    cards.append(...next);
    shown += next.length;
    more.hidden = shown >= badges.length;
    return next[0];
  };
  add();
  more.addEventListener('click', () => add()?.querySelector('a').focus());
  return [cards, more];
}

/** What is asked for, as it stands in the address. */
const asked = () => new URLSearchParams(fields.filter(it => it.value.trim()).map(it => [it.name, it.value.trim()]));

let turn = 0;
async function show() {
  const mine = ++turn;
  const query = asked();
  const active = [...query].length > 0;
  form.querySelector('.search__clear').hidden = !active;
  if (filters.some(it => it.value)) fold.open = true;
  for (const it of document.querySelectorAll('.gallery')) it.hidden = active;
  results.hidden = !active;
  if (!active) {
    results.replaceChildren();
    said.textContent = '';
    return;
  }
  if (!globalThis.accoladeGallery) said.textContent = say('loading');
  let all;
  try {
    all = await load();
  } catch {
    said.textContent = say('failed');
    results.hidden = true;
    for (const it of document.querySelectorAll('.gallery')) it.hidden = false;
    return;
  }
  if (mine !== turn) return;
  const words = plain(query.get('q') ?? '').split(/\s+/).filter(Boolean);
  const wanted = filters.filter(it => it.value);
  const badges = matching(all.badges.filter(badge => wanted.every(it => badge.is[it.name].includes(it.value))), words);
  const parts = badges.length ? [section('badges', ...grid(badges))] : [];
  let count = badges.length;
  if (words.length && !wanted.length) {
    for (const kind of ['people', 'skills', 'issuers']) {
      const those = matching(all[kind], words);
      count += those.length;
      if (!those.length) continue;
      parts.push(section(kind, element('ul', {className: 'tags'}, ...those.slice(0, page).map(it => element('li', {}, element('a', {href: it.url, textContent: it.name}))))));
    }
  }
  if (!count) {
    const out = element('button', {className: 'button button--plain', type: 'button', textContent: say('clear')});
    out.addEventListener('click', () => form.reset());
    parts.push(element('div', {className: 'empty'}, element('p', {textContent: say('none')}), out));
  }
  results.replaceChildren(...parts);
  said.textContent = say('found', count);
}

/** Writes what is asked for into the address; `step` makes it something to go back from. */
function keep(step) {
  const query = asked().toString();
  const to = query ? `?${query}` : location.pathname;
  if (query === location.search.slice(1)) return;
  // Some browsers let no page that was opened from disk change its address.
  try { history[step || !location.search ? 'pushState' : 'replaceState'](null, '', to); } catch { /* It works without. */ }
}

/** Reads what is asked for from the address. */
function read() {
  const query = new URLSearchParams(location.search);
  for (const it of fields) it.value = query.get(it.name) ?? '';
  for (const it of filters) if (it.selectedIndex < 0) it.value = '';
  return show();
}

form.addEventListener('focusin', () => load().catch(() => {}), {once: true});
form.addEventListener('input', event => { keep(event.target.tagName === 'SELECT'); show(); });
form.addEventListener('submit', event => { event.preventDefault(); keep(true); show(); });
form.addEventListener('reset', event => {
  event.preventDefault();
  for (const it of fields) it.value = '';
  keep(true);
  show();
  form.querySelector('#q').focus();
});
addEventListener('popstate', read);
read();
