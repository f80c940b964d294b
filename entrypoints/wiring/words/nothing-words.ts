import { i18n } from '#i18n';
import { isTooCommon } from '../../../data/search/too-common';
import { queryForDisplay } from '../../../data/text';

/** That a query found no sub-skill; of words that no index holds, that they may well stand there. */
export function nothingWords(query: string): string {
  const shown = queryForDisplay(query);
  return isTooCommon(query)
    ? i18n.t('search.tooCommon', [shown])
    : i18n.t('search.nothing', [shown]);
}
