import { inSlices } from '../../../../data/slices';
import { budget } from '../../budget';
import { IN_PAGE } from '../../slices';
import { TextModel } from './text-model';

/** Attributes that commonly decide, through a page's style sheets, what is shown below them. */
const SHOWING_ATTRIBUTES = [
  'class',
  'style',
  'hidden',
  'open',
  'slot',
  'aria-hidden',
  'aria-expanded',
  'aria-selected',
  'data-state',
];

const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: SHOWING_ATTRIBUTES,
};

/** Keeps a page's text model up to date by what the page's observers tell. */
export class PageReader {
  readonly model: TextModel;
  readonly roots = new Set<ShadowRoot>();
  private readonly observer: MutationObserver;
  private readonly content = new Set<Node>();
  private readonly attached = new Set<Node>();
  /** Elements with a changed attribute, by the attribute that may have changed most. */
  private readonly attributes = new Map<Element, string>();
  private readonly end = new AbortController();

  /**
   * @param onChange called after each change, or a few that were made together
   * @param onRoot called with each open shadow root that is met
   */
  constructor(
    page: Document,
    private readonly onChange: () => void,
    private readonly onRoot: (root: ShadowRoot) => void,
  ) {
    this.model = new TextModel(page, (root) => this.observeRoot(root));
    this.observer = new MutationObserver((records) => {
      budget.spend(() => this.collect(records));
      onChange();
    });
    this.observer.observe(page, OBSERVED);
  }

  /** Brings the model up to date, in slices. */
  async read(): Promise<void> {
    const { model } = this;
    let applied = false;
    // What changed while reading went on is read too, but a page may change for ever: the second
    // round takes what is there and leaves the rest to the next reading.
    for (let round = 0; round < 2; round++) {
      await inSlices(() => {
        if (!applied) this.apply();
        applied = true;
        return model.step();
      }, IN_PAGE);
      budget.spend(() => this.apply());
      if (!model.stale || round > 0) break;
    }
    budget.spend(() => model.layOut());
    // Of a component that has gone nothing is to be kept; one that comes back is met again.
    for (const root of this.roots) if (!root.isConnected) this.roots.delete(root);
  }

  /** Has everything read again next time: what a page shows, it can change without any sign. */
  distrust(): void {
    this.model.distrust();
  }

  /** Has what was hidden and is shown by now read next time; whether there is anything of that. */
  checkHidden(): boolean {
    return this.model.checkHidden();
  }

  dispose(): void {
    this.observer.disconnect();
    this.end.abort();
  }

  private observeRoot(root: ShadowRoot): void {
    if (this.roots.has(root)) return;
    this.roots.add(root);
    this.observer.observe(root, OBSERVED);
    root.addEventListener('slotchange', this.slotChanged, {
      signal: this.end.signal,
      passive: true,
    });
    this.onRoot(root);
  }

  /** What a slot shows can change where nothing is done to it: another one before it takes it over. */
  private readonly slotChanged = ({ target }: Event): void => {
    this.content.add(target as Node);
    this.onChange();
  };

  private collect(records: readonly MutationRecord[]): void {
    for (const record of records) {
      if (record.type === 'attributes') {
        const element = record.target as Element;
        const name = record.attributeName ?? '';
        if (name === 'slot') {
          // Where it stands among its parent's is another thing than how it and what is in it look.
          if (element.parentElement) this.content.add(element.parentElement);
        } else if (name !== 'style' || !this.attributes.has(element)) {
          this.attributes.set(element, name);
        }
      } else {
        this.content.add(record.target);
        for (const node of record.addedNodes) this.attached.add(node);
      }
    }
  }

  private apply(): void {
    this.collect(this.observer.takeRecords());
    const { model } = this;
    model.checkUnopened();
    for (const node of this.attached) model.attached(node);
    for (const node of this.content) model.contentChanged(node);
    for (const [element, name] of this.attributes) model.attributeChanged(element, name);
    this.attached.clear();
    this.content.clear();
    this.attributes.clear();
  }
}
