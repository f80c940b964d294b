import { localDay } from '../days';
import { dayOf } from '../evidence/day';
import type { Evidence } from '../evidence/record';
import { cleanForDisplay, oneLine } from '../text';
import { csvCell } from './escape-csv';
import { type ExportInput, groupEvidence } from './group';
import { expectationLine, levelLabel, sourceOf } from './phrases';
import { CSV_COLUMNS, type CsvColumn } from './words';

/** Without it Excel reads a UTF-8 file as the system's old code page. */
const BYTE_ORDER_MARK = '\ufeff';

/** RFC 4180, 2.1. */
const END_OF_LINE = '\r\n';

type Row = Record<CsvColumn, string>;

/**
 * Evidence as a CSV file (RFC 4180) that Excel, Numbers, LibreOffice and Google Sheets open: a
 * header row, then a row per piece of evidence in the ladder's order; every cell in quotes; UTF-8
 * with a byte order mark; days as `YYYY-MM-DD`.
 *
 * A cell that a spreadsheet would run as a formula gets an apostrophe in front, and so does the
 * inside of a cell where another spreadsheet might find the beginning of one. A program finds the
 * text without these, and whole, in the JSON export: what Excel cannot hold in one cell is cut here,
 * with an ellipsis. The columns are always the same; where something is not to be included, the
 * cells are empty.
 */
export function toCsv(input: ExportInput): string {
  const { ladders, evidence, include, words } = input;
  const groups = groupEvidence(ladders, evidence, include.expectations);
  const placed = groups.ladders.flatMap(({ ladder, skillAreas }) =>
    skillAreas.flatMap(({ skillArea, subSkills }) =>
      subSkills.flatMap(({ subSkill, levels }) =>
        levels.flatMap((level) =>
          level.evidence.map((one) => ({
            ladder: ladder.name,
            skillArea: skillArea.name,
            subSkill: subSkill.name,
            level: levelLabel(level, { noLevel: '' }),
            expectations: level.expectations
              .map((expectation) => expectationLine(expectation, words))
              .join('\n'),
            ...factsOf(one, input),
          })),
        ),
      ),
    ),
  );
  const unplaced = groups.unplaced.map((one) => ({
    ladder: oneLine(one.ladder),
    skillArea: '',
    subSkill: oneLine(one.subSkill),
    level: oneLine(one.level),
    expectations: '',
    ...factsOf(one, input),
  }));
  const rows: Row[] = [words.columns, ...placed, ...unplaced];
  return BYTE_ORDER_MARK + rows.map((row) => line(row) + END_OF_LINE).join('');
}

function factsOf(one: Evidence, { include, words }: ExportInput) {
  const { title, href } = sourceOf(one);
  return {
    quote: cleanForDisplay(one.target.selector[0].exact).trim(),
    kind: words.kinds[one.kind],
    note: include.notes ? cleanForDisplay(one.note).trim() : '',
    tagged: localDay(one.created),
    when: dayOf(one),
    title,
    address: href ?? oneLine(one.target.source),
  };
}

function line(row: Row): string {
  return CSV_COLUMNS.map((column) => csvCell(row[column])).join(',');
}
