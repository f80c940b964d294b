import { i18n } from '#i18n';
import type { LadderFileProblem } from '../../data/import/ladder';
import type { Ladder } from '../../data/ladder';
import { fileProblemWords } from './file-words';
import type { FileProblem } from './read-file';
import type { Remark } from './Said';

interface Refused {
  readonly problem: LadderFileProblem | FileProblem;
  readonly details: readonly string[];
  readonly cut?: boolean;
}

/** What was done where a ladder was kept. @param before what was under its id, if anything */
export function keptWords({ name }: Ladder, before: Ladder | null | undefined): string {
  if (!before) return i18n.t('ladders.added', [name]);
  return before.name === name
    ? i18n.t('ladders.replaced', [name])
    : i18n.t('ladders.replacedBy', [before.name, name]);
}

/** What is wrong with a file that is no ladder, and what to do about it. */
export function ladderProblemWords(
  name: string,
  { problem, details, cut = false }: Refused,
): Omit<Remark, 'tone'> {
  if (problem === 'invalid') {
    const text = i18n.t('ladders.problem.invalid', [name]);
    return { text, details: details.map((one) => (one.endsWith('?') ? one : `${one}.`)), cut };
  }
  return { text: refusalWords(name, problem, details[0]), details: [] };
}

function refusalWords(
  name: string,
  problem: Exclude<Refused['problem'], 'invalid'>,
  detail: string | undefined,
): string {
  switch (problem) {
    case 'empty':
      return i18n.t('ladders.problem.empty', [name]);
    case 'too-large':
      return i18n.t('ladders.problem.tooLarge', [name]);
    case 'unreadable':
    case 'encoding':
      return fileProblemWords(name, problem);
    case 'not-json':
      return detail === undefined
        ? i18n.t('ladders.problem.notJson', [name])
        : i18n.t('ladders.problem.notJsonAt', [name, detail]);
    case 'backup':
      return i18n.t('ladders.problem.backup', [name]);
    case 'bundled':
      return i18n.t('ladders.problem.bundled', [name, detail ?? '']);
  }
}
