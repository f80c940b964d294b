import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Evidence, EvidenceDraft } from '../../data/evidence';
import { findSubSkill, type Ladder } from '../../data/ladder';
import { Button } from '../common/Button';
import { KindField } from './KindField';
import { LevelField } from './LevelField';

interface Props {
  evidence: Evidence;
  ladders: readonly Ladder[];
  onSave: (change: Partial<EvidenceDraft>) => Promise<void>;
  onCancel: () => void;
}

/** Everything about a piece of evidence that is the user's to say; the quote is the document's. */
export function EditEvidence({ evidence, ladders, onSave, onCancel }: Props) {
  const stored = `${evidence.ladder}/${evidence.subSkill}`;
  const [subSkill, setSubSkill] = useState(stored);
  const [level, setLevel] = useState(evidence.level);
  const [kind, setKind] = useState(evidence.kind);
  const [note, setNote] = useState(evidence.note);
  const ladderId = subSkill.slice(0, subSkill.indexOf('/'));
  const ladder = ladders.find((one) => one.id === ladderId);
  const levels = ladder?.levels ?? [];
  // Levels have other ids on another ladder: the same rung is the nearest there is.
  const before = ladders.find((one) => one.id === evidence.ladder);
  const known = before && findSubSkill(before, evidence.subSkill);
  const rung = before?.levels.findIndex((one) => one.id === level) ?? -1;
  const settled = levels.some((one) => one.id === level) ? level : (levels[rung] ?? levels[0])?.id;

  return (
    <form
      class="edit-evidence"
      onSubmit={(event) => {
        event.preventDefault();
        void onSave({
          ladder: ladderId,
          subSkill: subSkill.slice(subSkill.indexOf('/') + 1),
          level: settled ?? level,
          kind,
          note: note.trim(),
        });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <label>
        <span class="label">{i18n.t('evidence.subSkill')}</span>
        <select value={subSkill} onChange={(event) => setSubSkill(event.currentTarget.value)}>
          {!known && (
            <option value={stored}>
              {i18n.t('evidence.unknownSubSkill', [evidence.subSkill])}
            </option>
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
      <label class="wide">
        <span class="label">{i18n.t('tag.note')}</span>
        <textarea rows={2} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
      </label>
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
