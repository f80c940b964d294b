// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { Stretch, toRange } from '../../../../entrypoints/tagger/painting/stretch';

const WORDS = 'Shipped the new roadmap to everyone.';

function paragraph(words = WORDS): Text {
  const element = document.createElement('p');
  element.append(words);
  document.body.append(element);
  return element.firstChild as Text;
}

const over = (node: Text, start: number, end: number) => ({
  startContainer: node,
  startOffset: start,
  endContainer: node,
  endOffset: end,
});

beforeEach(() => document.body.replaceChildren());

it('is one range for as long as it is painted, and another after it rested', () => {
  const stretch = new Stretch(over(paragraph(), 0, 7));
  const range = stretch.range();
  expect(stretch.range()).toBe(range);
  stretch.rest();
  expect(stretch.range()).not.toBe(range);
  expect(stretch.range().toString()).toBe('Shipped');
});

it('stays where its range was by the time it rests', () => {
  const node = paragraph();
  const stretch = new Stretch(over(node, 8, 15));
  // As if words had been typed before it.
  stretch.range().setStart(node, 12);
  expect(stretch.covers(over(node, 12, 15))).toBe(true);
  stretch.rest();
  expect(stretch.covers(over(node, 12, 15))).toBe(true);
  expect(stretch.covers(over(node, 8, 15))).toBe(false);
});

it('ends with its node where that lost words meanwhile', () => {
  const node = paragraph();
  const stretch = new Stretch(over(node, 8, WORDS.length));
  node.data = WORDS.slice(0, 11);
  expect(stretch.range().toString()).toBe('the');
});

it('is in what has all of it inside', () => {
  const [first, second] = [paragraph(), paragraph()];
  expect(new Stretch(over(first, 0, 7)).around).toBe(first);
  const both = { ...over(first, 0, 7), endContainer: second, endOffset: 7 };
  expect(new Stretch(both).around).toBe(document.body);
});

it('counts the characters of a CDATA section, not what is in it', () => {
  const CDATA_SECTION = 4;
  const node = paragraph();
  Object.defineProperty(node, 'nodeType', { value: CDATA_SECTION });
  expect(toRange(over(node, 8, 15)).startOffset).toBe(8);
});
