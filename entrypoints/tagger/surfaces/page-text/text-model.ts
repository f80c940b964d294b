import { Lines } from '../../lines';
import { flatChildren, flatParent, isElement } from '../flat-tree';
import { nameOf, shadowRootOf } from '../node-itself';
import { type Block, type Encounters, readBlock } from './block';
import { renderingOf } from './rendering';
import type { Run, Segment } from './run';

/** Where a text node stands in the text. */
export interface NodeText {
  readonly run: Run;
  /** Its segments, in order. */
  readonly segments: readonly Segment[];
}

/**
 * The page's text as runs, one between every two block boundaries, and which text node each comes
 * from. Read block by block, so that reading can pause; after a change only the blocks that
 * changed are read again.
 */
export class TextModel {
  /** The runs in the order shown. Right, as lines and text are, once `layOut` was called. */
  runs: Run[] = [];
  /** Form fields met while reading, which the page's own text leaves out. */
  readonly fields = new Set<Element>();

  private readonly blocks = new WeakMap<Element, Block>();
  /** Custom elements that may still be given a shadow root, which no observer would tell. */
  private readonly unopened = new Set<Element>();
  private readonly met: Encounters;
  private pending: Block[] = [];
  /** Those that could not be read when that was tried last. */
  private readonly failed = new WeakSet<Block>();
  private root: Block | null = null;
  /** Counts layouts, so that a run that is no longer shown is known by its number. */
  private layout = 0;
  private changed = false;
  private asLines: Lines | null = null;

  /** @param onRoot called with every open shadow root met, once or more often. */
  constructor(
    private readonly page: Document,
    onRoot: (root: ShadowRoot) => void,
  ) {
    this.met = {
      blockOf: (element, rendering) => {
        const known = this.blocks.get(element);
        // What was hidden when it was read has nothing in it that would be marked on the way here.
        if (known?.rendering && known.rendering !== rendering) this.markBelow(element);
        return this.blockOf(element);
      },
      // It may have had lines of its own before.
      inline: (element) => this.blocks.delete(element),
      opened: (element) => {
        const shadow = shadowRootOf(element);
        if (shadow) onRoot(shadow);
        else if (nameOf(element).includes('-')) this.unopened.add(element);
      },
      hidden: (element) => {
        if (element.localName === 'textarea' || element.localName === 'input') {
          this.fields.add(element);
        }
      },
    };
  }

  /** True where something has to be read before `text` is right. */
  get stale(): boolean {
    return this.pending.length > 0 || this.changed || this.root?.element !== topOf(this.page);
  }

  /** The lines of `text`. */
  get lines(): Lines {
    this.asLines ??= Lines.ofParagraphs(this.runs.map((run) => run.text));
    return this.asLines;
  }

  /** The whole text: runs with a line feed between them. */
  get text(): string {
    return this.lines.text;
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
    if (block.dirty && block.element.isConnected) {
      this.readOrKeep(block);
      this.changed = true;
    }
    return true;
  }

  /** Where a block cannot be read, it is tried once more behind the others: it must not keep them back for ever. */
  private readOrKeep(block: Block): void {
    try {
      readBlock(block, this.met);
      this.failed.delete(block);
    } catch (error) {
      if (this.failed.has(block)) {
        this.failed.delete(block);
      } else {
        this.failed.add(block);
        block.queued = true;
        this.pending.unshift(block);
      }
      throw error;
    }
  }

  /** Puts the text together from its runs. Costs one pass over them. */
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
    this.asLines = null;
    for (const field of this.fields) if (!field.isConnected) this.fields.delete(field);
  }

  /** Whether a run is part of the text as last laid out. */
  isShown(run: Run): boolean {
    return run.layout === this.layout;
  }

  /** Where a text node stands in the text as last laid out; `null` where it does not. */
  placeOf(node: Text): NodeText | null {
    const block = this.blockAround(node);
    for (const run of block?.items ?? []) {
      if ('items' in run || !this.isShown(run)) continue;
      const segments = run.segments.filter((segment) => segment.node === node);
      if (segments.length > 0) return { run, segments };
    }
    return null;
  }

  /** Notes that a node's text or children changed. */
  contentChanged(node: Node): void {
    this.markAround(node);
    const shadow = isElement(node) && shadowRootOf(node);
    if (!shadow) return;
    for (const slot of shadow.querySelectorAll('slot')) this.markAround(slot);
  }

  /** Notes that a node was put in: nobody saw what changed in it while it was out of the page. */
  attached(node: Node): void {
    if (isElement(node)) this.markBelow(node);
  }

  /** Notes that an attribute changed; reads again only what may look different by it. */
  attributeChanged(element: Element, name: string): void {
    if (!element.isConnected) return;
    const top = topOf(this.page);
    // Not by `contains`: a form gives a field of that name instead.
    if (top && element === top.parentElement) {
      // Its own style hides nothing of the page but all of it, as some sites do until they are drawn.
      if (name !== 'style' || renderingOf(top) !== this.blocks.get(top)?.rendering) {
        this.markBelow(top);
      }
      return;
    }
    const parent = flatParent(element);
    const known =
      this.blocks.get(element)?.rendering ??
      (parent && this.blockAround(parent)?.inner?.get(element));
    if (!known) return;
    if (renderingOf(element) !== known) {
      this.markBelow(element);
      if (parent) this.markAround(parent);
    } else if (known.flow !== 'hidden' && name !== 'style') {
      // A style sheet may hide or show descendants by this attribute; inline style cannot.
      this.markBelow(element);
    }
  }

  /** Notes that what is shown may have changed without any sign. */
  distrust(): void {
    const top = topOf(this.page);
    if (top) this.markBelow(top);
  }

  /** Notes what was hidden when it was read and is shown now, without any sign; whether anything is. */
  checkHidden(): boolean {
    const shown: Element[] = [];
    const stack = this.root ? [this.root] : [];
    for (let block = stack.pop(); block; block = stack.pop()) {
      for (const [element, { flow }] of block.inner ?? []) {
        if (flow === 'hidden' && renderingOf(element).flow !== 'hidden') shown.push(element);
      }
      for (const item of block.items) if ('items' in item) stack.push(item);
    }
    for (const element of shown) this.attributeChanged(element, '');
    return shown.length > 0;
  }

  /** Notes shadow roots that elements were given since they were read. */
  checkUnopened(): void {
    for (const element of this.unopened) {
      if (element.shadowRoot) this.markAround(element);
      if (element.shadowRoot || !element.isConnected) this.unopened.delete(element);
    }
  }

  private blockOf(element: Element): Block {
    let block = this.blocks.get(element);
    if (!block) {
      block = { element, rendering: null, items: [], inner: null, dirty: true, queued: false };
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

  /** The block in whose lines a node stands; itself where it is one. */
  private blockAround(node: Node): Block | null {
    for (let at: Node | null = node; at; at = flatParent(at)) {
      const block = isElement(at) && this.blocks.get(at);
      if (block) return block;
    }
    return null;
  }

  /** Marks the block a node stands in, unless the node is in something hidden. */
  private markAround(node: Node): void {
    const passed: Element[] = [];
    for (let at: Node | null = node; at; at = flatParent(at)) {
      if (!isElement(at)) continue;
      const block = this.blocks.get(at);
      if (block) {
        const hidden = passed.some((one) => block.inner?.get(one)?.flow === 'hidden');
        if (!hidden) this.mark(block);
        return;
      }
      passed.push(at);
    }
  }

  /** Marks the blocks at and below an element, and the one it stands in if it has none. */
  private markBelow(element: Element): void {
    if (!this.blocks.has(element)) this.markAround(element);
    const stack: Element[] = [element];
    for (let at = stack.pop(); at; at = stack.pop()) {
      const block = this.blocks.get(at);
      if (block) {
        this.mark(block);
        for (const item of block.items) if ('items' in item) stack.push(item.element);
        // What is in a hidden one may have blocks from before, and is not among its items.
        if (block.rendering?.flow !== 'hidden') continue;
      }
      const children = flatChildren(at);
      for (let index = 0; index < children.length; index++) {
        const child = children[index] as Node;
        if (isElement(child)) stack.push(child);
      }
    }
  }
}

function topOf(page: Document): Element | null {
  return page.body ?? page.documentElement;
}
