import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Ladder } from '../../data/ladder';
import type { SearchResult } from '../../data/search';
import { isAlone } from '../common/keys';
import { inRow } from '../common/language';

interface Options {
  ladder: Ladder;
  /** Ids of sub-skills that come last among the guesses. */
  already: readonly string[];
  /** The best sub-skills for a query, or for the passage itself where the query is empty. */
  find: (query: string) => readonly SearchResult[];
  /** The closest sub-skills where nothing answers a query. */
  nearest: (query: string) => readonly SearchResult[];
  /** Enter was pressed in the field. */
  onEnter: (chosen: readonly SearchResult[]) => void;
}

/** Which sub-skills are offered, which of them is active, and which were chosen. */
export interface Choosing {
  readonly query: string;
  search(words: string): void;
  readonly options: readonly SearchResult[];
  /** Whether the options answer the query, or only come near. */
  readonly answered: boolean;
  /** The option the arrow keys stand on. */
  readonly current: SearchResult | undefined;
  /** Those picked to be saved together. */
  readonly picked: readonly SearchResult[];
  /** What saving would tag: those picked, and the current one where it counts. */
  readonly chosen: readonly SearchResult[];
  isPicked(one: SearchResult): boolean;
  isChosen(one: SearchResult): boolean;
  toggle(one: SearchResult): void;
  onKeyDown(event: KeyboardEvent): void;
  /** What is picked, to be read out; empty until something was. */
  readonly words: string;
}

/** Letters search, arrows move, Shift Enter picks one of several, Enter is done. */
export function useChoosing({ ladder, already, find, nearest, onEnter }: Options): Choosing {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [pointed, setPointed] = useState(false);
  const [pickedBefore, setPicked] = useState<readonly SearchResult[]>([]);
  // The ladder may be changed elsewhere while the form is open: what only the other one has is void.
  const picked = pickedBefore.filter((one) => one.ladder.id === ladder.id);

  const answers = find(query);
  // Of guesses, what the passage has already comes last: Enter alone is to add something.
  const found = query.trim() === '' ? withLast(answers, already) : answers;
  const answered = found.length > 0;
  const options = answered ? found : nearest(query);
  // What only comes near is never chosen unless the user went there: none is active at first.
  const none = answered ? 0 : 1;
  const current = options[Math.min(active - none, options.length - 1)];
  const isPicked = (one: SearchResult) => picked.some((other) => sameSubSkill(one, other));
  // Beside what was picked, the active one counts only once the user went to it.
  const counts = current !== undefined && !isPicked(current) && (picked.length === 0 || pointed);
  const chosen = counts ? [...picked, current] : picked;
  const pickedAny = useRef(false);
  pickedAny.current ||= picked.length > 0;

  const search = (words: string) => {
    setQuery(words);
    setActive(0);
    setPointed(words !== '');
  };
  const toggle = (one: SearchResult) => {
    setPicked(
      isPicked(one) ? picked.filter((other) => !sameSubSkill(one, other)) : [...picked, one],
    );
    // What was searched for is found; where nothing was, the next guess is the next one down.
    if (query !== '') search('');
    else setPointed(false);
  };
  const move = (step: 1 | -1) => {
    if (options.length === 0) return;
    const stops = options.length + none;
    setActive((active + step + stops) % stops);
    setPointed(true);
  };

  return {
    query,
    search,
    options,
    answered,
    current,
    picked,
    chosen,
    isPicked,
    isChosen: (one) => chosen.some((other) => sameSubSkill(one, other)),
    toggle,
    onKeyDown(event) {
      if (event.isComposing) return;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (!isAlone(event)) return;
        event.preventDefault();
        move(event.key === 'ArrowDown' ? 1 : -1);
      } else if (event.key === 'Enter') {
        event.preventDefault();
        if (!event.shiftKey) onEnter(chosen);
        else if (current) toggle(current);
      }
    },
    words: wordsFor(picked, pickedAny.current),
  };
}

function wordsFor(picked: readonly SearchResult[], pickedAny: boolean): string {
  if (picked.length === 0) return pickedAny ? i18n.t('tag.pickedNone') : '';
  return i18n.t('tag.pickedNames', [inRow(picked.map(({ subSkill }) => subSkill.name))]);
}

const sameSubSkill = (a: SearchResult, b: SearchResult) =>
  a.ladder.id === b.ladder.id && a.subSkill.id === b.subSkill.id;

/** The same results, those whose sub-skill is among `ids` after all others. */
function withLast(results: readonly SearchResult[], ids: readonly string[]) {
  const isLast = ({ subSkill }: SearchResult) => ids.includes(subSkill.id);
  return [...results.filter((one) => !isLast(one)), ...results.filter(isLast)];
}
