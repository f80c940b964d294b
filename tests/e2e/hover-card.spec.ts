import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { keyOf } from '../../data/evidence/keys';
import type { PickerRequest } from '../../entrypoints/wiring/messages/picker';
import type { InChromium } from './harness/chromium';
import { pickerGone, pickerShown } from './harness/picker';
import { type Site, serve } from './harness/serve';
import { chromiumWithTagger, paintedIn, type Tagger, type WithTagger } from './harness/tagger';
import { until } from './harness/until';
import { SETTLED } from './support/afresh';
import { PASSAGE, page, paragraphs, REVIEW, storeEvidence } from './support/kept-review';
import { middleOf, type Point } from './support/mouse';
import { oneStored } from './support/stored';

/** In functions that run inside the extension. */
declare const chrome: typeof import('wxt/browser').browser;

const OTHER_PASSAGE = 'because nobody would have missed them';

/** Longer than the pointer has to rest, and than a card waits for one that left, together. */
const RESTED_MS = 1_200;

/** Nothing of the review stands here. */
const ELSEWHERE = { x: 700, y: 590 };

let site: Site;
let tagging: WithTagger<InChromium>;
let tab: Page;
let tagger: Tagger;
let opened = 0;

beforeAll(async () => {
  site = await serve({
    '/notes': page(paragraphs(REVIEW)),
    '/narrow': page(`<div style="width: 120px; font: 16px/24px serif">${paragraphs(REVIEW)}</div>`),
    '/around': page('<p>Around.</p>'),
    '/around-narrow': page(`<div style="height: 120px"></div>
      <iframe src="/narrow" width="300" height="900"></iframe><div style="height: 3000px"></div>`),
    '/tall': page(`${paragraphs(REVIEW)}<div style="height: 3000px"></div>`),
    '/middle': page(`<div style="margin-top: 180px; width: 720px">${paragraphs(REVIEW)}</div>`),
  });
  tagging = await chromiumWithTagger();
});
beforeEach(async () => {
  await tagging.rung.storage.clear();
  await tagging.rung.storage.set(SETTLED);
});
afterAll(async () => {
  await tagging?.close();
  await site?.close();
});

/** Opens a page that shows its evidence. */
async function openWith(...passages: string[]): Promise<void> {
  await open('/notes', passages);
  await expect.poll(() => paintedIn(tab)).toEqual(passages.toSorted());
}

async function open(path: string, passages: readonly string[], note = ''): Promise<void> {
  const address = `${site.url(path)}?utm_id=${++opened}.`;
  for (const [index, passage] of passages.entries()) {
    await storeEvidence(tagging.rung.storage, address, passage, { id: `number-${index}`, note });
  }
  tab = await tagging.rung.open(address);
  tagger = tagging.in(address);
  await tagger.ask({ type: 'probe' });
}

async function restOn(passage: string): Promise<void> {
  const { x, y } = await middleOf(tab, passage);
  await tab.mouse.move(x - 9, y);
  await tab.mouse.move(x, y);
}

const pause = () => new Promise((resolve) => setTimeout(resolve, RESTED_MS));
/** How many cards the page has. */
const hosts = () => tab.locator('html > .u7e-p').count();
const noteIn = (picker: Frame) => picker.getByLabel('Note (optional)');

/** Shows what a shortcut would. */
async function show(request: PickerRequest): Promise<Frame> {
  await tagger.ask({ type: 'show', request, box: null });
  return pickerShown(tab);
}

it('does not come in place of a form that tags', async () => {
  await openWith(PASSAGE);
  const quote = { exact: OTHER_PASSAGE, prefix: '', suffix: '' };
  const about = { source: site.url('/notes'), title: '', already: [] };
  const form = await show({ view: 'tag', draft: { quote, surface: 'page', ...about } });
  await noteIn(form).fill('Ask Ines for the numbers.');
  await tab.mouse.click(ELSEWHERE.x, ELSEWHERE.y);

  await restOn(PASSAGE);
  await pause();
  expect(await noteIn(form).inputValue()).toBe('Ask Ines for the numbers.');
});

it('does not come in place of a field to paste into', async () => {
  await openWith(PASSAGE);
  const refused = await show({ view: 'refused', why: 'nothing-selected' });
  await refused.getByRole('button', { name: 'Paste a passage instead' }).click();
  await refused.locator('textarea').first().fill('A passage from elsewhere.');
  await tab.mouse.click(ELSEWHERE.x, ELSEWHERE.y);

  await restOn(PASSAGE);
  await pause();
  expect(await refused.locator('textarea').first().inputValue()).toBe('A passage from elsewhere.');
});

it('stays while a note in it is half written, wherever the pointer goes and clicks', async () => {
  await openWith(PASSAGE, OTHER_PASSAGE);
  await restOn(PASSAGE);
  const card = await pickerShown(tab);
  await card.getByRole('button', { name: 'Edit' }).click();
  await noteIn(card).fill('Ask Ines and');
  // The page knows it a moment later.
  await pause();

  await tab.mouse.click(ELSEWHERE.x, ELSEWHERE.y);
  await pause();
  await restOn(OTHER_PASSAGE);
  await pause();
  expect(await noteIn(card).inputValue()).toBe('Ask Ines and');

  await noteIn(card).fill('Ask Ines and Ravi.');
  await card.getByRole('button', { name: 'Save changes' }).click();
  await card.getByText('Ask Ines and Ravi.').waitFor();
  await tab.mouse.click(ELSEWHERE.x, ELSEWHERE.y);
  await pickerGone(tab);
});

it('offers to bring back what was deleted also after a click elsewhere, and goes by itself then', async () => {
  await openWith(PASSAGE);
  await restOn(PASSAGE);
  const card = await pickerShown(tab);
  await card.getByRole('button', { name: 'Delete' }).click();
  await card.getByText('Deleted').waitFor();
  await expect.poll(() => paintedIn(tab)).toEqual([]);
  await tab.mouse.click(ELSEWHERE.x, ELSEWHERE.y);
  await pause();
  await card.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);

  await card.getByRole('button', { name: 'Delete' }).click();
  await card.getByText('Deleted').waitFor();
  await tab.mouse.click(ELSEWHERE.x, ELSEWHERE.y);
  await pickerGone(tab);
});

it('keeps its Undo after a click elsewhere, also below what it said since', async () => {
  await open('/notes', [PASSAGE, PASSAGE]);
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
  await restOn(PASSAGE);
  const card = await pickerShown(tab);
  const remove = card.getByRole('button', { name: 'Delete', exact: true });
  await expect.poll(() => remove.count()).toBe(2);
  await remove.first().click();
  await card.getByText('Deleted', { exact: true }).waitFor();
  // As full as it can be: nothing more is stored, and that is said above.
  await card.evaluate(() => {
    chrome.storage.local.remove = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
  });
  await remove.click();
  await card.getByText('There is no room left').waitFor();
  await tab.mouse.click(ELSEWHERE.x, ELSEWHERE.y);
  await pause();
  await card.getByRole('button', { name: 'Undo: Deleted' }).click();
  await expect.poll(() => remove.count()).toBe(2);
});

it('goes with the first letter that is typed where nothing is left in it', async () => {
  await openWith(PASSAGE);
  const card = await show({ view: 'evidence', ids: ['number-0'], byKey: true });
  await card.getByRole('button', { name: 'Delete' }).press('Enter');
  // Pointed at, it would stay.
  await card.getByText('Deleted').hover();
  await pause();
  await tab.keyboard.press('x');
  await pickerGone(tab);
});

it('keeps what is half written where its evidence is deleted elsewhere, and brings that back', async () => {
  await openWith(PASSAGE);
  const before = await oneStored(tagging.rung.storage);
  await restOn(PASSAGE);
  const card = await pickerShown(tab);
  await card.getByRole('button', { name: 'Edit' }).click();
  await noteIn(card).fill('Ask Ines');
  await card.evaluate((key) => chrome.storage.local.remove(key), keyOf(before));
  await card.getByText('This evidence was deleted in the meantime.').waitFor();
  await pause();
  expect(await noteIn(card).inputValue()).toBe('Ask Ines');

  await card.getByRole('button', { name: 'Save' }).click();
  await card.getByText('Changes saved. The evidence had been deleted and is back.').waitFor();
  expect(await oneStored(tagging.rung.storage)).toMatchObject({ id: before.id, note: 'Ask Ines' });
});

it('leaves at a click beside it where nothing was typed, and for another passage', async () => {
  await openWith(PASSAGE, OTHER_PASSAGE);
  await restOn(PASSAGE);
  const first = await pickerShown(tab);
  await restOn(OTHER_PASSAGE);
  await expect.poll(() => first.isDetached()).toBe(true);

  const second = await pickerShown(tab);
  await second.getByRole('button', { name: 'Edit' }).click();
  await noteIn(second).waitFor();
  await tab.mouse.click(ELSEWHERE.x, ELSEWHERE.y);
  await pickerGone(tab);
});

it('stands beside the line that the pointer is on, and stays while it is on any other', async () => {
  const paragraph = REVIEW[2] as string;
  await open('/narrow', [paragraph]);
  await expect.poll(() => paintedIn(tab)).toEqual([paragraph]);
  const lines = await tab.evaluate((index) => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelectorAll('p')[index] as Element);
    return Array.from(range.getClientRects(), ({ x, y, height }) => ({ x, y, height }));
  }, 2);
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) throw new Error('The paragraph has no lines.');
  const pointAt = ({ x, y, height }: typeof first, along: number) =>
    tab.mouse.move(x + along, y + height / 2);
  await pointAt(first, 10);
  await pointAt(first, 14);
  const card = await pickerShown(tab);
  const box = await (await card.frameElement()).boundingBox();
  expect(box?.y).toBeCloseTo(first.y + first.height + 8, 0);

  for (const line of [first, last]) {
    await pointAt(line, 20);
    await pointAt(line, 24);
    await pause();
    expect(card.isDetached()).toBe(false);
  }
});

/** On the move for longer than a card waits for a pointer that left, and never at rest. */
async function wander(from: Point): Promise<void> {
  for (let step = 0; step < 20; step++) {
    await tab.mouse.move(from.x + (step % 5) * 7, from.y + step);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

it('comes back to a pointer that comes back, also without a rest elsewhere', async () => {
  await openWith(PASSAGE);
  await restOn(PASSAGE);
  await pickerShown(tab);

  await wander(ELSEWHERE);
  await pickerGone(tab);
  await restOn(PASSAGE);
  await pickerShown(tab);
});

it('stays away after Escape until the pointer has left its passage', async () => {
  await openWith(PASSAGE);
  await restOn(PASSAGE);
  await pickerShown(tab);
  await tab.keyboard.press('Escape');
  await pickerGone(tab);
  // Longer than somebody is thought to be typing.
  await pause();
  await pause();

  const { x, y } = await middleOf(tab, PASSAGE);
  await tab.mouse.move(x + 6, y);
  await pause();
  expect(await hosts()).toBe(0);

  await wander(ELSEWHERE);
  await restOn(PASSAGE);
  await pickerShown(tab);
});

it('is the same card where the pointer leaves its passage for a moment', async () => {
  await openWith(PASSAGE);
  await restOn(PASSAGE);
  const card = await pickerShown(tab);
  const { x, y } = await middleOf(tab, PASSAGE);
  for (let step = 0; step < 10; step++) {
    // Not on it any more, and as near as its card allows.
    await tab.mouse.move(x + step, y - 24);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  await restOn(PASSAGE);
  await pause();
  expect(card.isDetached()).toBe(false);
});

it('goes where its passage is scrolled away from under a pointer that rests', async () => {
  await open('/tall', [PASSAGE]);
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
  await restOn(PASSAGE);
  await pickerShown(tab);
  await tab.mouse.wheel(0, 600);
  await pickerGone(tab);
});

it('stays where the page around a frame is scrolled and its passage is still under the pointer', async () => {
  const paragraph = REVIEW[2] as string;
  await open('/around-narrow', [paragraph]);
  const inner = tab.frames()[1] as Frame;
  await expect.poll(() => paintedIn(inner)).toEqual([paragraph]);
  const frame = await tab.locator('iframe').boundingBox();
  const { x, y } = await middleOf(inner, paragraph);
  // Near where they begin, as no line is as short as that.
  const at = { x: x - 40 + (frame?.x ?? 0), y: y + (frame?.y ?? 0) };
  await tab.mouse.move(at.x - 9, at.y);
  await tab.mouse.move(at.x, at.y);
  const card = await pickerShown(tab);

  for (let turn = 0; turn < 3; turn++) {
    await tab.evaluate(() => scrollBy(0, 24));
    await pause();
    expect(card.isDetached()).toBe(false);
  }
  await tab.evaluate(() => scrollBy(0, 600));
  await pickerGone(tab);
});

it('stays where the page is scrolled while a note in it is half written', async () => {
  await open('/tall', [PASSAGE]);
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
  await restOn(PASSAGE);
  const card = await pickerShown(tab);
  await card.getByRole('button', { name: 'Edit' }).click();
  await noteIn(card).fill('Ask Ines and');
  // The page knows it a moment later.
  await pause();
  await tab.mouse.move(ELSEWHERE.x, ELSEWHERE.y);
  await tab.mouse.wheel(0, 600);
  await pause();
  expect(await noteIn(card).inputValue()).toBe('Ask Ines and');
  // What is left half written would keep the tab from being closed.
  await noteIn(card).fill('');
});

it('can be reached where it is so tall that it fits neither above nor below its passage', async () => {
  const note = 'Ask Ines, who knows whom to ask, and when, and goes on for a while about it. ';
  await open(
    '/middle',
    Array.from({ length: 6 }, () => PASSAGE),
    note.repeat(2),
  );
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
  await restOn(PASSAGE);
  const card = await pickerShown(tab);
  await pause();
  const from = await middleOf(tab, PASSAGE);
  const box = await (await card.frameElement()).boundingBox();
  if (!box) throw new Error('The card has no place.');
  const to = { x: box.x + 200, y: box.y + 60 };
  for (let step = 1; step <= 30; step++) {
    const along = step / 30;
    await tab.mouse.move(from.x + (to.x - from.x) * along, from.y + (to.y - from.y) * along);
    await new Promise((resolve) => setTimeout(resolve, 45));
  }
  await pause();
  expect(card.isDetached()).toBe(false);
});

it('comes for a passage in a frame that does not say where it stands, too', async () => {
  await open('/around', [PASSAGE]);
  await tab.evaluate((src) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src, width: '700' }));
  }, site.elsewhere('/notes'));
  const inner = await until('the frame is there', () =>
    tab.frames().find((one) => one.url() === site.elsewhere('/notes')),
  );
  await inner.getByText(PASSAGE).waitFor();
  await tagger.ask({ type: 'probe' });
  await expect.poll(() => paintedIn(inner)).toEqual([PASSAGE]);
  const frame = await tab.locator('iframe').boundingBox();
  const { x, y } = await middleOf(inner, PASSAGE);
  const at = { x: x + (frame?.x ?? 0), y: y + (frame?.y ?? 0) };

  await tab.mouse.move(at.x - 9, at.y);
  await tab.mouse.move(at.x, at.y);

  const card = await pickerShown(tab);
  await card.getByText('Customer focus', { exact: true }).waitFor();
  const box = await (await card.frameElement()).boundingBox();
  expect(box?.y).toBe(8);

  // The page hears nothing of a pointer in the frame; whoever goes on there wants to see the text.
  await tab.mouse.move((frame?.x ?? 0) + 300, (frame?.y ?? 0) + (frame?.height ?? 0) - 12);
  await pickerGone(tab);
});
