/** From where to where in a text, UTF-16 offsets, end exclusive. */
export type Range = [start: number, end: number];

export interface Named {
  id: string;
  name: string;
}

/** One expectation (a statement of the ladder) under a result. */
export interface MatchedExpectation {
  level: Named;
  dimension: Named;
  text: string;
  /** What to mark in `text`, in order, not overlapping. */
  marks: Range[];
}

/** One sub-skill that answers a query or that a passage speaks of. */
export interface SearchResult {
  ladder: Named;
  skillArea: Named;
  subSkill: Named;
  /**
   * The expectations that matched, best first, those of my level and the next before all others.
   * If the query names a level, everything expected there, matched or not.
   */
  expectations: MatchedExpectation[];
  /** What to mark in the sub-skill's name and in its definition. */
  marks: { name: Range[]; definition: Range[] };
  /**
   * The words of the query that led here and that a person would name, as they stand there, strongest
   * first; at most three, and none where all are weak or say nothing by themselves.
   */
  reasons: string[];
}

export interface SearchOptions {
  /** Only this ladder (its id). */
  ladder?: string;
  /** Where the person stands: orders expectations, and is what "my level" means in a query. */
  myLevel?: { ladder: string; level: string };
  /** At most this many results; 24 if left out. */
  limit?: number;
}

/** A passage the person tagged before. `note` may be empty. */
export interface TaggedPassage {
  ladder: string;
  subSkill: string;
  exact: string;
  note?: string;
}

export interface SuggestOptions extends SearchOptions {
  /** The person's own tagged passages: evidence of what they mean by their words. */
  tagged?: Iterable<TaggedPassage>;
}

/** How a query was understood. */
export interface QueryReading {
  /** The level named, in each ladder that has it; empty if none is. */
  levels: { ladder: Named; level: Named }[];
  /** The rest, which is searched for. */
  text: string;
}
