import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Lines } from '../../../entrypoints/tagger/lines';

const paragraph = fc.string({ unit: fc.constantFrom('a', 'b', '\n', 'é', '👍'), maxLength: 6 });
const paragraphs = fc.array(paragraph, { maxLength: 6 });

test('are those of the text, whether it was there as a whole or in paragraphs', () => {
  fc.assert(
    fc.property(paragraphs, (parts) => {
      const text = parts.join('\n');
      const [whole, apart] = [Lines.of(text), Lines.ofParagraphs(parts)];
      expect(apart.lines).toEqual(whole.lines);
      expect(apart.starts).toEqual(whole.starts);
      expect(apart.length).toBe(text.length);
      expect(apart.text).toBe(text);
    }),
  );
});

test('give any stretch of the text without putting all of it together', () => {
  fc.assert(
    fc.property(paragraphs, fc.nat(40), fc.nat(40), (parts, one, other) => {
      const text = parts.join('\n');
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      expect(Lines.ofParagraphs(parts).slice(from, to)).toBe(text.slice(from, to));
      expect(Lines.of(text).slice(from, to)).toBe(text.slice(from, to));
    }),
  );
});

test('begin where the line feeds are', () => {
  expect(Lines.of('one\n\nthree').starts).toEqual([0, 4, 5]);
  expect(Lines.ofParagraphs([]).lines).toEqual(['']);
});

test('may be as many in one paragraph as a log has', () => {
  const log = Array.from({ length: 200_000 }, (_, at) => `${at}`).join('\n');
  expect(Lines.ofParagraphs([log]).lines).toHaveLength(200_000);
});
