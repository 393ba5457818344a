// What JSON values are.

export const isText = it => typeof it === 'string';
export const isObject = it => it && typeof it === 'object' && !Array.isArray(it);
