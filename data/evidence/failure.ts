export type StorageFailureReason = 'full' | 'refused' | 'gone' | 'newer' | 'said';

/**
 * Something was not stored or read. `reason` says which sentence the user gets: `full` (no room
 * left), `gone` (Rung was updated or removed under this page), `newer` (a newer Rung wrote what stands
 * there, and this one would take something from it), `said` (another record says the same already) or
 * `refused` by the browser.
 */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure';

  constructor(
    readonly reason: StorageFailureReason,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Runs a storage operation and turns whatever it throws into a `StorageFailure`. */
export async function storing<T>(operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    if (error instanceof StorageFailure) throw error;
    throw new StorageFailure(reasonOf(error), error);
  }
}

// Browsers give no error code here, only a sentence: these are the words both use.
function reasonOf(error: unknown): StorageFailureReason {
  const message = error instanceof Error ? error.message : String(error);
  if (/quota|disk|no[ _](?:device[ _])?space|\bfull\b/i.test(message)) return 'full';
  if (/context invalidated|receiving end|extension context/i.test(message)) return 'gone';
  return 'refused';
}
