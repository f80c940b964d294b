// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isConnected } from '../../../../entrypoints/tagger/instance';
import { closeIfDead } from '../../../../entrypoints/tagger/picker/close-if-dead';
import { byHand } from '../../support/by-hand';

vi.mock('../../../../entrypoints/tagger/instance');

const close = vi.fn();
const giveUp = vi.fn();
let frame: HTMLIFrameElement;
let end: AbortController;
let saidHello: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  close.mockReset();
  giveUp.mockReset();
  vi.mocked(isConnected).mockReturnValue(true);
  saidHello = true;
  end = new AbortController();
  // No page is to be loaded here.
  frame = document.createElement('div') as unknown as HTMLIFrameElement;
  closeIfDead(frame, () => saidHello, close, giveUp, end.signal);
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

const escapeKey = () => new KeyboardEvent('keydown', { key: 'Escape' });
const press = () => new Event('pointerdown');

it('stays while its page lives, whatever is pressed in the page around it', () => {
  dispatchEvent(byHand(escapeKey()));
  dispatchEvent(byHand(press()));
  frame.dispatchEvent(new Event('load'));
  vi.runAllTimers();
  expect(close).not.toHaveBeenCalled();
  expect(giveUp).not.toHaveBeenCalled();
});

it('goes by itself where its page was loaded and says nothing', () => {
  saidHello = false;
  vi.advanceTimersByTime(10_000);
  expect(giveUp).not.toHaveBeenCalled();
  frame.dispatchEvent(new Event('load'));
  vi.advanceTimersByTime(10_000);
  expect(giveUp).toHaveBeenCalledTimes(1);
});

it('goes with Escape where its page has said nothing yet', () => {
  saidHello = false;
  dispatchEvent(byHand(new KeyboardEvent('keydown', { key: 'a' })));
  expect(close).not.toHaveBeenCalled();
  dispatchEvent(byHand(escapeKey()));
  expect(close).toHaveBeenCalled();
});

it.each([
  ['Escape', escapeKey],
  ['a click', press],
])('goes with %s where its extension was updated under it, by hand alone', (_, make) => {
  vi.mocked(isConnected).mockReturnValue(false);
  // A page makes events, too.
  dispatchEvent(make());
  expect(close).not.toHaveBeenCalled();
  dispatchEvent(byHand(make()));
  expect(close).toHaveBeenCalled();
});

it('hears nothing more once it is closed', () => {
  saidHello = false;
  frame.dispatchEvent(new Event('load'));
  end.abort();
  vi.runAllTimers();
  dispatchEvent(byHand(escapeKey()));
  expect(close).not.toHaveBeenCalled();
});
