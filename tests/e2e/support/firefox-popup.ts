import { expect } from 'vitest';
import type { InFirefox } from '../harness/firefox';
import { until } from '../harness/until';

/** Long enough for a popup to come on a busy machine: pressed while it comes, the shortcut closes it. */
const COMES_MS = 10_000;
const CURSOR_MS = 20_000;

/** Opens the real popup by its shortcut. A busy browser may not hear the first press. */
export function openPopup(rung: InFirefox): Promise<boolean> {
  return until(
    'the popup is open',
    async () => {
      await rung.command('_execute_action');
      return until('the popup has come', () => rung.hasView('popup'), COMES_MS);
    },
    3 * COMES_MS,
  );
}

/** Opens it, and waits until one can type into its search field. */
export async function openSearch(rung: InFirefox): Promise<void> {
  await openPopup(rung);
  await cursorIn(rung, 'input');
}

/** Waits until the popup has the keyboard, and this element of it: else says what has it. */
export async function cursorIn(rung: InFirefox, element: string): Promise<void> {
  const where = () =>
    rung.inView('popup', (document) =>
      document.hasFocus() ? document.activeElement?.localName : 'no element of the popup',
    );
  await expect.poll(where, { timeout: CURSOR_MS }).toBe(element);
}
