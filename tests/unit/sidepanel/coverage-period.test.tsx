// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createEvidenceStore } from '../../../data/evidence';
import type { Ladder } from '../../../data/ladder';
import { BUNDLED_LADDERS } from '../../../data/library';
import { DEFAULT_SETTINGS } from '../../../data/settings';
import { seededRecord } from '../../e2e/harness/seed';
import { draw, settled } from '../support/mounted';
import { emptyPlace, Panel } from '../support/panel';

const record = seededRecord(0);
const ladder = BUNDLED_LADDERS.find(({ id }) => id === record.ladder) as Ladder;
const mine = { ladder, level: record.level };

let place: HTMLElement;

beforeEach(() => {
  place = emptyPlace();
});

/** Coverage with a review period. */
async function open(periodFrom: string, periodTo: string): Promise<void> {
  const settings = { ...DEFAULT_SETTINGS, periodFrom, periodTo };
  await createEvidenceStore().putBack([record]);
  const library = { ladders: BUNDLED_LADDERS, settings, mine };
  await draw(<Panel library={library} start={{ tab: 'coverage' }} />, place);
}

const said = () => place.querySelector('.coverage-summary')?.textContent;

async function press(words: string): Promise<void> {
  const buttons = [...place.querySelectorAll<HTMLElement>('.coverage-summary button')];
  await act(async () => buttons.find(({ textContent }) => textContent === words)?.click());
  await settled();
}

it('says that the period starts after its end, and leads to where it is changed', async () => {
  await open('2026-12-31', '2026-07-01');
  expect(said()).toContain('coverage_periodWrong');
  expect(said()).not.toMatch(/coverage_period /);

  const openOptionsPage = vi.fn(async () => undefined);
  Object.assign(browser.runtime, { openOptionsPage });
  await press('coverage_changePeriod');
  expect(openOptionsPage).toHaveBeenCalledOnce();

  await press('coverage_countAll');
  expect(said()).not.toContain('coverage_periodWrong');
  expect(said()).toContain('coverage_everything');
});

it.each(['2026-07-01', '2026-12-31'])('counts a period that ends on %s', async (last) => {
  await open('2026-07-01', last);
  expect(said()).toContain('coverage_period ');
  expect(said()).not.toContain('coverage_periodWrong');
});
