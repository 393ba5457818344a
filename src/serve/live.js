// Keeps a page of `accolade serve` up to date: it waits for the next build, takes the page or only its style sheets anew,
// and shows what is wrong with the repository. It is added to pages by the development server and never published.
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

  /** Takes the style sheets of this site anew, each replaced when the new one is there. */
  const restyle = () => {
    for (const link of document.querySelectorAll('link[rel=stylesheet]')) {
      const anew = link.cloneNode();
      anew.removeAttribute('integrity');
      const url = new URL(link.href);
      url.searchParams.set('version', seen);
      anew.href = url;
      anew.addEventListener('load', () => link.remove());
      anew.addEventListener('error', () => anew.remove());
      link.after(anew);
    }
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
        if (before < 0 || state.page > before) {
          location.reload();
          return;
        }
        if (state.style > before) restyle();
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
