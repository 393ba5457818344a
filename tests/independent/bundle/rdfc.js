// What `eddsa-rdfc-2022` needs in a browser: JSON-LD and RDFC-1.0 by those who keep them, and every context that
// accolade knows. Nothing is fetched: an address that is not embedded is refused.

import jsonld from 'jsonld';
import {NQuads, canonize as order} from 'rdf-canonize';
import contexts from 'contexts';

/** How many times the nodes of one document may be put in an order before it is refused. */
const WORK = 1;

const documentLoader = async url => {
  if (!Object.hasOwn(contexts, url)) throw Object.assign(new Error(url), {context: url});
  return {contextUrl: null, documentUrl: url, document: contexts[url]};
};

/** Whether this context is embedded. */
export const knows = url => Object.hasOwn(contexts, url);

/** What a nameless node says by itself: equal for two nodes that cannot be told apart (RDFC-1.0, 4.6). */
function alike(dataset) {
  const said = new Map();
  for (const quad of dataset) {
    for (const id of new Set([quad.subject, quad.object, quad.graph].filter(it => it.termType === 'BlankNode').map(it => it.value))) {
      const as = it => it.termType === 'BlankNode' ? {...it, value: it.value === id ? '_:a' : '_:z'} : it;
      const line = NQuads.serializeQuad({subject: as(quad.subject), predicate: quad.predicate, object: as(quad.object), graph: as(quad.graph)});
      said.set(id, [...said.get(id) ?? [], line]);
    }
  }
  const all = [...said.values()].map(it => it.sort().join(''));
  return new Set(all).size < all.length;
}

/**
 * The canonical N-Quads of a document; throws what says why not: `{context}` an unknown one, `{alike: true}`, or the
 * library's own error with `details`.
 */
export async function canonize(document, portable = true) {
  const dataset = await jsonld.toRDF(document, {base: null, safe: true, documentLoader, rdfDirection: null});
  if (!dataset.length) throw Object.assign(new Error('nothing'), {empty: true});
  if (portable && alike(dataset)) throw Object.assign(new Error('alike'), {alike: true});
  return order(dataset, {algorithm: 'RDFC-1.0', format: 'application/n-quads', maxWorkFactor: WORK});
}
