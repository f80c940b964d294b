import { describe, expect, it } from 'vitest';
import type { WhiteSpace } from '../../../../entrypoints/tagger/surfaces/page-text/rendering';
import { type Run, RunBuilder } from '../../../../entrypoints/tagger/surfaces/page-text/run';

const text = (data: string) => ({ data, length: data.length }) as Text;

/** A run of text nodes; `null` stands for a `<br>`. */
function runOf(parts: readonly (string | null)[], whiteSpace: WhiteSpace = 'collapse'): Run | null {
  const builder = new RunBuilder();
  for (const part of parts) {
    if (part === null) builder.break();
    else builder.add(text(part), whiteSpace);
  }
  return builder.finish();
}

/** What the segments say the text is, read from the nodes; line feeds between them are lost. */
function readBack(run: Run): string {
  return run.segments
    .map(({ node, from, length }) => node.data.slice(from, from + length).replace(/\s/g, ' '))
    .join('');
}

describe('white space that collapses', () => {
  it.each([
    [['one'], 'one'],
    [['  one\n   two  '], 'one two'],
    [['one ', ' two'], 'one two'],
    [['one', ' ', 'two'], 'one two'],
    [['one', 'two'], 'onetwo'],
    [['one ', null, ' two'], 'one\ntwo'],
    [['one', null, null, 'two'], 'one\n\ntwo'],
    [['one', null], 'one'],
    [['a\u00A0 b'], 'a\u00A0 b'],
    [['\n\t'], null],
    [['', ''], null],
    [['a\u0000b\u200Bc'], 'a\u0000b\u200Bc'],
  ])('%j reads %j', (parts, expected) => {
    expect(runOf(parts)?.text ?? null).toBe(expected);
  });

  it.each([[['  one\n   two  ', ' three ', null, ' four ']], [['one ', ' ', ' two\t', 'three']]])(
    'is mapped back to the nodes: %j',
    (parts) => {
      const run = runOf(parts) as Run;

      expect(readBack(run)).toBe(run.text.replaceAll('\n', ''));
      for (const { node, from, start, length } of run.segments) {
        const there = run.text.slice(start, start + length);
        expect(node.data.slice(from, from + length).replace(/\s/g, ' ')).toBe(there);
      }
    },
  );

  it('keeps a text node that needs no collapsing in one segment', () => {
    expect(runOf(['one two three '])?.segments).toHaveLength(1);
  });
});

it('keeps white space that is preserved as it is', () => {
  expect(runOf(['  a\n   b  '], 'preserve')?.text).toBe('  a\n   b  ');
});

it('keeps only the line breaks where only those are preserved', () => {
  expect(runOf(['a   b  \n   c\r\nd '], 'preserve-breaks')?.text).toBe('a b\nc\nd');
});

it('keeps each line break of several, whatever stands between them', () => {
  expect(runOf(['a \n \n\t b'], 'preserve-breaks')?.text).toBe('a\n\nb');
});

it('comes to an end with any number of spaces before a word', () => {
  const spaces = ' '.repeat(1_000_000);
  expect(runOf([`a${spaces}b\nc`], 'preserve-breaks')?.text).toBe('a b\nc');
});

it('begins a new run after the last', () => {
  const builder = new RunBuilder();
  builder.add(text('one '), 'collapse');
  expect(builder.finish()?.text).toBe('one');
  builder.add(text(' two'), 'collapse');
  expect(builder.finish()?.text).toBe('two');
});
