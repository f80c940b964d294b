import { storing } from '../../../data/evidence/failure';
import { changeSettings, type Settings } from '../../../data/settings';
import { unsavedWords } from '../words/failure-words';

/** Stores what the user chose; rejects with a sentence for them where the browser refuses. */
export async function keepSettings(change: Partial<Settings>): Promise<void> {
  try {
    await storing(() => changeSettings(change));
  } catch (error) {
    throw new Error(unsavedWords(error));
  }
}
