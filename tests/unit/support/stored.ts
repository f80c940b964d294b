import { fakeBrowser } from 'wxt/testing/fake-browser';
import { STAMP } from '../../../data/evidence/known-keys';

/** Everything stored by key, but for what only says that something was. */
export async function stored(): Promise<Record<string, unknown>> {
  const { [STAMP]: _, ...all } = await fakeBrowser.storage.local.get(null);
  return all;
}
