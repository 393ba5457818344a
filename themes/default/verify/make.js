// Elements, and words in them.

/** An element with attributes and content. In words, `code` is in backticks; English says so where it stands in for another language. */
export function make(tag, attributes, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const it of content) {
    if (it instanceof Node) element.append(it);
    else if (it[0] === '\u2066') element.append(make('span', {lang: 'en', dir: 'ltr'}, it.slice(1)));
    else element.append(...it.replace(/\u2066/g, '').split('`').map((part, n) => n % 2 ? make('code', {}, part) : part));
  }
  return element;
}
