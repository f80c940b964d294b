import { expect, it } from 'vitest';
import { coverage } from '../../../../data/coverage';
import { dayOf } from '../../../../data/evidence/day';
import { EVERYTHING, filterEvidence } from '../../../../data/evidence/filter';
import { toCsv } from '../../../../data/export/csv';
import { toDocument } from '../../../../data/export/document';
import { toMarkdown } from '../../../../data/export/markdown';
import { INPUT, LADDER, record } from '../../../fixtures/records';
import { inZone } from '../../support/zone';

/** Half past midnight of 1 July in Berlin, the evening before in New York. */
const created = '2026-06-30T22:30:00.000Z';
const undated = record({ id: 'undated', created });
const dated = record({ id: 'dated', created, when: '2026-06-30' });
const MAY = record({ id: 'may', created, when: '2026-05-02' });
const FIRST_HALF = { from: '2026-01-01', to: '2026-06-30' };
const nothingSearched = { search: () => [] };

it('is the day that was said, and else the day of tagging where the user is', () => {
  inZone('Europe/Berlin', () =>
    expect([undated, dated].map(dayOf)).toEqual(['2026-07-01', '2026-06-30']),
  );
  inZone('America/New_York', () =>
    expect([undated, dated].map(dayOf)).toEqual(['2026-06-30', '2026-06-30']),
  );
});

it.each([
  ['Europe/Berlin', ['dated', 'may']],
  ['Pacific/Kiritimati', ['dated', 'may']],
  ['America/New_York', ['undated', 'dated', 'may']],
])('is what coverage and the filter go by, in %s', (zone, expected) => {
  inZone(zone, () => {
    const evidence = [undated, dated, MAY];
    const shown = filterEvidence(evidence, { ...EVERYTHING, ...FIRST_HALF }, nothingSearched);
    expect(shown.map(({ id }) => id)).toEqual(expected);
    const { kinds, elsewhere } = coverage(LADDER, evidence, FIRST_HALF);
    expect([kinds.self, elsewhere.outsidePeriod]).toEqual([expected.length, 3 - expected.length]);
  });
});

it.each(['Europe/Berlin', 'Pacific/Kiritimati', 'America/New_York'])(
  'is what every export shows, in %s',
  (zone) => {
    inZone(zone, () => {
      const input = { ...INPUT, evidence: [MAY] };
      const { html, text } = toDocument(input);
      for (const one of [toMarkdown(input).replaceAll('\\', ''), html, text, toCsv(input)]) {
        expect(one).toContain('2026-05-02');
      }
      expect(toMarkdown(input)).not.toMatch(/2026-0[67]/);
      expect(html + text).not.toMatch(/2026-0[67]/);
    });
  },
);

it('stands in a spreadsheet beside the day of tagging', () => {
  inZone('Europe/Berlin', () => {
    const input = { ...INPUT, evidence: [MAY, undated] };
    const [header, first, second] = toCsv(input).split('\r\n');
    expect(header).toContain('"Tagged on","When"');
    expect(first).toContain('"2026-07-01","2026-05-02"');
    expect(second).toContain('"2026-07-01","2026-07-01"');
  });
});
