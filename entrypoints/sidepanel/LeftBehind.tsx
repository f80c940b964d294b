import { useId, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../components/common/Button';
import { sayChosen } from '../../components/common/chosen';
import { figures } from '../../components/common/language';
import { useFocusKept } from '../../components/common/use-focus-kept';
import type { Evidence } from '../../data/evidence';
import type { EvidenceActions } from '../wiring/evidence/use-evidence-actions';
import { tagKeysInWords } from '../wiring/keys/use-shortcuts';
import type { Filed } from '../wiring/messages/left-behind';
import { trying } from '../wiring/view/trying';
import type { TabProps } from './tab-props';
import { type InFront, useLeftBehind } from './use-left-behind';
import './left-behind.css';

interface Props {
  page: InFront;
  /** All there is; nothing as long as that is not known. */
  evidence: readonly Evidence[];
  onMove: EvidenceActions['move'];
  onNotice: TabProps['onNotice'];
}

/**
 * Asks about evidence that stands on the page in front but is filed under an address from before, as
 * that of documents is until they are saved. Nothing is moved without the answer, and no page is looked
 * into that Rung has not come into: it offers to.
 */
export function LeftBehind({ page, evidence, onMove, onNotice }: Props) {
  const { left, unseen, place, look, settle } = useLeftBehind(page, evidence);
  const words = useId();
  const count = left.length;
  /** A second click would find nothing left to move, and say so in place of the undo. */
  const moving = useRef(false);
  const move = trying(onNotice, async () => {
    if (moving.current) return;
    moving.current = true;
    try {
      // It may have gone to another document since it was looked at.
      const { left: standing } = await look();
      if (standing.length === 0 || !place) return onNotice({ text: i18n.t('leftBehind.gone') });
      if (!(await onMove(standing, place))) return;
      // Where the page goes back to its earlier address, they stand there, too.
      await settle(standing.map(({ id }) => ({ id, document: place.document })));
    } finally {
      moving.current = false;
    }
  });
  const leave = trying(onNotice, () => {
    sayChosen();
    return settle(left.map(toFiled));
  });
  const come = trying(onNotice, async () => {
    const { left: standing, seen } = await look(true);
    if (!seen) return onNotice({ text: i18n.t('page.needsGesture', [await tagKeysInWords()]) });
    if (standing.length === 0) onNotice({ text: i18n.t('leftBehind.none') });
  });

  const section = useRef<HTMLDivElement>(null);
  // With what is answered its buttons go: to the next question, or what else can be done with the page.
  useFocusKept(
    section,
    (all) =>
      (all.querySelector('button') ? all : all.closest('section'))?.querySelector('button') ?? null,
  );

  return (
    <div ref={section} class="left-behind" data-asks={count > 0 ? '' : undefined}>
      <p id={words} role="status">
        {count > 0 && i18n.t('leftBehind.question', count, [figures(count)])}
      </p>
      {count > 0 && (
        <div class="this-page-actions">
          <Button aria-describedby={words} onClick={move}>
            {i18n.t('leftBehind.move', count)}
          </Button>
          <Button look="quiet" aria-describedby={words} onClick={leave}>
            {i18n.t('leftBehind.leave', count)}
          </Button>
        </div>
      )}
      {unseen && (
        <Button look="quiet" onClick={come}>
          {i18n.t('leftBehind.look')}
        </Button>
      )}
    </div>
  );
}

const toFiled = ({ id, target }: Evidence): Filed => ({ id, document: target.document });
