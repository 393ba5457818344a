// How soon the verdict of an award's page is on the screen.

/** Opens `url` in a fresh profile. Milliseconds from its opening to the picture with the verdict, and to the end of loading. */
export async function timed(browser, url) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      const clock = performance.now.bind(performance);
      new MutationObserver(() => {
        const root = document.documentElement;
        if (root?.dataset.checked && !globalThis.verdictAt) requestAnimationFrame(() => { globalThis.verdictAt = clock(); });
      }).observe(document, {attributes: true, subtree: true, attributeFilter: ['data-checked']});
    });
    await page.goto(url);
    await page.waitForFunction(() => globalThis.verdictAt);
    return await page.evaluate(() => ({verdict: globalThis.verdictAt, load: performance.getEntriesByType('navigation')[0].loadEventEnd}));
  } finally {
    await context.close();
  }
}
