// @vitest-environment happy-dom
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { LADDER } from '../../fixtures/records';
import { wordsInEnglish } from '../support/english';
import { draw } from '../support/mounted';

const { NumberFormat, DateTimeFormat } = Intl;

/** A browser whose own language is German. */
const German = Object.create(Intl, {
  NumberFormat: {
    value: class extends NumberFormat {
      constructor(language = 'de', options?: Intl.NumberFormatOptions) {
        super(language, options);
      }
    },
  },
  DateTimeFormat: {
    value: class extends DateTimeFormat {
      constructor(language = 'de', options?: Intl.DateTimeFormatOptions) {
        super(language, options);
      }
    },
  },
});

beforeAll(() => {
  vi.stubGlobal('Intl', German);
  wordsInEnglish();
});
afterAll(() => vi.unstubAllGlobals());

it('is the one language there are words in', async () => {
  const { language } = await import('../../../components/common/language');
  expect(readdirSync('locales')).toEqual([`${new Intl.Locale(language()).language}.yml`]);
});

it('is that of numbers, whatever the browser speaks', async () => {
  const { figures } = await import('../../../components/common/language');
  expect(figures(5000)).toBe('5,000');
});

it('is that of days', async () => {
  const { dayWords } = await import('../../../components/common/language');
  expect(dayWords('2026-12-03')).toBe('3 Dec 2026');
});

it('is that of the days an export keeps to', async () => {
  const { exportedDays } = await import('../../../entrypoints/wiring/words/exported-days');
  const period = { from: '2026-01-01', to: '2026-06-30' };
  expect(exportedDays(period, period)).toMatch(/^Review period: 1 January\s–\s30 June 2026$/);
});

it('is that of what a ladder says about itself', async () => {
  const { About } = await import('../../../components/ladder/About');
  const place = document.createElement('div');
  const named = (name: string) => ({ id: name, name, meaning: name });
  const ladder = {
    ...LADDER,
    dimensions: [named('Scope'), named('Autonomy'), named('Impact')],
    changeLog: [{ date: '2021-05', changes: ['Shorter.'] }],
  };
  await draw(<About ladder={ladder} mine="pm1" />, place);
  expect(place.textContent).toContain('May 2021');
  expect(place.textContent).toContain('Scope, Autonomy and Impact');
});

it('is that of lists', async () => {
  const { subSkillNames } = await import('../../../entrypoints/wiring/words/sub-skill-names');
  const tagged = ['a', 'b', 'c'].map((subSkill) => ({ ladder: 'gone', subSkill }));
  expect(subSkillNames([], tagged as never)).toBe('a, b, c');
});
