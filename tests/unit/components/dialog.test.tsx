// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { Dialog } from '../../../components/common/Dialog';
import { draw } from '../support/mounted';

const onClose = vi.fn();
let place: HTMLElement;
let dialog: HTMLDialogElement;

beforeEach(async () => {
  onClose.mockReset();
  place = document.createElement('div');
  document.body.replaceChildren(place);
  await draw(
    <Dialog label="Keys" onClose={onClose}>
      <input type="search" />
    </Dialog>,
    place,
  );
  dialog = place.querySelector('dialog') as HTMLDialogElement;
});

/** Lets something happen in the dialog, and gives whether the browser would go on with it. */
async function happens(event: Event, at: Element | null = dialog): Promise<boolean> {
  let goesOn = true;
  await act(async () => {
    goesOn = at?.dispatchEvent(event) ?? true;
  });
  return goesOn;
}

const escapeKey = () =>
  new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });

it('is open at once, and says what it is', () => {
  expect(dialog.open).toBe(true);
  expect(dialog.getAttribute('aria-label')).toBe('Keys');
});

it('is closed by Escape, which closes nothing else with it', async () => {
  expect(await happens(escapeKey(), dialog.querySelector('input'))).toBe(false);
  expect(onClose).toHaveBeenCalledOnce();
});

it('stays where what stands in it has taken Escape for itself', async () => {
  const field = dialog.querySelector('input');
  field?.addEventListener('keydown', (event) => event.preventDefault());
  await happens(escapeKey(), field);
  expect(onClose).not.toHaveBeenCalled();
});

it('leaves it to its view to close it where the browser would', async () => {
  expect(await happens(new Event('cancel', { cancelable: true }))).toBe(false);
  expect(onClose).toHaveBeenCalledOnce();
  expect(dialog.open).toBe(true);
});

/** A press from one place to another; the browser clicks on what holds both. */
async function press(from: Element | null, to: Element | null): Promise<void> {
  await happens(new MouseEvent('pointerdown', { bubbles: true }), from);
  await happens(new MouseEvent('pointerup', { bubbles: true }), to);
  await happens(new MouseEvent('click', { bubbles: true }), from === to ? from : dialog);
}

it('is closed by a press beside it', async () => {
  await press(dialog, dialog);
  expect(onClose).toHaveBeenCalledOnce();
});

it('stays with a press inside, and with one that ends beside it, as where words are selected', async () => {
  const field = dialog.querySelector('input');
  await press(field, field);
  await press(field, dialog);
  expect(onClose).not.toHaveBeenCalled();
});

it('stays with a press that begins inside, though one before it began beside it', async () => {
  await press(dialog, dialog);
  onClose.mockReset();
  await press(dialog.querySelector('input'), dialog);
  expect(onClose).not.toHaveBeenCalled();
});
