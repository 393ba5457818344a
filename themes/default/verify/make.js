// Elements, and words in them.

/** Words as nodes: `code` in backticks; English, where it stands in for another language, says so. */
function* nodesOf(text) {
  for (const [n, part] of text.replace(/\u2066/g, '').split('`').entries()) yield n % 2 ? make('code', {}, new Text(part)) : part;
}

/** An element with attributes and content. */
export function make(tag, attributes, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const it of content) {
    if (it instanceof Node) element.append(it);
    else if (it[0] === '\u2066') element.append(make('span', {lang: 'en', dir: 'ltr'}, it.slice(1)));
    else element.append(...nodesOf(it));
  }
  return element;
}
