// @vitest-environment happy-dom
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it } from 'vitest';
import { Tabs } from '../../../components/common/Tabs';
import { wordsInEnglish } from '../support/english';
import { draw } from '../support/mounted';

const TABS = [
  { id: 'ladder', name: 'Ladder' },
  { id: 'evidence', name: 'Evidence', count: 3, countWords: '3 pieces' },
  { id: 'export', name: 'Export', count: 0, countWords: 'nothing' },
] as const;

let place: HTMLElement;

function Rooms() {
  const [active, setActive] = useState<(typeof TABS)[number]['id']>('ladder');
  return <Tabs label="Rooms" tabs={TABS} active={active} onSelect={setActive} panelId="room" />;
}

beforeEach(async () => {
  wordsInEnglish();
  place = document.createElement('div');
  document.body.replaceChildren(place);
  await draw(<Rooms />, place);
  tabs()[0]?.focus();
});

const tabs = () => [...place.querySelectorAll<HTMLElement>('[role=tab]')];
const selected = () => place.querySelector('[aria-selected=true]')?.id;

/** @returns whether the browser would go on and scroll, or go back a page */
async function press(key: string): Promise<boolean> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  await act(async () => void document.activeElement?.dispatchEvent(event));
  return !event.defaultPrevented;
}

it('arrows lead from tab to tab, and from either end to the other', async () => {
  for (const [key, id] of [
    ['ArrowRight', 'tab-evidence'],
    ['ArrowRight', 'tab-export'],
    ['ArrowRight', 'tab-ladder'],
    ['ArrowLeft', 'tab-export'],
    ['ArrowLeft', 'tab-evidence'],
  ] as const) {
    expect(await press(key)).toBe(false);
    expect([selected(), document.activeElement?.id]).toEqual([id, id]);
  }
});

it('Tab stops at the one that is selected, and each says what it shows', async () => {
  await press('ArrowRight');
  expect(tabs().map((one) => one.tabIndex)).toEqual([-1, 0, -1]);
  expect(tabs().map((one) => one.getAttribute('aria-selected'))).toEqual([
    'false',
    'true',
    'false',
  ]);
  expect(place.querySelector('[role=tablist]')?.getAttribute('aria-label')).toBe('Rooms');
  expect(tabs().map((one) => one.getAttribute('aria-controls'))).toEqual(['room', 'room', 'room']);
});

it('reads a count out in words, and not as a number beside them', () => {
  for (const hidden of place.querySelectorAll('[aria-hidden=true]')) hidden.remove();
  expect(tabs().map((one) => one.textContent)).toEqual([
    'Ladder',
    'Evidence 3 pieces',
    'Export nothing',
  ]);
});
