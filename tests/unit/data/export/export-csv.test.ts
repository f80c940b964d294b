import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../../data/export/csv';
import { csvCell, disarm } from '../../../../data/export/escape-csv';
import { INPUT, record, WORDS } from '../../../fixtures/records';

const csv = (...evidence: ReturnType<typeof record>[]) => toCsv({ ...INPUT, evidence });

/** RFC 4180 and nothing else: quoted cells, `separator`, CRLF. */
function parseCsv(text: string, separator = ','): string[][] {
  const rows: string[][] = [[]];
  let rest = text;
  while (rest !== '') {
    const cell = /^"((?:[^"]|"")*)"/.exec(rest);
    if (!cell) throw new Error(`No cell at ${JSON.stringify(rest.slice(0, 40))}`);
    rows.at(-1)?.push((cell[1] as string).replaceAll('""', '"'));
    rest = rest.slice(cell[0].length);
    if (rest.startsWith(separator)) rest = rest.slice(1);
    else if (rest.startsWith('\r\n')) {
      rest = rest.slice(2);
      if (rest !== '') rows.push([]);
    } else throw new Error(`No end of a cell at ${JSON.stringify(rest.slice(0, 40))}`);
  }
  return rows;
}

/** What may stand in front of a formula, and a sign with which one begins. */
const FORMULA =
  '[ \\0-\\x08\\v\\f\\x0e-\\x1f\\x7f-\\xa0\\xad\\u1680\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f' +
  '\\u3000\\ufeff\'"`‘’‚‛“”„‟«»‹›]*[=+\\-@＝＋－＠﹦﹢﹣﹫';
const DISARMED = new RegExp(`^'(?=${FORMULA}\\t\\r\\n])|(?<=[;\\t\\r\\n])'(?=${FORMULA}])`, 'g');

/** Takes away the apostrophes that `disarm` put there, and no other. */
const arm = (text: string) => text.replace(DISARMED, '');

/** What a careless spreadsheet makes of a file: quotes only count where a cell begins. */
function parseCarelessly(text: string, separator: string): string[] {
  const cells: string[] = [];
  let rest = text.replace(/^\ufeff/, '');
  while (rest !== '') {
    const quoted = /^"((?:[^"]|"")*)"/.exec(rest);
    const behind = rest.slice(quoted?.[0].length ?? 0);
    const end = behind.search(separator === '\t' ? /[\t\r\n]/ : /[;\r\n]/);
    cells.push((quoted?.[1] ?? '') + (end < 0 ? behind : behind.slice(0, end)));
    rest = end < 0 ? '' : behind.slice(end + 1);
  }
  return cells;
}

it('writes a row for each piece of evidence, in the order of the ladder', () => {
  const text = csv(
    record({
      id: 'c',
      ladder: 'gone',
      subSkill: 'lost',
      level: 'x',
      target: { source: 'about:blank' },
    }),
    record({ id: 'b', subSkill: 'planning', level: 'pm3', kind: 'manager', note: 'Well done' }),
    record({ quote: 'He said "ship it",\nand we did.' }),
  );
  expect(text.startsWith('\ufeff"Ladder","Skill area"')).toBe(true);
  expect(text.endsWith('"\r\n')).toBe(true);
  expect(parseCsv(text.slice(1))).toEqual([
    Object.values(WORDS.columns),
    [
      'Acme PM',
      'Insight',
      'Research & data',
      'PM2, Product Manager',
      'Scope: Plans studies.\nScope: Talks to customers. (carried over from PM1)\n' +
        'Autonomy: With help. (carried over from PM1)',
      'He said "ship it",\nand we did.',
      'Self',
      '',
      '2026-03-04',
      '2026-03-04',
      'My review',
      'https://example.com/review',
    ],
    [
      'Acme PM',
      'Delivery',
      'Planning',
      'PM3',
      'Scope: Plans a year.',
      'We asked ten customers.',
      'Manager feedback',
      'Well done',
      '2026-03-04',
      '2026-03-04',
      'My review',
      'https://example.com/review',
    ],
    [
      'gone',
      '',
      'lost',
      'x',
      '',
      'We asked ten customers.',
      'Self',
      '',
      '2026-03-04',
      '2026-03-04',
      'My review',
      'about:blank',
    ],
  ]);
});

it('leaves out the password of an address, and what nobody can read', () => {
  const [, row = []] = parseCsv(
    csv(
      record({
        quote: '\u202eOne.\u0007\n',
        note: ' Ask\u200b Ines\u202e ',
        target: { source: 'https://me:secret@example.com/' },
      }),
    ).slice(1),
  );
  expect(row).toContain('One.');
  expect(row).toContain('Ask Ines');
  expect(row.at(-1)).toBe('https://example.com/');
});

it('leaves the cells of what is not wanted empty, and keeps their columns', () => {
  const include = { expectations: 'none', notes: false } as const;
  const text = toCsv({ ...INPUT, include, evidence: [record({ note: 'Ask Ines' })] });
  const [header = [], row = []] = parseCsv(text.slice(1));
  expect(header).toEqual(Object.values(WORDS.columns));
  const empty = header.filter((_, column) => row[column] === '');
  expect(empty).toEqual([WORDS.columns.expectations, WORDS.columns.note]);
});

it('writes the header row where there is nothing', () => {
  expect(parseCsv(csv().slice(1))).toEqual([Object.values(WORDS.columns)]);
});

describe('disarm', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['\nx', "'\nx"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['﹢1', "'﹢1"],
    [' =1', "' =1"],
    ['\u00a0\u200b\ufeff=1', "'\u00a0\u200b\ufeff=1"],
    ['"=1"', '\'"=1"'],
    ['“=1”', "'“=1”"],
    ["'=1", "''=1"],
    ["''=1", "'''=1"],
    ['a;=1', "a;'=1"],
    ['a\t =1', "a\t' =1"],
    ['a\n=1', "a\n'=1"],
    ["a; -3+cmd|' /C calc'!A0", "a;' -3+cmd|' /C calc'!A0"],
    ['a; -1&', "a;' -1&"],
    ['a\n-HYPERLINK("x")', 'a\n\'-HYPERLINK("x")'],
    ["a;' -3 points", "a;'' -3 points"],
    ['-3 points', "'-3 points"],
    // Harmless, and left alone.
    ['Churn fell; -3 points', 'Churn fell; -3 points'],
    [
      'We did:\n- two studies, 5 % faster\n+ one more; -1.5%',
      'We did:\n- two studies, 5 % faster\n+ one more; -1.5%',
    ],
    ['', ''],
    ['Revenue = 5', 'Revenue = 5'],
    ['a - b; c', 'a - b; c'],
    ["'quoted'", "'quoted'"],
    ['https://example.com/?a=1', 'https://example.com/?a=1'],
  ])('%j', (text, expected) => {
    expect(disarm(text)).toBe(expected);
    expect(arm(expected)).toBe(text);
  });

  const tricky = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'=+-@＝\'"“;,\t\r\n a\u00a0\0') }),
  );

  it('can be undone', () => {
    fc.assert(
      fc.property(tricky, (text) => {
        expect(arm(disarm(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('survives the way through a file', () => {
    fc.assert(
      fc.property(fc.array(tricky, { minLength: 1 }), (cells) => {
        const row = parseCsv(`${cells.map(csvCell).join(',')}\r\n`)[0];
        expect(row?.map(arm)).toEqual(cells);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves no cell that begins a formula, however the file is split', () => {
    // An apostrophe in front of a formula makes it text, so it is not among what is skipped here.
    // A sign before plain words is none either: they end at a quote, which lets nothing join them.
    const formula =
      /^[\s"“”\p{Cf}\p{Cc}]*(?:[=@＝＋－＠]|[+-](?![ \p{L}\p{N}.,%]*(?:["\t\r\n;]|$)))/u;
    fc.assert(
      fc.property(tricky, tricky, tricky, (quote, note, title) => {
        const text = csv(
          record({ quote: `q${quote}`, note, target: { title } }),
          record({ quote }),
        );
        const cells = [
          ...parseCsv(text.slice(1)).flat(),
          ...parseCarelessly(text, ';'),
          ...parseCarelessly(text, '\t'),
        ];
        for (const cell of cells) {
          expect(cell).not.toMatch(formula);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a cell longer than Excel holds', () => {
  it.each([
    ['is cut', 'x'.repeat(40_000)],
    ['is cut at a whole character', `${'x'.repeat(32_765)}😀😀`],
    ['counts its apostrophe', `=${'x'.repeat(32_766)}`],
  ])('%s', (_, text) => {
    const [[cell = ''] = []] = parseCsv(`${csvCell(text)}\r\n`);
    expect(cell.length).toBeLessThanOrEqual(32_767);
    expect(cell.length).toBeGreaterThan(32_764);
    expect(cell.endsWith('…')).toBe(true);
    expect(cell.isWellFormed()).toBe(true);
  });

  it('is none where it just fits', () => {
    const text = 'x'.repeat(32_767);
    expect(csvCell(text)).toBe(`"${text}"`);
  });

  it('costs no stack, whatever it is made of', () => {
    expect(csvCell(' '.repeat(5_000_000)).length).toBeLessThan(33_000);
    expect(disarm(`${' '.repeat(5_000_000)}=`).startsWith("'")).toBe(true);
  });
});
