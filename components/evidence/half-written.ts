/** A note that was not saved. */
export interface HalfWritten {
  readonly note: string;
  /** The note that is stored as it was when this one was begun. */
  readonly before: string;
}
