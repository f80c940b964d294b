// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import {
  chooseSurface,
  hasSelection,
  isBeingWritten,
} from '../../../../entrypoints/tagger/surfaces/choose';

beforeEach(() => {
  getSelection()?.removeAllRanges();
  document.body.innerHTML = `<p>Read.</p><textarea>Written.</textarea>
    <textarea id="fixed" readonly>Fixed.</textarea><div contenteditable="true"><b>Edited.</b></div>`;
  // What this small DOM does not know of layout and of editing.
  for (const field of document.querySelectorAll('textarea')) {
    for (const side of ['offsetWidth', 'offsetHeight']) {
      Object.defineProperty(field, side, { value: 100 });
    }
  }
  for (const element of document.querySelectorAll('div, div *')) {
    Object.defineProperty(element, 'isContentEditable', { value: true });
  }
});

function select(selector: string): void {
  const element = document.querySelector<HTMLElement>(selector);
  if (element instanceof HTMLTextAreaElement) {
    element.focus();
    element.select();
  } else if (element) {
    getSelection()?.selectAllChildren(element);
  }
}

it.each([
  ['in a field', 'textarea', true],
  ['in an editor', 'b', true],
  ['in what is only read', 'p', false],
  ['in a field that is only read', '#fixed', false],
])('knows what is selected %s', (_where, selector, is) => {
  select(selector);
  expect(isBeingWritten(document)).toBe(is);
});

it('knows that nobody writes in a field that is disabled', () => {
  document.body.innerHTML = '<textarea disabled>Handed in.</textarea>';
  // As Chromium tells of what is selected there.
  const handedIn = { type: 'Range', isCollapsed: true, anchorNode: document.body, anchorOffset: 0 };
  const inField = { ...handedIn, toString: () => 'Handed' } as unknown as Selection;
  vi.spyOn(document, 'getSelection').mockReturnValue(inField);
  expect(chooseSurface(document)).toMatchObject({ on: 'field' });
  expect(hasSelection(document)).toBe(true);
  expect(isBeingWritten(document)).toBe(false);
});
