import { describe, expect, it } from 'vitest';
import type { EvidenceDraft } from '../../../../data/evidence';
import { isOfAnother, isRepeated, isSameTag } from '../../../../data/evidence/same-tag';
import { record } from '../../../fixtures/records';

const between = (prefix: string, suffix: string, surface: 'page' | 'pasted' = 'page') => ({
  target: {
    surface,
    selector: [{ type: 'TextQuoteSelector', exact: 'Great work!', prefix, suffix }] as [
      ReturnType<typeof record>['target']['selector'][0],
    ],
  },
});
const one = record(between('Ana: ', ' Ben:'));
const draft = (change: Parameters<typeof record>[0]): EvidenceDraft =>
  record({ ...between('Ana: ', ' Ben:'), ...change });

describe('what a passage is tagged with already', () => {
  it('is the same tag, whatever is noted with it', () => {
    expect(isSameTag(one, draft({ note: 'Mine', when: '2026-01-20' }))).toBe(true);
  });

  it.each([
    ['on another ladder', { ladder: 'other' }],
    ['for another sub-skill', { subSkill: 'market' }],
    ['for another level', { level: 'pm3' }],
    ['in another view', { kind: 'peer' as const }],
    ['behind other words', between('Eve: ', ' Ben:')],
    ['before other words', between('Ana: ', ' Eve:')],
  ])('is not the same %s', (_, change) => {
    expect(isSameTag(one, draft(change))).toBe(false);
  });

  it('is the same between other words where it is known to stand there', () => {
    const edited = draft(between('Ana, in June: ', ' Eve:'));
    expect(isSameTag(one, edited, [one.id])).toBe(true);
    expect(isSameTag(one, edited, ['another'])).toBe(false);
  });

  it.each([
    ['no day is said', undefined, true],
    ['the day of tagging is said', '2026-03-04', true],
    ['another day is said', '2026-07-20', false],
  ])('is the same where it is pasted and %s: %s', (_, when, same) => {
    const pasted = draft({ ...between('', '', 'pasted'), ...(when && { when }) });
    expect(isSameTag(one, pasted)).toBe(same);
    const other = draft(when ? { when } : {});
    expect(isSameTag(record(between('', '', 'pasted')), other)).toBe(same);
  });
});

it('speaks for something else once its place, its view or its passage is changed', () => {
  const { ladder, subSkill, level, kind, target } = one;
  expect(isOfAnother(one, { note: 'Mine', when: '2026-01-20' })).toBe(false);
  expect(isOfAnother(one, { ladder, subSkill, level, kind })).toBe(false);
  expect(isOfAnother(one, { ladder, subSkill, level: 'pm3' })).toBe(true);
  expect(isOfAnother(one, { kind: 'peer' })).toBe(true);
  expect(isOfAnother(one, { target })).toBe(true);
});

it('repeats another piece of evidence, and never itself', () => {
  expect(isRepeated(one, one)).toBe(false);
  expect(isRepeated(one, { ...one, id: 'twin' })).toBe(true);
});

it('does not repeat what was pasted in the same words on another day', () => {
  const pasted = record(between('', '', 'pasted'));
  const later = { ...pasted, id: 'later', created: '2026-07-20T12:00:00.000Z' };
  expect(isRepeated(pasted, later)).toBe(false);
  expect(isRepeated(pasted, { ...later, when: '2026-03-04' })).toBe(true);
});
