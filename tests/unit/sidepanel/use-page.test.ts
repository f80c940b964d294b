// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { documentKey } from '../../../data/document-key';
import { usePage } from '../../../entrypoints/sidepanel/use-page';
import type { EvidenceActions } from '../../../entrypoints/wiring/evidence/use-evidence-actions';
import { seededRecord } from '../../e2e/harness/seed';
import { event, mounted, settled, wordsByKey } from '../support/mounted';
import { noticeBoard } from '../support/notices';

const evidence = seededRecord(0);

function inTab(answer: unknown) {
  wordsByKey();
  const tab = { id: 1, url: evidence.target.source, title: 'Notes' };
  Object.assign(browser.runtime, { onMessage: event(), sendMessage: async () => answer });
  const [onActivated, onUpdated] = [event(), event()];
  const tabs = { onActivated, onUpdated, query: async () => [tab], get: async () => tab };
  Object.assign(browser.tabs, tabs);
}

/** Actions that come to a change, and to nothing else. */
const only = (change: () => Promise<boolean>): EvidenceActions => ({
  change,
  remove: change,
  date: change,
  move: change,
  moveToLadder: change,
});

it.each([
  ['nothing-selected', 'standing_selectFirst'],
  ['copy-needed', 'refusal_copyNeeded'],
  ['frame-closed', 'refusal_frameClosed'],
])('says why nothing can be attached: %s', async (why, words) => {
  inTab({ ok: false, why });
  const page = await mounted(usePage, [evidence]);
  await settled();
  const say = vi.fn();
  const change = vi.fn(async () => true);
  await page.now.attach(evidence, only(change), say);
  expect(say.mock.lastCall).toEqual([{ text: words, tone: 'error' }]);
  expect(change).not.toHaveBeenCalled();
});

it('attaches what is selected in a page whose address only its own answer says', async () => {
  const { source } = evidence.target;
  const quote = { exact: 'What is selected', prefix: '', suffix: '' };
  const draft = { quote, surface: 'page', source, title: 'Notes', already: [] };
  inTab({ ok: true, draft });
  Object.assign(browser.tabs, { query: async () => [{ id: 1 }] });
  const page = await mounted(usePage, [evidence]);
  await settled();
  expect(page.now.url).toBeNull();
  const say = vi.fn();
  const change = vi.fn(async () => false);
  await page.now.attach(evidence, only(change), say);
  expect(say).not.toHaveBeenCalled();
  const target = { source, selector: [{ exact: 'What is selected' }] };
  expect(change.mock.lastCall).toMatchObject([evidence, { target }, 'standing_attached']);
});

it('leaves what it knows of the page as it is where the browser does not answer', async () => {
  inTab({ ok: false, why: 'copy-needed' });
  const page = await mounted(usePage, [evidence]);
  await settled();
  const query = vi.fn(() => Promise.reject(new Error('Extension context invalidated.')));
  Object.assign(browser.tabs, { query });
  window.dispatchEvent(new Event('focus'));
  await settled();
  expect(query).toHaveBeenCalled();
  expect(page.now.url).toBe(evidence.target.source);
});

it('reads what is selected for whoever asks before it is known which page is in front', async () => {
  inTab({ ok: false, why: 'copy-needed' });
  const { query } = browser.tabs;
  let answer = () => {};
  const asked = vi.fn(() => new Promise((resolve) => (answer = () => resolve(query({})))));
  Object.assign(browser.tabs, { query: asked });
  const page = await mounted(usePage, [evidence]);
  expect(page.now.tabId).toBeUndefined();
  Object.assign(browser.tabs, { query });
  expect(await page.now.readSelection()).toEqual({ ok: false, why: 'copy-needed' });
  answer();
});

it('offers the site without which the selection to attach to cannot be read', async () => {
  inTab({ ok: false, why: 'frame-closed', site: 'https://frames.example.com/*' });
  const page = await mounted(usePage, [evidence]);
  await settled();
  const { said, say } = noticeBoard();
  const change = vi.fn(async () => true);
  await page.now.attach(evidence, only(change), say);
  const notice = said.at(-1);
  expect(notice).toMatchObject({
    text: 'refusal_frameOf frames.example.com',
    next: { label: 'sites_allow frames.example.com' },
  });

  const sendMessage = vi.fn();
  Object.assign(browser.runtime, { sendMessage });
  notice?.next?.run();
  expect(sendMessage.mock.lastCall).toEqual([
    {
      to: 'background',
      type: 'open-options',
      hash: '#allow=https%3A%2F%2Fframes.example.com%2F*',
    },
  ]);
});

it.each(['edited', 'doubtful'])(
  'offers to undo that a passage reads otherwise: %s',
  async (state) => {
    const quote = { exact: 'As it reads now', prefix: '', suffix: '' };
    inTab({ 0: { [evidence.id]: { state, quote } } });
    const page = await mounted(usePage, [evidence]);
    await settled();

    const change = vi.fn(async () => true);
    page.now.takeOver(evidence, only(change));
    const target = { selector: [{ exact: 'As it reads now' }] };
    expect(change.mock.lastCall).toMatchObject([evidence, { target }, 'standing_takenOver']);
  },
);

it('says that a passage is attached to its new place where it reads as it did', async () => {
  const [{ exact }] = evidence.target.selector;
  const quote = { exact, prefix: 'Elsewhere: ', suffix: '' };
  inTab({ 0: { [evidence.id]: { state: 'doubtful', quote } } });
  const page = await mounted(usePage, [evidence]);
  await settled();

  const change = vi.fn(async () => true);
  page.now.takeOver(evidence, only(change));
  const target = { selector: [{ exact, prefix: 'Elsewhere: ' }] };
  expect(change.mock.lastCall).toMatchObject([evidence, { target }, 'standing_placed']);
});

it.each(['edited', 'doubtful'])(
  'says that the old wording is kept, and asks again once that is undone: %s',
  async (state) => {
    const quote = { exact: `As it reads now, ${state}`, prefix: '', suffix: '' };
    inTab({ 0: { [evidence.id]: { state, quote } } });
    const page = await mounted(usePage, [evidence]);
    await settled();
    const asked = page.now.report;
    expect(asked).toEqual({ [evidence.id]: { state, quote } });

    const { said, say } = noticeBoard();
    page.now.keep(evidence, say);
    await settled();
    expect(page.now.report).toEqual({});
    const notice = said.at(-1);
    expect(notice).toMatchObject({ text: 'standing_kept', action: { label: 'common_undo' } });

    notice?.action?.run();
    await settled();
    expect(page.now.report).toEqual(asked);
    const again = await mounted(usePage, [evidence]);
    await settled();
    expect(again.now.report).toEqual(asked);
  },
);

describe('the page in front', () => {
  const onActivated = event();
  const onUpdated = event<[number, object]>();
  let front: { id: number; url?: string; title: string };

  beforeEach(() => {
    inTab({});
    front = { id: 1, url: evidence.target.source, title: 'Notes' };
    Object.assign(browser.tabs, { onActivated, onUpdated, query: async () => [front] });
  });

  const other = { id: 2, url: 'https://b.example/', title: 'Other' };

  it.each([
    ['another tab is opened', () => onActivated.happens()],
    ['its tab goes elsewhere', () => onUpdated.happens(2, {})],
    ['its window is gone back to', () => window.dispatchEvent(new Event('focus'))],
    ['a gesture in it was noted', () => browser.storage.local.set({ gesture: 1 })],
  ])('is another one once %s', async (_, happens) => {
    const page = await mounted(usePage, [evidence]);
    expect(page.now).toMatchObject({ tabId: 1, url: evidence.target.source, here: [evidence] });
    front = other;
    await happens();
    await settled();
    expect(page.now).toMatchObject({ tabId: 2, url: other.url, title: other.title, here: [] });
    await page.end();
  });

  it('has of a document with tabs what was tagged on the one that is shown', async () => {
    const document = 'https://docs.google.com/document/d/abc/edit';
    const on = (tab: string) => {
      const { target, ...rest } = evidence;
      const source = `${document}?tab=${tab}`;
      const key = documentKey(source);
      return { ...rest, id: tab, target: { ...target, source, document: key } };
    };
    front = { id: 1, url: `${document}?tab=t.1`, title: 'Notes' };
    const page = await mounted(usePage, [on('t.1'), on('t.2')]);
    expect(page.now.here.map(({ id }) => id)).toEqual(['t.1']);
  });
});

it('shows evidence once it is attached to what is selected, and not where that failed', async () => {
  const quote = { exact: 'What is selected', prefix: '', suffix: '' };
  const draft = { quote, surface: 'page', source: evidence.target.source, title: 'Notes' };
  inTab({});
  const sent: string[] = [];
  const sendMessage = async ({ type }: { type: string }) => {
    sent.push(type);
    return type === 'read-selection'
      ? { ok: true, draft: { ...draft, already: [] }, box: null }
      : {};
  };
  Object.assign(browser.runtime, { sendMessage });
  const page = await mounted(usePage, [evidence]);
  const change = vi.fn(async () => false);
  const attach = () => page.now.attach(evidence, only(change), () => {});
  await attach();
  expect(sent).not.toContain('show-evidence');
  change.mockResolvedValue(true);
  await attach();
  expect(sent).toContain('show-evidence');
  expect(change.mock.lastCall).toMatchObject([
    evidence,
    { target: { selector: [{ exact: 'What is selected' }] } },
    'standing_attached',
  ]);
});
