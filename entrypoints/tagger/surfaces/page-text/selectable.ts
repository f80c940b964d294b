import type { Span } from '../../../../data/passage';
import { flatParent, isElement } from '../flat-tree';
import { isRendered } from '../node-itself';
import type { Run } from './run';
import type { TextModel } from './text-model';

/** What of a selection a person sees marked. */
export interface Marked {
  readonly selection: Span;
  /** Whole runs between its ends that are not marked, in order. */
  readonly passedOver: readonly Span[];
}

/**
 * What is selected, without the lines that the page folds away or lets nobody select, as the browser
 * leaves them out of a copy: buttons and handles between paragraphs, and what a closed `<details>` has.
 * They reach beyond its ends too: a click that selects a whole paragraph selects up to where the next
 * one begins. Where there are no other lines in it, as while a page forbids selecting, all of it stays.
 */
export function asMarked({ runs }: TextModel, { start, end }: Span): Marked {
  const isMarked = marking();
  const touched = runs.filter((run) => run.start < end && endOf(run) > start);
  const marked = new Set(touched.filter(isMarked));
  const [first] = marked;
  if (!first) return { selection: { start, end }, passedOver: [] };
  const last = [...marked].at(-1) as Run;
  const within = touched.slice(touched.indexOf(first), touched.indexOf(last));
  return {
    selection: { start: Math.max(start, first.start), end: Math.min(end, endOf(last)) },
    passedOver: within
      .filter((run) => !marked.has(run))
      .map((run) => ({ start: run.start, end: endOf(run) })),
  };
}

const endOf = ({ start, text }: Run) => start + text.length;

/** Makes the function that tells whether a run can be marked; each element is asked once. */
function marking(): (run: Run) => boolean {
  const forbids = inherited((element) => {
    const { userSelect } = getComputedStyle(element);
    // Not every browser hands the value down to what is inside.
    return userSelect === 'auto' ? undefined : userSelect === 'none';
  });
  const hides = inherited((element) => {
    const { display, contentVisibility } = getComputedStyle(element);
    // One without a box of its own counts as hidden by itself.
    if (display === 'contents') return undefined;
    return contentVisibility === 'hidden' || !isRendered(element);
  });
  return ({ segments }) =>
    segments.some(({ node }) => {
      if (hides(node)) return false;
      return !forbids(node) || node.parentElement?.isContentEditable === true;
    });
}

/** What the nearest element around a node says of which anything is said; false where none does. */
function inherited(said: (element: Element) => boolean | undefined): (node: Node) => boolean {
  const known = new Map<Node, boolean>();
  return (node) => {
    const passed: Node[] = [];
    let answer: boolean | undefined;
    for (let at = flatParent(node); at && answer === undefined; at = flatParent(at)) {
      passed.push(at);
      answer = known.get(at) ?? (isElement(at) ? said(at) : undefined);
    }
    for (const one of passed) known.set(one, answer ?? false);
    return answer ?? false;
  };
}
