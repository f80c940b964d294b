// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import {
  closePicker,
  closeUnlessUnsaved,
  handlePickerMessage,
  showPicker,
} from '../../../../entrypoints/tagger/picker/host';
import { byHand } from '../../support/by-hand';

vi.mock('../../../../entrypoints/tagger/picker/close-if-dead');

const REFUSED = { view: 'refused', why: 'nothing-selected' } as const;
const BY_KEY = { view: 'evidence', ids: ['one'], byKey: true } as const;

/** The frames of the pickers that were shown, the last one last. */
let frames: HTMLIFrameElement[];
/** What stands in the page for each. */
let hosts: HTMLElement[];

beforeEach(() => {
  closePicker();
  frames = [];
  hosts = [];
  Object.assign(browser.runtime, { getURL: (path: string) => `chrome-extension://rung${path}` });
  Object.assign(HTMLElement.prototype, { showPopover() {} });
  // No page is to be loaded here, and nothing else of a frame is needed.
  const create = document.createElement.bind(document);
  vi.spyOn(document, 'createElement').mockImplementation((name: string) => {
    const element = create(name === 'iframe' ? 'div' : name);
    if (name === 'div') hosts.push(element);
    if (name === 'iframe') frames.push(element as HTMLIFrameElement);
    return element;
  });
  vi.spyOn(document, 'querySelectorAll').mockReturnValue([] as never);
});

function tell(unsaved: boolean): void {
  const token = frames.at(-1)?.src.split('#')[1] ?? '';
  handlePickerMessage({ to: 'tagger', type: 'picker-unsaved', token, unsaved });
}

function offerUndo(offered: boolean): void {
  const token = frames.at(-1)?.src.split('#')[1] ?? '';
  handlePickerMessage({ to: 'tagger', type: 'picker-undo', token, offered });
}

it('stays after a click elsewhere for as long as it offers to take something back', () => {
  showPicker(BY_KEY, null);
  offerUndo(true);
  window.dispatchEvent(byHand(new Event('pointerdown')));
  expect(hosts.at(-1)?.isConnected).toBe(true);
  offerUndo(false);
  expect(hosts.at(-1)?.isConnected).toBe(false);
});

it('does not give way to a pointer that rests elsewhere while it offers that', () => {
  showPicker(BY_KEY, null);
  offerUndo(true);
  showPicker({ view: 'evidence', ids: ['two'] }, null);
  expect(frames).toHaveLength(1);
});

it('stays once that is no longer offered, where nobody went elsewhere', () => {
  showPicker(BY_KEY, null);
  offerUndo(true);
  offerUndo(false);
  expect(hosts.at(-1)?.isConnected).toBe(true);
});

it.each([REFUSED, BY_KEY])('leads back to what is not saved: $view', (request) => {
  showPicker(REFUSED, null);
  tell(true);
  const focus = vi.spyOn(frames[0] as HTMLIFrameElement, 'focus');
  showPicker(request, null);
  expect(frames).toHaveLength(1);
  expect(focus).toHaveBeenCalled();
});

it('grows back to what it would like once the window is high enough', () => {
  vi.stubGlobal('innerHeight', 700);
  showPicker(REFUSED, null);
  const token = frames.at(-1)?.src.split('#')[1] ?? '';
  handlePickerMessage({ to: 'tagger', type: 'picker-size', token, height: 500 });
  const heights = [700, 300, 700].map((height) => {
    vi.stubGlobal('innerHeight', height);
    window.dispatchEvent(new Event('resize'));
    return hosts.at(-1)?.style.height;
  });
  vi.unstubAllGlobals();
  expect(heights).toEqual(['500px', '284px', '500px']);
});

it('shows what was asked for last once nothing can be lost', () => {
  showPicker(REFUSED, null);
  tell(true);
  tell(false);
  showPicker(BY_KEY, null);
  expect(frames).toHaveLength(2);
});

it('tells nobody without its token what it shows', () => {
  showPicker(REFUSED, null);
  const ask = (token: string) => handlePickerMessage({ to: 'tagger', type: 'picker-hello', token });
  expect(ask('guessed')).toBeUndefined();
  expect(ask('')).toBeUndefined();
  expect(ask(frames.at(-1)?.src.split('#')[1] ?? '')).toBeInstanceOf(Promise);
});

/** Escape pressed in the page, whose keys the picker's frame never hears. */
function escapeInPage(): void {
  document.body.dispatchEvent(
    byHand(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
  );
}

const isShown = () => document.documentElement.contains(hosts.at(-1) ?? null);

it('drops nothing at one Escape where the page has taken the keyboard', () => {
  showPicker(REFUSED, null);
  tell(true);
  // The page never lets go of it.
  const focus = vi.spyOn(frames[0] as HTMLIFrameElement, 'focus').mockReturnValue();
  escapeInPage();
  expect(isShown()).toBe(true);
  expect(focus).toHaveBeenCalled();
  escapeInPage();
  expect(isShown()).toBe(false);
});

it('takes a card that the pointer brought up away with Escape in the page', () => {
  showPicker({ view: 'evidence', ids: ['one'] }, null);
  document.body.dispatchEvent(byHand(new KeyboardEvent('keydown', { key: 'a', bubbles: true })));
  tell(true);
  escapeInPage();
  expect(isShown()).toBe(true);
  tell(false);
  escapeInPage();
  expect(isShown()).toBe(false);
});

it('closes what only informs by a click beside it, but not by one that the page makes', () => {
  showPicker(BY_KEY, null);
  const shows = () => frames[0]?.isConnected;
  dispatchEvent(new PointerEvent('pointerdown'));
  expect(shows()).toBe(true);
  dispatchEvent(byHand(new PointerEvent('pointerdown')));
  expect(shows()).toBe(false);
});

it('closes a card that the pointer has left, but not where the page only says so', () => {
  vi.useFakeTimers();
  showPicker({ view: 'evidence', ids: ['one'] }, null);
  const shows = () => frames[0]?.isConnected;
  const away = () => new PointerEvent('pointermove', { clientX: 900, clientY: 900 });
  dispatchEvent(away());
  vi.runAllTimers();
  expect(shows()).toBe(true);
  dispatchEvent(byHand(away()));
  vi.runAllTimers();
  expect(shows()).toBe(false);
  vi.useRealTimers();
});

it('hears its page by itself, for as long as it is there', async () => {
  const { onMessage } = browser.runtime as unknown as {
    onMessage: { trigger(message: object): Promise<unknown[]>; hasListeners(): boolean };
  };
  expect(onMessage.hasListeners()).toBe(false);
  showPicker(REFUSED, null);
  tell(true);
  closeUnlessUnsaved();
  expect(frames[0]?.isConnected).toBe(true);

  const token = frames[0]?.src.split('#')[1];
  const answers = await onMessage.trigger({ to: 'tagger', type: 'picker-close', token });
  expect(answers).toContain(true);
  expect(frames[0]?.isConnected).toBe(false);
  expect(onMessage.hasListeners()).toBe(false);
});

it('goes with what runs here where nothing in it would be lost', () => {
  showPicker(REFUSED, null);
  closeUnlessUnsaved();
  expect(frames[0]?.isConnected).toBe(false);
});
