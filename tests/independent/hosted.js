// Built sites on loopback, under their sub-path and with the headers of GitHub Pages, for a browser to look at.

import {createServer} from 'node:http';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {Published} from './published.js';

export const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const args = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

/** What GitHub Pages compresses. */
const COMPRESSED = /^(text\/|application\/(json|javascript|xml|manifest)|image\/svg)/;

/** Hosts `folder`, built for the address `base`; what it does not have is answered with its 404.html. */
export async function host(folder, base) {
  const path = new URL(base).pathname;
  const server = createServer(async (request, response) => {
    const {origin} = hosted;
    const site = new Published(folder, `${origin}${path}`);
    const answer = site.answer(`${origin}${request.url}`);
    const found = answer.status === 200 ? answer : site.answer(`${origin}${path}404.html`);
    const headers = {...Object.fromEntries(found.headers), 'cache-control': 'max-age=600'};
    let body = Buffer.from(await found.arrayBuffer());
    if (COMPRESSED.test(headers['content-type']) && /\bgzip\b/.test(request.headers['accept-encoding'])) {
      body = gzipSync(body, {level: 6});
      headers['content-encoding'] = 'gzip';
    }
    response.writeHead(answer.status, {...headers, 'content-length': body.length});
    response.end(body);
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const hosted = {folder, origin, home: origin + path, close: () => server.close()};
  return hosted;
}

/**
 * One page of every type, by its name: the longest one, as that is the hardest. The type is what the page's body says it
 * is, so that a new type is looked at from its first day. An award has one in every state, and so has a badge.
 */
export function pageTypes(folder) {
  const found = new Map();
  const pages = readdirSync(folder, {recursive: true}).filter(path => path.endsWith('.html')).sort();
  for (const path of pages) {
    const html = readFileSync(join(folder, path), 'utf8');
    // What stands in a frame on other sites has no name but that of its file.
    let [, name] = /<body class="page page--([\w-]+)/.exec(html) ?? /([\w-]+)\.html$/.exec(path);
    if (html.includes('http-equiv="refresh"')) name += ', moved';
    const [, state] = /class="verdict verdict--([\w-]+)/.exec(html) ?? [];
    if (state) name += `, ${state}`;
    if (!(found.get(name)?.length >= html.length)) found.set(name, {name, path, length: html.length});
  }
  return [...found.values()].map(({name, path}) => ({name, path}));
}
