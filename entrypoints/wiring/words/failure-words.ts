import { i18n } from '#i18n';
import { StorageFailure } from '../../../data/evidence';

/** What went wrong and what to do, as a sentence for the user. */
export function failureWords(error: unknown): string {
  if (error instanceof StorageFailure) {
    if (error.reason === 'full') return i18n.t('failure.full');
    if (error.reason === 'gone') return i18n.t('failure.gone');
    if (error.reason === 'newer') return i18n.t('failure.newer');
    if (error.reason === 'said') return i18n.t('failure.said');
    return i18n.t('failure.refused', [error.message]);
  }
  return i18n.t('failure.other', [error instanceof Error ? error.message : String(error)]);
}

/** The same for what should have been read: nothing was typed, so nothing of it can be lost. */
export function readFailureWords(error: unknown): string {
  if (error instanceof StorageFailure && error.reason !== 'gone') {
    return i18n.t('failure.unreadable', [error.message]);
  }
  return failureWords(error);
}
