import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { canBeOpened } from '../../data/can-be-opened';
import type { Evidence, EvidenceDraft } from '../../data/evidence';
import { hueOf } from '../../data/hue';
import type { Ladder } from '../../data/ladder';
import { cleanForDisplay, oneLine } from '../../data/text';
import { Marked } from '../common/Marked';
import { useFocusKept } from '../common/use-focus-kept';
import { describedBy, describers, labelledBy, quoteInShort } from './described-by';
import { EditEvidence } from './EditEvidence';
import { EvidenceHead } from './EvidenceHead';
import { isFoldable } from './foldable';
import type { HalfEdited } from './half-edited';
import { Source } from './Source';
import { useActionButtons } from './use-action-buttons';
import { useOpenForm } from './use-open-form';
import './evidence.css';

interface Props {
  evidence: Evidence;
  /** Where it is drawn, if others may be drawn there after it; its own id if left out. */
  seat?: string | number;
  ladders: readonly Ladder[];
  /** Id of the user's own ladder, where they have one: of any other it says which. */
  mine?: string | undefined;
  /** What to mark in the words it shows, where something was searched for. */
  marks?: ((text: string) => readonly (readonly [number, number])[]) | undefined;
  /** Leave out the quote and its source: they stand right beside. */
  compact?: boolean;
  /** Whether it was deleted meanwhile: only one that is edited is still shown then. */
  isGone?: (evidence: Evidence) => boolean;
  onChange: (evidence: Evidence, change: Partial<EvidenceDraft>) => Promise<boolean>;
  /** Resolves to true once it is gone. */
  onRemove: (evidence: Evidence) => Promise<boolean>;
  /** Something was changed in the form and is not saved; false once it is, or the form has gone. */
  onUnsaved?: (unsaved: boolean) => void;
  /** A change of it that was begun before it was drawn: its form is open then. */
  halfEdited?: HalfEdited | undefined;
  /** The form as far as it is filled in; `null` once it is saved, or given up. */
  onHalfEdited?: (edit: HalfEdited | null) => void;
  /** It was deleted while it was edited. */
  onRemovedEdited?: () => void;
  onGoTo?: (evidence: Evidence) => void;
  onOpenPanel?: () => void;
  /** How it stands in the page, where that is known. */
  children?: ComponentChildren;
}

/** One piece of evidence: what it proves, the words, where they stand, and what can be done. */
export function EvidenceItem(props: Props) {
  const { evidence, seat = evidence.id, ladders, mine, marks, compact } = props;
  const { isGone, halfEdited, onHalfEdited, onRemovedEdited, onChange, onRemove, onUnsaved } =
    props;
  const { onGoTo, onOpenPanel, children } = props;
  const [editing, setEditing] = useOpenForm(evidence.id, halfEdited !== undefined);
  const [unfolded, setUnfolded] = useState<string>();
  const whole = unfolded === evidence.id;
  const item = useRef<HTMLLIElement>(null);
  const dirty = useRef(false);
  useFocusKept(item);
  const ladder = ladders.find((one) => one.id === evidence.ladder);
  const { source, title, selector } = evidence.target;
  const ids = describers(seat);
  const quote = cleanForDisplay(selector[0].exact);
  const inShort = useMemo(() => quoteInShort(quote), [quote]);
  // A passage that is short enough describes them itself.
  const describer = !compact && inShort !== quote && (
    <span id={ids.quote} hidden>
      {inShort}
    </span>
  );
  const quoteMarks = compact ? undefined : marks?.(quote);
  const foldable = !compact && isFoldable(quote, quoteMarks);
  const note = cleanForDisplay(evidence.note);
  const noteMarks = marks?.(note);
  const longNote = isFoldable(note, noteMarks);
  const stopEditing = () => {
    setEditing(false);
    item.current?.querySelector<HTMLElement>('[data-edit]')?.focus({ preventScroll: true });
  };
  const remove = async () => {
    if (!(await onRemove(evidence))) return;
    // What was written into it goes with it, and comes back with it.
    if (dirty.current) onRemovedEdited?.();
    setEditing(false);
  };
  const edit = () => {
    // What is half written is led back to, and not put away with a click.
    const form = item.current?.querySelector<HTMLElement>('.edit-evidence select');
    if (editing && dirty.current) form?.focus();
    else setEditing(!editing);
  };
  const buttons = useActionButtons(
    {
      goTo: onGoTo && canBeOpened(source) ? () => onGoTo(evidence) : undefined,
      openPanel: onOpenPanel,
      edit,
      remove: () => void remove(),
    },
    { described: describedBy(seat, compact), editing, keyed: !compact },
  );

  return (
    <li
      ref={item}
      class="evidence"
      data-hue={hueOf(ladder, evidence.subSkill)}
      data-id={evidence.id}
      data-stop="evidence"
      tabIndex={-1}
      aria-labelledby={labelledBy(seat, compact)}
    >
      <EvidenceHead
        evidence={evidence}
        ladder={ladder}
        saysLadder={mine !== undefined && evidence.ladder !== mine}
        nameId={ids.name}
        factsId={ids.facts}
      >
        {buttons}
      </EvidenceHead>
      {!compact && (
        <blockquote
          {...(!describer && { id: ids.quote })}
          class={foldable && !whole ? 'quote clipped' : 'quote'}
          dir="auto"
        >
          <Marked text={quote} marks={quoteMarks} />
        </blockquote>
      )}
      {describer}
      {editing ? (
        <EditEvidence
          key={evidence.id}
          evidence={evidence}
          ladders={ladders}
          isGone={isGone?.(evidence)}
          halfEdited={halfEdited}
          onHalfEdited={onHalfEdited}
          onUnsaved={(unsaved) => {
            dirty.current = unsaved;
            onUnsaved?.(unsaved);
          }}
          onCancel={stopEditing}
          onSave={async (change) => {
            if (!(await onChange(evidence, change))) return;
            onHalfEdited?.(null);
            stopEditing();
          }}
        />
      ) : (
        note && (
          <p class={longNote && !whole ? 'evidence-note clipped' : 'evidence-note'} dir="auto">
            <Marked text={note} marks={noteMarks} />
          </p>
        )
      )}
      {(foldable || (longNote && !editing)) && (
        <button
          type="button"
          class="link small"
          aria-describedby={ids.name}
          aria-expanded={whole}
          onClick={() => setUnfolded(whole ? undefined : evidence.id)}
        >
          {i18n.t(whole ? 'evidence.fold' : foldable ? 'evidence.unfold' : 'evidence.unfoldNote')}
        </button>
      )}
      {!compact && <Source source={source} title={oneLine(title)} marks={marks} />}
      {children}
    </li>
  );
}
