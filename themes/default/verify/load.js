// What most readers never need is loaded when it is needed, once, and only as it was built.

const FROM = document.currentScript.src;
let loading;

export const rest = () => loading ??= accolade.load(new URL(REST, FROM), REST_INTEGRITY).then(() => accolade, error => { loading = undefined; throw error; });
