import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { Notice } from '../../../components/common/Toast';
import type { Evidence } from '../../../data/evidence';
import { tagKeysInWords } from '../keys/use-shortcuts';
import type { Arrival } from '../messages/background';
import { failureNotice } from '../words/failure-notice';

/** Takes the user to a passage, and says so where that did not work out. */
export async function goToEvidence(
  evidence: Evidence,
  say: (notice: Notice | null) => void,
): Promise<void> {
  try {
    const arrival: Arrival = await browser.runtime.sendMessage({
      to: 'background',
      type: 'go-to',
      id: evidence.id,
    });
    const words = arrivalWords(arrival, await tagKeysInWords());
    if (!words) return;
    say({ text: words, ...(FAILED.includes(arrival) && { tone: 'error' }) });
  } catch (error) {
    say(failureNotice(error));
  }
}

/** Ends that the user has to do something about before it works. */
const FAILED: readonly Arrival[] = ['not-opened', 'closed', 'unread'];

function arrivalWords(arrival: Arrival, keys: string): string | null {
  switch (arrival) {
    case 'there':
      return null;
    case 'not-found':
      return i18n.t('goTo.notFound');
    case 'opened':
      return i18n.t('goTo.opened', [keys]);
    case 'no-access':
      return i18n.t('goTo.noAccess', [keys]);
    case 'no-page':
      return i18n.t('goTo.noPage');
    case 'deleted':
      return i18n.t('goTo.deleted');
    case 'not-opened':
      return i18n.t('goTo.notOpened', [keys]);
    case 'closed':
      return i18n.t('goTo.closed');
    case 'unread':
      return i18n.t('goTo.unread');
  }
}
