import { flatChildren, flatParent, isElement } from './flat-tree';
import { type Rendering, renderingOf } from './rendering';
import { type Run, RunBuilder } from './run';

/** An element with lines of its own: its runs and the blocks between them, in the order shown. */
interface Block {
  readonly element: Element;
  items: (Run | Block)[];
  /** True where it has to be read (again). */
  dirty: boolean;
  /** True while it waits among the pending. */
  queued: boolean;
}

/** Where a text node's segments are. */
export interface Place {
  readonly run: Run;
  /** Number of its first segment. */
  readonly first: number;
}

/** Attributes that commonly decide, through a page's style sheets, what is shown below them. */
export const SHOWING_ATTRIBUTES = [
  'class',
  'style',
  'hidden',
  'open',
  'slot',
  'aria-hidden',
  'aria-expanded',
  'aria-selected',
  'data-state',
] as const;

const TEXT = 3;
const CDATA = 4;

/**
 * The page's text as runs, one between every two block boundaries, and which text node each comes
 * from. Read block by block, so that reading can pause; after a change only the blocks that
 * changed are read again.
 */
export class TextModel {
  /** The runs in the order shown. Right once `layOut` was called. */
  runs: Run[] = [];
  /** Counts layouts, so that a run that is no longer shown is known by its number. */
  layout = 0;
  /** The whole text: runs with a line feed between them. */
  text = '';
  /** Form fields and frames met while reading, which the page's own text leaves out. */
  readonly fields = new Set<Element>();

  private readonly blocks = new WeakMap<Element, Block>();
  private readonly renderings = new WeakMap<Element, Rendering>();
  private readonly places = new WeakMap<Text, Place>();
  /** Custom elements that may still be given a shadow root, which no observer would tell. */
  private readonly unopened = new Set<Element>();
  private pending: Block[] = [];
  private root: Block | null = null;
  private changed = false;

  /** @param onRoot called with every open shadow root met, once or more often. */
  constructor(
    private readonly page: Document,
    private readonly onRoot: (root: ShadowRoot) => void,
  ) {}

  /** True where something has to be read before `text` is right. */
  get stale(): boolean {
    return this.pending.length > 0 || this.changed || this.root?.element !== topOf(this.page);
  }

  /** Reads the next block that has to be read; false when there is none left. */
  step(): boolean {
    const top = topOf(this.page);
    if (this.root?.element !== top) {
      this.root = top && this.blockOf(top);
      this.changed = true;
    }
    const block = this.pending.pop();
    if (!block) return false;
    block.queued = false;
    if (block.dirty && block.element.isConnected) this.readBlock(block);
    return true;
  }

  /** Puts the text together from its runs. Costs one pass over the runs. */
  layOut(): void {
    this.changed = false;
    this.layout++;
    this.runs = [];
    let at = 0;
    const stack: (Run | Block)[] = this.root ? [this.root] : [];
    for (let item = stack.pop(); item; item = stack.pop()) {
      if ('items' in item) {
        for (let index = item.items.length - 1; index >= 0; index--) {
          stack.push(item.items[index] as Run | Block);
        }
      } else {
        item.start = at;
        item.layout = this.layout;
        at += item.text.length + 1;
        this.runs.push(item);
      }
    }
    this.text = this.runs.map((run) => run.text).join('\n');
  }

  /** Where a text node stands in the text as last laid out; `null` where it does not. */
  placeOf(node: Text): Place | null {
    const place = this.places.get(node);
    return place?.run.layout === this.layout ? place : null;
  }

  /** Notes that a node's text or children changed. */
  contentChanged(node: Node): void {
    this.markNearest(node);
    if (!isElement(node) || !node.shadowRoot) return;
    for (const slot of node.shadowRoot.querySelectorAll('slot')) this.markNearest(slot);
  }

  /** Notes that an attribute changed, and reads again only what it made look different. */
  attributeChanged(element: Element, name: string): void {
    if (name === 'slot') {
      const parent = element.parentElement;
      if (parent) this.contentChanged(parent);
      return;
    }
    const known = this.renderings.get(element);
    if (!known || !element.isConnected) return;
    if (renderingOf(element) !== known) {
      this.markBelow(element);
      const parent = flatParent(element);
      if (parent) this.markNearest(parent);
    } else if (known.flow !== 'hidden' && name !== 'style') {
      // A style sheet may hide or show descendants by this attribute; inline style cannot.
      this.markBelow(element);
    }
  }

  /** Notes that a node was put in: nobody saw what changed in it while it was out of the page. */
  attached(node: Node): void {
    if (isElement(node)) this.markBelow(node);
  }

  /** Notes shadow roots that elements were given since they were read. */
  checkUnopened(): void {
    for (const element of this.unopened) {
      if (!element.isConnected) this.unopened.delete(element);
      else if (element.shadowRoot) {
        this.unopened.delete(element);
        this.markNearest(element);
      }
    }
  }

  private blockOf(element: Element): Block {
    let block = this.blocks.get(element);
    if (!block) {
      block = { element, items: [], dirty: true, queued: false };
      this.blocks.set(element, block);
    }
    if (block.dirty) this.mark(block);
    return block;
  }

  private mark(block: Block): void {
    block.dirty = true;
    if (block.queued) return;
    block.queued = true;
    this.pending.push(block);
  }

  private markNearest(node: Node): void {
    for (let at: Node | null = node; at; at = flatParent(at)) {
      if (!isElement(at)) continue;
      const block = this.blocks.get(at);
      if (block) {
        this.mark(block);
        return;
      }
      // Hidden or never read: nothing of it is in the text.
      if (this.renderings.get(at)?.flow === 'hidden') return;
    }
  }

  /** Marks the blocks at and below an element, and the one it stands in if it has no own. */
  private markBelow(element: Element): void {
    if (!this.renderings.has(element)) return;
    if (!this.blocks.has(element)) this.markNearest(element);
    const stack: Element[] = [element];
    for (let at = stack.pop(); at; at = stack.pop()) {
      const block = this.blocks.get(at);
      if (block) {
        this.mark(block);
        for (const item of block.items) if ('items' in item) stack.push(item.element);
      } else if (this.renderings.has(at)) {
        const children = flatChildren(at);
        for (let index = 0; index < children.length; index++) {
          const child = children[index] as Node;
          if (isElement(child)) stack.push(child);
        }
      }
    }
  }

  private readBlock(block: Block): void {
    block.dirty = false;
    this.changed = true;
    const items: (Run | Block)[] = [];
    const builder = new RunBuilder();
    const located: { node: Text; first: number }[] = [];
    const finish = () => {
      const run = builder.finish();
      if (run) {
        items.push(run);
        for (const { node, first } of located) this.places.set(node, { run, first });
      }
      located.length = 0;
    };
    const readChildren = (parent: Element, rendering: Rendering) => {
      if (parent.shadowRoot) this.onRoot(parent.shadowRoot);
      else if (parent.localName.includes('-')) this.unopened.add(parent);
      const children = flatChildren(parent);
      for (let index = 0; index < children.length; index++) {
        const child = children[index] as Node;
        if (child.nodeType === TEXT || child.nodeType === CDATA) {
          const first = builder.size;
          if (rendering.visible && builder.add(child as Text, rendering.whiteSpace)) {
            located.push({ node: child as Text, first });
          }
        } else if (isElement(child)) {
          readElement(child);
        }
      }
    };
    const readElement = (element: Element) => {
      const rendering = renderingOf(element);
      this.renderings.set(element, rendering);
      if (rendering.flow === 'hidden') {
        if (isField(element)) this.fields.add(element);
      } else if (element.localName === 'br') {
        builder.break();
      } else if (rendering.flow === 'inline') {
        readChildren(element, rendering);
      } else {
        finish();
        items.push(this.blockOf(element));
      }
    };
    const rendering = renderingOf(block.element);
    this.renderings.set(block.element, rendering);
    if (rendering.flow !== 'hidden') readChildren(block.element, rendering);
    finish();
    block.items = items;
  }
}

function topOf(page: Document): Element | null {
  return page.body ?? page.documentElement;
}

function isField(element: Element): boolean {
  return element.localName === 'textarea' || element.localName === 'input';
}
