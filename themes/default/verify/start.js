// Loads the page's check. Browsers give a page that was opened from disk neither modules nor integrity checks; every other
// page gets the script only as it was built.
{
  const {src, integrity} = document.currentScript.dataset;
  const script = document.createElement('script');
  if (location.protocol !== 'file:') script.integrity = integrity;
  script.src = src;
  document.head.append(script);
}
