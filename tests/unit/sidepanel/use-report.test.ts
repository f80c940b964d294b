// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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
const open = async (tabId: number) => {
  const panel = await mounted(useReport, tabId);
  opened.push(panel);
  return panel;
};
const opened: { end(): Promise<void> }[] = [];
afterEach(async () => {
  for (const panel of opened.splice(0)) await panel.end();
});

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

it('shows nothing where nobody answers how a tab stands, until that is told', async () => {
  const sendMessage = () => Promise.reject(new Error('Receiving end does not exist.'));
  Object.assign(browser.runtime, { sendMessage });
  const panel = await open(1);
  expect(panel.now.report).toBeNull();
  const news = { to: 'panel', type: 'report', report: ORPHAN };
  onMessage.happens(news, { tab: { id: 1, url: at[1] ?? '' }, frameId: 0 });
  await settled();
  expect(panel.now.report).toEqual(ORPHAN);
  await load(1);
  expect(panel.now.report).toBeNull();
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

describe('where a frame has gone, or got another document', () => {
  const FOUND: PageReport = { one: { state: 'same' } };
  const says = (report: PageReport) => {
    const sender = { tab: { id: 1, url: at[1] ?? '' }, frameId: 7 };
    onMessage.happens({ to: 'panel', type: 'report', report }, sender);
  };

  /** Tells of the frames that stayed in a tab, and lets the others have the time to report. */
  async function stayed(tabId: number, frames: number[], meanwhile = () => {}) {
    vi.useFakeTimers();
    const nobody = { tab: { id: -1, url: '' }, frameId: 0 };
    onMessage.happens({ to: 'panel', type: 'frames', tabId, frames }, nobody);
    meanwhile();
    vi.runAllTimers();
    vi.useRealTimers();
    await settled();
  }

  it('says nothing more of what was in it', async () => {
    const panel = await open(1);
    says(FOUND);
    await settled();
    await stayed(1, [0]);
    expect(panel.now.report).toBeNull();
  });

  it('says what it has reported since', async () => {
    const panel = await open(1);
    says(FOUND);
    await settled();
    await stayed(1, [0], () => says({ ...FOUND }));
    expect(panel.now.report).toEqual(FOUND);
  });

  it('says what it said of frames that stayed, and of other tabs', async () => {
    const panel = await open(1);
    says(FOUND);
    await settled();
    await stayed(1, [0, 7]);
    await stayed(2, [0]);
    expect(panel.now.report).toEqual(FOUND);
  });
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

it('asks again about what was answered once that is undone, also when it is opened anew', async () => {
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

const told = (report: PageReport | null, tab = 1, frameId = 0) => {
  onMessage.happens(
    { to: 'panel', type: 'report', report },
    { tab: { id: tab, url: at[tab] ?? '' }, frameId },
  );
  return settled();
};

const OTHERS: PageReport = { four: { state: 'orphan' } };

it('puts together what each frame of the tab reports, until that shows none any more', async () => {
  const panel = await open(1);
  await told(ORPHAN);
  await told(OTHERS, 1, 3);
  expect(panel.now.report).toEqual({ ...ORPHAN, ...OTHERS });
  await told(null);
  expect(panel.now.report).toEqual(OTHERS);
  await told(null, 1, 3);
  expect(panel.now.report).toBeNull();
});

it('does not hear what another tab reports, or loads', async () => {
  const panel = await open(1);
  await told(ORPHAN);
  await told(OTHERS, 2);
  expect(panel.now.report).toEqual(ORPHAN);
  await load(2);
  expect(panel.now.report).toEqual(ORPHAN);
});

it('keeps what is reported while it still asks what there was', async () => {
  const { promise, keep } = later<Record<number, PageReport>>();
  Object.assign(browser.runtime, { sendMessage: () => promise });
  const panel = await open(1);
  await told(OTHERS);
  keep({ 0: ORPHAN, 3: ORPHAN });
  await settled();
  expect(panel.now.report).toEqual({ ...ORPHAN, ...OTHERS });
});

it('shows nothing while the tab loads, and nothing again that was hidden', async () => {
  const panel = await open(1);
  await panel.now.show();
  await settled();
  onUpdated.happens(1, { status: 'loading' }, { url: at[1] ?? '' });
  await settled();
  expect(panel.now.report).toBeNull();
  await panel.now.hide();
  await load(1);
  expect(asked).not.toContain('show-evidence 1');
  expect(panel.now.report).toBeNull();
});

it('asks no more in another window what was answered in this one', async () => {
  const edited: PageReport = { five: { ...EDITED.two } as Standing };
  shown[1] = edited;
  const [panel, other] = [await open(1), await open(1)];
  expect(other.now.report).toEqual(edited);
  panel.now.settle('five');
  await settled();
  expect(other.now.report).toEqual({});
});
