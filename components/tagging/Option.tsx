import { i18n } from '#i18n';
import type { SearchResult } from '../../data/search';
import { CHOSEN } from '../common/icons';
import { inRow } from '../common/language';
import { Marked } from '../common/Marked';

interface Props {
  id: string;
  result: SearchResult;
  hue: number;
  active: boolean;
  /** One of several that will be saved together. */
  picked: boolean;
  /** Whether Enter would save it now, as one that was picked or as the active one. */
  selected: boolean;
  /** The passage is evidence for it already. */
  already: boolean;
  /** Say which words of the passage led here. */
  showReason: boolean;
  /** `more` where it shall be one of several. */
  onPick: (more: boolean) => void;
}

const quoted = (word: string) => i18n.t('tag.reason', [word]);

/** One sub-skill to choose. */
export function Option(props: Props) {
  const { id, result, hue, active, picked, selected, already, showReason } = props;
  const { onPick } = props;
  const why = showReason && result.reasons.length > 0 ? inRow(result.reasons.map(quoted)) : '';
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the combobox field keeps the focus
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the combobox field is the key
    <div
      id={id}
      class={active ? 'option active' : 'option'}
      role="option"
      aria-selected={selected}
      data-hue={hue}
      onClick={(event) => onPick(event.shiftKey)}
    >
      <span class="option-name">
        <Marked text={result.subSkill.name} marks={result.marks.name} />
      </span>
      <span class="option-place">
        {already
          ? i18n.t('tag.already')
          : result.skillArea.name === result.subSkill.name
            ? result.ladder.name
            : result.skillArea.name}
      </span>
      {picked && (
        <>
          {CHOSEN}
          <span class="visually-hidden">{i18n.t('tag.picked')}</span>
        </>
      )}
      {why && <span class="option-why">{i18n.t('tag.because', [why])}</span>}
    </div>
  );
}
