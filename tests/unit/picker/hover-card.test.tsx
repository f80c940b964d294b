// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createEvidenceStore } from '../../../data/evidence';
import { HoverCard } from '../../../entrypoints/picker/HoverCard';
import { LADDER, record } from '../../fixtures/records';
import { draw, settled } from '../support/mounted';
import { emptyPlace } from '../support/panel';

const nothing = () => undefined;

it('says that it offers an undo for as long as it does, whatever else it says meanwhile', async () => {
  const place = emptyPlace();
  // The browser opens no panel: that is said above what was deleted.
  Object.assign(browser, { sidePanel: { open: () => Promise.reject(new Error('No gesture')) } });
  const [one, other] = [record({ id: 'one' }), record({ id: 'other', subSkill: 'market' })];
  await createEvidenceStore().putBack([one, other]);
  const onUndo = vi.fn();
  const events = { onUnsaved: nothing, onUndo, onClose: nothing };
  const shown = { windowId: 1, ladders: [LADDER], mine: LADDER.id, byKey: false };
  await draw(<HoverCard {...shown} ids={[one.id, other.id]} {...events} />, place);
  const press = async (words: string) => {
    const buttons = [...place.querySelectorAll<HTMLElement>('button')];
    const button = buttons.find((one) =>
      `${one.getAttribute('aria-label')} ${one.textContent}`.includes(words),
    );
    if (!button) throw new Error(`There is no button “${words}”.`);
    await act(async () => button.click());
    await settled();
  };

  await press('evidence_delete');
  expect(onUndo).toHaveBeenLastCalledWith(true);
  await press('evidence_panel');
  expect(place.querySelector('[role=status]')?.textContent).toBe('evidence_openPanelYourself');
  expect(onUndo).toHaveBeenLastCalledWith(true);
  await press('common_close');
  expect(onUndo).toHaveBeenLastCalledWith(false);
});

it.each([
  ['here', async (press: () => Promise<void>) => press()],
  ['in another window', async () => void (await createEvidenceStore().remove([{ id: 'one' }]))],
])('leads the keyboard on to the next piece where one is deleted %s', async (_, remove) => {
  const place = emptyPlace();
  const records = [record({ id: 'one' }), record({ id: 'other', subSkill: 'market' })];
  await createEvidenceStore().putBack(records);
  const events = { onUnsaved: nothing, onUndo: nothing, onClose: nothing };
  const shown = { windowId: 1, ladders: [LADDER], mine: LADDER.id, byKey: true };
  await draw(<HoverCard {...shown} ids={['one', 'other']} {...events} />, place);
  const [first, second] = [...place.querySelectorAll<HTMLElement>('.evidence')];
  const button = first?.querySelector<HTMLElement>('[data-delete]');
  button?.focus();
  await act(() => remove(async () => button?.click()));
  await settled();
  expect(first?.isConnected).toBe(false);
  expect(document.activeElement).toBe(second);
});
