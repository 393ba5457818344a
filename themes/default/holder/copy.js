// For the holder of an award: buttons that copy what stands beside them, or save a picture, and the day of printing on paper.
// Without this script everything can be selected by hand.

addEventListener('beforeprint', () => {
  const {lang} = document.documentElement;
  // The day first in English, and the digits that pages have in every language.
  const today = new Date().toLocaleDateString(lang === 'en' ? 'en-GB' : lang, {dateStyle: 'long', numberingSystem: 'latn'});
  for (const it of document.querySelectorAll('[data-printed]')) it.textContent = it.dataset.printed.replace('%', today);
});

/** Tells those who hear the page what happened. */
const said = document.createElement('output');
said.className = 'unseen';
document.body.append(said);

/** Puts text, and HTML where the button has some, where a paste finds it. */
async function put(text, html) {
  const {clipboard} = navigator;
  if (html === undefined) return clipboard.writeText(text);
  const part = (type, content) => ({[type]: new Blob([content], {type})});
  return clipboard.write([new ClipboardItem({...part('text/plain', text), ...part('text/html', html)})]);
}

/** Says for a moment what came of it. */
function tell(button, words) {
  button.before_ ??= [...button.childNodes];
  button.replaceChildren(words);
  said.textContent = words;
  clearTimeout(button.later);
  button.later = setTimeout(() => {
    button.replaceChildren(...button.before_);
    said.textContent = '';
  }, 2500);
}

const find = id => document.getElementById(id);

for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', async () => {
    const {copy, copyRich} = button.dataset;
    const {done, failed} = button.closest('[data-done]').dataset;
    const source = find(copy);
    try {
      await put(source.textContent, copyRich && find(copyRich).textContent);
      tell(button, done);
    } catch {
      // Some browsers refuse, or have nothing to copy with. Then the text is selected at least.
      getSelection().selectAllChildren(source);
      tell(button, failed);
    }
  });
}

for (const button of document.querySelectorAll('[data-save]')) {
  button.addEventListener('click', () => {
    const {save, name} = button.dataset;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([find(save).outerHTML], {type: 'image/svg+xml'}));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10e3);
  });
}
