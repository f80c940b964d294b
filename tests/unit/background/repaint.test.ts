import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { keyOf } from '../../../data/evidence/keys';
import { pageRecords } from '../../../entrypoints/background/page-evidence';
import { repaintOnChange } from '../../../entrypoints/background/repaint';
import { seededRecord } from '../../e2e/harness/seed';

vi.mock('../../../entrypoints/background/page-evidence');

const evidence = seededRecord(0);
const { document, source: url } = evidence.target;

it.each([
  ['cannot be read', () => vi.mocked(pageRecords).mockRejectedValueOnce(new Error('Broken'))],
  ['never answers', () => vi.mocked(pageRecords).mockReturnValueOnce(new Promise(() => {}))],
])('repaints the other tabs where one %s', async (_what, first) => {
  const sendMessage = vi.fn(async () => undefined);
  const query = vi.fn(async () => [1, 2].map((id) => ({ id, url })));
  Object.assign(browser.tabs, { query, sendMessage });
  vi.mocked(pageRecords).mockResolvedValue({ document, records: [] });
  first();
  repaintOnChange();

  await browser.storage.local.set({ [keyOf(evidence)]: evidence });

  const repaint = { to: 'tagger', type: 'repaint', document, records: [] };
  await vi.waitFor(() => expect(sendMessage).toHaveBeenCalledWith(2, repaint));
  expect(sendMessage).not.toHaveBeenCalledWith(1, repaint);
});

it('tells the tabs of a document alone what was tagged there, and one without an address only of news', async () => {
  const sendMessage = vi.fn(async () => undefined);
  const tabs = [{ id: 1, url: 'https://example.com/other' }, { id: 2 }, { id: 3, url }];
  Object.assign(browser.tabs, { query: vi.fn(async () => tabs), sendMessage });
  const records = [{ id: evidence.id }] as never;
  vi.mocked(pageRecords).mockResolvedValue({ document, records });
  repaintOnChange();

  await browser.storage.local.set({ settings: { level: 'pm' } });
  expect(browser.tabs.query).not.toHaveBeenCalled();
  await browser.storage.local.set({ [keyOf(evidence)]: evidence });
  await vi.waitFor(() => expect(sendMessage).toHaveBeenCalledTimes(2));
  const repaint = { to: 'tagger', type: 'repaint', document, records };
  const news = { to: 'tagger', type: 'changed' };
  expect(sendMessage.mock.calls).toEqual([
    [2, news],
    [3, repaint],
  ]);

  // What was deleted leaves the page with nothing, and it is told so.
  vi.mocked(pageRecords).mockResolvedValue(null);
  await browser.storage.local.remove(keyOf(evidence));
  await vi.waitFor(() => expect(sendMessage).toHaveBeenCalledTimes(4));
  expect(sendMessage).toHaveBeenLastCalledWith(3, { ...repaint, records: [] });
});
