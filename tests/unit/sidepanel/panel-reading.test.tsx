// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Evidence } from '../../../data/evidence';
import { StorageFailure } from '../../../data/evidence/failure';
import type { Ladder } from '../../../data/ladder';
import { BUNDLED_LADDERS } from '../../../data/library';
import { type Place, START } from '../../../data/panel-place';
import { DEFAULT_SETTINGS } from '../../../data/settings';
import { Workspace } from '../../../entrypoints/sidepanel/Workspace';
import type { EvidenceReading } from '../../../entrypoints/wiring/evidence/use-evidence';
import { seededRecord } from '../../e2e/harness/seed';
import { draw, settled } from '../support/mounted';
import { emptyPlace } from '../support/panel';

const [ladder] = BUNDLED_LADDERS as readonly [Ladder, ...Ladder[]];
const mine = { ladder, level: ladder.levels[2]?.id ?? '' };
const library = { ladders: BUNDLED_LADDERS, settings: DEFAULT_SETTINGS, mine };
const newest = [seededRecord(1), seededRecord(0)];

let place: HTMLElement;

beforeEach(() => {
  place = emptyPlace();
});
afterEach(() => draw(null, place));

/** The side panel while evidence is read: the newest of it is there, or all. */
async function open(start: Partial<Place>, evidence: readonly Evidence[], complete: boolean) {
  const collection = { evidence, unreadable: complete ? [] : [{ schema: 2 }] };
  const reading = { collection, complete, failure: undefined, again: vi.fn() };
  const at = { place: { ...START, ...start }, go: vi.fn() };
  await draw(<Workspace library={library} away={false} reading={reading} place={at} />, place);
}

const words = () => place.textContent ?? '';
const shown = () =>
  [...place.querySelectorAll('.evidence')].map((one) => one.getAttribute('data-id'));

it('shows the newest evidence before the rest is read, and that there is more', async () => {
  await open({ tab: 'evidence' }, newest, false);
  expect(shown()).toEqual(newest.map(({ id }) => id));
  expect(words()).toContain('evidence_countRead 2');
  await open({ tab: 'evidence' }, newest, true);
  expect(shown()).toEqual(newest.map(({ id }) => id));
  expect(words()).not.toContain('evidence_countRead');
});

it.each(['evidence', 'coverage', 'export'] as const)(
  'has nothing of %s to show before anything is read, and where that fails',
  async (tab) => {
    const at = { place: { ...START, tab }, go: vi.fn() };
    const nothing = { collection: undefined, complete: false, failure: undefined, again: vi.fn() };
    const show = (reading: EvidenceReading) =>
      draw(<Workspace library={library} away={false} reading={reading} place={at} />, place);
    const room = () => [...(place.querySelector('#room')?.children ?? [])];
    await show(nothing);
    expect(room().map(({ textContent }) => textContent)).toEqual(['panel_reading']);
    await show({ ...nothing, failure: new StorageFailure('refused', 'IO error') });
    expect(room()).toHaveLength(1);
    expect(room()[0]?.textContent).toContain('IO error');
  },
);

it('gives no number and no warning before all is read', async () => {
  await open({ tab: 'evidence' }, newest, false);
  const tab = () => place.querySelector('#tab-evidence')?.textContent ?? '';
  expect(tab()).not.toContain('2');
  expect(place.querySelector('.toast')).toBeNull();
  await open({ tab: 'evidence' }, newest, true);
  expect(tab()).toContain('2');
});

it('does not say that there is none, or that nothing is found, before all is read', async () => {
  const narrowed = { ...START.filter, query: 'zebra' };
  for (const start of [{}, { filter: narrowed }]) {
    await open({ tab: 'evidence', ...start }, [], false);
    expect(place.querySelector('.empty')).toBeNull();
  }
  await open({ tab: 'evidence' }, [], true);
  expect(words()).toContain('evidence_none');
});

it.each(['coverage', 'export'] as const)(
  'counts and exports nothing less than all: %s',
  async (tab) => {
    await open({ tab }, newest, false);
    expect(place.querySelector('#room')?.textContent).toBe('panel_reading');
    await open({ tab }, newest, true);
    expect(words()).not.toContain('panel_reading');
    expect(place.querySelector('#room')?.textContent).not.toBe('');
  },
);

it('says nothing of how much evidence a sub-skill has before all is read', async () => {
  const start = { tab: 'ladder', subSkill: newest[0]?.subSkill ?? '' } as const;
  await open(start, newest, false);
  expect(words()).not.toMatch(/evidence_(count|none)/);
  await open(start, newest, true);
  expect(words()).toContain('evidence_count');
});

/** Longer than it takes until an answer is read out. */
const HEARD_MS = 600;
const heard = async () => {
  await new Promise((resolve) => setTimeout(resolve, HEARD_MS));
  return place.querySelector('#room [role=status]')?.textContent;
};

it('does not read out that the rest has come, which nobody asked for', async () => {
  const { filter } = START;
  await open({ tab: 'evidence', filter }, newest, false);
  await open({ tab: 'evidence', filter }, newest, true);
  expect(await heard()).toBe('');
  await open({ tab: 'evidence', filter }, newest.slice(1), true);
  expect(await heard()).toContain('evidence_count');
});

it('reads out what was asked for before all was read', async () => {
  await open({ tab: 'evidence', filter: START.filter }, newest, false);
  const filter = { ...START.filter, level: `${newest[0]?.ladder}/${newest[0]?.level}` };
  await open({ tab: 'evidence', filter }, newest, false);
  await open({ tab: 'evidence', filter }, newest, true);
  expect(await heard()).toContain('evidence_countShown 1 2');
});

it('lists what is tagged after it was read where it belongs, whoever has moved on in the list', async () => {
  await open({ tab: 'evidence', filter: START.filter }, newest, false);
  window.dispatchEvent(new Event('pointerdown'));
  await open({ tab: 'evidence', filter: START.filter }, newest, true);
  const fresh = seededRecord(2);
  await open({ tab: 'evidence', filter: START.filter }, [fresh, ...newest], true);
  expect(shown()).toEqual([fresh, ...newest].map(({ id }) => id));
});

it('keeps what is being written in a piece that others push far down', async () => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  const { filter } = START;
  await open({ tab: 'evidence', filter }, newest, false);
  place.querySelector<HTMLElement>('.evidence [data-edit]')?.click();
  await settled();
  const note = place.querySelector('textarea');
  if (!note) throw new Error('There is no form.');
  await act(async () => {
    note.value = 'Half a note';
    note.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await settled();
  const imported = Array.from({ length: 50 }, (_, index) => seededRecord(100 - index));
  await open({ tab: 'evidence', filter }, [...imported, ...newest], true);
  await open({ tab: 'evidence', filter }, [...imported, ...newest], true);
  expect(place.querySelector('textarea')).toBe(note);
  expect(note.value).toBe('Half a note');
});

it('offers what evidence can be filtered by once it knows all of it', async () => {
  const filter = { ...START.filter, kind: 'self' } as const;
  await open({ tab: 'evidence', filter }, newest, false);
  expect(place.querySelector('.filters')).toBeNull();
  await open({ tab: 'evidence', filter }, newest, true);
  expect(place.querySelectorAll('.filters select')).toHaveLength(4);
});
