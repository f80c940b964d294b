import type { Span } from '../../data/passage';
import type { Box, PageRecord, PageReport, PickerCaret, ReadReply } from '../wiring/messages';
import { boxInTop } from './boxes';
import { budget } from './budget';
import type { SearchedSurface } from './finding';
import type { Hovered } from './hover';
import { stayRegistered } from './painting/stay-registered';
import { passageOf } from './passage';
import { Places } from './places';
import { Settling } from './settling';
import { Sight } from './sight';
import { watchSilentChanges } from './silent-changes';
import {
  marksOf,
  placeKnown,
  type Standpoint,
  sameStandpoint,
  standingOf,
  surestPlace,
} from './standings';
import { chooseSurface } from './surfaces/choose';
import { covers } from './surfaces/rects';
import type { Mark, ReadResult } from './surfaces/surface';

/** How long a page's text is kept after it was read for nothing but one answer, in milliseconds. */
const REST = 10_000;

/**
 * While a long page is searched for the first time, what was found is painted so often, in
 * milliseconds: soon enough to be an answer, seldom enough to cost little of the search's time.
 */
const PAINT_EVERY = 250;

export interface SessionListener {
  /** The page changed and was read. */
  onRead?(): void;
  /** An open shadow root was met in the page, maybe not for the first time. */
  onRoot?(root: ShadowRoot): void;
  /** Other evidence is shown, or the page made it stand otherwise; `null` where none is shown. */
  onNews?(report: PageReport | null): void;
}

/** Whether what was read is what the browser has selected: else the page shows more than was known. */
function readsAsSelected(result: ReadResult): boolean {
  const solid = (text: string) => text.replace(/\s+/g, '');
  const span = result.ok ? result.reading.selection : null;
  const read = span && result.ok ? result.reading.text.slice(span.start, span.end) : '';
  return solid(read) === solid(getSelection()?.toString() ?? '');
}

/** Its place in the window, where that can be told. */
function boxOf(rect: DOMRect): Box[] {
  const box = boxInTop(rect);
  return box ? [box] : [];
}

/** The evidence of this frame's page: where each piece stands, kept right while the page changes. */
export class Session {
  private places: Places | null = null;
  private records: readonly PageRecord[] = [];
  private readonly standpoints = new Map<string, Standpoint | null>();
  /** The marks of each surface, while all stands where it stood. */
  private readonly marks = new Map<SearchedSurface, readonly Mark[]>();
  /** Whether anything moved since it was last asked for news. */
  private moved = false;
  private following: AbortController | null = null;
  private changed = true;
  private readonly settling = new Settling(
    () => this.followChange(),
    () => this.places?.isTorn() === true,
  );
  private readonly looking = new Settling(
    () => this.lookForSilentChanges(),
    () => false,
  );
  private readonly sight = new Sight();
  private resting: ReturnType<typeof setTimeout> | undefined;
  private last: Promise<unknown> = Promise.resolve();

  private signature = '';

  constructor(private readonly listener: SessionListener = {}) {}

  /** Shows exactly these records, and follows the page from now on; `[]` ends that. */
  show(records: readonly PageRecord[]): Promise<PageReport> {
    return this.asked(async () => {
      this.records = records;
      this.hasMoved();
      if (records.length === 0) {
        this.forget();
      } else {
        this.follow();
        await this.refresh();
        this.hasNews();
      }
      const report = this.currentReport();
      this.listener.onNews?.(this.showing ? report : null);
      return report;
    });
  }

  /** How every record stands in the page as it is now; `null` where none is shown. */
  report(): Promise<PageReport | null> {
    return this.asked(async () => {
      await this.refreshIfChanged();
      return this.showing ? this.currentReport() : null;
    });
  }

  /** Reads what is selected, as a draft of evidence. */
  read(source: string, title: string): Promise<ReadReply> {
    return this.asked(async () => {
      const choice = chooseSurface(document);
      await this.refreshIfChanged();
      const place = this.open().chosen(choice);
      if (!place) return { ok: false, why: 'secret-field' };
      let result = await place.surface.read();
      if (place.surface.distrust && !readsAsSelected(result)) {
        place.surface.distrust();
        this.changed = true;
        await this.refreshIfChanged();
        result = await place.surface.read();
      }
      if (!result.ok) return result;
      const passage = passageOf(result.reading);
      if (!passage.ok) {
        const { caret } = result.reading;
        const here = caret === undefined ? null : this.evidenceAt(place, caret);
        return here ? { ...passage, here } : passage;
      }
      const { quote, span } = passage;
      const { kind } = place.surface;
      const already = span ? this.idsOn(place, span) : [];
      return {
        ok: true,
        draft: { quote, surface: kind, source, title, already },
        box: span && boxInTop(place.surface.rectsOf(span).at(-1)),
      };
    });
  }

  /**
   * Takes the user to a record, whether it is among those shown or not.
   * @param sure whether to stay where it is doubtful that the passage is the one
   */
  goTo(record: PageRecord, sure = false): Promise<boolean> {
    return this.asked(async () => {
      const places = this.open();
      places.distrust();
      await this.readAgain(places);
      const standpoint = await surestPlace(record, places.all);
      if (!standpoint || (sure && standpoint.at.confidence === 'doubtful')) return false;
      return standpoint.place.surface.goTo(standpoint.at);
    });
  }

  /** Leads the caret out of what is selected; `undefined` where the page's own selection does that. */
  get leadOut(): ((to: PickerCaret) => Promise<void>) | undefined {
    if (!this.open().ofPage.surface.leadOut) return undefined;
    return (to) => this.asked(async () => this.open().ofPage.surface.leadOut?.(to));
  }

  /** The evidence painted at a point of this frame's viewport. */
  hoveredAt(x: number, y: number): Hovered | null {
    if (!this.showing) return null;
    const ids = this.places?.all.flatMap(({ surface }) => surface.idsAt(x, y)) ?? [];
    if (ids.length === 0) return null;
    const rects = ids.flatMap((id) => this.rectsOf(id));
    const under = rects.find((rect) => covers(rect, x, y)) ?? rects.at(-1);
    return { ids: [...new Set(ids)], box: boxInTop(under), near: rects.flatMap(boxOf) };
  }

  /** Where records are in the window, line by line, as far as that can be told. */
  boxesOf(ids: readonly string[]): readonly Box[] {
    return ids.flatMap((id) => this.rectsOf(id)).flatMap(boxOf);
  }

  /** Where a record is on screen, line by line, in this frame's viewport. */
  private rectsOf(id: string): readonly DOMRect[] {
    const standpoint = this.standpoints.get(id);
    return standpoint ? standpoint.place.surface.rectsOf(standpoint.at) : [];
  }

  /** True while anything is shown. */
  get showing(): boolean {
    return this.records.length > 0;
  }

  /** Takes everything off the screen and lets go of the page. */
  dispose(): void {
    this.records = [];
    this.forget();
  }

  /** Whether a record stands otherwise, or in other words, than when this was asked last. */
  private hasNews(): boolean {
    if (!this.moved) return false;
    this.moved = false;
    const before = this.signature;
    this.signature = this.records
      .map(({ id }) => {
        const standpoint = this.standpoints.get(id);
        if (!standpoint) return '';
        const { place, at } = standpoint;
        return `${at.confidence} ${place.wordsAt(at)}`;
      })
      .join('\n');
    return this.signature !== before;
  }

  private tellNews(): void {
    // What a passage reads like now is described anew for each that was edited, on a long page by
    // looking all through it.
    const news = budget.spend(() => (this.hasNews() ? this.currentReport() : null));
    if (news) this.listener.onNews?.(news);
  }

  private currentReport(): PageReport {
    if (this.places?.ofPage.surface.isTextKnown() === false) return {};
    return Object.fromEntries(
      this.records.map(({ id }) => [id, standingOf(this.standpoints.get(id))]),
    );
  }

  private evidenceAt(place: SearchedSurface, caret: number) {
    const ids = this.idsOn(place, { start: caret, end: caret + 1 });
    const [first] = ids;
    return first === undefined ? null : { ids, box: boxInTop(this.rectsOf(first).at(-1)) };
  }

  private idsOn(place: SearchedSurface, { start, end }: Span): string[] {
    return this.records
      .map(({ id }) => id)
      .filter((id) => {
        const standpoint = this.standpoints.get(id);
        return (
          standpoint?.place === place && standpoint.at.start < end && standpoint.at.end > start
        );
      });
  }

  /** Does one thing after the other, so that no two read or paint at the same time. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work, work);
    this.last = turn.catch(() => {});
    return turn;
  }

  private asked<T>(work: () => Promise<T>): Promise<T> {
    return this.inTurn(() => budget.asked(work));
  }

  private open(): Places {
    clearTimeout(this.resting);
    // In turn: what takes longer than that is not to lose its surfaces while it uses them.
    const rest = () => void this.inTurn(async () => this.rest());
    if (!this.following) this.resting = setTimeout(rest, REST);
    this.places ??= new Places(document, (root) => this.listener.onRoot?.(root));
    return this.places;
  }

  private rest(): void {
    if (this.following) return;
    this.places?.dispose();
    this.places = null;
  }

  private follow(): void {
    const places = this.open();
    clearTimeout(this.resting);
    if (this.following) return;
    this.following = new AbortController();
    const { signal } = this.following;
    places.watch(() => this.noteChange(), signal);
    stayRegistered(signal);
    watchSilentChanges(() => this.looking.noteChange(), signal);
  }

  private forget(): void {
    this.settling.stop();
    this.looking.stop();
    this.following?.abort();
    this.following = null;
    this.standpoints.clear();
    this.hasMoved();
    this.changed = true;
    this.rest();
  }

  private noteChange(): void {
    this.changed = true;
    this.settling.noteChange();
  }

  private followChange(): void {
    this.inTurn(async () => {
      await this.refreshIfChanged();
      this.listener.onRead?.();
      if (this.following) this.tellNews();
    });
  }

  private lookForSilentChanges(): void {
    this.inTurn(async () => {
      const { following, places, sight, standpoints } = this;
      if (!following || !places) return;
      if (!budget.spend(() => sight.isOutdated(places, standpoints))) return;
      await this.refresh();
      budget.spend(() => sight.note(standpoints));
      this.tellNews();
    });
  }

  private async refreshIfChanged(): Promise<void> {
    if (this.following && this.changed) await this.refresh();
  }

  /** Reads the page as it is now; what is shown is looked for again, as offsets are another text's. */
  private async readAgain(places: Places): Promise<void> {
    if (!this.following) return places.readAgain();
    await this.refresh();
    this.tellNews();
  }

  private async refresh(): Promise<void> {
    const { records } = this;
    const places = this.open();
    this.changed = false;
    await places.readAgain();
    const ids = new Set(records.map(({ id }) => id));
    for (const id of this.standpoints.keys()) if (!ids.has(id)) this.standpoints.delete(id);
    for (const place of places.all) place.keep(ids);
    const here = new Set(places.all);
    for (const place of this.marks.keys()) if (!here.has(place)) this.marks.delete(place);
    // Later, places not yet looked at again would be painted where they were before the change.
    const firstTime = this.standpoints.size === 0;
    let painted = performance.now();
    for (const record of records) {
      const known = placeKnown(record, places.all);
      const now = known === undefined ? await surestPlace(record, places.all) : known;
      if (!sameStandpoint(now, this.standpoints.get(record.id))) {
        this.standpoints.set(record.id, now);
        this.hasMoved();
      }
      if (firstTime && performance.now() - painted > PAINT_EVERY) {
        this.paint(places);
        painted = performance.now();
      }
    }
    this.paint(places);
  }

  private paint(places: Places): void {
    if (!this.following) return;
    budget.spend(() => {
      for (const place of places.all) {
        let marks = this.marks.get(place);
        if (!marks) {
          marks = marksOf(place, this.records, this.standpoints);
          this.marks.set(place, marks);
        }
        place.surface.paint(marks);
      }
    });
  }

  /** Notes that something is shown that was not, or stands elsewhere. */
  private hasMoved(): void {
    this.moved = true;
    this.marks.clear();
  }
}
