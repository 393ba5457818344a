// The form of /nominate/: makes the file of a nomination in the reader's own browser, and opens the git host's page for a
// new file with it. An e-mail address goes nowhere: only its hash with a fresh salt is written down.

const page = document.querySelector('[data-nominate]');
const part = name => page.querySelector(`[data-part=${name}]`);
const words = Object.fromEntries([...page.querySelector('template').content.querySelectorAll('[data-key]')].map(it => [it.dataset.key, it.textContent]));
const form = part('form');
const done = part('done');
let file;

/** A TOML string: what JSON escapes, TOML reads. Control characters other than lines and tabs have no place in a file. */
const quoted = text => JSON.stringify((text.toWellFormed ? text.toWellFormed() : text).replace(/[\0-\b\v-\x1f\x7f-\x9f]/g, ''));

const hex = bytes => Array.from(bytes, it => it.toString(16).padStart(2, '0')).join('');

/** An address in a text that everybody will read; `@ada@social.example` is a name on a network. */
const holdsAddress = text => /(?:^|[\s<(:;,"'=])[^\s@<(:;,"'=]+@[^\s@]+\.[a-z]{2,}/i.test(text);

const isLink = text => /^https?:\/\/[^\s<>"\\^`{|}@/?#]+\.[^\s<>"\\^`{|}]*$/i.test(text);

/** The lines that say who gets the award; nothing if that cannot be told. */
async function recipient(who) {
  if (/^did:[a-z\d]+:[^\s"\\]+$/.test(who)) return [`did = ${quoted(who)}`];
  if (isLink(who)) return [`url = ${quoted(who)}`];
  if (!/^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;.]{2,}$/.test(who) || !crypto.subtle) return;
  // Open Badges 3.0, "IdentityHash": the salt follows the address, which is in lower case here as everywhere.
  const salt = hex(crypto.getRandomValues(new Uint8Array(16)));
  const bytes = new TextEncoder().encode(who.toLowerCase() + salt);
  const hash = hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  return [`email_hash = "${['sha256', hash].join('$')}"`, `salt = "${salt}"`];
}

/** Says what is wrong beside the field, and goes there. */
function refuse(field, key) {
  const input = form.elements[field];
  const place = document.getElementById(`${input.id}-flaw`);
  place.textContent = words[key];
  input.setAttribute('aria-invalid', 'true');
  input.focus();
}

function forgive() {
  for (const it of form.querySelectorAll('[aria-invalid]')) it.removeAttribute('aria-invalid');
  for (const it of form.querySelectorAll('.flaw')) it.textContent = '';
}

/** The file, or nothing if something has to be mended first. */
async function nomination() {
  const value = name => form.elements[name].value.trim();
  if (!value('badge')) return refuse('badge', 'bad-badge');
  const lines = await recipient(value('who'));
  if (!lines) return refuse('who', 'bad-who');
  const [name, consent, narrative] = ['name', 'consent', 'narrative'].map(value);
  if (name && !consent) return refuse('consent', 'bad-consent');
  const links = value('evidence').split(/\s+/).filter(Boolean);
  for (const [field, text] of [['name', name], ['consent', name && consent], ['narrative', narrative], ['evidence', links.join(' ')]]) {
    if (holdsAddress(text)) return refuse(field, 'bad-address');
  }
  if (!narrative) return refuse('narrative', 'bad-narrative');
  if (!links.every(isLink)) return refuse('evidence', 'bad-link');
  const text = [
    `badge = ${quoted(value('badge'))}`,
    ...value('date') ? [`date = ${value('date')}`] : [],
    `narrative = ${quoted(narrative)}`,
    '',
    '[[recipient]]',
    ...lines,
    ...name ? [`name = ${quoted(name)}`, `consent = ${quoted(consent)}`] : [],
    ...[...new Set(links)].flatMap(link => ['', '[[evidence]]', `url = ${quoted(link)}`]),
    '',
  ].join('\n');
  // The name of the file says nothing about the person.
  const path = `nominations/${value('badge')}-${hex(crypto.getRandomValues(new Uint8Array(4)))}.toml`;
  return {path, text};
}

/** The badge that the address names, as a fragment or a query. */
function choose() {
  const wanted = decodeURIComponent(location.hash.slice(1)) || new URLSearchParams(location.search).get('badge');
  const option = [...form.elements.badge.options].find(it => it.value === wanted);
  if (!option) return;
  if (option.disabled) part('closed').textContent = words.closed.replace('{0}', option.dataset.name);
  else form.elements.badge.value = wanted;
  told();
}

/** Says until when nominations for the badge are taken. */
function told() {
  const option = form.elements.badge.selectedOptions[0];
  part('until').textContent = option?.dataset.day ? words.until.replace('{0}', option.dataset.day) : '';
}

/** A name needs consent, and nothing else does. */
function ask() {
  part('consent').hidden = !form.elements.name.value.trim();
}

async function copy() {
  try {
    await navigator.clipboard.writeText(file.text);
    part('said').textContent = words.copied;
  } catch {
    // Where a page may not write there, the reader copies by hand.
    getSelection().selectAllChildren(part('file'));
  }
}

function show() {
  part('path').textContent = file.path;
  part('file').textContent = file.text;
  part('said').textContent = '';
  const open = part('open');
  if (open) {
    const address = page.dataset.newFile.replace('{0}', encodeURIComponent(file.path));
    const whole = address.replace('{1}', encodeURIComponent(file.text));
    // Hosts refuse long addresses: then the text is pasted.
    const fits = address.includes('{1}') && whole.length < 7000;
    open.href = fits ? whole : address.replace('&value={1}', '');
    part('paste').hidden = fits;
    part('next').hidden = !fits;
    open.dataset.paste = fits ? '' : 'yes';
  }
  done.hidden = false;
  part('title').focus();
}

form.addEventListener('submit', async event => {
  event.preventDefault();
  forgive();
  file = await nomination();
  if (file) show();
  else done.hidden = true;
});
form.addEventListener('input', () => {
  ask();
  told();
  // What was made before is no longer what the form says.
  done.hidden = true;
});
part('copy').addEventListener('click', copy);
part('open')?.addEventListener('click', event => event.currentTarget.dataset.paste && copy());
part('download').addEventListener('click', () => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([file.text], {type: 'application/toml'}));
  link.download = file.path.split('/')[1];
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
});

for (const option of form.elements.badge.options) {
  if (option.dataset.until && Date.now() >= Date.parse(option.dataset.until)) option.disabled = true;
}
const today = new Date();
form.elements.date.value = `${today.getFullYear()}-${String(today.getMonth() + 1).padStart(2, '0')}-${String(today.getDate()).padStart(2, '0')}`;
form.hidden = false;
choose();
ask();
addEventListener('hashchange', choose);
