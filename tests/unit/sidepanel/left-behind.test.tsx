// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { Notice } from '../../../components/common/Toast';
import { LeftBehind } from '../../../entrypoints/sidepanel/LeftBehind';
import type { InFront } from '../../../entrypoints/sidepanel/use-left-behind';
import { record } from '../../fixtures/records';
import { draw, settled } from '../support/mounted';
import { emptyPlace } from '../support/panel';

const URL = 'https://reviews.test/12';
const OLD = { source: 'https://reviews.test/new', document: 'https://reviews.test/new' };
const HERE = { source: URL, document: URL, title: 'My review' };

const one = record({ id: 'one', target: OLD });
const two = record({ id: 'two', quote: 'Other words', target: OLD });
const PAGE: InFront = { tabId: 1, url: URL, document: URL, title: 'My review', here: [] };

let place: HTMLElement;
let notice: Notice | null;
/** What stands in the page of what it has left behind, or whoever tells it. */
let left: unknown;
const sendMessage = vi.fn();
const onMove = vi.fn();

beforeEach(() => {
  place = emptyPlace();
  notice = null;
  left = { document: URL, ids: ['one', 'two'], seen: true };
  onMove.mockReset().mockResolvedValue(true);
  sendMessage
    .mockReset()
    .mockImplementation(async ({ type }) => (type === 'left-behind' ? left : undefined));
  Object.assign(browser.runtime, { sendMessage });
});

const BOTH = [one, two];
const open = (page: Partial<InFront> = {}, evidence = BOTH) =>
  draw(
    <LeftBehind
      page={{ ...PAGE, ...page }}
      evidence={evidence}
      onMove={onMove}
      onNotice={(next) => {
        notice = typeof next === 'function' ? next(notice) : next;
      }}
    />,
    place,
  );
const words = () => place.querySelector('[role=status]')?.textContent;
const buttons = () => [...place.querySelectorAll('button')];
const press = async (words: string) => {
  const button = buttons().find((button) => button.textContent === words);
  await act(async () => button?.click());
  await settled();
};
const asked = (type: string) =>
  sendMessage.mock.calls.map(([message]) => message).filter((message) => message.type === type);

it('asks about what stands on the page, in words that are read out and buttons that are not', async () => {
  await open();
  expect(words()).toBe('leftBehind_question 2');
  expect(buttons().map((one) => one.textContent)).toEqual([
    'leftBehind_move 2',
    'leftBehind_leave 2',
  ]);
  for (const button of buttons()) {
    expect(button.closest('[role=status]')).toBeNull();
    const described = button.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent).toBe(words());
  }
});

it.each([
  ['there is none', {}, () => (left = null)],
  ['nobody answers', {}, () => sendMessage.mockRejectedValue(new Error('Gone.'))],
  ['the page is not known', { tabId: undefined, url: null, document: null }, () => {}],
  ['the answer is about another page', { document: `${URL}3`, url: `${URL}3` }, () => {}],
])('asks nothing where %s', async (_why, page, happens) => {
  happens();
  await open(page);
  expect([words(), buttons()]).toEqual(['', []]);
});

it('asks nothing about what was deleted or moved, or is said of the page already', async () => {
  await open({}, [two]);
  expect(words()).toBe('leftBehind_question 1');
  const moved = record({ id: 'two', quote: 'Other words', target: HERE });
  await open({}, [one, moved]);
  expect(words()).toBe('leftBehind_question 1');
  const again = record({ id: 'again', target: HERE });
  await open({ here: [again, moved] }, [one, again, moved]);
  expect(words()).toBe('');
});

it('looks again where the title changed, as another document has another, and with the focus', async () => {
  await open();
  left = null;
  await open({ title: 'Another review' });
  expect(words()).toBe('');
  left = { document: URL, ids: ['one'], seen: true };
  await act(async () => void window.dispatchEvent(new Event('focus')));
  await settled();
  expect(words()).toBe('leftBehind_question 1');
});

describe('moving', () => {
  it('takes what still stands there, and settles that it is filed here', async () => {
    await open({ url: `${URL}#:~:text=words` });
    left = { document: URL, ids: ['two'], seen: true };
    await press('leftBehind_move 2');
    expect(onMove.mock.calls).toEqual([[[two], HERE]]);
    expect(asked('settle-filed')).toEqual([
      { to: 'background', type: 'settle-filed', tabId: 1, filed: [{ id: 'two', document: URL }] },
    ]);
    expect(words()).toBe('');
  });

  it('moves nothing where nothing stands there any more, and says so', async () => {
    await open();
    left = null;
    await press('leftBehind_move 2');
    expect(onMove).not.toHaveBeenCalled();
    expect(notice).toEqual({ text: 'leftBehind_gone' });
    expect(words()).toBe('');
  });

  it('moves once where it is clicked twice: else the undo would be gone at once', async () => {
    onMove.mockImplementation(async () => {
      // Nothing is left then that could be moved once more.
      left = null;
      await new Promise((resolve) => setTimeout(resolve));
      return true;
    });
    await open();
    const [button] = buttons();
    await act(async () => {
      button?.click();
      button?.click();
    });
    await settled();
    expect(onMove).toHaveBeenCalledOnce();
    expect(notice).toBeNull();
  });

  it('goes on asking where it could not be stored', async () => {
    onMove.mockResolvedValue(false);
    await open();
    await press('leftBehind_move 2');
    expect(asked('settle-filed')).toEqual([]);
    expect(words()).toBe('leftBehind_question 2');
  });
});

it('leaves it where it is for as long as the page lives', async () => {
  await open();
  await press('leftBehind_leave 2');
  const { document } = OLD;
  expect(asked('settle-filed').map(({ filed }) => filed)).toEqual([
    [
      { id: 'one', document },
      { id: 'two', document },
    ],
  ]);
  expect([words(), onMove.mock.calls]).toEqual(['', []]);
});

it('goes on asking where the page before, of which nothing is known any more, answers last', async () => {
  let fail = (_why: Error) => {};
  sendMessage.mockImplementationOnce(() => new Promise((_, reject) => (fail = reject)));
  await open({ url: `${URL}?tab=1` });
  await open();
  expect(words()).toBe('leftBehind_question 2');
  await act(async () => fail(new Error('Gone.')));
  expect(words()).toBe('leftBehind_question 2');
});

describe('a page that Rung has not come into', () => {
  const LOOK = 'leftBehind_look';
  beforeEach(() => {
    left = { document: URL, ids: ['one', 'two'], seen: false };
  });

  it('is not asked about; looking there is offered', async () => {
    await open();
    expect([words(), buttons().map((one) => one.textContent)]).toEqual(['', [LOOK]]);
    expect(asked('left-behind').every((message) => message.asked === false)).toBe(true);
  });

  it('is not offered where all of it was moved or deleted', async () => {
    await open({}, []);
    expect(buttons()).toEqual([]);
  });

  it('is asked about once it was looked into', async () => {
    await open();
    left = { document: URL, ids: ['one'], seen: true };
    await press(LOOK);
    expect(asked('left-behind').at(-1)).toMatchObject({ tabId: 1, asked: true });
    expect([words(), notice]).toEqual(['leftBehind_question 1', null]);
  });

  it.each([
    ['does not let Rung in', () => {}, 'page_needsGesture page_noShortcut', 1],
    ['has none of it', () => (left = null), 'leftBehind_none', 0],
  ])('says so where it %s', async (_what, happens, said, offers) => {
    await open();
    happens();
    await press(LOOK);
    expect(notice).toEqual({ text: said });
    expect(buttons()).toHaveLength(offers);
  });
});
