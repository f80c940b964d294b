import type { EvidenceKind } from '../evidence/record';

/** The columns of the CSV file, in their order. */
export const CSV_COLUMNS = [
  'ladder',
  'skillArea',
  'subSkill',
  'level',
  'expectations',
  'quote',
  'kind',
  'note',
  'tagged',
  'when',
  'title',
  'address',
] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];

/** Every word an export adds of its own, in the user's language. Plain text, never markup. */
export interface ExportWords {
  /** Heading of the whole: "Evidence". */
  readonly title: string;
  /** Before the day of export: "Exported on". */
  readonly exportedOn: string;
  /** Before the expectations of a level: "Expected at this level". */
  readonly expected: string;
  /** Behind an expectation of a lower level, `{level}` its name: "carried over from {level}". */
  readonly carriedOver: string;
  /**
   * Behind an expectation the level is silent on, `{level}` the one that spoke of it last: "not
   * restated here, last said at {level}".
   */
  readonly unstated: string;
  /** Before the user's note: "Note". */
  readonly note: string;
  /** Whose view it is, on its own: "Self", "Peer feedback", "Manager feedback". */
  readonly kinds: Readonly<Record<EvidenceKind, string>>;
  /** In the place of a document, for a passage that came without one: "Pasted by hand". */
  readonly pasted: string;
  /** Heading over evidence whose ladder or sub-skill is not here: "Not on a ladder Rung has". */
  readonly unplaced: string;
  /** In the place of a level, where evidence is given none: "No level". */
  readonly noLevel: string;
  /** Where there is nothing to export: "No evidence". */
  readonly nothing: string;
  /** Header row of the CSV file. */
  readonly columns: Readonly<Record<CsvColumn, string>>;
}

/** Puts `value` in the place of `{name}` in a phrase; a phrase without the place stays as it is. */
export function fill(phrase: string, name: string, value: string): string {
  return phrase.replaceAll(`{${name}}`, () => value);
}
