import type { Span } from '../../../../data/passage';
import { flatClosest } from '../flat-tree';
import type { Run } from './run';
import type { TextModel } from './text-model';

/**
 * What is selected, without lines at its ends that the page lets nobody select: a click that selects a
 * whole paragraph reaches to where the next one begins, past the buttons between the two. Where there
 * are no other lines in it, as while a page forbids selecting, all of it stays.
 */
export function withoutUnselectable({ runs }: TextModel, { start, end }: Span): Span {
  const touched = runs.filter((run) => run.start < end && run.start + run.text.length > start);
  const first = touched.find(isSelectable);
  const last = touched.findLast(isSelectable);
  if (!first || !last) return { start, end };
  return {
    start: Math.max(start, first.start),
    end: Math.min(end, last.start + last.text.length),
  };
}

function isSelectable({ segments }: Run): boolean {
  return segments.some(({ node }) => {
    // Not every browser hands the value down to what is inside.
    const around = flatClosest(node, (element) => getComputedStyle(element).userSelect !== 'auto');
    const isForbidden = around !== null && getComputedStyle(around).userSelect === 'none';
    return !isForbidden || node.parentElement?.isContentEditable === true;
  });
}
