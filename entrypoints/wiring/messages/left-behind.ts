/** An address that the page had before it changed it without loading anew. */
export interface EarlierPlace {
  readonly address: string;
  /** Ids of the evidence that was found there, as it was tagged or edited, when the page left it. */
  readonly found: readonly string[];
}

/** A piece of evidence in the document that it is filed under. */
export interface Filed {
  readonly id: string;
  /** The document's key. */
  readonly document: string;
}

/** What a page knows of where it was, as long as it lives. */
export interface Earlier {
  /** Those that may have evidence, in the order in which the page left them first. */
  readonly places: readonly EarlierPlace[];
  /** The evidence that the user wants where it is. */
  readonly settled: readonly Filed[];
}

/** Which of some evidence stands in a frame, by id. */
export interface Stood {
  readonly ids: readonly string[];
  /** Those of them that stand among the words that they stood among (see `isAmongItsOwn`). */
  readonly amongOwn: readonly string[];
}

/** Evidence that stands in a page and is filed under an address that the page, or its tab, had before. */
export interface LeftBehind {
  /** The key of the document that the page is now. */
  readonly document: string;
  readonly ids: readonly string[];
  /** False where nobody has looked into the page, as Rung does only when asked: these may stand there. */
  readonly seen: boolean;
}
