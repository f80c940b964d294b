import { i18n } from '#i18n';
import type { FileProblem } from './read-file';

const WORDS = { unreadable: 'file.unreadable', encoding: 'file.encoding' } as const;

/** Why nothing can be made of a file, whatever it was to hold, and what to do about it. */
export function fileProblemWords(name: string, problem: FileProblem): string {
  return i18n.t(WORDS[problem], [name]);
}
