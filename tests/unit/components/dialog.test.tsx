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

it('is closed by a click beside it, and not by one inside', async () => {
  await happens(new MouseEvent('click', { bubbles: true }), dialog.querySelector('input'));
  expect(onClose).not.toHaveBeenCalled();
  await happens(new MouseEvent('click', { bubbles: true }));
  expect(onClose).toHaveBeenCalledOnce();
});
