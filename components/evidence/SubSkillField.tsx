import { i18n } from '#i18n';
import { subSkillNamed } from '../../data/evidence/occurring';
import type { Ladder } from '../../data/ladder';
import { Select } from '../common/Select';

interface Props {
  ladders: readonly Ladder[];
  /** `<ladder id>/<sub-skill id>` */
  value: string;
  /** What is stored, where no ladder has it: its value and the id of its sub-skill. */
  unknown: { value: string; id: string } | null;
  onChange: (value: string) => void;
}

/** Which sub-skill, of which ladder, a piece of evidence is for. */
export function SubSkillField({ ladders, value, unknown, onChange }: Props) {
  const unknownWords = unknown && i18n.t('evidence.unknownSubSkill', [unknown.id]);
  return (
    <label class="wide">
      <span class="label">{i18n.t('evidence.subSkill')}</span>
      <Select
        value={value}
        words={(value === unknown?.value && unknownWords) || subSkillNamed(value, ladders)}
        onInput={(event) => onChange(event.currentTarget.value)}
      >
        {unknown && <option value={unknown.value}>{unknownWords}</option>}
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
      </Select>
    </label>
  );
}
