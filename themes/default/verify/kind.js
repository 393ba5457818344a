// What JSON values are.

export const isText = it => typeof it === 'string';
export const isObject = it => it && typeof it === 'object' && !Array.isArray(it);

/** An address without what every address has, or text as it is. */
export const bare = url => String(url).replace(/^(https?:\/\/|mailto:)/i, '').replace(/\/+$/, '');
