import { i18n } from '#i18n';
import { inCount } from '../../../components/common/in-count';
import { inRow } from '../../../components/common/language';
import type { LookUpAnswer } from '../ladder/use-look-up';
import { nothingWords } from './nothing-words';

/**
 * What is read out of an answer: how many sub-skills, which Enter would open, and what else may have
 * been meant.
 */
export function heardWords(answer: LookUpAnswer, query: string): string {
  if (query.trim() === '') return '';
  const { results, nearest } = answer;
  const [first] = results;
  const names = inRow(nearest.map(({ subSkill }) => subSkill.name));
  return [
    first
      ? i18n.t('search.foundFirst', results.length, [
          `${results.length}`,
          inCount(first.subSkill.name),
        ])
      : nothingWords(query),
    names && `${i18n.t('search.nearest')} ${names}.`,
    meantWords(answer.didYouMean),
  ]
    .filter(Boolean)
    .join(' ');
}

/** What a query may have meant, as it is read out; `''` for nothing. */
export function meantWords(meant: string | null | undefined): string {
  return meant ? i18n.t('search.meant', [meant]) : '';
}
