// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { NoteField } from '../../../components/evidence/NoteField';
import { draw, wordsByKey } from '../support/mounted';

const place = document.createElement('div');
const onEnter = vi.fn();

beforeEach(() => {
  wordsByKey();
  onEnter.mockReset();
});

const open = (value: string) =>
  draw(<NoteField value={value} rows={2} onChange={() => {}} onEnter={onEnter} />, place);

it.each<[string, KeyboardEventInit, number]>([
  ['Enter', { key: 'Enter' }, 1],
  ['Shift and Enter, which begin a new line', { key: 'Enter', shiftKey: true }, 0],
  ['the Enter that ends a composed word', { key: 'Enter', isComposing: true }, 0],
  ['any other key', { key: 'a' }, 0],
])('is done with %s: %s', async (_, pressed, times) => {
  await open('Mine');
  const event = new KeyboardEvent('keydown', { ...pressed, cancelable: true });
  await act(async () => void place.querySelector('textarea')?.dispatchEvent(event));
  expect(onEnter).toHaveBeenCalledTimes(times);
  expect(event.defaultPrevented).toBe(times > 0);
});

it('says of a note that it is too long, from the first letter too many', async () => {
  const problem = () => place.querySelector('[role=alert]')?.textContent;
  await open('x'.repeat(10_000));
  expect(problem()).toBeUndefined();
  await open('x'.repeat(10_001));
  expect(problem()).toContain('tag_noteTooLong');
  expect(place.querySelector('textarea')?.getAttribute('aria-invalid')).toBe('true');
});
