import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changesBetween } from '../../../entrypoints/tagger/changes';
import { Lines } from '../../../entrypoints/tagger/lines';

const between = (old: string, next: string) => changesBetween(Lines.of(old), Lines.of(next));

/** The old text with the changes made to it. */
function changed(old: string, next: string): string {
  let text = '';
  let at = 0;
  for (const { oldStart, oldEnd, newStart, newEnd } of between(old, next)) {
    text += old.slice(at, oldStart) + next.slice(newStart, newEnd);
    at = oldEnd;
  }
  return text + old.slice(at);
}

it('makes the new text of the old, whatever they are', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'a b', '', 'c c', 'd'), { maxLength: 12 });
  fc.assert(
    fc.property(text, text, (old, next) => {
      expect(changed(old.join('\n'), next.join('\n'))).toBe(next.join('\n'));
    }),
  );
});

it('tells two places apart that changed at once', () => {
  const body = Array.from({ length: 100 }, (_, n) => `Paragraph ${n}.`).join('\n');
  const changes = between(`12:00\n${body}\nHello.`, `12:01\n${body}\nHello.\nHello again.`);

  expect(changes).toHaveLength(2);
  expect(changes[0]).toEqual({ oldStart: 4, oldEnd: 5, newStart: 4, newEnd: 5 });
});

it('narrows a change to the letters that differ', () => {
  expect(between('one\ntwo words\nthree', 'one\ntwo more words\nthree')).toEqual([
    { oldStart: 8, oldEnd: 8, newStart: 8, newEnd: 13 },
  ]);
});

it('says nothing of equal texts', () => {
  expect(between('one\ntwo', 'one\ntwo')).toEqual([]);
});
