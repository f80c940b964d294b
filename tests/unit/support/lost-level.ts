import { act } from 'preact/test-utils';
import { expect } from 'vitest';
import { keepSettings } from '../../../entrypoints/wiring/saving/keep-settings';
import { settled } from './mounted';

/** Has the level go from the ladder under an open view, and answers which it is from now on. */
export async function loseLevelAndChoose(view: ParentNode): Promise<void> {
  await act(() => keepSettings({ level: 'gone' }));
  await settled();
  const choice = view.querySelector<HTMLInputElement>('.choice.level input');
  await act(async () => choice?.click());
  choice?.focus();
  await act(async () => view.querySelector<HTMLElement>('.setup [type=submit]')?.click());
  await settled();
  expect(choice).not.toBeNull();
  expect(view.querySelector('.setup')).toBeNull();
}
