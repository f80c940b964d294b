import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Toast } from '../../components/common/Toast';
import { EvidenceItem } from '../../components/evidence/EvidenceItem';
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
  onClose: () => void;
}

/** The notice that offers to undo comes a moment after what was deleted has gone, milliseconds. */
const LINGER_MS = 300;

/** What a painted passage is evidence for, with the note, and the ways to change it. */
export function HoverCard({ windowId, ladders, mine, ids, byKey, onUnsaved, onClose }: Props) {
  const evidence = useSomeEvidence(ids);
  const root = useRef<HTMLDivElement>(null);
  const [notice, setNotice] = useNotice();
  const actions = useEvidenceActions(setNotice);
  const unsaved = useRef(new Set<string>());
  const noteUnsaved = (id: string, is: boolean) => {
    const before = unsaved.current.size;
    if (is) unsaved.current.add(id);
    else unsaved.current.delete(id);
    const now = unsaved.current.size;
    if (before > 0 !== now > 0) onUnsaved(now > 0);
  };
  useEffect(() => {
    if (evidence?.length !== 0 || notice) return undefined;
    const timer = setTimeout(onClose, LINGER_MS);
    return () => clearTimeout(timer);
  }, [evidence?.length, notice]);
  useEffect(() => {
    if (byKey) root.current?.querySelector('button')?.focus();
  }, [evidence === undefined]);
  if (!evidence) return null;
  return (
    <div class="standing-list" ref={root}>
      <ul>
        {evidence.map((one) => (
          <EvidenceItem
            key={one.id}
            evidence={one}
            ladders={ladders}
            mine={mine}
            compact
            onChange={(one, change) => actions.change(one, change, i18n.t('evidence.saved'))}
            onRemove={actions.remove}
            onUnsaved={(is) => noteUnsaved(one.id, is)}
            onOpenPanel={() =>
              void openPanel({ windowId }, placeHash('evidence', one.id)).then((opened) =>
                opened ? onClose() : setNotice({ text: i18n.t('evidence.openPanelYourself') }),
              )
            }
          />
        ))}
      </ul>
      {evidence.length === 0 && !notice && <p class="soft">{i18n.t('evidence.gone')}</p>}
      <Toast notice={notice} onClose={() => setNotice(null)} />
    </div>
  );
}
