// A built site as the world would see it: its addresses are answered from a folder, and nothing else is reachable.

import {existsSync, readFileSync, statSync} from 'node:fs';
import {join, normalize} from 'node:path';

const TYPES = {
  html: 'text/html; charset=utf-8', json: 'application/json', css: 'text/css', js: 'text/javascript',
  svg: 'image/svg+xml', png: 'image/png', xml: 'application/xml', txt: 'text/plain', woff2: 'font/woff2',
  webmanifest: 'application/manifest+json', ico: 'image/x-icon',
};

export class Published {
  /** `folder` is what stands at `base`, an address that ends in `/`. */
  constructor(folder, base) {
    this.folder = folder;
    this.base = base;
  }

  /** The file that a static host would send for `url`, or undefined. */
  file(url) {
    const address = new URL(url);
    address.hash = '';
    address.search = '';
    if (!address.href.startsWith(this.base)) return undefined;
    const inside = normalize(decodeURIComponent(address.href.slice(this.base.length)));
    if (inside.startsWith('..')) return undefined;
    let path = join(this.folder, inside);
    if (existsSync(path) && statSync(path).isDirectory()) path = join(path, 'index.html');
    return existsSync(path) ? path : undefined;
  }

  bytes(url) {
    const path = this.file(url);
    if (!path) throw new Error(`the site does not have ${url}`);
    return readFileSync(path);
  }

  json(url) {
    return JSON.parse(this.bytes(url).toString('utf8'));
  }

  /** What `fetch(url)` would give. */
  answer(url) {
    const path = this.file(url);
    if (!path) return new Response('not found', {status: 404});
    const type = TYPES[path.split('.').pop()] ?? 'application/octet-stream';
    return new Response(readFileSync(path), {status: 200, headers: {'content-type': type}});
  }
}

/**
 * Replaces `fetch`: addresses of `sites` are answered from their folders, those in `files` (address → file) from there,
 * and everything else is an error. Gives back the list of addresses that were asked for in vain.
 */
export function unplug(sites, files = {}) {
  const refused = [];
  globalThis.fetch = async request => {
    const url = typeof request === 'string' ? request : request.href ?? request.url;
    const site = sites.find(site => url.startsWith(site.base));
    if (site) return site.answer(url);
    if (files[url]) {
      return new Response(readFileSync(files[url]), {status: 200, headers: {'content-type': 'application/json'}});
    }
    refused.push(url);
    throw new TypeError(`fetch failed: there is no network here (${url})`);
  };
  return refused;
}

/** Lets `Date` stand still at `when`, so that an award is as old as it was when the site was built. */
export function standStill(when) {
  const moment = new Date(when).getTime();
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      super(...(given.length === 0 ? [moment] : given));
    }

    static now() {
      return moment;
    }
  };
}
