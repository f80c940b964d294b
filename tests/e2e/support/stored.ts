import type { Evidence } from '../../../data/evidence/record';
import type { ExtensionStorage } from '../harness/storage';
import { until } from '../harness/until';

/** All evidence in storage, in the order it was made. */
export async function storedEvidence(storage: ExtensionStorage): Promise<Evidence[]> {
  const entries = Object.entries(await storage.get());
  return entries
    .filter(([key]) => key.startsWith('evidence:'))
    .map(([, value]) => value as Evidence)
    .sort((a, b) => (a.created < b.created ? -1 : 1));
}

/** Waits until exactly so many pieces of evidence are stored, and gives them. */
export async function evidenceStored(
  storage: ExtensionStorage,
  count: number,
): Promise<Evidence[]> {
  return until(`${count} pieces of evidence are stored`, async () => {
    const stored = await storedEvidence(storage);
    return stored.length === count ? stored : undefined;
  });
}

/** Waits until one piece of evidence is stored, and gives it. */
export async function oneStored(storage: ExtensionStorage): Promise<Evidence> {
  const [one] = await evidenceStored(storage, 1);
  if (!one) throw new Error('Nothing is stored.');
  return one;
}
