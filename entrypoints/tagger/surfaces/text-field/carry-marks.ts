import type { Mark } from '../surface';

/**
 * Where marks stand after a text was edited in one place: moved by an edit before them, stretched
 * by one inside them, cut by one over an end of them, gone where nothing of them is left.
 */
export function carryMarks(old: string, next: string, marks: readonly Mark[]): Mark[] {
  const shared = Math.min(old.length, next.length);
  let front = 0;
  while (front < shared && old.charCodeAt(front) === next.charCodeAt(front)) front++;
  let back = 0;
  while (
    back < shared - front &&
    old.charCodeAt(old.length - 1 - back) === next.charCodeAt(next.length - 1 - back)
  ) {
    back++;
  }
  const oldEnd = old.length - back;
  const shift = next.length - old.length;
  return marks.flatMap((mark) => {
    const start = mark.start < front ? mark.start : Math.max(mark.start, oldEnd) + shift;
    const end = mark.end <= front ? mark.end : mark.end >= oldEnd ? mark.end + shift : front;
    return end > start ? [{ ...mark, start, end }] : [];
  });
}
