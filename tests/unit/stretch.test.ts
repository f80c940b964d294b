// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { nearbyOnly, type Paintable } from '../../entrypoints/tagger/painting/nearby';
import { Stretch } from '../../entrypoints/tagger/painting/stretch';

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
afterEach(() => vi.unstubAllGlobals());

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

it('makes ranges of those near the window alone, and lets go of those that leave it', () => {
  const asked: { of: Element[]; tell: (near: readonly Element[]) => void }[] = [];
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      private readonly of: Element[] = [];
      constructor(told: (entries: readonly unknown[], observer: unknown) => void) {
        const tell = (near: readonly Element[]) =>
          told(
            this.of.map((target) => ({
              target,
              isIntersecting: near.includes(target),
              boundingClientRect: target.getBoundingClientRect(),
            })),
            this,
          );
        asked.push({ of: this.of, tell });
      }
      observe(element: Element) {
        this.of.push(element);
      }
      disconnect() {}
    },
  );
  const nodes = Array.from({ length: 30 }, () => paragraph());
  const paintables = nodes.map((node): Paintable => {
    return { name: 'a', stretch: new Stretch(over(node, 0, 7)) };
  });
  const live = new Set<Stretch>();
  for (const { stretch } of paintables) {
    const { range, rest } = Stretch.prototype;
    vi.spyOn(stretch, 'range').mockImplementation(() => {
      live.add(stretch);
      return range.call(stretch);
    });
    vi.spyOn(stretch, 'rest').mockImplementation(() => {
      live.delete(stretch);
      rest.call(stretch);
    });
  }
  const shown: number[] = [];
  const layer = nearbyOnly({ show: (strokes) => shown.push(strokes.length) });

  layer.show(paintables);
  expect(asked[0]?.of).toHaveLength(30);
  asked[0]?.tell(asked[0].of.slice(0, 3));
  expect(shown.at(-1)).toBe(3);
  expect(live.size).toBe(3);

  // Another one makes all of them be looked at anew.
  layer.show(paintables.slice(1));
  asked.at(-1)?.tell(asked[0]?.of.slice(5, 7) ?? []);
  expect(shown.at(-1)).toBe(2);
  expect(live.size).toBe(2);
  layer.show([]);
  expect(live.size).toBe(0);
});
