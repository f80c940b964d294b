import { BESIDE, isAmongItsOwn } from '../../data/left-behind';
import type { Found, Quote } from '../../data/quote';
import type { Standing } from '../../data/standing';
import { RANK } from '../../data/standing';
import type { PageRecord } from '../wiring/messages/records';
import type { SearchedSurface } from './finding';
import type { Mark } from './surfaces/surface';

/** Where a record stands among all surfaces of a frame. */
export interface Standpoint {
  readonly searched: SearchedSurface;
  readonly at: Found;
}

/**
 * The surest place of a record, first of all in surfaces of the kind that it was tagged in: where it was
 * edited, other surfaces may show what it said before, as a preview beside a field does. Of equally
 * sure ones that with most of what was kept around it, as the fields of a form may say the same; of
 * these the first surface's. Slices its work.
 */
export async function surestPlace(
  record: PageRecord,
  surfaces: readonly SearchedSurface[],
): Promise<Standpoint | null> {
  const weighing = weigh(record, surfaces);
  let step = weighing.next();
  while (!step.done) step = weighing.next(await step.value.find(record));
  return step.value;
}

/**
 * What `surestPlace` gives, at once, where nothing has to be looked for; else `undefined`. Of a
 * thousand records nearly all are so at every reading, and waiting for each would cost more than the
 * rest.
 */
export function placeKnown(
  record: PageRecord,
  surfaces: readonly SearchedSurface[],
): Standpoint | null | undefined {
  const [searched] = surfaces;
  if (searched && surfaces.length === 1) {
    const at = searched.placeKnown(record);
    return at ? { searched, at } : at;
  }
  const weighing = weigh(record, surfaces);
  let step = weighing.next();
  while (!step.done) {
    const at = step.value.placeKnown(record);
    if (at === undefined) return undefined;
    step = weighing.next(at);
  }
  return step.value;
}

/** Asks of one surface after the other where a record stands in it, as far as that may matter. */
function* weigh(
  record: PageRecord,
  surfaces: readonly SearchedSurface[],
): Generator<SearchedSurface, Standpoint | null, Found | null> {
  const { quote, surface: kind } = record;
  let best: Standpoint | null = null;
  const order = inOrderFor(record, surfaces);
  for (const [turn, searched] of order.entries()) {
    const isSure = best !== null && best.at.confidence !== 'doubtful';
    if (isSure && best?.searched.surface.kind === kind && searched.surface.kind !== kind) break;
    const at: Found | null = yield searched;
    if (!at) continue;
    const here = { searched, at };
    if (!best || isSurer(here, best, quote)) best = here;
    const isLast = order[turn + 1]?.surface.kind !== searched.surface.kind;
    if (!isLast && best.at.confidence === 'same' && isWhole(best, quote)) break;
  }
  return best;
}

function isSurer(one: Standpoint, other: Standpoint, quote: Quote): boolean {
  const gain = RANK[one.at.confidence] - RANK[other.at.confidence];
  return gain > 0 || (gain === 0 && keptAround(one, quote) > keptAround(other, quote));
}

function isWhole(standpoint: Standpoint, quote: Quote): boolean {
  return keptAround(standpoint, quote) === weightOf(quote.prefix) + weightOf(quote.suffix);
}

/** Whether a record still stands where it stood, in the same words; never true of one not known yet. */
export function sameStandpoint(
  one: Standpoint | null,
  other: Standpoint | null | undefined,
): boolean {
  if (!one || !other) return one === other;
  // A place is another object as soon as what stands there may have changed.
  return one.searched === other.searched && one.at === other.at;
}

/** Whether a record surely stands somewhere, be it in other words. */
export function isFound(standpoint: Standpoint | null): standpoint is Standpoint {
  return standpoint !== null && standpoint.at.confidence !== 'doubtful';
}

/** Whether a passage stands beside the words that it was tagged beside. */
export function standsAmongItsOwn(
  { searched, at: { start, end } }: Standpoint,
  quote: Quote,
): boolean {
  const before = searched.wordsAt({ start: Math.max(0, start - BESIDE), end: start });
  return isAmongItsOwn(quote, before, searched.wordsAt({ start: end, end: end + BESIDE }));
}

/** How a record stands, in the words of a report. */
export function standingOf(
  standpoint: Standpoint | null | undefined,
  describe: (standpoint: Standpoint) => Quote,
): Standing {
  if (!standpoint) return { state: 'orphan' };
  const { confidence } = standpoint.at;
  if (confidence === 'same') return { state: confidence };
  return { state: confidence, quote: describe(standpoint) };
}

/** The marks of one surface: one for each span, colour and confidence, whoever stands there. */
export function marksOf(
  searched: SearchedSurface,
  records: readonly PageRecord[],
  standpoints: ReadonlyMap<string, Standpoint | null>,
): Mark[] {
  const marks: (Mark & { ids: string[] })[] = [];
  const byStart = new Map<number, typeof marks>();
  for (const { id, hue } of records) {
    const standpoint = standpoints.get(id);
    if (standpoint?.searched !== searched) continue;
    const { start, end, confidence } = standpoint.at;
    const here = byStart.get(start) ?? [];
    const alike = here.find(
      (mark) => mark.end === end && mark.hue === hue && mark.confidence === confidence,
    );
    if (alike) {
      alike.ids.push(id);
      continue;
    }
    const mark = { start, end, confidence, hue, ids: [id] };
    marks.push(mark);
    here.push(mark);
    byStart.set(start, here);
  }
  return marks;
}

/** What a side of a quote's context weighs: its UTF-16 units, or one where the text ended there. */
const weightOf = (context: string) => Math.max(1, context.length);

/** How much of a quote's context stands around a place, from its ends outwards, by `weightOf`. */
function keptAround(
  { searched, at: { start, end } }: Standpoint,
  { prefix, suffix }: Quote,
): number {
  const before = searched.wordsAt({ start: Math.max(0, start - prefix.length), end: start });
  const after = searched.wordsAt({ start: end, end: end + suffix.length });
  let left = 0;
  while (left < before.length && before.at(-1 - left) === prefix.at(-1 - left)) left++;
  let right = 0;
  while (right < after.length && after[right] === suffix[right]) right++;
  // An answer that was tagged as a whole has only this to be told by from one that says it, too.
  if (prefix === '' && start === 0) left = weightOf(prefix);
  if (suffix === '' && searched.wordsAt({ start: end, end: end + 1 }) === '') {
    right = weightOf(suffix);
  }
  return left + right;
}

/** A passage is looked for first where it was tagged: in a surface of the same kind. */
function inOrderFor(
  { surface: kind }: PageRecord,
  surfaces: readonly SearchedSurface[],
): readonly SearchedSurface[] {
  if (surfaces.length < 2) return surfaces;
  const isAlike = ({ surface }: SearchedSurface) => surface.kind === kind;
  return [...surfaces.filter(isAlike), ...surfaces.filter((searched) => !isAlike(searched))];
}
