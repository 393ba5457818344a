// Keeps a page of `accolade serve` up to date: it waits for the next build, takes the page or only its style sheets anew,
// and shows what is wrong with the repository. It is added to pages by the development server and never published.
//
// A page without scripts of its own is changed where it stands, which is several times as fast as loading it, and leaves
// what somebody has scrolled to or opened. One that does something by itself is loaded again, and does it again.
'use strict';
(() => {
  const own = document.currentScript;
  const address = new URL('state.json', own.src);
  let seen = Number(own.dataset.version);
  let panel;

  /** Shows `text` over the page; nothing hides what was shown. */
  const show = (text, fatal) => {
    panel?.remove();
    panel = undefined;
    if (!text) return;
    panel = document.createElement('accolade-problems');
    const inside = panel.attachShadow({mode: 'open'});
    // A constructed sheet is allowed by the page's content security policy, a style element would not be.
    const style = new CSSStyleSheet();
    style.replaceSync(`
      section { all: initial; position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto; box-sizing: border-box;
        padding: 1rem 1.25rem; background: #1b1b1f; color: #ececf1; border-top: .35rem solid ${fatal ? '#ff6b5e' : '#e6b23c'};
        font: 14px/1.5 ui-monospace, monospace; direction: ltr; text-align: left; }
      h2 { font: 600 15px/1.4 system-ui, sans-serif; margin: 0 0 .5rem; }
      pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
      button { float: right; font: 14px system-ui, sans-serif; padding: .25rem .75rem; cursor: pointer; }
      @media print { section { display: none; } }`);
    inside.adoptedStyleSheets = [style];
    const section = document.createElement('section');
    section.setAttribute('role', fatal ? 'alert' : 'status');
    const close = document.createElement('button');
    close.textContent = 'Hide';
    close.addEventListener('click', () => show());
    const title = document.createElement('h2');
    title.textContent = fatal ? 'The repository has mistakes; this is the site before them' : 'Warnings';
    const words = document.createElement('pre');
    words.textContent = text;
    section.append(close, title, words);
    inside.append(section);
    document.documentElement.append(panel);
  };

  /** The address that was written into the page. */
  const written = url => url.replace(/[?&]version=\d+$/, '');
  /** An address that the browser does not know yet, of the file that is at `url` now. */
  const anewAt = url => `${written(url)}${written(url).includes('?') ? '&' : '?'}version=${seen}`;

  /** Takes the style sheets of this site anew, each replaced when the new one is there. */
  const restyle = () => {
    for (const link of document.querySelectorAll('link[rel=stylesheet]')) {
      const anew = link.cloneNode();
      anew.removeAttribute('integrity');
      anew.setAttribute('href', anewAt(link.getAttribute('href')));
      anew.addEventListener('load', () => link.remove());
      anew.addEventListener('error', () => anew.remove());
      link.after(anew);
    }
  };

  /** What a page uses, in words; nothing if it does something by itself. */
  const uses = page => {
    if (page.querySelector('iframe, object, embed')) return undefined;
    const used = [];
    for (const it of page.querySelectorAll('script, link[rel=stylesheet], meta[http-equiv]')) {
      if (it.localName === 'link') used.push(written(it.getAttribute('href')));
      // Data is let in by its digest.
      if (it.localName === 'meta') used.push(it.content.replace(/ 'sha256-[^']*'/g, ''));
      if (it.localName === 'script' && it.src !== own.src && it.type !== 'application/ld+json') return undefined;
    }
    return used.join('\n');
  };

  const sameAttributes = (old, next) => {
    for (const {name} of [...old.attributes]) {
      // What somebody has opened stays open.
      if (name !== 'open' && !next.hasAttribute(name)) old.removeAttribute(name);
    }
    for (const {name, value} of next.attributes) {
      if (!old.hasAttribute(name) || written(old.getAttribute(name)) !== value) old.setAttribute(name, value);
    }
  };

  /** Makes `old`, which is in the page, the same as `next`, and touches nothing that is the same already. */
  const same = (old, next) => {
    if (old.nodeType !== next.nodeType || old.nodeName !== next.nodeName) {
      old.replaceWith(next);
    } else if (old.nodeType !== Node.ELEMENT_NODE) {
      if (old.data !== next.data) old.data = next.data;
    } else {
      sameAttributes(old, next);
      const [here, there] = [[...old.childNodes], [...next.childNodes]];
      for (const [at, it] of there.entries()) {
        if (at < here.length) same(here[at], it);
        else old.append(it);
      }
      for (const it of here.slice(there.length)) it.remove();
    }
  };

  /** Changes the page where it stands, if that can be done. */
  const change = async () => {
    const used = uses(document);
    if (used === undefined) return false;
    const response = await fetch(location.href, {cache: 'no-store'});
    if (!response.ok || response.redirected) return false;
    const next = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (uses(next) !== used) return false;
    const version = next.querySelector('script[data-version]')?.dataset.version;
    sameAttributes(document.documentElement, next.documentElement);
    same(document.head, next.head);
    same(document.body, next.body);
    // It may be newer than what was told.
    seen = Math.max(seen, Number(version ?? 0));
    // Under the same address may be another picture or style now.
    for (const it of document.querySelectorAll('img[src]')) {
      if (new URL(it.src).origin === location.origin) it.setAttribute('src', anewAt(it.getAttribute('src')));
    }
    restyle();
    return true;
  };

  const wait = async () => {
    for (;;) {
      try {
        address.search = `?after=${seen}`;
        const response = await fetch(address, {cache: 'no-store'});
        const state = await response.json();
        const before = seen;
        seen = state.version;
        // Below 0: the server was gone for a while, and what happened meanwhile is not known.
        if (before < 0 || state.page > before && !await change()) {
          location.reload();
          return;
        }
        if (state.page <= before && state.style > before) restyle();
        show(state.problems, state.fatal);
      } catch {
        // The server has stopped, or was started anew.
        seen = -1;
        await new Promise((done) => setTimeout(done, 500));
      }
    }
  };

  // The first question is about what is wrong now; the ones after it wait for a change.
  show(own.dataset.problems, own.dataset.fatal === 'true');
  wait();
})();
