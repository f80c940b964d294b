import { dayOf } from './day';
import type { Evidence, EvidenceDraft } from './record';

/**
 * Whether a piece of evidence of the same document already says what a new one would say: the same
 * words for the same sub-skill and level, of the same kind. A different note is no reason to count a
 * passage twice.
 *
 * The same words at another place in the document are another passage. If one of the two was pasted,
 * its place is unknown, and they are taken for the same unless another day is given: "Great work!"
 * may be said twice.
 *
 * @param standing ids of the evidence that is known to stand on the new one's passage, or, where
 *   that was pasted, has its words
 */
export function isSameTag(
  one: Evidence,
  draft: EvidenceDraft,
  standing: readonly string[] = [],
): boolean {
  const [words] = one.target.selector;
  const [drafted] = draft.target.selector;
  const isPasted = [one, draft].some(({ target }) => target.surface === 'pasted');
  const isOfThatDay = draft.when === undefined || draft.when === dayOf(one);
  const isBetweenTheSame = words.prefix === drafted.prefix && words.suffix === drafted.suffix;
  return (
    one.ladder === draft.ladder &&
    one.subSkill === draft.subSkill &&
    one.level === draft.level &&
    one.kind === draft.kind &&
    words.exact === drafted.exact &&
    (isPasted ? isOfThatDay : isBetweenTheSame || standing.includes(one.id))
  );
}

const TAG = ['ladder', 'subSkill', 'level', 'kind'] as const;

/** Whether a change makes a piece of evidence speak for something else, or for another passage. */
export function isOfAnother(before: Evidence, change: Partial<EvidenceDraft>): boolean {
  return 'target' in change || TAG.some((part) => part in change && change[part] !== before[part]);
}

/** Whether one piece of evidence already says what another one, as it is now, would say. */
export function isRepeated(one: Evidence, changed: Evidence): boolean {
  return one.id !== changed.id && isSameTag(one, { ...changed, when: dayOf(changed) });
}
