import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  DOCS,
  type DocsInChromium,
  docsInChromium,
  onlyRecord,
  selectWords,
} from './harness/google-docs';
import { pickerFrame, pickerGone } from './harness/picker';
import { until } from './harness/until';

let docs: DocsInChromium;

beforeAll(async () => {
  docs = await docsInChromium(false);
});
afterAll(() => docs?.close());

it('tags the selection with real keys, to the letter', async () => {
  const { rung } = docs;
  const page = await docs.open();
  const passage = 'cut the time to a first report from nine days to two, and the share of new';
  await selectWords(page, passage);
  const before = await page.evaluate(() => window.__docs.selection());

  await rung.command('tag');
  const picker = await pickerFrame(page);
  expect(await picker.locator('body').textContent()).toContain(passage);
  await rung.key('Enter');

  const record = await until('a record is stored', () => onlyRecord(rung.storage));
  const [quote, position] = record.target.selector;
  const text = await page.evaluate(() => window.__docs.text());
  expect(record.target).toMatchObject({
    source: `${DOCS}?tab=t.0`,
    document: 'https://docs.google.com/document/d/1review',
    title: 'Self-review',
    surface: 'google-docs',
  });
  expect(quote.exact).toBe(passage);
  expect(position).toMatchObject(before);
  expect(text.slice(0, before.start)).toContain(quote.prefix.slice(-60));
  await pickerGone(page);

  const { log, after } = await page.evaluate(() => ({
    log: window.__docs.log,
    after: window.__docs.selection(),
  }));
  expect(after).toEqual(before);
  expect(log.filter(({ what, trusted }) => what === 'copy' && trusted)).toEqual([]);
  expect(log.filter(({ what }) => what === 'setSelection' || what === 'edit')).toEqual([]);
  const ids = log.filter(({ what }) => what === 'getAnnotatedText').map(({ id }) => id);
  expect(new Set(ids)).toEqual(new Set([rung.extensionId]));
});
