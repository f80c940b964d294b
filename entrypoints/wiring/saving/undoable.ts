import { i18n } from '#i18n';
import type { Notice } from '../../../components/common/Toast';
import { storing } from '../../../data/evidence/failure';
import { sayingSlow } from '../view/saying-slow';
import type { Say } from '../view/use-notice';
import { failureNotice } from '../words/failure-notice';

/**
 * A notice that says what was done and offers to undo it. Where the browser refuses that, the
 * offer is made again with the reason: what was there before is kept nowhere else. By a key, after
 * the notice has gone, nothing on screen may show what was undone: then it is said.
 *
 * @param undo resolves to false where it undid nothing, and said so
 */
export function undoable(text: string, undo: () => Promise<unknown>, say: Say): Notice {
  const action = {
    label: i18n.t('common.undo'),
    run: (late = false) => {
      sayingSlow(i18n.t('common.undoing'), say, () => storing(undo)).then(
        (undone) => late && undone !== false && say({ text: i18n.t('common.undone', [text]) }),
        (error) => say({ ...failureNotice(error), action }),
      );
    },
  };
  return { text, action };
}
