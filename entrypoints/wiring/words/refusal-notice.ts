import { i18n } from '#i18n';
import type { Notice } from '../../../components/common/Toast';
import { hostOfPattern } from '../../../data/site-pattern';
import type { ReadReply } from '../messages/reading';
import { askingFor, openOptions } from '../view/open-options';
import { refusalWords } from './refusal-words';

type Refused = ReadReply & { ok: false };

/**
 * Why a selection could not be read, with what can be done instead.
 *
 * @param onPaste left out where pasting the passage would not help
 */
export function refusalNotice({ why, site }: Refused, onPaste?: () => void): Notice {
  if (site) {
    const host = hostOfPattern(site) ?? site;
    return {
      text: i18n.t('refusal.frameOf', [host]),
      next: {
        label: i18n.t('sites.allow', [host]),
        run: () => void openOptions(askingFor(site)),
      },
    };
  }
  const text = refusalWords(why);
  // Whoever forgot to select has only to do so.
  if (why === 'nothing-selected' || !onPaste) return { text };
  return { text, next: { label: i18n.t('refusal.paste'), run: onPaste } };
}
