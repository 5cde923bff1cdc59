// Opens pages in headless Chromium and tells what a reader would run into.
// In: {"chromium": path, "root": bool, "thorough": bool, "pages": [file]}; pages are opened
// by file: URL. Only what depends on fonts is looked at where it need not be thorough.
// Out: [{page, trouble}], one for each thing that is wrong.
const fs = require('node:fs');
const { pathToFileURL } = require('node:url');
const puppeteer = require('puppeteer-core');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const { chromium, root, thorough, pages } = JSON.parse(fs.readFileSync(0, 'utf8'));
const SIZES = { phone: [390, 844], desktop: [1280, 900] };

const overlaps = () =>
  [...document.querySelectorAll('figure .frame svg')].flatMap((svg) => {
    const boxes = [...svg.querySelectorAll('text, .label')].map((text) => ({
      words: text.textContent,
      box: text.getBoundingClientRect(),
    }));
    const frame = svg.getBoundingClientRect();
    const outside = boxes.filter(
      ({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1,
    );
    const pairs = boxes.flatMap((one, at) =>
      boxes
        .slice(at + 1)
        .filter(
          ({ box }) =>
            one.box.left < box.right - 0.5 &&
            box.left < one.box.right - 0.5 &&
            one.box.top < box.bottom - 2 &&
            box.top < one.box.bottom - 2,
        )
        .map((other) => `"${one.words}" lies over "${other.words}"`),
    );
    return [...pairs, ...outside.map(({ words }) => `"${words}" leaves its drawing`)];
  });

// a line of letters that its frame cuts through from the side, or that is not to be seen
const cuts = () =>
  [...document.querySelectorAll('figure .frame svg .label span')].flatMap((span) => {
    const frame = span.parentElement.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(span);
    const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
    const seen = lines.filter(({ top }) => top < span.getBoundingClientRect().bottom - 4);
    const cut = seen.some((line) => line.top < frame.top - 4 || line.bottom > frame.bottom + 4);
    const hidden = lines.length > 0 && seen.length === 0;
    return cut || hidden ? [`"${span.textContent}" is cut through`] : [];
  });

const filters = () => {
  const rows = [...document.querySelectorAll('#ledger tbody tr')];
  if (rows.length === 0) return [];
  const count = () => rows.filter((row) => row.getClientRects().length > 0).length;
  const said = () => Number.parseInt(document.getElementById('shown').textContent, 10);
  const set = (id, value, event) => {
    const field = document.getElementById(id);
    field.value = value;
    field.dispatchEvent(new Event(event, { bubbles: true }));
  };
  const found = [];
  const expect = (what, wanted) => {
    if (count() !== wanted) found.push(`${what}: ${count()} rows, not ${wanted}`);
    if (said() !== wanted) found.push(`${what}: it says ${said()}, not ${wanted}`);
  };
  expect('no filter', rows.length);
  for (const key of ['polarity', 'modality', 'source']) {
    const values = [...document.getElementById(`filter-${key}`).options].slice(1, 9);
    for (const { value } of values) {
      set(`filter-${key}`, value, 'change');
      const wanted = rows.filter((row) => row.getAttribute(`data-${key}`) === value);
      expect(`${key} ${value}`, wanted.length);
    }
    set(`filter-${key}`, '', 'change');
  }
  const quote = rows[0].querySelector('q').textContent;
  const holding = rows.filter((row) =>
    row.textContent.toLowerCase().includes(quote.toLowerCase()),
  );
  set('filter-words', quote.toUpperCase(), 'input');
  expect('words', holding.length);
  document.getElementById('filter-none').click();
  expect('show all', rows.length);
  return found;
};

const unfold = () => {
  const all = document.getElementById('appendix');
  if (all) all.open = true;
};

const wide = () =>
  document.scrollingElement.scrollWidth > window.innerWidth
    ? [`scrolls sideways: ${document.scrollingElement.scrollWidth} px`]
    : [];

const grave = async () => {
  const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
  return violations
    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .map(({ id, nodes }) => `axe ${id}: ${nodes[0].html.slice(0, 160)}`);
};

const look = async (browser, page) => {
  const found = [];
  const tell = (trouble) => found.push({ page, trouble });
  const tab = await browser.newPage();
  const address = pathToFileURL(page).href;
  tab.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) tell(`console: ${message.text()}`);
  });
  tab.on('pageerror', (error) => tell(`script: ${error.message}`));
  tab.on('request', (request) => {
    if (request.url().split('#')[0] !== address) tell(`asks for ${request.url()}`);
  });
  for (const [size, [width, height]] of Object.entries(SIZES)) {
    await tab.setViewport({ width, height });
    for (const scheme of ['light', 'dark']) {
      await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await tab.goto(address, { waitUntil: 'load' });
      const where = `${size}, ${scheme}`;
      for (const trouble of await tab.evaluate(wide)) tell(`${where}: ${trouble}`);
      await tab.evaluate(unfold);
      for (const trouble of await tab.evaluate(wide)) tell(`${where}: ${trouble}`);
      for (const trouble of await tab.evaluate(overlaps)) tell(`${where}: ${trouble}`);
      for (const trouble of await tab.evaluate(cuts)) tell(`${where}: ${trouble}`);
      if (!thorough) continue;
      await tab.evaluate(axe);
      for (const trouble of await tab.evaluate(grave)) tell(`${where}: ${trouble}`);
    }
    if (!thorough) continue;
    for (const trouble of await tab.evaluate(filters)) tell(`${size}: ${trouble}`);
  }
  await tab.setJavaScriptEnabled(false);
  await tab.goto(address, { waitUntil: 'load' });
  const held = await tab.$$eval('#filters', (all) => all.every((one) => one.hidden));
  if (!held) tell('filters that do nothing are shown without a script');
  await tab.close();
  return found;
};

const main = async () => {
  const browser = await puppeteer.launch({
    executablePath: chromium,
    args: root ? ['--no-sandbox'] : [],
  });
  try {
    const found = [];
    for (const page of pages) found.push(...(await look(browser, page)));
    process.stdout.write(JSON.stringify(found));
  } finally {
    await browser.close();
  }
};

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
