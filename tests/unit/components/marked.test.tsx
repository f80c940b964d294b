// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { Marked } from '../../../components/common/Marked';

type Marks = readonly (readonly [number, number])[];

function drawn(text: string, marks?: Marks): HTMLElement {
  const place = document.createElement('div');
  act(() => render(<Marked text={text} marks={marks} />, place));
  return place;
}

it.each<[string, Marks | undefined, string]>([
  ['nothing', undefined, 'We asked them.'],
  ['a word', [[3, 8]], 'We <mark>asked</mark> them.'],
  [
    'the first and the last',
    [
      [0, 2],
      [9, 14],
    ],
    '<mark>We</mark> asked <mark>them.</mark>',
  ],
  [
    'only the first of two that overlap',
    [
      [0, 8],
      [3, 14],
    ],
    '<mark>We asked</mark> them.',
  ],
  ['nothing beyond the end', [[9, 20]], 'We asked them.'],
])('marks %s, and says all of the text', (_, marks, html) => {
  const place = drawn('We asked them.', marks);
  expect(place.innerHTML).toBe(html);
  expect(place.textContent).toBe('We asked them.');
});
