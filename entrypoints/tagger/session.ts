import type { PageReport } from '../../data/standing';
import type { Stood } from '../wiring/messages/left-behind';
import type { PickerCaret } from '../wiring/messages/picker';
import type { Box, ReadReply } from '../wiring/messages/reading';
import type { PageRecord } from '../wiring/messages/records';
import { boxInTop } from './boxes';
import { budget } from './budget';
import type { SearchedSurface } from './finding';
import { FrameSurfaces } from './frame-surfaces';
import type { Hovered } from './hover';
import { stayRegistered } from './painting/stay-registered';
import { passageOf, selectedWords } from './passage';
import { Settling } from './settling';
import { Shown } from './shown';
import { SilentChanges } from './silent-changes';
import { isFound, standsAmongItsOwn, surestPlace } from './standings';
import { chooseSurface } from './surfaces/choose';
import { covers } from './surfaces/rects';
import type { ReadResult } from './surfaces/surface';
import { userAtWork } from './user-at-work';

/** How long a page's text is kept after it was read for nothing but one answer, in milliseconds. */
const REST = 10_000;

export interface SessionListener {
  /** The page changed and is about to be read: what is known is still of the page before. */
  onChanged?(): void;
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
  const read = result.ok ? selectedWords(result.reading) : '';
  return solid(read) === solid(getSelection()?.toString() ?? '');
}

/** Its place in the window, where that can be told. */
function boxOf(rect: DOMRect): Box[] {
  const box = boxInTop(rect);
  return box ? [box] : [];
}

/** The evidence of this frame's page: where each piece stands, kept right while the page changes. */
export class Session {
  private surfaces: FrameSurfaces | null = null;
  private readonly shown = new Shown();
  private following: AbortController | null = null;
  private changed = true;
  private readonly settling = new Settling(
    () => this.followChange(),
    () => this.surfaces?.isTorn() === true,
  );
  private readonly silent = new SilentChanges(() => this.lookForSilentChanges());
  private resting: ReturnType<typeof setTimeout> | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly listener: SessionListener = {}) {}

  /** Shows exactly these records, and follows the page from now on; `[]` ends that. */
  show(records: readonly PageRecord[]): Promise<PageReport> {
    return this.asked(async () => {
      this.shown.take(records);
      if (records.length === 0) {
        this.forget();
      } else {
        this.follow();
        await this.refresh();
        this.shown.hasNews();
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
      const searched = this.open().chosen(choice);
      if (!searched) return { ok: false, why: 'secret-field' };
      let result = await searched.surface.read();
      if (searched.surface.distrust && !readsAsSelected(result)) {
        searched.surface.distrust();
        this.changed = true;
        await this.refreshIfChanged();
        result = await searched.surface.read();
      }
      if (!result.ok) return result;
      const passage = passageOf(result.reading);
      if (!passage.ok) {
        const { caret } = result.reading;
        const here = caret === undefined ? null : this.evidenceAt(searched, caret);
        return here ? { ...passage, here } : passage;
      }
      const { quote, span } = passage;
      const { kind } = searched.surface;
      const already = span ? this.shown.idsOn(searched, span) : [];
      return {
        ok: true,
        draft: { quote, surface: kind, source, title, already },
        box: span && boxInTop(searched.surface.rectsOf(span).at(-1)),
      };
    });
  }

  /**
   * Takes the user to a record, whether it is among those shown or not.
   * @param sure whether to stay where it is doubtful that the passage is the one
   */
  goTo(record: PageRecord, sure = false): Promise<boolean> {
    return this.asked(async () => {
      const surfaces = this.open();
      surfaces.distrust();
      await this.readAgain(surfaces);
      const standpoint = await surestPlace(record, surfaces.all);
      if (!standpoint || (sure && standpoint.at.confidence === 'doubtful')) return false;
      return standpoint.searched.surface.goTo(standpoint.at);
    });
  }

  /** Which of these surely stand in the page as it is now, shown or not. */
  stand(records: readonly PageRecord[]): Promise<Stood> {
    return this.asked(async () => {
      const surfaces = this.open();
      surfaces.distrust();
      await this.readAgain(surfaces);
      const ids: string[] = [];
      const amongOwn: string[] = [];
      for (const record of records) {
        const standpoint = await surestPlace(record, surfaces.all);
        if (!isFound(standpoint)) continue;
        ids.push(record.id);
        if (standsAmongItsOwn(standpoint, record.quote)) amongOwn.push(record.id);
      }
      return { ids, amongOwn };
    });
  }

  /** The ids of what is shown and was found when the page was read last. */
  found(): string[] {
    return this.shown.found();
  }

  /** Leads the caret out of what is selected; `undefined` where the page's own selection does that. */
  get leadOut(): ((to: PickerCaret) => Promise<void>) | undefined {
    if (!this.open().ofPage.surface.leadOut) return undefined;
    return (to) => this.asked(async () => this.open().ofPage.surface.leadOut?.(to));
  }

  /** The evidence painted at a point of this frame's viewport. */
  hoveredAt(x: number, y: number): Hovered | null {
    if (!this.showing) return null;
    const ids = this.surfaces?.all.flatMap(({ surface }) => surface.idsAt(x, y)) ?? [];
    if (ids.length === 0) return null;
    const rects = ids.flatMap((id) => this.shown.rectsOf(id));
    const under = rects.find((rect) => covers(rect, x, y)) ?? rects.at(-1);
    return { ids: [...new Set(ids)], box: boxInTop(under), near: rects.flatMap(boxOf) };
  }

  /** Where records are in the window, line by line, as far as that can be told. */
  boxesOf(ids: readonly string[]): readonly Box[] {
    return ids.flatMap((id) => this.shown.rectsOf(id)).flatMap(boxOf);
  }

  /** True while anything is shown. */
  get showing(): boolean {
    return this.shown.any;
  }

  /** Takes everything off the screen and lets go of the page. */
  dispose(): void {
    this.forget();
  }

  private tellNews(): void {
    // A passage that was edited is described anew where its surroundings changed, on a long page by
    // looking all through it.
    const news = budget.spend(() => (this.shown.hasNews() ? this.currentReport() : null));
    if (news) this.listener.onNews?.(news);
  }

  private currentReport(): PageReport {
    if (this.surfaces?.ofPage.surface.isTextKnown() === false) return {};
    return this.shown.report();
  }

  private evidenceAt(searched: SearchedSurface, caret: number) {
    const ids = this.shown.idsOn(searched, { start: caret, end: caret + 1 });
    const [first] = ids;
    return first === undefined ? null : { ids, box: boxInTop(this.shown.rectsOf(first).at(-1)) };
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

  private open(): FrameSurfaces {
    clearTimeout(this.resting);
    // In turn: what takes longer than that is not to lose its surfaces while it uses them.
    const rest = () => void this.inTurn(async () => this.rest());
    if (!this.following) this.resting = setTimeout(rest, REST);
    this.surfaces ??= new FrameSurfaces(document, (root) => this.listener.onRoot?.(root));
    return this.surfaces;
  }

  private rest(): void {
    if (this.following) return;
    this.surfaces?.dispose();
    this.surfaces = null;
  }

  private follow(): void {
    const surfaces = this.open();
    clearTimeout(this.resting);
    if (this.following) return;
    this.following = new AbortController();
    const { signal } = this.following;
    surfaces.watch(() => this.noteChange(), signal);
    stayRegistered(signal);
    this.silent.watch(signal);
    userAtWork.watch(signal);
  }

  /** Goes on following a page that was opened anew (see `whenOpenedAnew`). */
  listenAnew(): void {
    if (!this.following) return;
    this.following.abort();
    this.following = null;
    this.follow();
    this.noteChange();
  }

  private forget(): void {
    this.settling.stop();
    this.following?.abort();
    this.following = null;
    this.shown.forget();
    this.changed = true;
    this.rest();
  }

  private noteChange(): void {
    this.changed = true;
    this.settling.noteChange();
  }

  private followChange(): void {
    this.listener.onChanged?.();
    this.inTurn(async () => {
      await this.refreshIfChanged();
      this.listener.onRead?.();
      if (this.following) this.tellNews();
    });
  }

  private lookForSilentChanges(): void {
    this.inTurn(async () => {
      const { following, surfaces, shown } = this;
      if (!following || !surfaces) return;
      if (await this.silent.look(surfaces, shown.all, () => this.refresh())) this.tellNews();
    });
  }

  private async refreshIfChanged(): Promise<void> {
    if (this.following && this.changed) await this.refresh();
  }

  /** Reads the page as it is now; what is shown is looked for again, as offsets are another text's. */
  private async readAgain(surfaces: FrameSurfaces): Promise<void> {
    if (!this.following) return surfaces.readAgain();
    await this.refresh();
    this.tellNews();
  }

  private async refresh(): Promise<void> {
    const surfaces = this.open();
    this.changed = false;
    try {
      await surfaces.readAgain();
      await this.shown.find(surfaces.all, () => this.paint(surfaces));
      this.paint(surfaces);
    } catch (error) {
      // Not tried again by itself, which might go on for ever, but with whatever asks for it next.
      this.changed = true;
      throw error;
    }
  }

  private paint(surfaces: FrameSurfaces): void {
    if (this.following) budget.spend(() => this.shown.paint(surfaces.all));
  }
}
