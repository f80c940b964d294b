import { describe, expect, it } from 'vitest';
import { describeQuote } from '../../../../data/quote';
import { betweenMarks } from '../../../../data/quote/between';
import { stepsAtOnce } from '../../../../data/slices';

const exact = 'the team shipped the new invoice page in June and halved support tickets';
const edited = 'the team shipped a new invoice page in July and halved support tickets';
const around = (middle: string) =>
  `We had planned for the second quarter that ${middle}, which nobody had expected of us.`;

function between(now: string) {
  const text = around(exact);
  const start = text.indexOf(exact);
  const places = stepsAtOnce(betweenMarks(now, describeQuote(text, start, start + exact.length)));
  return places.map((place) => now.slice(place.start, place.end));
}

describe('betweenMarks', () => {
  it('finds what stands between the old neighbours', () => {
    expect(between(around(edited))).toEqual([edited]);
  });

  it('finds it by one neighbour and the other end of the quote', () => {
    expect(between(around(edited).replace(', which', '. Now'))).toEqual([edited]);
    expect(between(around(edited).replace('quarter that', 'half how'))).toEqual([edited]);
  });

  it('leaves what took the place of the quote', () => {
    const other = 'our lawyers would read every contract once more before anything else';
    expect(between(around(other))).toEqual([]);
  });

  it('leaves neighbours with nothing, or too much, between them', () => {
    expect(between(around(''))).toEqual([]);
    const words = 'and so on and so forth without an end in sight ';
    expect(between(around(`${edited.slice(0, 30)} ${words.repeat(8)}`))).toEqual([]);
  });

  it('weighs several places by their context', () => {
    const now = `${around(edited).replace('We had planned', 'They feared')} ${around(edited)}`;
    const text = around(exact);
    const start = text.indexOf(exact);
    const quote = describeQuote(text, start, start + exact.length);
    const [first, second] = stepsAtOnce(betweenMarks(now, quote));
    expect(second?.support).toBeGreaterThan(first?.support ?? Number.POSITIVE_INFINITY);
  });
});
