import { useMemo, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { figures } from '../../components/common/language';
import type { Evidence } from '../../data/evidence';
import { type EvidenceFilter, narrowings } from '../../data/evidence/filter';
import { meantWords } from '../wiring/words/heard-words';
import { noneShownWords } from './NothingShown';

interface Found {
  filter: EvidenceFilter;
  /** What the filter lets through, of all that is read. */
  shown: readonly Evidence[];
  evidence: readonly Evidence[];
  /** Whether all is read. */
  complete: boolean;
  /** Whether more may be found. */
  growing: boolean;
  /** What the query may have meant. */
  meant: string | null | undefined;
}

/** How much evidence is shown, as a line over it and as it is read out when that changes. */
export function useFoundWords(found: Found) {
  const { filter, shown, evidence, complete, growing, meant } = found;
  const opened = useRef({ filter, read: complete });
  const count = countWords(found);
  const heardOf = useMemo(() => ({}), [shown, growing]);
  const heard = () => {
    // What is still being looked for is said once it was.
    if (growing) return null;
    // That the rest of the evidence has come is nothing that anybody asked for.
    const { filter: before, read } = opened.current;
    opened.current.read = true;
    if (!read && before === filter) return null;
    const none = shown.length === 0 && evidence.length > 0;
    return [none ? noneShownWords(filter) : count, meantWords(meant)].filter(Boolean).join('. ');
  };
  return { count, heardOf, heard };
}

function countWords({ filter, shown, evidence, complete, growing }: Found): string {
  const counts: [string, string] = [figures(shown.length), figures(evidence.length)];
  if (!complete) return i18n.t('evidence.countRead', shown.length, [figures(shown.length)]);
  if (growing) return i18n.t('evidence.countSoFar', evidence.length, counts);
  if (narrowings(filter) > 0) return i18n.t('evidence.countShown', evidence.length, counts);
  return i18n.t('evidence.count', evidence.length, [figures(evidence.length)]);
}
