// Takes a picture of the first drawing of a report in headless Chromium.
// In: {"chromium": path, "root": bool, "page": file, "picture": file}
const fs = require('node:fs');
const { pathToFileURL } = require('node:url');
const puppeteer = require('puppeteer-core');

const { chromium, root, page, picture } = JSON.parse(fs.readFileSync(0, 'utf8'));

(async () => {
  const browser = await puppeteer.launch({
    executablePath: chromium,
    args: root ? ['--no-sandbox'] : [],
  });
  try {
    const tab = await browser.newPage();
    await tab.setViewport({ width: 1100, height: 1000, deviceScaleFactor: 1.5 });
    await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
    await tab.goto(pathToFileURL(page).href, { waitUntil: 'load' });
    const drawing = await tab.$('figure');
    await drawing.screenshot({ path: picture });
  } finally {
    await browser.close();
  }
})();
