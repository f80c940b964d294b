// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { Notice } from '../../../components/common/Toast';
import { ThisPage } from '../../../entrypoints/sidepanel/ThisPage';
import type { Page } from '../../../entrypoints/sidepanel/use-page';
import type { Draft, ReadReply } from '../../../entrypoints/wiring/messages/reading';
import { seededRecord } from '../../e2e/harness/seed';
import { draw, settled } from '../support/mounted';
import { emptyPlace } from '../support/panel';

const DRAFT: Draft = {
  quote: { exact: 'A passage', prefix: '', suffix: '' },
  surface: 'pasted',
  source: 'https://example.com/review',
  title: 'Review',
  already: [],
};
const SITE = 'https://frames.example.com/*';

let place: HTMLElement;
let notice: Notice | null;
const sendMessage = vi.fn();
const onTag = vi.fn();
const onPaste = vi.fn();
const onAsked = vi.fn();
const readSelection = vi.fn<() => Promise<ReadReply | null>>();
const show = vi.fn<() => Promise<boolean>>();
const hide = vi.fn<() => Promise<void>>();

beforeEach(() => {
  place = emptyPlace();
  notice = null;
  for (const mock of [sendMessage, onTag, onPaste, onAsked, readSelection, show, hide])
    mock.mockReset();
  Object.assign(browser.runtime, { sendMessage });
});

const open = (report: Page['report'] = null, asked = false) =>
  draw(
    <ThisPage
      page={{
        tabId: 1,
        url: null,
        document: null,
        title: 'Review',
        here: [seededRecord(0)],
        report,
        readSelection,
        show,
        hide,
        takeOver: vi.fn(),
        keep: vi.fn(),
        attach: vi.fn(),
      }}
      onTag={onTag}
      onPaste={onPaste}
      hasDraft={false}
      asked={asked}
      onAsked={onAsked}
      onNotice={(next) => {
        notice = typeof next === 'function' ? next(notice) : next;
      }}
    />,
    place,
  );

async function press(words: string): Promise<void> {
  const button = [...place.querySelectorAll('button')].find((one) =>
    one.textContent?.includes(words),
  );
  if (!button) throw new Error(`There is no button “${words}”.`);
  await act(async () => button.click());
  await settled();
}

it('hands on what is selected, and takes back that nothing was', async () => {
  await open();
  readSelection.mockResolvedValueOnce({ ok: false, why: 'nothing-selected' });
  await press('page_tag');
  expect(notice).toEqual({ text: 'refusal_nothingSelected' });
  expect(onTag).not.toHaveBeenCalled();

  readSelection.mockResolvedValueOnce({ ok: true, draft: DRAFT, box: null });
  await press('page_tag');
  expect(onTag.mock.calls).toEqual([[DRAFT]]);
  expect(notice).toBeNull();
});

it('leaves alone what was said of something else', async () => {
  await open();
  const saved = { text: 'Saved.' };
  notice = saved;
  readSelection.mockResolvedValueOnce({ ok: true, draft: DRAFT, box: null });
  await press('page_tag');
  expect(notice).toBe(saved);
});

it('asks for a gesture where the page lets nobody in', async () => {
  await open();
  readSelection.mockResolvedValueOnce(null);
  await press('page_tag');
  expect(notice?.text).toBe('page_needsGesture page_noShortcut');
});

it('offers to paste what cannot be read', async () => {
  await open();
  readSelection.mockResolvedValueOnce({ ok: false, why: 'pdf' });
  await press('page_tag');
  expect(notice?.text).toBe('refusal_pdf');
  notice?.next?.run();
  expect(onPaste).toHaveBeenCalledOnce();
});

it('offers to allow the site of a frame that is closed without', async () => {
  await open();
  readSelection.mockResolvedValueOnce({ ok: false, why: 'frame-closed', site: SITE });
  await press('page_tag');
  expect(notice?.text).toBe('refusal_frameOf frames.example.com');
  notice?.next?.run();
  const asks = {
    to: 'background',
    type: 'open-options',
    hash: `#allow=${encodeURIComponent(SITE)}`,
  };
  expect(sendMessage.mock.calls).toEqual([[asks]]);
});

it.each([
  ['page_tag', readSelection, null],
  ['page_show', show, null],
  ['page_hide', hide, {}],
] as const)('says why it failed: %s', async (button, work, report) => {
  await open(report);
  work.mockRejectedValueOnce(new Error('The tab was closed.'));
  await press(button);
  expect(notice).toMatchObject({ tone: 'error' });
  expect(notice?.text).toContain('The tab was closed.');
});

it('tags what is selected where the shortcut asked for that, once', async () => {
  readSelection.mockResolvedValue({ ok: true, draft: DRAFT, box: null });
  await open(null, true);
  expect(onTag.mock.calls).toEqual([[DRAFT]]);
  expect(onAsked).toHaveBeenCalledOnce();
  await open(null, true);
  expect(onTag).toHaveBeenCalledOnce();
});
