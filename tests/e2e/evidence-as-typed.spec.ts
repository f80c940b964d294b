import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keyOf } from '../../data/evidence/keys';
import type { Evidence } from '../../data/evidence/record';
import { type InChromium, launchChromium } from './harness/chromium';
import { seedEvidence, seededRecord } from './harness/seed';
import { startAfresh } from './support/afresh';
import { holdTime, letTimeGoOn } from './support/held-time';
import { typedWithoutRest } from './support/typed-without-rest';

const SIZE = 400;
/** The newest that are indexed while time is held; about so many. */
const INDEXED = 100;
const PANEL = { width: 360, height: 760 };

/** Every title has the one word, a sixth of the passages the other; just the oldest has both so. */
const QUERY = 'notes customers';
const OLDEST: Evidence = {
  ...seededRecord(0),
  id: 'oldest',
  note: 'From my notes: customers first.',
  created: '2020-01-01T09:00:00.000Z',
};

let rung: InChromium;

beforeAll(async () => {
  rung = await launchChromium({ headless: true });
});
beforeEach(async () => {
  await startAfresh(rung);
  await seedEvidence(rung.storage, SIZE - 1);
  await rung.storage.set({ [keyOf(OLDEST)]: OLDEST });
});
afterEach(() => expect(rung.watched).toEqual({ errors: [], foreignRequests: [] }));
afterAll(() => rung?.close());

const field = (panel: Page) => panel.getByRole('searchbox');
const status = (panel: Page) => panel.locator('.list-count').textContent();
const ids = (panel: Page) =>
  panel
    .locator('.evidence')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.id));
/** Scrolls on with the wheel, and waits until it stands. */
async function scrollOn(panel: Page): Promise<void> {
  await panel.mouse.wheel(0, 300);
  let last = -1;
  await expect
    .poll(async () => {
      const now = await panel.locator('#room').evaluate((room) => room.scrollTop);
      const stands = now > 0 && now === last;
      last = now;
      return stands;
    })
    .toBe(true);
}

const drawn = (panel: Page) => panel.locator('#room ul[aria-busy=false]').waitFor();
const openPanel = async () => {
  const panel = await rung.extensionPage('/sidepanel.html#/evidence', PANEL);
  await panel.locator('.evidence').first().waitFor();
  return panel;
};

describe('while evidence waits to be indexed', () => {
  const SO_FAR = new RegExp(`^[1-9]\\d* of ${SIZE} pieces of evidence so far…$`);
  const OF_ALL = new RegExp(`^[1-9]\\d* of ${SIZE} pieces of evidence$`);
  const openHeld = async () => {
    const panel = await openPanel();
    await holdTime(panel, INDEXED);
    await panel.locator('.evidence').first().waitFor();
    return panel;
  };

  it('answers already from the newest, says that more may come, and then has the best of all', async () => {
    const panel = await openHeld();
    await field(panel).fill('notes');
    await expect.poll(() => status(panel)).toMatch(SO_FAR);
    expect((await ids(panel))[0]).toBe(`seeded-${SIZE - 2}`);
    await field(panel).fill(QUERY);
    await expect.poll(() => status(panel)).toMatch(SO_FAR);
    expect(await ids(panel)).not.toContain(OLDEST.id);
    expect(await panel.locator('#room ul').getAttribute('aria-busy')).toBe('true');

    await letTimeGoOn(panel);

    await expect.poll(() => status(panel)).toMatch(OF_ALL);
    await drawn(panel);
    expect((await ids(panel))[0]).toBe(OLDEST.id);
  });

  it('does not say that there is nothing before it has looked at all', async () => {
    const panel = await openHeld();
    await field(panel).fill('zzqxv');
    await expect.poll(() => status(panel)).toBe(`0 of ${SIZE} pieces of evidence so far…`);
    expect(await panel.getByText('Nothing in your evidence').count()).toBe(0);

    await letTimeGoOn(panel);

    await panel
      .getByRole('heading', { name: 'Nothing in your evidence matches “zzqxv”' })
      .waitFor();
  });

  it.each([
    ['stands on', (panel: Page) => panel.keyboard.press('Tab')],
    ['scrolled to', scrollOn],
  ])('leaves what one %s where it was', async (_, moveOn) => {
    const panel = await openHeld();
    await field(panel).fill(QUERY);
    await expect.poll(() => status(panel)).toMatch(SO_FAR);
    await panel.mouse.move(180, 500);
    await moveOn(panel);
    const second = panel.locator('.evidence').nth(1);
    await second.getByRole('button', { name: 'Edit' }).focus();
    const place = () =>
      panel.evaluate(() => {
        const item = document.activeElement?.closest<HTMLElement>('.evidence');
        return [item?.dataset.id, item?.getBoundingClientRect().top];
      });
    const [before, list] = [await place(), await ids(panel)];
    expect(before[0]).toBeTruthy();

    await letTimeGoOn(panel);

    await expect.poll(() => status(panel)).toMatch(OF_ALL);
    expect(await place()).toEqual(before);
    const after = await ids(panel);
    expect(after.slice(0, list.length)).toEqual(list);
    await field(panel).fill(`${QUERY} `);
    await expect.poll(async () => (await ids(panel))[0]).toBe(OLDEST.id);
  });

  it('takes out all that is found, and not what was found so far', async () => {
    const panel = await openHeld();
    await field(panel).fill('notes');
    await expect.poll(() => status(panel)).toMatch(SO_FAR);

    await panel.getByRole('tab', { name: 'Export' }).click();

    await panel
      .getByText(`The filter leaves ${SIZE} of ${SIZE} pieces of evidence`, { exact: false })
      .waitFor();
  });
});

describe('what is found', () => {
  it('is drawn best match first, then as far as it can be seen; a key that leads on brings the rest', async () => {
    const panel = await openPanel();
    await drawn(panel);
    for (const words of ['pricing', 'customers', 'notes 3', 'tickets exports']) {
      const { best, seen, kept, wasMore, isMore, atLast } = await typedWithoutRest(panel, words, {
        parts: '.evidence',
        list: '#room ul',
      });
      expect(seen.length).toBeGreaterThan(2);
      expect(kept).toBeGreaterThan(seen.length);
      expect(best).toBe(atLast[0]);
      expect(seen).toEqual(atLast.slice(0, seen.length));
      expect(new Set(atLast).size).toBe(atLast.length);
      expect([words, wasMore, isMore]).toEqual([words, true, false]);
    }
  });

  it('is drawn to its end once keys rest', async () => {
    const panel = await openPanel();
    await field(panel).fill('customers pricing');
    await drawn(panel);
    const words = await panel.locator('.evidence').allInnerTexts();
    expect(words.length).toBeGreaterThan(20);
    for (const text of words) expect(text).toMatch(/customers|pricing/);
  });

  it('leaves what is being written with what it is written about', async () => {
    const panel = await openPanel();
    const third = panel.locator('.evidence').nth(2);
    const id = await third.getAttribute('data-id');
    const own = panel.locator(`.evidence[data-id="${id}"]`);
    await third.getByRole('button', { name: 'Edit' }).click();
    await own.getByLabel('Note').fill('Not saved yet');

    for (const words of ['spoke', 'customers', 'notes']) {
      await field(panel).fill(words);
      await drawn(panel);
      expect([words, await panel.locator('.edit-evidence').count()]).toEqual([words, 1]);
      expect(await own.getByLabel('Note').inputValue()).toBe('Not saved yet');
    }
  });

  it('is not open to be edited because another was that stood there', async () => {
    const panel = await openPanel();
    const first = panel.locator('.evidence').first();
    const id = await first.getAttribute('data-id');
    await first.getByRole('button', { name: 'Edit' }).click();
    await panel.locator('.edit-evidence').waitFor();

    await field(panel).fill('customers pricing');
    await drawn(panel);

    expect(await first.getAttribute('data-id')).not.toBe(id);
    expect(await panel.locator('.edit-evidence').count()).toBe(0);
  });
});
