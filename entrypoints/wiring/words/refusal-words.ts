import { i18n } from '#i18n';
import { figures } from '../../../components/common/language';
import { MAX_PASSAGE } from '../../../data/passage';
import type { Refusal } from '../messages/reading';

/** Why a selection could not be read, and what can be done instead. */
export function refusalWords(why: Refusal): string {
  switch (why) {
    case 'nothing-selected':
      return i18n.t('refusal.nothingSelected');
    case 'secret-field':
      return i18n.t('refusal.secretField');
    case 'copy-needed':
      return i18n.t('refusal.copyNeeded');
    case 'copy-disabled':
      return i18n.t('refusal.copyDisabled');
    case 'too-large':
      return i18n.t('refusal.tooLarge', [figures(MAX_PASSAGE)]);
    case 'frame-closed':
      return i18n.t('refusal.frameClosed');
    case 'pdf':
      return i18n.t('refusal.pdf');
    case 'no-access':
      return i18n.t('refusal.noAccess');
    case 'no-answer':
      return i18n.t('refusal.noAnswer');
  }
}
