// Loads scripts. Browsers give a page that was opened from disk neither modules nor integrity checks; every other page
// gets a script only as it was built.
{
  globalThis.accolade = {
    load: (src, integrity) => new Promise((done, refuse) => {
      const script = document.createElement('script');
      if (location.protocol !== 'file:') script.integrity = integrity;
      Object.assign(script, {src, onload: done, onerror: refuse});
      document.head.append(script);
    }),
  };
  const {src, integrity} = document.currentScript.dataset;
  accolade.load(src, integrity);
}
