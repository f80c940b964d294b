import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { localDay } from '../../data/days';
import type { Evidence, EvidenceDraft } from '../../data/evidence';
import { dayOf } from '../../data/evidence/day';
import { findSubSkill, type Ladder } from '../../data/ladder';
import { cleanForDisplay } from '../../data/text';
import { Button } from '../common/Button';
import { dayWords } from '../common/day-words';
import { changedParts } from './changed-parts';
import type { HalfWritten } from './half-written';
import { KindField } from './KindField';
import { LevelField } from './LevelField';
import { levelChoices } from './level-choices';
import { isNoteTooLong, NoteField } from './NoteField';
import { useWhen } from './use-when';
import { WhenField } from './WhenField';

interface Props {
  evidence: Evidence;
  ladders: readonly Ladder[];
  /** It was deleted while it was edited here. */
  isGone?: boolean | undefined;
  onSave: (change: Partial<EvidenceDraft>) => Promise<void>;
  onCancel: () => void;
  /** What was written here before this form was drawn, and not saved. */
  halfWritten?: HalfWritten | undefined;
  /** The note as far as it is written; `null` once it is saved, or given up. */
  onHalfWritten?: ((note: HalfWritten | null) => void) | undefined;
  /** Something was changed here; false once this form has gone. */
  onUnsaved?: (unsaved: boolean) => void;
}

/** Everything about a piece of evidence that is the user's to say; the quote is the document's. */
export function EditEvidence(props: Props) {
  const { evidence, ladders, isGone, halfWritten, onHalfWritten, onSave, onUnsaved } = props;
  // As it was when the form opened: only what differs from that is the user's change, and what
  // another window changes meanwhile stays.
  const [before] = useState(evidence);
  const stored = `${before.ladder}/${before.subSkill}`;
  const [subSkill, setSubSkill] = useState(stored);
  const [level, setLevel] = useState(before.level);
  const [kind, setKind] = useState(before.kind);
  const [note, setNote] = useState(halfWritten?.note ?? before.note);
  const [noteBefore] = useState(halfWritten?.before ?? before.note);
  const [wasLeft] = useState(halfWritten !== undefined);
  const tagged = localDay(before.created);
  const when = useWhen(dayOf(before), () => before.when);
  const [changedSomething, setChanged] = useState(wasLeft);
  const [leaving, setLeaving] = useState(false);
  const saving = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (wasLeft) {
      onUnsaved?.(true);
    } else {
      form.current?.querySelector('select')?.focus({ preventScroll: true });
      // The first field alone would leave the rest below the edge.
      form.current?.scrollIntoView({ block: 'nearest' });
    }
    return () => onUnsaved?.(false);
  }, []);
  const write = (now: string) => {
    setNote(now);
    onHalfWritten?.(now.trim() === noteBefore ? null : { note: now, before: noteBefore });
  };
  const onCancel = () => {
    onHalfWritten?.(null);
    props.onCancel();
  };
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
  const isNoteMine = note.trim() !== noteBefore && note.trim() !== evidence.note;
  const otherNote =
    isNoteMine && evidence.note !== noteBefore ? cleanForDisplay(evidence.note) : undefined;

  const save = async () => {
    // Saved twice, the second time would find nothing to take back.
    if (saving.current) return;
    const change = changedParts(before, {
      ladder: ladderId,
      subSkill: subSkillId,
      level: settled ?? level,
      kind,
      note: note.trim(),
      when: when.said(),
    });
    if (!when.isRight()) return;
    if (Object.keys(change).length === 0) return onCancel();
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
        setLeaving(false);
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
        // One key too many is not to cost what was written.
        if (changedSomething && !leaving) setLeaving(true);
        else onCancel();
      }}
    >
      <label class="wide">
        <span class="label">{i18n.t('evidence.subSkill')}</span>
        <select value={subSkill} onChange={(event) => setSubSkill(event.currentTarget.value)}>
          {!isKnown && (
            <option value={stored}>{i18n.t('evidence.unknownSubSkill', [before.subSkill])}</option>
          )}
          {ladders.map((one) => (
            <optgroup key={one.id} label={one.name}>
              {one.skillAreas.flatMap((area) =>
                area.subSkills.map((other) => (
                  <option key={other.id} value={`${one.id}/${other.id}`}>
                    {other.name}
                  </option>
                )),
              )}
            </optgroup>
          ))}
        </select>
      </label>
      <LevelField levels={levels} value={settled} onChange={setLevel} />
      <KindField value={kind} onChange={setKind} />
      <NoteField value={note} rows={2} onChange={write} />
      <WhenField {...when.field} hint={i18n.t('evidence.tagged', [dayWords(tagged)])} />
      {wasLeft && <p class="wide small soft">{i18n.t('evidence.halfWritten')}</p>}
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
      {leaving && (
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
