import { i18n } from '#i18n';
import { StorageFailure } from '../../../data/evidence';

/** What went wrong and what to do, as a sentence for the user, who had typed nothing for it. */
export function failureWords(error: unknown): string {
  if (error instanceof StorageFailure) {
    if (error.reason === 'full') return i18n.t('failure.full');
    if (error.reason === 'gone') return i18n.t('failure.gone');
    if (error.reason === 'newer') return i18n.t('failure.newer');
    if (error.reason === 'said') return i18n.t('failure.said');
    return i18n.t('failure.notDone', [error.message]);
  }
  return i18n.t('failure.other', [error instanceof Error ? error.message : String(error)]);
}

/** The same for what was filled in and is still there. */
export function unsavedWords(error: unknown): string {
  if (error instanceof StorageFailure && error.reason === 'refused') {
    return i18n.t('failure.refused', [error.message]);
  }
  return failureWords(error);
}

/** The same for what should have been read: nothing was to be stored, so there is room enough. */
export function readFailureWords(error: unknown): string {
  if (error instanceof StorageFailure && error.reason !== 'gone') {
    return i18n.t('failure.unreadable', [error.message]);
  }
  return failureWords(error);
}
