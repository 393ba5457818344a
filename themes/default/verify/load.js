// What most readers never need is loaded when it is needed, once, and only as it was built.

const FROM = document.currentScript.src;
const loading = {};

const once = ([file, integrity]) => loading[file] ||= accolade.load(new URL(file, FROM), integrity).then(() => accolade, error => { loading[file] = 0; throw error; });
export const rest = () => once(REST);
export const closer = () => once(CLOSER);
