// Pastes statements into Neo4j Browser, as a person does, and tells what came of each.
// Typing letter by letter is no way: the editor reads all of its text anew at each line,
// and takes up to a minute for a file of fifty.
// In: {"chromium": path, "root": bool, "http", "bolt", "user", "password",
//      "size": [width, height], "opens": what Browser runs by itself, or null,
//      "tasks": [{"name", "statements": [text], "picture": path or null,
//                 "expand": name of a node to double-click, or null}]}
// Out: [{name, error, columns, rows, notifications, nodes, edges, shown}]: what the last
// statement of a task gave, as Browser itself holds it; first "opened", if it opens any.
const fs = require('node:fs');
const puppeteer = require('puppeteer-core');

const asked = JSON.parse(fs.readFileSync(0, 'utf8'));
const PATIENCE = 180_000;
const STILL = 2_500;
const POLLED = 50;
const CLIPBOARD = ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write'];
const RUN = '[data-testid=editor-Run]';
const EDITOR = '[data-testid=activeEditor] .monaco-editor';

// the store in which Browser keeps what was asked and what came back
const findStore = () => {
  const root = document.getElementById('mount');
  const key = Object.keys(root).find((one) => one.startsWith('__reactContainer'));
  const seen = [root[key] ?? root._reactRootContainer?._internalRoot?.current];
  while (seen.length > 0) {
    const fiber = seen.pop();
    if (!fiber) continue;
    if (fiber.memoizedProps?.store?.getState) {
      window.browserStore = fiber.memoizedProps.store;
      return true;
    }
    seen.push(fiber.sibling, fiber.child);
  }
  return false;
};

const connect = async (tab) => {
  await tab.goto(`${asked.http}/browser/`, { waitUntil: 'domcontentloaded', timeout: PATIENCE });
  await tab.waitForSelector('[data-testid=boltaddress]', { timeout: PATIENCE });
  const scheme = await tab.$('[data-testid=bolt-scheme-select]');
  if (scheme) await scheme.select('bolt://');
  // a locator waits until the form stands still
  const at = (selector) => tab.locator(selector).setTimeout(PATIENCE);
  const fill = (selector, text) => at(selector).fill(text);
  await fill('[data-testid=boltaddress]', asked.bolt.replace(/^\w+:\/\//, ''));
  await fill('[data-testid=username]', asked.user);
  await fill('[data-testid=password]', asked.password);
  await at('[data-testid=connect]').click();
  await tab.waitForSelector(EDITOR, { timeout: PATIENCE });
  await tab.waitForFunction(findStore, { timeout: PATIENCE, polling: POLLED });
  await tab.waitForFunction(
    () => window.browserStore.getState().connections.connectionState === 1,
    { timeout: PATIENCE, polling: POLLED },
  );
};

// the frame of what Browser runs by itself after it has connected
const opened = (command) => {
  const { frames: held } = window.browserStore.getState();
  const id = held.allIds.find((one) => held.byId[one].stack[0].cmd.includes(command));
  const { result, error } = id ? held.byId[id].stack[0] : {};
  if (!result && !error) return false;
  window.newestFrame = id;
  return true;
};

// whether more than the command stands in its frame: a guide is drawn later
const drawn = (command) => {
  const { error } = window.browserStore.getState().frames.byId[window.newestFrame].stack[0];
  const text = document.querySelector('[data-testid=frame]')?.innerText ?? '';
  return Boolean(error) || text.replace(command, '').replace(':play', '').trim() !== '';
};

// the frame that was not there before, once the answer in it is whole
const answered = (before) => {
  const { frames: held, requests } = window.browserStore.getState();
  const id = held.allIds.find((one) => !before.includes(one));
  if (!id) return false;
  const { requestId } = held.byId[id].stack[0];
  if (requestId && ['pending', undefined].includes(requests[requestId]?.status)) return false;
  window.newestFrame = id;
  return true;
};

const run = async (tab, statement) => {
  const before = await tab.evaluate(() => window.browserStore.getState().frames.allIds);
  await tab.click(EDITOR);
  await tab.evaluate((text) => navigator.clipboard.writeText(text), statement);
  await tab.keyboard.down('Control');
  await tab.keyboard.press('a');
  await tab.keyboard.press('v', { commands: ['Paste'] });
  await tab.keyboard.up('Control');
  await tab.click(RUN);
  try {
    await tab.waitForFunction(answered, { timeout: PATIENCE, polling: POLLED }, before);
  } catch (error) {
    const seen = await tab.evaluate(() => document.body.innerText.slice(0, 2000));
    throw new Error(`no answer to ${statement}\n${error.message}\n${seen}`);
  }
};

// what the frame of the last statement holds, in plain JSON
const outcome = () => {
  const { frames: held, requests } = window.browserStore.getState();
  const frame = held.byId[window.newestFrame].stack[0];
  const request = requests[frame.requestId] ?? {};
  const shown = document.querySelector('[data-testid=frame]');
  const graph = { nodes: new Set(), edges: new Set() };
  const plain = (value) => {
    if (value === null || typeof value !== 'object') return value ?? null;
    if (Array.isArray(value)) return value.map(plain);
    if ('low' in value && 'high' in value) return value.high * 2 ** 32 + (value.low >>> 0);
    if (value.labels && value.identity) {
      graph.nodes.add(String(value.elementId));
      return { node: value.properties.id?.toString() ?? null };
    }
    if (value.startNodeElementId) {
      graph.edges.add(String(value.elementId));
      return { edge: value.properties.claim?.toString() ?? null };
    }
    if (value.segments) {
      return value.segments.map((one) => [one.start, one.relationship, one.end].map(plain));
    }
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
  };
  const result = request.result ?? {};
  const failed = frame.error ?? (request.status === 'error' ? result : null);
  const records = failed ? [] : (result.records ?? []);
  return {
    error: failed ? `${failed.code ?? failed.type}: ${failed.message}` : null,
    columns: records[0]?.keys ?? [],
    rows: records.map((one) => one._fields.map(plain)),
    notifications: (result.summary?.notifications ?? []).map((one) => one.title ?? one.code),
    nodes: graph.nodes.size,
    edges: graph.edges.size,
    shown: shown?.innerText.slice(-600) ?? '',
  };
};

// on the node of that name, as Browser draws it
const doubleClick = (name) => {
  const drawn = [...document.querySelectorAll('g.node')];
  const node = drawn.find((one) => one.__data__?.propertyMap?.name === name);
  if (!node) throw new Error(`no node ${name} among ${drawn.length}`);
  node.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, view: window }));
};

const main = async () => {
  const browser = await puppeteer.launch({
    executablePath: asked.chromium,
    args: asked.root ? ['--no-sandbox'] : [],
    defaultViewport: { width: asked.size[0], height: asked.size[1] },
    protocolTimeout: 4 * PATIENCE,
  });
  try {
    const tab = await browser.newPage();
    await browser.defaultBrowserContext().overridePermissions(asked.http, CLIPBOARD);
    tab.setDefaultTimeout(PATIENCE);
    await connect(tab);
    const found = [];
    if (asked.opens) {
      for (const ready of [opened, drawn])
        await tab.waitForFunction(ready, { timeout: PATIENCE, polling: POLLED }, asked.opens);
      found.push({ name: 'opened', ...(await tab.evaluate(outcome)) });
    }
    for (const { name, statements, picture, expand } of asked.tasks) {
      // frames of earlier tasks go on drawing, each in its own window
      await tab.evaluate(() => window.browserStore.dispatch({ type: 'frames/CLEAR_ALL' }));
      for (const statement of statements) await run(tab, statement);
      found.push({ name, ...(await tab.evaluate(outcome)) });
      if (!picture) continue;
      // nodes find their places
      await new Promise((done) => setTimeout(done, STILL));
      if (expand) {
        await tab.evaluate(doubleClick, expand);
        await new Promise((done) => setTimeout(done, STILL));
        await tab.evaluate(() =>
          document.querySelector('[aria-label="zoom-to-fit"], .zoom-to-fit')?.click(),
        );
        await new Promise((done) => setTimeout(done, STILL));
      }
      await tab.screenshot({ path: picture });
    }
    process.stdout.write(JSON.stringify(found));
  } finally {
    await browser.close();
  }
};

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
