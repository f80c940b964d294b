// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createEvidenceStore } from '../../../data/evidence';
import { Picker } from '../../../entrypoints/picker/Picker';
import { Popup } from '../../../entrypoints/popup/Popup';
import { keepSettings } from '../../../entrypoints/wiring/saving/keep-settings';
import { seededRecord } from '../../e2e/harness/seed';
import { draw, settled, wordsByKey } from '../support/mounted';

const host = vi.hoisted(() => ({
  request: {} as object,
  close: vi.fn(),
}));
vi.mock('../../../entrypoints/picker/connect', () => ({
  connect: async () => ({ ...host, resize() {}, unsaved() {} }),
}));

const TAG = {
  view: 'tag',
  draft: {
    ...{ surface: 'page', source: 'https://example.com/', title: 'Review', approximate: false },
    ...{ quote: { exact: 'I shipped it.', prefix: '', suffix: '' }, already: [] },
  },
};

let place: HTMLElement;

beforeEach(async () => {
  wordsByKey();
  host.close.mockReset();
  Object.assign(browser.permissions, { contains: async () => false });
  place = document.body.appendChild(document.createElement('div'));
  await keepSettings({ ladder: seededRecord(0).ladder, level: seededRecord(0).level });
});
afterEach(async () => {
  await draw(null, place);
  place.remove();
});

/** @returns whether the browser would go on and do what it does by itself */
function pressEscape(at: EventTarget = document.activeElement ?? document.body): boolean {
  let goesOn = true;
  act(() => {
    goesOn = at.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
    );
  });
  return goesOn;
}

function write(words: string, into = 'textarea'): void {
  const field = place.querySelector(into) as HTMLTextAreaElement;
  field.focus();
  field.value = words;
  act(() => void field.dispatchEvent(new InputEvent('input', { bubbles: true })));
}

const isWritten = (words: string, into = 'textarea') =>
  (place.querySelector(into) as HTMLTextAreaElement | null)?.value === words;

/** What is read out although it has only just appeared. */
const said = () => place.querySelector('[role=alert]')?.textContent;

it('drops no note of a tag at one Escape beside the form', async () => {
  host.request = TAG;
  await draw(<Picker />, place);
  write('As Ines said.');
  (document.activeElement as HTMLElement).blur();

  pressEscape(document.body);
  expect(host.close).not.toHaveBeenCalled();
  expect(isWritten('As Ines said.')).toBe(true);
  expect(said()).toContain('common_escapeAgain');
  expect(place.querySelector('form')?.contains(document.activeElement)).toBe(true);

  pressEscape();
  expect(host.close).toHaveBeenCalledOnce();
});

it('drops no change to evidence at one Escape beside the form', async () => {
  const stored = seededRecord(0);
  await createEvidenceStore().putBack([stored]);
  host.request = { view: 'evidence', ids: [stored.id], byKey: true };
  await draw(<Picker />, place);
  const pencil = () => place.querySelector('[data-edit]') as HTMLElement;
  act(() => pencil().click());
  write('As Ines said.');
  pencil().focus();

  pressEscape();
  expect(host.close).not.toHaveBeenCalled();
  expect(isWritten('As Ines said.')).toBe(true);
  expect(said()).toContain('common_escapeAgain');

  pencil().focus();
  pressEscape();
  expect(host.close).not.toHaveBeenCalled();
  expect(place.querySelector('textarea')).toBeNull();

  pressEscape();
  expect(host.close).toHaveBeenCalledOnce();
});

it('closes at once where nothing was written', async () => {
  host.request = TAG;
  await draw(<Picker />, place);
  pressEscape(document.body);
  expect(host.close).toHaveBeenCalledOnce();
});

it('keeps the popup that something was pasted into', async () => {
  await draw(<Popup refused="no-access" />, place);
  await settled();
  expect(pressEscape(document.body)).toBe(true);
  write('I shipped it.', '.paste');
  (document.activeElement as HTMLElement).blur();
  expect(pressEscape(document.body)).toBe(false);
  expect(isWritten('I shipped it.', '.paste')).toBe(true);
});
