// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import type { PageReport, Standing } from '../../../data/standing';
import { useReport } from '../../../entrypoints/sidepanel/use-report';
import { event, later, mounted, settled } from '../support/mounted';

const ORPHAN: PageReport = { one: { state: 'orphan' } };
const EDITED: PageReport = {
  two: { state: 'edited', quote: { exact: 'Now', prefix: '', suffix: '' } },
};

const onMessage = event<[unknown, { tab: { id: number; url: string }; frameId: number }]>();
const onUpdated = event<[number, { status: string }, { url?: string }]>();
/** What tabs show, and where they are. */
let shown: Record<number, PageReport>;
let at: Record<number, string>;
let asked: string[];
/** What showing waits for. */
let slow: Promise<unknown>;

beforeEach(() => {
  shown = {};
  at = { 1: 'https://a.example/', 2: 'https://b.example/' };
  asked = [];
  slow = Promise.resolve();
  const sendMessage = async ({ type, tabId }: { type: string; tabId: number }) => {
    asked.push(`${type} ${tabId}`);
    if (type === 'report-evidence') return shown[tabId] ? { 0: shown[tabId] } : {};
    if (type === 'hide-evidence') return delete shown[tabId];
    await slow;
    shown[tabId] = ORPHAN;
    return {};
  };
  Object.assign(browser.runtime, { onMessage, sendMessage });
  Object.assign(browser.tabs, { onUpdated, get: async (id: number) => ({ id, url: at[id] }) });
});

/** A panel beside a tab. */
const open = (tabId: number) => mounted(useReport, tabId);

/** The tab loads its page anew, or another. */
async function load(tabId: number, url = at[tabId]) {
  at = { ...at, [tabId]: url ?? '' };
  delete shown[tabId];
  asked = [];
  for (const status of ['loading', 'complete']) {
    onUpdated.happens(tabId, { status }, { url: at[tabId] });
    await settled();
  }
}

it('shows what a tab reports, and shows it again once the tab has loaded it anew', async () => {
  const panel = await open(1);
  expect(await panel.now.show()).toBe(true);
  await settled();
  expect(panel.now.report).toEqual(ORPHAN);
  await load(1);
  expect(asked).toContain('show-evidence 1');
  expect(panel.now.report).toEqual(ORPHAN);
});

it('does not say of one tab what was asked of another', async () => {
  const { promise, keep } = later();
  slow = promise;
  const panel = await open(1);
  const showing = panel.now.show();
  await panel.give(2);
  keep(undefined);
  await showing;
  await settled();
  expect(panel.now.report).toBeNull();
  await load(2);
  expect(asked).not.toContain('show-evidence 2');
});

it('does not bring back what was hidden meanwhile', async () => {
  const { promise, keep } = later();
  slow = promise;
  const panel = await open(1);
  const showing = panel.now.show();
  await panel.now.hide();
  keep(undefined);
  await showing;
  await settled();
  expect(panel.now.report).toBeNull();
});

it('shows no other document unasked that is opened in the same tab', async () => {
  const panel = await open(1);
  await panel.now.show();
  await load(1, 'https://a.example/another');
  expect(asked).not.toContain('show-evidence 1');
});

it('shows again what a gesture in the page had shown', async () => {
  const panel = await open(1);
  const news = { to: 'panel', type: 'report', report: ORPHAN };
  onMessage.happens(news, { tab: { id: 1, url: at[1] ?? '' }, frameId: 0 });
  await settled();
  expect(panel.now.report).toEqual(ORPHAN);
  await load(1);
  expect(asked).toContain('show-evidence 1');
});

it('asks no more about what was answered, also when it is opened anew, until it reads otherwise', async () => {
  shown[1] = EDITED;
  const panel = await open(1);
  expect(panel.now.report).toEqual(EDITED);
  panel.now.settle('two');
  await settled();
  expect(panel.now.report).toEqual({});
  await panel.end();

  const again = await open(1);
  expect(again.now.report).toEqual({});
  const report: PageReport = {
    two: { state: 'edited', quote: { exact: 'Later', prefix: '', suffix: '' } },
  };
  const sender = { tab: { id: 1, url: at[1] ?? '' }, frameId: 0 };
  onMessage.happens({ to: 'panel', type: 'report', report }, sender);
  await settled();
  expect(again.now.report).toEqual(report);
  expect((await browser.storage.session.get()).settled).toEqual({ two: 'Now' });
});

it('asks again about what was answered once that is taken back, also when it is opened anew', async () => {
  const edited: PageReport = { three: { ...EDITED.two } as Standing };
  shown[1] = edited;
  const panel = await open(1);
  const undo = panel.now.settle('three');
  await settled();
  expect(panel.now.report).toEqual({});
  undo();
  await settled();
  expect(panel.now.report).toEqual(edited);
  await panel.end();
  expect((await open(1)).now.report).toEqual(edited);
});
