// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { askBackground } from '../../../../entrypoints/tagger/ask';
import { closeIfDead } from '../../../../entrypoints/tagger/picker/close-if-dead';
import {
  closePicker,
  closeUnlessUnsaved,
  handlePickerMessage,
  showPicker,
} from '../../../../entrypoints/tagger/picker/host';
import { KEYBOARD_TAKEN, type PickerRequest } from '../../../../entrypoints/wiring/messages/picker';
import { byHand } from '../../support/by-hand';

vi.mock('../../../../entrypoints/tagger/ask');
vi.mock('../../../../entrypoints/tagger/picker/close-if-dead');

const REFUSED = { view: 'refused', why: 'nothing-selected' } as const;
const BY_KEY = { view: 'evidence', ids: ['one'], byKey: true } as const;
const BY_POINTER = { view: 'evidence', ids: ['one'] } as const;
const TAG = { view: 'tag', draft: {} } as PickerRequest;

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

it('stays after a click elsewhere for as long as it offers an Undo', () => {
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

it('is brought up by no passage that only moved under the pointer', () => {
  const moved = { ...BY_POINTER, still: true };
  showPicker(moved, null);
  expect(frames).toHaveLength(0);
  showPicker(BY_POINTER, null);
  showPicker(moved, null);
  showPicker({ ...moved, ids: ['two'] }, null);
  expect(frames).toHaveLength(1);
  expect(hosts.at(-1)?.isConnected).toBe(true);
});

/** Whether the browser would ask before the page is left. */
const asksBeforeLeaving = () =>
  !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

it('has the browser ask before what was typed is left, unless the page has taken it away', () => {
  showPicker(REFUSED, null);
  expect(asksBeforeLeaving()).toBe(false);
  tell(true);
  expect(asksBeforeLeaving()).toBe(true);
  hosts.at(-1)?.remove();
  expect(asksBeforeLeaving()).toBe(false);
});

it('has nothing to lose where the page moved it, which loads it anew', () => {
  showPicker(BY_KEY, null);
  tell(true);
  offerUndo(true);
  const token = frames.at(-1)?.src.split('#')[1] ?? '';
  handlePickerMessage({ to: 'tagger', type: 'picker-hello', token });
  expect(asksBeforeLeaving()).toBe(false);
  window.dispatchEvent(byHand(new Event('pointerdown')));
  expect(hosts.at(-1)?.isConnected).toBe(false);
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

/** As the browser says it of a page whose focus is in the picker's frame. */
function giveKeyboard(): void {
  vi.spyOn(document, 'activeElement', 'get').mockReturnValue(hosts.at(-1) ?? null);
}

it.each([
  ['what is no card', REFUSED, () => {}],
  ['a card in which something is not saved', BY_KEY, () => tell(true)],
  ['a card that has the keyboard', BY_KEY, giveKeyboard],
])('shows nothing that the pointer rests on in place of %s', (_, request, use) => {
  showPicker(request, null);
  use();
  const focus = vi.spyOn(frames[0] as HTMLIFrameElement, 'focus');
  showPicker({ ...BY_POINTER, ids: ['other'] }, null);
  showPicker({ ...BY_POINTER, ids: [] }, null);
  expect(frames).toHaveLength(1);
  expect(isShown()).toBe(true);
  expect(focus).not.toHaveBeenCalled();
});

it('shows the next evidence that the pointer rests on, and goes where it rests on none', () => {
  showPicker(BY_POINTER, null);
  showPicker({ ...BY_POINTER, ids: ['other'] }, null);
  expect(frames.map((frame) => frame.isConnected)).toEqual([false, true]);
  showPicker({ ...BY_POINTER, ids: [] }, null);
  expect(frames.map((frame) => frame.isConnected)).toEqual([false, false]);
});

it('stays where the shortcut is pressed once more in the form', () => {
  showPicker(TAG, null);
  giveKeyboard();
  showPicker(REFUSED, null);
  expect(frames).toHaveLength(1);
});

it.each([
  ['the page has the keyboard', TAG, REFUSED, () => {}],
  ['something else is selected', TAG, TAG, giveKeyboard],
  ['what stands there is no form', REFUSED, REFUSED, giveKeyboard],
])('is shown anew by the shortcut where %s', (_, first, next, use) => {
  showPicker(first, null);
  use();
  showPicker(next, null);
  expect(frames).toHaveLength(2);
});

it('is shown anew where the page has taken it away, be something in it not saved', () => {
  showPicker(REFUSED, null);
  tell(true);
  hosts.at(-1)?.remove();
  showPicker(REFUSED, null);
  expect(frames).toHaveLength(2);
  expect(isShown()).toBe(true);
});

it('takes the keyboard once it has loaded, but not where the pointer brought it up', () => {
  const focused = [REFUSED, BY_POINTER].map((request) => {
    closePicker();
    showPicker(request, null);
    const frame = frames.at(-1) as HTMLIFrameElement;
    const focus = vi.spyOn(frame, 'focus');
    frame.dispatchEvent(new Event('load'));
    return focus.mock.calls.length;
  });
  expect(focused).toEqual([1, 0]);
});

it('has the browser ask before the page is left with what is not saved', () => {
  const asksBeforeLeaving = () => {
    const event = new Event('beforeunload', { cancelable: true });
    dispatchEvent(event);
    return event.defaultPrevented;
  };
  showPicker(REFUSED, null);
  expect(asksBeforeLeaving()).toBe(false);
  tell(true);
  expect(asksBeforeLeaving()).toBe(true);
  closePicker();
  expect(asksBeforeLeaving()).toBe(false);
});

it('is named where it is read out, and shows the page nothing of what is in it', () => {
  showPicker(REFUSED, null);
  expect(frames.at(-1)?.title).toBe('Rung');
  expect(hosts.at(-1)?.shadowRoot).toBeNull();
});

it('stays in a window that becomes narrower', () => {
  const width = vi.spyOn(document.documentElement, 'clientWidth', 'get');
  const token = () => frames.at(-1)?.src.split('#')[1] ?? '';
  width.mockReturnValue(1200);
  showPicker(REFUSED, null);
  handlePickerMessage({ to: 'tagger', type: 'picker-size', token: token(), height: 300 });
  width.mockReturnValue(600);
  window.dispatchEvent(new Event('resize'));
  const { left, width: wide } = hosts.at(-1)?.style ?? {};
  expect(Number.parseInt(left ?? '', 10) + Number.parseInt(wide ?? '', 10)).toBeLessThan(600);
});

it('keeps a card in which something is not saved, wherever else is clicked', () => {
  showPicker(BY_KEY, null);
  tell(true);
  dispatchEvent(byHand(new PointerEvent('pointerdown')));
  expect(isShown()).toBe(true);
});

it.each([
  ['says so where it was asked for', REFUSED, 1],
  ['says nothing of it where a pointer rested', BY_POINTER, 0],
])('goes where its page is dead, and %s', (_, request, times) => {
  vi.mocked(askBackground).mockReset();
  showPicker(request, null);
  vi.mocked(closeIfDead).mock.lastCall?.[3]();
  expect(isShown()).toBe(false);
  expect(askBackground).toHaveBeenCalledTimes(times);
});

it('says that the page has the keyboard as soon as there is someone to hear it', () => {
  const takeForGood = () => {
    for (let i = 0; i < 100; i++) {
      document.body.dispatchEvent(byHand(new FocusEvent('focusin', { bubbles: true })));
    }
  };
  const sayHello = () => {
    const token = frames.at(-1)?.src.split('#')[1] ?? '';
    handlePickerMessage({ to: 'tagger', type: 'picker-hello', token });
  };
  const steps = [takeForGood, sayHello];
  for (const inOrder of [steps, steps.toReversed()]) {
    closePicker();
    showPicker(REFUSED, null);
    const postMessage = vi.fn();
    const frame = frames.at(-1) as HTMLIFrameElement;
    Object.assign(frame, { contentWindow: { postMessage } });
    vi.spyOn(frame, 'focus').mockReturnValue();
    inOrder[0]?.();
    expect(postMessage).not.toHaveBeenCalled();
    inOrder[1]?.();
    expect(postMessage).toHaveBeenCalledExactlyOnceWith(KEYBOARD_TAKEN, '*');
  }
});

it('gives the keyboard back to where it was, and takes it from nobody else', () => {
  const field = document.createElement('input');
  document.body.append(field);
  field.focus();
  const focus = vi.spyOn(field, 'focus');
  showPicker(REFUSED, null);
  closePicker();
  expect(focus).not.toHaveBeenCalled();
  showPicker(REFUSED, null);
  giveKeyboard();
  closePicker();
  expect(focus).toHaveBeenCalledOnce();
  field.remove();
});

it('stays when its undo is no longer offered, where the user has come back to it', () => {
  showPicker(BY_KEY, null);
  offerUndo(true);
  dispatchEvent(byHand(new PointerEvent('pointerdown')));
  giveKeyboard();
  offerUndo(false);
  expect(isShown()).toBe(true);
});
