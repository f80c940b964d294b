import { i18n } from '#i18n';
import { EVIDENCE_KINDS, type EvidenceKind } from '../../data/evidence';
import { Select } from '../common/Select';

interface Props {
  value: EvidenceKind;
  onChange: (kind: EvidenceKind) => void;
}

/** Whose view a piece of evidence is. */
export function KindField({ value, onChange }: Props) {
  return (
    <label>
      <span class="label">{i18n.t('tag.kind')}</span>
      <Select
        value={value}
        words={i18n.t(`kind.${value}`)}
        onInput={(event) => onChange(event.currentTarget.value as EvidenceKind)}
      >
        {EVIDENCE_KINDS.map((one) => (
          <option key={one} value={one}>
            {i18n.t(`kind.${one}`)}
          </option>
        ))}
      </Select>
    </label>
  );
}
