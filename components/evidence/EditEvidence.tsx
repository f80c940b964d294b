import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { localDay } from '../../data/days';
import type { Evidence, EvidenceDraft } from '../../data/evidence';
import { dayOf } from '../../data/evidence/day';
import { findSubSkill, type Ladder } from '../../data/ladder';
import { cleanForDisplay } from '../../data/text';
import { Button } from '../common/Button';
import { dayWords } from '../common/language';
import { useLeaving } from '../common/use-leaving';
import { changedParts } from './changed-parts';
import type { HalfEdited } from './half-edited';
import { KindField } from './KindField';
import { LevelField } from './LevelField';
import { levelChoices } from './level-choices';
import { isNoteTooLong, NoteField } from './NoteField';
import { SubSkillField } from './SubSkillField';
import { useWhen } from './use-when';
import { WhenField } from './WhenField';

interface Props {
  evidence: Evidence;
  ladders: readonly Ladder[];
  /** It was deleted while it was edited here. */
  isGone?: boolean | undefined;
  onSave: (change: Partial<EvidenceDraft>) => Promise<void>;
  onCancel: () => void;
  /** What was changed here before this form was drawn, and not saved. */
  halfEdited?: HalfEdited | undefined;
  /** The form as far as it is filled in; `null` where it says what is stored, or is given up. */
  onHalfEdited?: ((edit: HalfEdited | null) => void) | undefined;
  /** Something was changed here; false once this form has gone. */
  onUnsaved?: (unsaved: boolean) => void;
}

/** Everything about a piece of evidence that is the user's to say; the quote is the document's. */
export function EditEvidence(props: Props) {
  const { evidence, ladders, isGone, onHalfEdited, onSave, onUnsaved } = props;
  const [begun] = useState(props.halfEdited);
  // As it was when the form opened: only what differs from that is the user's change, and what
  // another window changes meanwhile stays.
  const [before] = useState(begun?.before ?? evidence);
  const stored = `${before.ladder}/${before.subSkill}`;
  const [subSkill, setSubSkill] = useState(begun?.subSkill ?? stored);
  const [level, setLevel] = useState(begun?.level ?? before.level);
  const [kind, setKind] = useState(begun?.kind ?? before.kind);
  const [note, setNote] = useState(begun?.note ?? before.note);
  const tagged = localDay(before.created);
  const when = useWhen(dayOf(before), () => before.when, begun?.when);
  const [changedSomething, setChanged] = useState(begun !== undefined);
  const saving = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (begun) {
      onUnsaved?.(true);
    } else {
      form.current?.querySelector('select')?.focus({ preventScroll: true });
      // The first field alone would leave the rest below the edge.
      form.current?.scrollIntoView({ block: 'nearest' });
    }
    return () => onUnsaved?.(false);
  }, []);
  const onCancel = () => {
    onHalfEdited?.(null);
    props.onCancel();
  };
  const leaving = useLeaving(changedSomething, onCancel);
  const cut = subSkill.indexOf('/');
  // What a restored record says may have slashes of its own; what a ladder says has none.
  const [ladderId, subSkillId] =
    subSkill === stored
      ? [before.ladder, before.subSkill]
      : [subSkill.slice(0, cut), subSkill.slice(cut + 1)];
  const from = ladders.find((one) => one.id === before.ladder);
  const isKnown = from !== undefined && findSubSkill(from, before.subSkill) !== undefined;
  const levels = levelChoices(ladders, ladderId, before);
  // Levels have other ids on another ladder: the same rung is the nearest there is.
  const rung = from?.levels.findIndex((one) => one.id === level) ?? -1;
  const settled = levels.some(({ id }) => id === level) ? level : (levels[rung] ?? levels[0])?.id;

  // The one saved last stays, which nobody is to find out later.
  const isNoteMine = note.trim() !== before.note && note.trim() !== evidence.note;
  const otherNote =
    isNoteMine && evidence.note !== before.note ? cleanForDisplay(evidence.note) : undefined;

  const change = changedParts(before, {
    ladder: ladderId,
    subSkill: subSkillId,
    level: settled ?? level,
    kind,
    note: note.trim(),
    when: when.said(),
  });
  const isAsBefore = Object.keys(change).length === 0;
  useEffect(() => {
    if (!changedSomething) return;
    const edit = { before, subSkill, level, kind, note, when: when.chosen };
    onHalfEdited?.(isAsBefore ? null : edit);
  }, [changedSomething, subSkill, level, kind, note, when.chosen]);

  const save = async () => {
    // Saved twice, the second time would find nothing to undo.
    if (saving.current) return;
    if (!when.isRight()) return;
    if (isAsBefore) return onCancel();
    if (change.note !== undefined && isNoteTooLong(change.note)) {
      form.current?.querySelector('textarea')?.focus();
      return;
    }
    saving.current = true;
    await onSave(change).finally(() => {
      saving.current = false;
    });
  };

  return (
    <form
      class="edit-evidence"
      noValidate
      ref={form}
      data-unsaved={changedSomething ? '' : undefined}
      onInput={() => {
        setChanged(true);
        leaving.goOn();
        onUnsaved?.(true);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        leaving.onEscape();
      }}
    >
      <SubSkillField
        ladders={ladders}
        value={subSkill}
        unknown={isKnown ? null : { value: stored, id: before.subSkill }}
        onChange={setSubSkill}
      />
      <LevelField levels={levels} value={settled} onChange={setLevel} />
      <KindField value={kind} onChange={setKind} />
      <NoteField value={note} rows={2} onChange={setNote} />
      <WhenField {...when.field} hint={i18n.t('evidence.tagged', [dayWords(tagged)])} />
      {begun && <p class="wide small soft">{i18n.t('evidence.halfEdited')}</p>}
      {isGone && (
        <p class="wide small problem" role="alert">
          {i18n.t('evidence.goneMeanwhile')}
        </p>
      )}
      {otherNote !== undefined && (
        <p class="wide small problem" role="alert">
          {i18n.t(otherNote === '' ? 'evidence.noteGone' : 'evidence.noteMeanwhile')}
        </p>
      )}
      {otherNote && (
        <p class="wide evidence-note" dir="auto">
          {otherNote}
        </p>
      )}
      {leaving.warned && (
        <p class="wide small" role="alert">
          {i18n.t('common.escapeAgain')}
        </p>
      )}
      <div class="wide edit-actions">
        <Button type="submit" look="primary">
          {i18n.t('evidence.save')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {i18n.t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
