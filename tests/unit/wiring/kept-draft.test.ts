// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Pasted } from '../../../entrypoints/wiring/evidence/PasteAndTag';
import { useKeptDraft } from '../../../entrypoints/wiring/evidence/use-kept-draft';
import { mounted, settled } from '../support/mounted';

const [REVIEW, NOTES] = ['https://docs.example/review', 'https://docs.example/notes'] as const;

const pasted = (passage: string, url: string = REVIEW): Pasted => ({
  passage,
  note: '',
  page: { url, title: '' },
});

/** A popup or panel over a document. */
const opened = (url: string) => mounted(useKeptDraft, url);

async function typed(view: Awaited<ReturnType<typeof opened>>, draft: Pasted | null) {
  await act(async () => view.now.keep(draft));
  await settled();
}

/** What a popup that is opened now begins with. */
async function found(url: string): Promise<string | undefined> {
  const popup = await opened(url);
  const passage = popup.now.draft?.passage;
  await popup.end();
  return passage;
}

it('keeps what was pasted for whoever opens over the same document next', async () => {
  const popup = await opened(REVIEW);
  expect(popup.now).toMatchObject({ draft: null, isRead: true });
  await typed(popup, pasted('Half of it'));
  await popup.end();
  expect(await found(REVIEW)).toBe('Half of it');
  expect(await found(NOTES)).toBeUndefined();
});

it('leaves alone what was pasted elsewhere since, whatever it was drawn with', async () => {
  const panel = await opened(REVIEW);
  const atFirst = panel.now.keep;
  await act(async () => atFirst(pasted('In the panel')));
  await settled();
  const popup = await opened(NOTES);
  await typed(popup, pasted('In the popup', NOTES));
  await popup.end();
  await act(async () => atFirst(null));
  await settled();
  await panel.end();
  expect([await found(REVIEW), await found(NOTES)]).toEqual([undefined, 'In the popup']);
});

it('loses neither of two that are pasted in two windows', async () => {
  const [panel, popup] = [await opened(REVIEW), await opened(NOTES)];
  await act(async () => panel.now.keep(pasted('In the panel')));
  await settled();
  await act(async () => popup.now.keep(pasted('In the popup', NOTES)));
  await settled();
  expect([panel.now.draft?.passage, popup.now.draft?.passage]).toEqual([
    'In the panel',
    'In the popup',
  ]);
  await panel.end();
  await popup.end();
  expect([await found(REVIEW), await found(NOTES)]).toEqual(['In the panel', 'In the popup']);
});

it('forgets the oldest first of many, and not what was just gone on with', async () => {
  const urls = Array.from({ length: 21 }, (_, at) => `https://docs.example/${at}`);
  for (const url of [...urls.slice(0, 20), urls[0] as string, urls[20] as string]) {
    const popup = await opened(url);
    await typed(popup, pasted(url, url));
    await popup.end();
  }
  const left = await Promise.all([0, 1, 2, 20].map((at) => found(urls[at] as string)));
  expect(left).toEqual([urls[0], undefined, urls[2], urls[20]]);
});

it('has what was typed for as long as it is open where the browser keeps nothing', async () => {
  const { get, set } = fakeBrowser.storage.session;
  const refuse = () => Promise.reject(new Error('No storage'));
  Object.assign(fakeBrowser.storage.session, { get: refuse, set: refuse });
  const popup = await opened(REVIEW);
  expect(popup.now.isRead).toBe(true);
  await typed(popup, pasted('Half of it'));
  expect(popup.now.draft?.passage).toBe('Half of it');
  await popup.end();
  expect(await found(REVIEW)).toBeUndefined();
  Object.assign(fakeBrowser.storage.session, { get, set });
});
