import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Evidence, isEvidence } from '../../../../data/evidence/record';
import { BACKUP_FORMAT, BACKUP_VERSION, toBackup } from '../../../../data/export/json';
import { readBackup } from '../../../../data/import/json';
import type { Settings } from '../../../../data/settings';
import { LADDER, record } from '../../../fixtures/records';

const SETTINGS: Settings = {
  ladder: 'acme-pm',
  level: 'pm2',
  periodFrom: '2026-01-01',
  periodTo: null,
  exportExpectations: 'none',
  exportNotes: false,
};
const exportedAt = new Date('2026-11-03T09:00:00Z');
const backup = (evidence: Evidence[], unreadable: unknown[] = []) =>
  toBackup({ evidence, unreadable, ladders: [LADDER], settings: SETTINGS, exportedAt });
const NOTHING = {
  evidence: [],
  newer: [],
  ladders: [],
  settings: {},
  skipped: [],
  skippedCount: 0,
};

/** Any text JSON can hold: a lone half of a surrogate pair is escaped and comes back. */
const text = fc.string({ unit: 'binary' });
const instant = fc
  .date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
  .map((date) => date.toISOString());
const day = fc.option(instant, { nil: undefined }).map((time) => time?.slice(0, 10));
const quoteSelector = fc.record({
  type: fc.constant('TextQuoteSelector' as const),
  exact: fc.string({ unit: 'binary', minLength: 1 }),
  prefix: text,
  suffix: text,
});
const positionSelector = fc.record({
  type: fc.constant('TextPositionSelector' as const),
  start: fc.nat(),
  end: fc.nat(),
});
const evidence: fc.Arbitrary<Evidence> = fc.record(
  {
    schema: fc.constant(1 as const),
    id: fc.uuid(),
    ladder: text,
    subSkill: text,
    level: text,
    kind: fc.constantFrom('self' as const, 'peer' as const, 'manager' as const),
    note: text,
    when: day,
    target: fc.record({
      source: text,
      document: text,
      title: text,
      surface: fc.constantFrom(...(['page', 'field', 'google-docs', 'pasted'] as const)),
      selector: fc.oneof(fc.tuple(quoteSelector, positionSelector), fc.tuple(quoteSelector)),
    }),
    created: instant,
    modified: instant,
  },
  {
    requiredKeys: [
      'schema',
      'id',
      'ladder',
      'subSkill',
      'level',
      'kind',
      'note',
      'target',
      'created',
      'modified',
    ],
  },
);
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

describe('what was exported', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.uniqueArray(evidence, { selector: ({ id }) => id, maxLength: 5 }), (all) => {
        const read = readBackup(backup(all));
        if (!read.ok) throw new Error(read.problem);
        expect(read.evidence.sort(byId)).toEqual([...all].sort(byId));
        expect(read).toMatchObject({
          newer: [],
          ladders: [LADDER],
          settings: SETTINGS,
          skipped: [],
        });
      }),
    );
  });

  it('is the same file, whatever order storage gives it in', () => {
    const mixed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(mixed)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, inner]) => [key, mixed(inner)]),
            )
          : value;
    fc.assert(
      fc.property(fc.uniqueArray(evidence, { selector: ({ id }) => id, maxLength: 5 }), (all) => {
        const other = toBackup({
          evidence: (mixed(all) as Evidence[]).reverse(),
          ladders: [mixed(LADDER) as typeof LADDER],
          settings: mixed(SETTINGS) as Settings,
          exportedAt,
        });
        expect(other).toBe(backup(all));
      }),
    );
  });

  it('is the same file also with what this Rung does not know, and with several ladders', () => {
    const other = { ...LADDER, id: 'other' };
    const unknown = { review: '2026', area: 'Growth' };
    const file = (ladders: (typeof LADDER)[], more: object) =>
      toBackup({ evidence: [{ ...record(), ...more }], ladders, settings: SETTINGS, exportedAt });
    const reversed = Object.fromEntries(Object.entries(unknown).reverse());
    expect(file([other, LADDER], reversed)).toBe(file([LADDER, other], unknown));
  });

  it('says what it is', () => {
    const file = JSON.parse(backup([record()]));
    expect(Object.keys(file)).toEqual([
      'format',
      'version',
      'exportedAt',
      'evidence',
      'ladders',
      'settings',
    ]);
    expect(file).toMatchObject({
      format: 'rung-evidence',
      version: 1,
      exportedAt: '2026-11-03T09:00:00.000Z',
    });
    expect(Object.keys(file.evidence[0])).toEqual(Object.keys(record()).sort(recordOrder));
    const dated = JSON.parse(backup([record({ when: '2026-06-30' })])).evidence[0];
    expect(Object.keys(dated)).toEqual(ORDER);
    expect(dated.when).toBe('2026-06-30');
  });
});

const ORDER = 'schema id ladder subSkill level kind note when target created modified'.split(' ');
const recordOrder = (a: string, b: string) => ORDER.indexOf(a) - ORDER.indexOf(b);

const OUT_OF_YEARS = ' "We asked ten customers.", "created" has an invalid value';

describe('a record this Rung does not know', () => {
  const newer = {
    zebra: 1,
    schema: 2,
    id: 'future',
    target: { selector: { new: ['shape'] }, document: 'https://example.com/' },
    apple: '\ud800',
  };

  it('goes out and comes in as it is when a newer version of Rung wrote it', () => {
    const read = readBackup(backup([record()], [newer]));
    if (!read.ok) throw new Error(read.problem);
    expect(read.newer).toEqual([newer]);
    expect(JSON.stringify(read.newer[0])).toBe(JSON.stringify(newer));
    expect(read.evidence).toEqual([record()]);
    expect(read.skipped).toEqual([]);
  });

  it('keeps fields that a newer version of Rung added without a new version', () => {
    const extra = { ...record(), review: '2026', target: { ...record().target, frame: 2 } };
    const read = readBackup(backup([extra]));
    expect(read).toMatchObject({ ok: true, evidence: [extra] });
  });

  it('has its times brought to UTC, as they are compared as text', () => {
    const elsewhere = record({
      created: '2026-05-01T01:00:00+05:00',
      modified: '2026-05-01T02:00:00+05:00',
    });
    expect(readBackup(backup([elsewhere]))).toMatchObject({
      evidence: [{ created: '2026-04-30T20:00:00.000Z', modified: '2026-04-30T21:00:00.000Z' }],
    });
  });

  it('is one that can be read once it is stored, be its time the first or the last', () => {
    const created = '0000-01-01T00:00:00.000Z';
    const modified = '9999-12-31T23:59:59.999Z';
    const read = readBackup(backup([record({ created, modified })]));
    expect(read.ok && read.evidence).toEqual([record({ created, modified })]);
    expect(read.ok && read.evidence.every(isEvidence)).toBe(true);
  });

  it.each([
    ['no record', ' is not a record'],
    [null, ' is not a record'],
    [{}, ', "schema" is missing'],
    [{ ...record(), schema: 0 }, ' "We asked ten customers.", "schema" has an invalid value'],
    [{ ...record(), id: 'no id' }, ' "We asked ten customers.", "id" has an invalid value'],
    [{ ...record(), kind: 'boss' }, ' "We asked ten customers.", "kind" has an invalid value'],
    [
      { ...record(), created: 'yesterday' },
      ' "We asked ten customers.", "created" has an invalid value',
    ],
    [
      { ...record(), created: '2026-01-01T10:00:00+01' },
      ' "We asked ten customers.", "created" has an invalid value',
    ],
    [{ ...record(), created: '9999-12-31T23:00:00-05:00' }, OUT_OF_YEARS],
    [{ ...record(), created: '0000-01-01T01:00:00+05:00' }, OUT_OF_YEARS],
    [{ ...record(), when: 'in May' }, ' "We asked ten customers.", "when" has an invalid value'],
    [
      { ...record(), when: '2026-02-31' },
      ' "We asked ten customers.", "when" has an invalid value',
    ],
    [{ ...record(), when: '' }, ' "We asked ten customers.", "when" has an invalid value'],
    [{ ...record(), when: null }, ' "We asked ten customers.", "when" has an invalid value'],
    [{ ...record(), id: 'constructor' }, ' "We asked ten customers.", "id" has an invalid value'],
    [
      { ...record(), schema: 2, id: '__proto__' },
      ' "We asked ten customers.", "schema" has an invalid value',
    ],
    [
      { ...record(), target: { ...record().target, title: undefined } },
      ' "We asked ten customers.", "target.title" is missing',
    ],
    [{ schema: 2, id: 'no document' }, ', "schema" has an invalid value'],
  ])('is skipped and named where it is broken (%#)', (broken, reason) => {
    expect(readBackup(backup([], ['x', broken]))).toMatchObject({
      ok: true,
      evidence: [],
      skipped: ['Evidence 1 is not a record', `Evidence 2${reason}`],
    });
  });
});

describe('a backup', () => {
  const file = (change: object) =>
    JSON.stringify({ format: BACKUP_FORMAT, version: BACKUP_VERSION, evidence: [], ...change });

  it.each([
    ['', 'empty'],
    ['\ufeff \n', 'empty'],
    ['{"format":"rung-ev', 'not-json'],
    ['# Evidence', 'not-json'],
    ['null', 'not-a-backup'],
    ['[]', 'not-a-backup'],
    ['{"format":"other","version":1}', 'not-a-backup'],
    ['{"format":"other","version":1,"evidence":[]}', 'not-a-backup'],
    ['{"format":"rung-evidence","version":0,"evidence":[]}', 'not-a-backup'],
    ['{"format":"rung-evidence","version":1.5,"evidence":[]}', 'not-a-backup'],
    ['{"format":"rung-evidence"}', 'not-a-backup'],
    ['{"format":"rung-evidence","version":"1"}', 'not-a-backup'],
    ['{"format":"rung-evidence","version":1}', 'not-a-backup'],
    ['{"format":"rung-evidence","version":1,"evidence":{}}', 'not-a-backup'],
    ['{"format":"rung-evidence","version":2}', 'newer-version'],
  ])('%j: %s', (input, problem) => {
    expect(readBackup(input)).toEqual({ ok: false, problem });
  });

  it('may have a byte order mark and lack parts beside the evidence', () => {
    expect(readBackup(`\ufeff${file({})}`)).toEqual({ ok: true, ...NOTHING });
    expect(readBackup(file({ ladders: null, settings: [] }))).toEqual({ ok: true, ...NOTHING });
  });

  it('gives the settings that make sense', () => {
    const settings = { ...SETTINGS, kind: 'peer', periodFrom: 'May', level: null, colour: 'red' };
    expect(readBackup(file({ settings }))).toMatchObject({
      settings: { ladder: 'acme-pm', level: null, periodTo: null },
    });
    const read = readBackup(file({ settings }));
    expect(read.ok && Object.keys(read.settings).sort()).toEqual([
      'exportExpectations',
      'exportNotes',
      'ladder',
      'level',
      'periodTo',
    ]);
    const wrong = { exportExpectations: 'most', exportNotes: 'yes' };
    expect(readBackup(file({ settings: wrong }))).toEqual({ ok: true, ...NOTHING });
  });

  it('leaves out a ladder and a level without a name', () => {
    expect(readBackup(file({ settings: { ladder: '', level: '' } }))).toEqual({
      ok: true,
      ...NOTHING,
    });
  });

  it('leaves out a day of the review period that no calendar has', () => {
    const settings = { ...SETTINGS, periodFrom: '2026-02-31', periodTo: '2028-02-29' };
    const read = readBackup(file({ settings }));
    expect(read.ok && Object.keys(read.settings)).not.toContain('periodFrom');
    expect(read.ok && read.settings).toMatchObject({ level: 'pm2', periodTo: '2028-02-29' });
  });

  it('counts all entries that are broken, and names the first thousand', () => {
    const evidence = [...Array(5_000).fill({}), record()];
    const read = readBackup(file({ evidence, ladders: [{}] }));
    expect(read).toMatchObject({ evidence: [record()], skippedCount: 5_001 });
    expect(read.ok && read.skipped).toEqual(
      Array.from({ length: 1_000 }, (_, index) => `Evidence ${index + 1}, "schema" is missing`),
    );
  });

  it('skips and names a ladder that is broken', () => {
    expect(readBackup(file({ ladders: [LADDER, { ...LADDER, name: '' }] }))).toMatchObject({
      ladders: [LADDER],
      skipped: ['Ladder 2, "name" must not be empty'],
    });
  });

  it('takes of two ladders with one id the first, and names the other', () => {
    expect(readBackup(file({ ladders: [LADDER, { ...LADDER, name: 'Second' }] }))).toMatchObject({
      ladders: [LADDER],
      skipped: ['Ladder 2 has the id "acme-pm" of one before it'],
    });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.json(), fc.jsonValue(), (any, value) => {
        readBackup(any);
        readBackup(file({ evidence: [value], ladders: [value], settings: value }));
      }),
    );
  });
});
