import { expect, it } from 'vitest';
import { describeQuote, findQuote } from '../../../../data/quote';

const BEFORE =
  'In spring we had two teams and one backlog, and nobody could say what came first in it. ';
const FIRST =
  'I brought design, support and sales to one table each Monday until they agreed on what to drop.';
const LAST = 'The release went out on time.';
const AFTER =
  ' Since then the same people plan each quarter together, and I only keep the notes of it.';
const PASSAGE = `${FIRST} ${LAST}`;
const INSERTED =
  'That took six weeks, a great many cups of coffee, two drafts that nobody liked, and a third one which legal turned down before it was read.';

const quote = describeQuote(
  `${BEFORE}${PASSAGE}${AFTER}`,
  BEFORE.length,
  BEFORE.length + PASSAGE.length,
);

const foundIn = (text: string) => {
  const found = findQuote(text, quote);
  return found && [text.slice(found.start, found.end), found.confidence];
};

it('takes what was put between two sentences of a passage as part of it', () => {
  const now = `${FIRST} ${INSERTED} ${LAST}`;
  expect(foundIn(`${BEFORE}${now}${AFTER}`)).toEqual([now, 'edited']);
});

it('does so where it is the end that tells more', () => {
  const turned = describeQuote(
    `${BEFORE}${LAST} ${FIRST}${AFTER}`,
    BEFORE.length,
    BEFORE.length + PASSAGE.length,
  );
  const now = `${LAST} ${INSERTED} ${FIRST}`;
  const text = `${BEFORE}${now}${AFTER}`;
  const found = findQuote(text, turned);
  expect(found && text.slice(found.start, found.end)).toBe(now);
});

it('leaves an end aside where more than twice the passage came before it', () => {
  const short = 'We dropped the old backlog together.';
  const text = `${BEFORE}${short}${AFTER}`;
  const quoteOfShort = describeQuote(text, BEFORE.length, BEFORE.length + short.length);
  const now = `${BEFORE}We dropped the old backlog. ${INSERTED} Together.${AFTER}`;
  const found = findQuote(now, quoteOfShort);
  expect(found && now.slice(found.start, found.end)).toBe('We dropped the old backlog.');
});
