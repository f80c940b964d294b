import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { isTyping } from '../../components/common/keys';
import { Toast } from '../../components/common/Toast';
import { EvidenceItem } from '../../components/evidence/EvidenceItem';
import { useNextFocused } from '../../components/evidence/use-next-focused';
import { useWritten } from '../../components/evidence/use-written';
import type { Evidence } from '../../data/evidence';
import type { Ladder } from '../../data/ladder';
import { placeHash } from '../../data/panel-place';
import { useSomeEvidence } from '../wiring/evidence/use-evidence';
import { useEvidenceActions } from '../wiring/evidence/use-evidence-actions';
import { openPanel } from '../wiring/view/panel';
import { useNotice } from '../wiring/view/use-notice';

interface Props {
  windowId: number | undefined;
  ladders: readonly Ladder[];
  /** Id of the user's own ladder, where they have one. */
  mine: string | undefined;
  /** What stands on the passage under the pointer. */
  ids: readonly string[];
  /** Whether the user came here by the keyboard, and goes on by it. */
  byKey: boolean;
  /** Something was typed that is not stored yet; false once it is, or is given up. */
  onUnsaved: (unsaved: boolean) => void;
  /** What was done here can be undone here alone; false once it no longer can. */
  onUndo: (offered: boolean) => void;
  onClose: () => void;
}

/** The notice that offers to undo comes a moment after what was deleted has gone, milliseconds. */
const LINGER_MS = 300;

const NONE: readonly Evidence[] = [];

/** What a painted passage is evidence for, with the note, and the ways to change it. */
export function HoverCard({ windowId, ladders, mine, ids, byKey, ...events }: Props) {
  const { onUnsaved, onUndo, onClose } = events;
  const evidence = useSomeEvidence(ids);
  const root = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useNextFocused(list);
  const [notice, setNotice] = useNotice();
  const actions = useEvidenceActions(setNotice);
  const { listed, unsaved, note } = useWritten(evidence ?? NONE);
  const writing = unsaved.size > 0;
  useEffect(() => onUnsaved(writing), [writing]);
  useEffect(() => {
    if (evidence?.length !== 0 || writing || notice) return undefined;
    const timer = setTimeout(onClose, LINGER_MS);
    return () => clearTimeout(timer);
  }, [evidence?.length, writing, notice]);
  useEffect(() => {
    if (byKey) root.current?.querySelector('button')?.focus();
  }, [evidence === undefined]);
  // Nothing is left in it that a letter could be meant for.
  const isEmpty = evidence?.length === 0 && !writing;
  useEffect(() => {
    if (!isEmpty) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (isTyping(event) && document.activeElement === document.body) onClose();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isEmpty]);
  if (!evidence) return null;
  return (
    <div class="standing-list" ref={root}>
      <ul ref={list}>
        {listed.map((one) => (
          <EvidenceItem
            key={one.id}
            evidence={one}
            ladders={ladders}
            mine={mine}
            compact
            onChange={(one, change) => actions.change(one, change, i18n.t('evidence.saved'))}
            onRemove={actions.remove}
            isGone={({ id }) => !evidence.some((one) => one.id === id)}
            onUnsaved={(is) => note(one, is)}
            onOpenPanel={() =>
              void openPanel({ windowId }, placeHash('evidence', one.id)).then((opened) =>
                opened ? onClose() : setNotice({ text: i18n.t('evidence.openPanelYourself') }),
              )
            }
          />
        ))}
      </ul>
      {listed.length === 0 && !notice && <p class="soft">{i18n.t('evidence.gone')}</p>}
      <Toast notice={notice} onClose={() => setNotice(null)} onOffersUndo={onUndo} />
    </div>
  );
}
