import type { Evidence } from '../../data/evidence';

/** The ids of the elements that say which piece of evidence something belongs to. */
export function describers({ id }: Pick<Evidence, 'id'>) {
  return { name: `name-${id}`, quote: `quote-${id}` };
}

/** For `aria-describedby` of a button that stands at every piece of evidence and is called the same. */
export function describedBy(evidence: Pick<Evidence, 'id'>, compact = false): string {
  const { name, quote } = describers(evidence);
  return compact ? name : `${name} ${quote}`;
}
