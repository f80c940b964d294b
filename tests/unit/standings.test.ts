import { expect, it, vi } from 'vitest';
import type { Confidence } from '../../data/quote';
import type { SearchedSurface } from '../../entrypoints/tagger/finding';
import { surestPlace } from '../../entrypoints/tagger/standings';

const QUOTE = { exact: 'cut support tickets', prefix: '', suffix: '' };

/** A surface of some kind in which the passage stands so surely. */
function place(kind: string, confidence: Confidence) {
  const find = vi.fn(async () => ({ start: 0, end: QUOTE.exact.length, confidence }));
  return { surface: { kind }, find } as unknown as SearchedSurface;
}

it.each(['page', 'field', 'google-docs'] as const)(
  'looks first where a passage was tagged: %s',
  async (surface) => {
    const places = ['page', 'google-docs', 'field'].map((kind) => place(kind, 'same'));
    const found = await surestPlace({ id: 'one', quote: QUOTE, hue: 0, surface }, places);
    expect(found?.place.surface.kind).toBe(surface);
    expect(places.filter((one) => vi.mocked(one.find).mock.calls.length > 0)).toHaveLength(1);
  },
);

it('takes a surer place in a surface of another kind', async () => {
  const [page, field] = [place('page', 'same'), place('field', 'edited')];
  const record = { id: 'one', quote: QUOTE, hue: 0, surface: 'field' } as const;
  expect((await surestPlace(record, [page, field]))?.place).toBe(page);
});

it('looks everywhere for a passage that was pasted, in the order of the page', async () => {
  const places = [place('page', 'edited'), place('field', 'edited')];
  const record = { id: 'one', quote: QUOTE, hue: 0, surface: 'pasted' } as const;
  expect((await surestPlace(record, places))?.place).toBe(places[0]);
});
