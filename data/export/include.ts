/**
 * What an export says of the ladder: nothing; what the level itself states; or that and all it
 * carries over from lower levels.
 */
export const LADDER_PARTS = ['none', 'stated', 'all'] as const;
export type LadderPart = (typeof LADDER_PARTS)[number];

/** What an export says beside the passages themselves. */
export interface ExportInclude {
  readonly expectations: LadderPart;
  /** The user's notes. */
  readonly notes: boolean;
}

/** What the user chose of that; `null` until it is chosen. */
export interface IncludeChoice {
  readonly exportExpectations: LadderPart | null;
  readonly exportNotes: boolean | null;
}

/**
 * A review is the user's words: of the ladder it needs what the level asks for, and not what levels
 * below asked for before.
 */
const DEFAULT_INCLUDE: ExportInclude = { expectations: 'stated', notes: true };

/** What the user chose to export, and the default where they never chose. */
export function includeOf({ exportExpectations, exportNotes }: IncludeChoice): ExportInclude {
  return {
    expectations: exportExpectations ?? DEFAULT_INCLUDE.expectations,
    notes: exportNotes ?? DEFAULT_INCLUDE.notes,
  };
}
