import { expect, it } from 'vitest';
import { describeQuote } from '../../../data/quote';
import { SearchedSurface } from '../../../entrypoints/tagger/finding';
import type { Surface } from '../../../entrypoints/tagger/surfaces/surface';
import type { PageRecord } from '../../../entrypoints/wiring/messages/records';
import { seeded } from '../../bench/search/random';

const WORDS =
  `the of and to a in for with on our we they team plan customer launch pricing survey export
  invoice draft metric review quarter research design engineer release onboarding retention backlog
  interview dashboard contract support migration checkout search signup trial budget roadmap partner
  decided learned measured shipped rewrote asked showed moved doubled halved agreed argued tested`.split(
    /\s+/,
  );
const DOCUMENTS = 6;
const LINES = 100;
const RECORDS = 12;
const STEPS = 40;

/** Following saves searching where a change can hardly matter; so often it may be another answer. */
const LEAST_ALIKE = 0.995;

type Random = () => number;

const below = (random: Random, most: number) => Math.floor(random() * most);
const words = (random: Random, count: number) =>
  Array.from({ length: count }, () => WORDS[below(random, WORDS.length)] as string);
const sentence = (random: Random) => `${words(random, 7 + below(random, 9)).join(' ')}.`;
const line = (random: Random) =>
  Array.from({ length: 2 + below(random, 3) }, () => sentence(random)).join(' ');

/** Changes lines in one of the ways people do: words put in, taken out, replaced; lines as well. */
function edit(lines: string[], gone: string[], quotes: readonly string[], random: Random): void {
  const held = lines.flatMap((one, at) =>
    quotes.some((quote) => one.includes(quote)) ? [at] : [],
  );
  // Most changes are made where something is to be lost.
  const at = random() < 0.7 ? (held[below(random, held.length)] ?? 0) : below(random, lines.length);
  const parts = (lines[at] as string).split(' ');
  const from = below(random, parts.length);
  const some = 1 + below(random, 5);
  const ways = [
    () => void lines.splice(at, 0, line(random)),
    () => void gone.push(...lines.splice(at, 1)),
    () => void lines.splice(at, 0, ...gone.splice(0, 1)),
    () => void parts.splice(from, some),
    () => void parts.splice(from, 0, ...words(random, some)),
    () => void parts.splice(from, some, ...words(random, some)),
    () => void parts.push(quotes[below(random, quotes.length)] as string),
  ];
  const way = below(random, ways.length);
  ways[way]?.();
  if (way > 2) lines[at] = parts.join(' ');
}

it('says of a text that was followed through its changes what a fresh search says', async () => {
  const random = seeded(11);
  let [asked, alike] = [0, 0];
  for (let n = 0; n < DOCUMENTS; n++) {
    const lines = Array.from({ length: LINES }, () => line(random));
    const state = { text: lines.join('\n') };
    const surface = { text: async () => state.text } as unknown as Surface;
    const records = Array.from({ length: RECORDS }, (_, id): PageRecord => {
      const exact = (lines[below(random, LINES)] as string).split(/(?<=\.) /)[0] as string;
      const start = state.text.indexOf(exact);
      const quote = describeQuote(state.text, start, start + exact.length);
      return { id: `${id}`, hue: 0, surface: 'page', quote };
    });
    const followed = new SearchedSurface(surface);
    const gone: string[] = [];
    for (let step = 0; step < STEPS; step++) {
      const fresh = new SearchedSurface(surface);
      await followed.readAgain();
      await fresh.readAgain();
      for (const record of records) {
        const [is, should] = [await followed.find(record), await fresh.find(record)];
        asked++;
        if (JSON.stringify(is) === JSON.stringify(should)) alike++;
        // What stands there to the letter is never lost, and never sought in vain.
        if (should?.confidence === 'same') expect(is).not.toBeNull();
      }
      edit(
        lines,
        gone,
        records.map(({ quote }) => quote.exact),
        random,
      );
      state.text = lines.join('\n');
    }
  }
  expect(alike / asked).toBeGreaterThan(LEAST_ALIKE);
});

const PASSAGE = 'I led the billing migration and cut support tickets by forty per cent.';
const FILLER = Array.from(
  { length: 200 },
  (_, index) => `Paragraph ${index} is about the matter of ${index * 7} and nothing else.`,
).join('\n');
const JUNK = Array.from({ length: 40 }, (_, n) => `stray${n}`).join(' ');

const at = (text: string) => `${FILLER}\n${text}\n${FILLER}`;
const apart = PASSAGE.replace('migration', `was ${JUNK} was migration`).replace(
  'tickets',
  `${JUNK} tickets`,
);
const told = (first: string, second: string) =>
  at(`${first} ${PASSAGE}\n${FILLER}\n${second} ${PASSAGE}`);

it.each([
  [
    'another copy has the words around it now',
    [
      told('Anna wrote in her review of spring:', 'Ben said at lunch on Tuesday:'),
      told('Anna wrote in her review of spring:', 'Ben said at lunch on Tuesday:').concat('!'),
      told('Ben said at lunch on Tuesday:', 'Anna wrote in her review of spring:').concat('!'),
    ],
  ],
  [
    'what kept its parts from each other is gone',
    [at(PASSAGE), at(apart), at(apart.replace(`${JUNK} was`, 'was'))],
  ],
  [
    'two places before it change at once',
    [
      `9:59\n${FILLER}\nHello.\n${at(PASSAGE)}`,
      `10:00\n${FILLER}\nHello. Is anybody there?\n${at(PASSAGE)}`,
    ],
  ],
  [
    'it goes on otherwise',
    [
      at(PASSAGE),
      at(PASSAGE.replace(' by forty per cent.', '')),
      at(PASSAGE.replace('by forty per cent.', 'for all in sales.')),
    ],
  ],
])('knows as much as a fresh search when %s', async (_what, texts) => {
  const state = { text: texts[0] as string };
  const surface = { text: async () => state.text } as unknown as Surface;
  const start = state.text.indexOf(PASSAGE);
  const quote = describeQuote(state.text, start, start + PASSAGE.length);
  const record: PageRecord = { id: 'one', hue: 0, surface: 'page', quote };
  const followed = new SearchedSurface(surface);
  for (const text of texts) {
    state.text = text;
    const fresh = new SearchedSurface(surface);
    await followed.readAgain();
    await fresh.readAgain();
    const should = await fresh.find(record);
    expect(await followed.find(record)).toEqual(should);
  }
});
