import { hueOf } from '../../data/hue';
import { findSubSkill, type Ladder, type Level } from '../../data/ladder';
import type { SearchResult } from '../../data/search';
import { Marked } from '../common/Marked';
import { Comparison } from '../ladder/Comparison';

interface Props {
  ladder: Ladder;
  result: SearchResult;
  /** The levels shown side by side when the result is open. */
  levels: readonly Level[];
  mine: string;
  open: boolean;
  /** How many dimensions of an open one are drawn anew; all if left out. */
  drawn?: number | undefined;
  /** Whether what nobody can see or use yet is left out of an open one for now. */
  seenOnly?: boolean | undefined;
  /** Whether the ladder's name is needed to tell this result from another ladder's. */
  showLadder: boolean;
  /** The keyboard came to it. */
  onFocus: () => void;
  onOpen: () => void;
  onCopy: (text: string) => void;
}

/** One sub-skill that was found: a line, and when it is open the levels side by side. */
export function Result(props: Props) {
  const {
    ladder,
    result,
    levels,
    mine,
    open,
    drawn,
    seenOnly,
    showLadder,
    onFocus,
    onOpen,
    onCopy,
  } = props;
  const best = result.expectations[0];
  const marksByText = new Map(result.expectations.map(({ text, marks }) => [text, marks]));
  const place = showLadder ? result.ladder.name : result.skillArea.name;
  const definition = findSubSkill(ladder, result.subSkill.id)?.subSkill.definition ?? '';

  return (
    <li class={open ? 'result open' : 'result'} data-hue={hueOf(ladder, result.subSkill.id)}>
      <button
        type="button"
        class="result-head"
        data-stop="result"
        data-sub-skill={result.subSkill.id}
        data-ladder={result.ladder.id}
        data-levels={levels.map(({ id }) => id).join(' ')}
        onFocus={({ currentTarget }) => {
          // Pressed with the mouse, it would slip away from under it before it is let go.
          if (currentTarget.matches(':focus-visible')) onFocus();
        }}
        onClick={onOpen}
      >
        <span class="result-name">
          <Marked text={result.subSkill.name} marks={result.marks.name} />
        </span>
        {place !== result.subSkill.name && <span class="result-place">{place}</span>}
        {!open && (
          <span class="result-snippet">
            {best ? (
              <Marked text={best.text} marks={best.marks} />
            ) : (
              <Marked text={definition} marks={result.marks.definition} />
            )}
          </span>
        )}
      </button>
      {open && (
        <div class="result-body">
          <Comparison
            ladder={ladder}
            subSkillId={result.subSkill.id}
            levels={levels}
            mine={mine}
            drawn={drawn}
            seenOnly={seenOnly}
            marks={(text) => marksByText.get(text) ?? []}
            onCopy={onCopy}
          />
        </div>
      )}
    </li>
  );
}
