import type { Span } from '../../data/passage';
import type { PageReport } from '../../data/standing';
import type { PageRecord } from '../wiring/messages/records';
import { Descriptions } from './descriptions';
import type { SearchedSurface } from './finding';
import {
  isFound,
  marksOf,
  placeKnown,
  type Standpoint,
  sameStandpoint,
  standingOf,
  surestPlace,
} from './standings';
import type { Mark } from './surfaces/surface';

/**
 * While a long page is searched for the first time, what was found is painted so often, in
 * milliseconds: soon enough to be an answer, seldom enough to cost little of the search's time.
 */
const PAINT_EVERY = 250;

/** The evidence that is shown: where each piece stands, how that looks, and whether it is news. */
export class Shown {
  private records: readonly PageRecord[] = [];
  private readonly standpoints = new Map<string, Standpoint | null>();
  /** The marks of each surface, while all stands where it stood. */
  private readonly marks = new Map<SearchedSurface, readonly Mark[]>();
  private readonly descriptions = new Descriptions();
  /** Whether anything moved since it was last asked for news. */
  private moved = false;
  private signature = '';

  /** True where there is anything. */
  get any(): boolean {
    return this.records.length > 0;
  }

  /** Where each piece stands. */
  get all(): ReadonlyMap<string, Standpoint | null> {
    return this.standpoints;
  }

  /** Takes these in place of those before, of which it keeps where they stand. */
  take(records: readonly PageRecord[]): void {
    this.records = records;
    this.hasMoved();
  }

  forget(): void {
    this.records = [];
    this.standpoints.clear();
    this.descriptions.keep(new Set());
    this.hasMoved();
  }

  /** Looks where each piece stands now. `onSome` is called now and then while that is not known yet. */
  async find(surfaces: readonly SearchedSurface[], onSome: () => void): Promise<void> {
    const { records } = this;
    const ids = new Set(records.map(({ id }) => id));
    for (const id of this.standpoints.keys()) if (!ids.has(id)) this.standpoints.delete(id);
    this.descriptions.keep(ids);
    for (const searched of surfaces) searched.keep(ids);
    const here = new Set(surfaces);
    for (const searched of this.marks.keys()) if (!here.has(searched)) this.marks.delete(searched);
    // Later, places not yet looked at again would be painted where they were before the change.
    const firstTime = this.standpoints.size === 0;
    let painted = performance.now();
    for (const record of records) {
      const known = placeKnown(record, surfaces);
      const now = known === undefined ? await surestPlace(record, surfaces) : known;
      if (!sameStandpoint(now, this.standpoints.get(record.id))) {
        this.standpoints.set(record.id, now);
        this.hasMoved();
      }
      if (firstTime && performance.now() - painted > PAINT_EVERY) {
        onSome();
        painted = performance.now();
      }
    }
  }

  /** Paints each piece where it was found last. */
  paint(surfaces: readonly SearchedSurface[]): void {
    for (const searched of surfaces) {
      let marks = this.marks.get(searched);
      if (!marks) {
        marks = marksOf(searched, this.records, this.standpoints);
        this.marks.set(searched, marks);
      }
      searched.surface.paint(marks);
    }
  }

  /** Whether a piece stands otherwise, or in other words, than when this was asked last. */
  hasNews(): boolean {
    if (!this.moved) return false;
    this.moved = false;
    const before = this.signature;
    this.signature = this.records
      .map(({ id }) => {
        const standpoint = this.standpoints.get(id);
        if (!standpoint) return '';
        const { searched, at } = standpoint;
        return `${at.confidence} ${searched.wordsAt(at)}`;
      })
      .join('\n');
    return this.signature !== before;
  }

  /** How each piece stands where it was found last. */
  report(): PageReport {
    const standing = ({ id }: PageRecord) =>
      standingOf(this.standpoints.get(id), (found) => this.descriptions.of(id, found));
    return Object.fromEntries(this.records.map((record) => [record.id, standing(record)]));
  }

  /** The pieces that were found last, as they were tagged or edited. */
  found(): string[] {
    return [...this.standpoints].flatMap(([id, one]) => (isFound(one) ? id : []));
  }

  /** Where a piece is on screen, line by line, in this frame's viewport. */
  rectsOf(id: string): readonly DOMRect[] {
    const standpoint = this.standpoints.get(id);
    return standpoint ? standpoint.searched.surface.rectsOf(standpoint.at) : [];
  }

  /** The pieces that have any of a span. */
  idsOn(searched: SearchedSurface, { start, end }: Span): string[] {
    return this.records
      .map(({ id }) => id)
      .filter((id) => {
        const standpoint = this.standpoints.get(id);
        return (
          standpoint?.searched === searched &&
          standpoint.at.start < end &&
          standpoint.at.end > start
        );
      });
  }

  /** Notes that something is shown that was not, or stands elsewhere. */
  private hasMoved(): void {
    this.moved = true;
    this.marks.clear();
  }
}
