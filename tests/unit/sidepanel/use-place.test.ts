// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { EVERYTHING } from '../../../data/evidence/filter';
import { placeItem, START } from '../../../data/panel-place';
import { usePlace } from '../../../entrypoints/sidepanel/use-place';
import { setPlace } from '../../../entrypoints/wiring/view/panel';
import { mounted, settled } from '../support/mounted';

const LINK = '#/ladder/intercom-pm/customer-focus';
const OTHER = '#/ladder/intercom-pm/simplification';

afterEach(async () => {
  for (const panel of opened.splice(0)) await panel.end();
  history.replaceState(null, '', '#');
});

// Both panels of a test share one address, and only what is opened from now on is to see it.
window.addEventListener('hashchange', (changed) => changed.stopImmediatePropagation(), true);

const at = (hash: string) => history.replaceState(null, '', hash);
const opened: { end: () => Promise<void> }[] = [];
const open = async () => {
  const panel = await mounted(usePlace, undefined);
  opened.push(panel);
  return panel;
};
const kept = (subSkill: string) =>
  vi.waitFor(async () => expect((await placeItem.getValue()).subSkill).toBe(subSkill));

it('leaves other panels where they are when a link is opened', async () => {
  const panel = await open();
  at(LINK);
  const tab = await open();
  expect(tab.now?.place.subSkill).toBe('customer-focus');
  await kept('customer-focus');
  await settled();
  expect(panel.now?.place.subSkill).toBeNull();
});

it('goes where another view asks, also after it went somewhere by an address', async () => {
  at(LINK);
  const tab = await open();
  await kept('customer-focus');
  const now = Date.now();
  vi.spyOn(Date, 'now').mockReturnValue(now + 1_000);
  await setPlace(OTHER);
  await settled();
  expect(tab.now?.place.subSkill).toBe('simplification');
});

it('goes on showing the same evidence, unless it is asked for other', async () => {
  vi.useRealTimers();
  const now = Date.now();
  const filter = { ...EVERYTHING, kind: 'peer' } as const;
  await placeItem.setValue({ ...START, tab: 'export', filter });
  const panel = await open();
  expect(panel.now?.place.filter).toEqual(filter);
  vi.spyOn(Date, 'now').mockReturnValue(now + 1_000);
  await setPlace(OTHER);
  await settled();
  expect(panel.now?.place).toMatchObject({ tab: 'ladder', subSkill: 'simplification', filter });
  vi.spyOn(Date, 'now').mockReturnValue(now + 2_000);
  await setPlace('#/evidence/one');
  await settled();
  expect(panel.now?.place.filter).toEqual({ ...EVERYTHING, id: 'one' });
});

it.each([
  ['where it was closed', () => setPlace(LINK)],
  ['by a link', async () => at(LINK)],
])('keeps which evidence was shown where a sub-skill is looked up in it %s', async (_how, go) => {
  const filter = { ...EVERYTHING, kind: 'peer' } as const;
  await placeItem.setValue({ ...START, filter });
  await go();
  const panel = await open();
  expect(panel.now?.place).toMatchObject({ subSkill: 'customer-focus', filter });
});

it('goes where it is asked to while it is still being read where it was left', async () => {
  let read: (left: typeof START) => void = () => {};
  const reading = vi.spyOn(placeItem, 'getValue');
  reading.mockImplementationOnce(() => new Promise((resolve) => (read = resolve)));
  const opening = open();
  await settled();
  await setPlace(OTHER);
  await settled();
  read({ ...START, tab: 'coverage' });
  const panel = await opening;
  await settled();
  expect(panel.now?.place).toMatchObject({ tab: 'ladder', subSkill: 'simplification' });
});

it('goes nowhere where another window’s panel is asked', async () => {
  Object.assign(browser.windows, { getCurrent: async () => ({ id: 7 }) });
  const panel = await open();
  const before = panel.now?.place.subSkill;
  const now = Date.now();
  vi.spyOn(Date, 'now').mockReturnValue(now + 2_000);
  await setPlace(LINK, 8);
  await settled();
  expect(panel.now?.place.subSkill).toBe(before);

  vi.spyOn(Date, 'now').mockReturnValue(now + 3_000);
  await setPlace('#/ladder/intercom-pm/learn-fast', 7);
  await settled();
  expect(panel.now?.place.subSkill).toBe('learn-fast');
});

it('opens where it is asked to, whatever other windows’ panels store meanwhile', async () => {
  await placeItem.setValue({ ...START, tab: 'export' });
  Object.assign(browser.windows, { getCurrent: async () => ({ id: 7 }) });
  const other = await open();
  other.now?.go({ tab: 'coverage' });
  await setPlace(LINK, 8);
  await vi.waitFor(async () => expect((await placeItem.getValue()).tab).toBe('coverage'));
  Object.assign(browser.windows, { getCurrent: async () => ({ id: 8 }) });
  const panel = await open();
  expect(panel.now?.place.subSkill).toBe('customer-focus');
  expect(other.now?.place.tab).toBe('coverage');

  // It went there once: afterwards it opens where a panel was left.
  await kept('customer-focus');
  panel.now?.go({ tab: 'ladder', subSkill: 'learn-fast' });
  await kept('learn-fast');
  await panel.end();
  other.now?.go({ tab: 'evidence' });
  await vi.waitFor(async () => expect((await placeItem.getValue()).tab).toBe('evidence'));
  const again = await open();
  expect(again.now?.place.tab).toBe('evidence');
});

it('goes where it is asked to once a clock that ran ahead was set right, and afterwards stays where it was left', async () => {
  vi.restoreAllMocks();
  const right = Date.now();
  const clock = vi.spyOn(Date, 'now').mockReturnValue(right + 86_400_000);
  await setPlace(LINK);
  await (await open()).end();
  const ahead = await open();
  await kept('customer-focus');
  ahead.now?.go({ tab: 'coverage', subSkill: null });
  await vi.waitFor(async () => expect((await placeItem.getValue()).tab).toBe('coverage'));

  clock.mockReturnValue(right);
  await setPlace(OTHER);
  await settled();
  expect(ahead.now?.place.subSkill).toBe('simplification');
  await kept('simplification');
  ahead.now?.go({ tab: 'export' });
  await vi.waitFor(async () => expect((await placeItem.getValue()).tab).toBe('export'));
  await ahead.end();
  expect((await open()).now?.place.tab).toBe('export');
});

it('does not go again where it was asked to before a clock was set right', async () => {
  vi.restoreAllMocks();
  const right = Date.now();
  const clock = vi.spyOn(Date, 'now').mockReturnValue(right + 86_400_000);
  await setPlace(LINK);
  clock.mockReturnValue(right);
  await placeItem.setValue({ ...START, tab: 'export', asked: right + 86_400_000 });
  expect((await open()).now?.place.tab).toBe('export');
});
