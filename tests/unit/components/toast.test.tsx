// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sayChosen } from '../../../components/common/chosen';
import { type Notice, Toast } from '../../../components/common/Toast';
import { wordsByKey } from '../support/mounted';

let place: HTMLElement;
let field: HTMLInputElement;
const onClose = vi.fn();

beforeEach(() => {
  wordsByKey();
  onClose.mockReset();
  place = document.createElement('div');
  field = document.createElement('input');
  field.type = 'search';
  document.body.replaceChildren(place, field);
});
afterEach(() => {
  vi.useRealTimers();
  act(() => render(null, place));
});

const say = (notice: Notice | null) =>
  act(() => render(<Toast notice={notice} onClose={onClose} />, place));

/** A notice that offers to undo something, and what does that. */
function undoable() {
  const run = vi.fn();
  return { run, notice: { text: 'Deleted', action: { label: 'Undo', run } } };
}

function pressUndo(at: EventTarget = document.body): void {
  const key = { key: 'z', code: 'KeyZ', ctrlKey: true, bubbles: true, cancelable: true };
  act(() => void at.dispatchEvent(new KeyboardEvent('keydown', key)));
}

it('stays longer the more there is to read', () => {
  vi.useFakeTimers();
  const wait = vi.spyOn(globalThis, 'setTimeout');
  const stays = (length: number) => {
    wait.mockClear();
    say({ text: 'x'.repeat(length) });
    return wait.mock.calls.find(([work]) => work === onClose)?.[1] ?? 0;
  };
  const [line, lines, page] = [stays(10), stays(120), stays(240)];
  expect(lines).toBeGreaterThan(line);
  expect(page).toBe(2 * lines);
});

it('stays while what it tells of goes on, and cannot be put away', () => {
  vi.useFakeTimers();
  const wait = vi.spyOn(globalThis, 'setTimeout');
  say({ text: 'Moving', goesOn: true });
  expect(wait.mock.calls.some(([work]) => work === onClose)).toBe(false);
  expect(place.querySelector('button')).toBeNull();
});

it('can be put away by whoever does not want to wait', () => {
  say({ text: 'Copied' });
  const close = place.querySelector<HTMLElement>('[aria-label=common_close]');
  act(() => close?.click());
  expect(onClose).toHaveBeenCalledOnce();
});

it('is undone by its keys also after it has gone, and once', () => {
  const { run, notice } = undoable();
  say(notice);
  say(null);
  pressUndo();
  pressUndo();
  expect(run).toHaveBeenCalledOnce();
});

it('is undone no more once it is long ago', () => {
  vi.useFakeTimers();
  const [soon, late] = [undoable(), undoable()];
  say(soon.notice);
  say(null);
  act(() => void vi.advanceTimersByTime(50_000));
  pressUndo();
  expect(soon.run).toHaveBeenCalledOnce();
  say(late.notice);
  say(null);
  act(() => void vi.advanceTimersByTime(70_000));
  pressUndo();
  expect(late.run).not.toHaveBeenCalled();
});

it.each([
  ['in a field', () => void field.dispatchEvent(new Event('change', { bubbles: true }))],
  ['by a button', sayChosen],
])('is undone no more once something else was chosen %s', (_, choose) => {
  const { run, notice } = undoable();
  say(notice);
  say(null);
  choose();
  pressUndo();
  expect(run).not.toHaveBeenCalled();
});

it('is undone by its keys as long as it offers that, and no longer where something was chosen', () => {
  const [shown, gone] = [undoable(), undoable()];
  const choose = () => field.dispatchEvent(new Event('change', { bubbles: true }));
  say(shown.notice);
  choose();
  pressUndo();
  expect(shown.run).toHaveBeenCalledOnce();
  say(gone.notice);
  choose();
  say(null);
  pressUndo();
  expect(gone.run).not.toHaveBeenCalled();
});

it.each<[string, Notice]>([
  ['was only said', { text: 'Nothing is selected' }],
  ['was done that nothing undoes', { text: 'Copied' }],
  ['went wrong', { text: 'No room', tone: 'error' }],
])('can still be undone where something %s since, also after that has gone', (_, since) => {
  const [shown, gone] = [undoable(), undoable()];
  say(shown.notice);
  say(since);
  pressUndo();
  expect(shown.run).toHaveBeenCalledExactlyOnceWith(true);
  expect(onClose).not.toHaveBeenCalled();
  say(gone.notice);
  say(since);
  say(null);
  pressUndo();
  expect(gone.run).toHaveBeenCalledExactlyOnceWith(true);
});

it('is offered by what is said since, with what it undoes, and gives the keyboard back', () => {
  const { run, notice } = undoable();
  say(notice);
  say({ text: 'Nothing is selected' });
  const undo = place.querySelector<HTMLElement>('[aria-label="common_undoOf Undo Deleted"]');
  expect(undo?.textContent).toBe('Undo');
  // Beside its own words: what stands above is not what is undone.
  expect(undo?.parentElement?.textContent).toBe('DeletedUndo');
  act(() => field.focus());
  const from = { bubbles: true, relatedTarget: field };
  undo?.focus();
  act(() => void shown().dispatchEvent(new FocusEvent('focusin', from)));
  act(() => undo?.click());
  expect(run).toHaveBeenCalledExactlyOnceWith(true);
  expect(document.activeElement).toBe(field);
  say({ text: 'Nothing is selected' });
  expect(place.textContent).not.toContain('Undo');
});

it('is undone no more where something was chosen and what was said since has gone', () => {
  const { run, notice } = undoable();
  say(notice);
  field.dispatchEvent(new Event('change', { bubbles: true }));
  say({ text: 'Nothing is selected' });
  say(null);
  pressUndo();
  expect(run).not.toHaveBeenCalled();
});

it('says whether it had gone when it is undone', () => {
  const first = undoable();
  say(first.notice);
  pressUndo();
  expect(first.run).toHaveBeenCalledWith(false);
  const second = undoable();
  say(second.notice);
  say(null);
  pressUndo();
  expect(second.run).toHaveBeenCalledWith(true);
});

it('is replaced by the undo of what is done next', () => {
  const [first, second] = [undoable(), undoable()];
  say(first.notice);
  say({ ...second.notice, text: 'Saved' });
  expect(place.textContent).not.toContain('Deleted');
  pressUndo();
  pressUndo();
  expect([first.run, second.run].map(({ mock }) => mock.calls.length)).toEqual([0, 1]);
});

it('tells whether it shows a way to undo something, also below what was said since', () => {
  const onOffersUndo = vi.fn();
  const tell = (notice: Notice | null) => {
    onOffersUndo.mockClear();
    act(() => render(<Toast {...{ notice, onClose, onOffersUndo }} />, place));
  };
  tell(undoable().notice);
  expect(onOffersUndo).toHaveBeenCalledExactlyOnceWith(true);
  tell({ text: 'Copied' });
  expect(onOffersUndo).not.toHaveBeenCalled();
  tell(null);
  expect(onOffersUndo).toHaveBeenCalledExactlyOnceWith(false);
});

it.each<Notice>([
  { text: 'Damaged', next: { label: 'Save', run: () => undefined } },
  { text: 'No room', tone: 'error' },
  undoable().notice,
])('reads out its words alone, and says with each button what that is about: $text', (notice) => {
  say({ text: 'Deleted', action: { label: 'Undo', run: () => undefined } });
  say(notice);
  const live = [...place.querySelectorAll('[role=status], [role=alert]')];
  expect(live.map((one) => one.textContent).join('')).toBe(notice.text);
  expect(place.querySelector(':is([role=status], [role=alert]) button')).toBeNull();
  for (const button of place.querySelectorAll('.toast-line:first-child button')) {
    const described = document.getElementById(button.getAttribute('aria-describedby') ?? '');
    const about = described?.textContent ?? button.getAttribute('aria-label');
    expect(about).toContain(notice.text);
  }
});

it('leaves its keys to a field that is typed in', () => {
  const { run, notice } = undoable();
  say(notice);
  pressUndo(field);
  say(null);
  pressUndo(field);
  expect(run).not.toHaveBeenCalled();
});

it('is read out again where the same is said again', () => {
  say({ text: 'Copied' });
  const before = place.querySelector('.toast span');
  say({ text: 'Copied' });
  expect(place.querySelector('.toast span')?.textContent).toBe('Copied');
  expect(place.querySelector('.toast span')).not.toBe(before);
});

it('stays with what can be done next, and leaves that to its button', () => {
  vi.useFakeTimers();
  const run = vi.fn();
  say({ text: 'Damaged', next: { label: 'Save', run } });
  act(() => void vi.advanceTimersByTime(600_000));
  expect(onClose).not.toHaveBeenCalled();
  pressUndo();
  expect(run).not.toHaveBeenCalled();
  const button = [...place.querySelectorAll('button')].find((one) => one.textContent === 'Save');
  expect(button?.title).toBe('');
  act(() => button?.click());
  expect(run).toHaveBeenCalledOnce();
  expect(onClose).toHaveBeenCalledOnce();
});

it('says what happened in a place that was there before, and at once what went wrong', () => {
  say(null);
  const status = place.querySelector('[role=status]');
  expect(status).not.toBeNull();
  say({ text: 'Deleted' });
  expect(place.querySelector('[role=status]')).toBe(status);
  expect(status?.textContent).toContain('Deleted');
  say({ text: 'No room', tone: 'error' });
  expect(place.querySelector('[role=alert]')?.textContent).toContain('No room');
  expect(status?.textContent).toBe('');
});

const shown = () => place.querySelector<HTMLElement>('.toast') as HTMLElement;
const waitLong = () => act(() => void vi.advanceTimersByTime(600_000));

it('stays with what went wrong until that is put away', () => {
  vi.useFakeTimers();
  say({ text: 'No room', tone: 'error' });
  waitLong();
  expect(onClose).not.toHaveBeenCalled();
});

it.each([
  ['points at it', 'pointerenter', 'pointerleave'],
  ['stands in it', 'focusin', 'focusout'],
])('stays while somebody %s, and goes by itself afterwards', (_, comes, goes) => {
  vi.useFakeTimers();
  say({ text: 'Copied' });
  act(() => void shown().dispatchEvent(new Event(comes, { bubbles: true })));
  waitLong();
  expect(onClose).not.toHaveBeenCalled();
  act(() => void shown().dispatchEvent(new Event(goes, { bubbles: true })));
  waitLong();
  expect(onClose).toHaveBeenCalled();
});

it.each(['pointerenter', 'focusin'])('goes by itself after one that went at its %s', (comes) => {
  vi.useFakeTimers();
  say({ text: 'Copied' });
  act(() => void shown().dispatchEvent(new Event(comes, { bubbles: true })));
  say(null);
  say({ text: 'Saved' });
  waitLong();
  expect(onClose).toHaveBeenCalled();
});

it('gives the keyboard back to where it came from', () => {
  say({ text: 'Copied' });
  const close = place.querySelector<HTMLElement>('[aria-label=common_close]');
  field.focus();
  close?.focus();
  act(
    () =>
      void shown().dispatchEvent(
        new FocusEvent('focusin', { bubbles: true, relatedTarget: field }),
      ),
  );
  act(() => close?.click());
  expect(document.activeElement).toBe(field);
});

it('is undone once, though its button and its keys are both pressed', () => {
  const { run, notice } = undoable();
  say(notice);
  act(() => [...place.querySelectorAll('button')][0]?.click());
  expect(onClose).toHaveBeenCalledOnce();
  say(null);
  pressUndo();
  expect(run).toHaveBeenCalledOnce();
});

it('leaves keys alone that were taken by something else', () => {
  const { run, notice } = undoable();
  say(notice);
  document.body.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
  pressUndo();
  expect(run).not.toHaveBeenCalled();
});

it.each([
  ['Control and Shift', { ctrlKey: true, shiftKey: true }],
  ['Control and Alt', { ctrlKey: true, altKey: true }],
  ['nothing', {}],
])('is not undone by a Z with %s', (_, held) => {
  const { run, notice } = undoable();
  say(notice);
  const key = { key: 'z', code: 'KeyZ', bubbles: true, ...held };
  act(() => void document.body.dispatchEvent(new KeyboardEvent('keydown', key)));
  expect(run).not.toHaveBeenCalled();
});

it('is undone by Command and Z, too, on a keyboard of another script', () => {
  const { run, notice } = undoable();
  say(notice);
  const key = { key: 'я', code: 'KeyZ', metaKey: true, bubbles: true };
  act(() => void document.body.dispatchEvent(new KeyboardEvent('keydown', key)));
  expect(run).toHaveBeenCalledOnce();
});
