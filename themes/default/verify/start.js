// Loads the script of a page. Browsers give a page that was opened from disk neither modules nor integrity checks; every
// other page gets its script only as it was built.
{
  const {src, integrity} = document.currentScript.dataset;
  const script = document.createElement('script');
  document.head.append(Object.assign(script, location.protocol === 'file:' ? {src} : {src, integrity}));
}
