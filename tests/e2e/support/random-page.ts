/**
 * Pages of a random structure, and random changes to them: elements of every flow, white space of
 * every kind, hidden parts, open shadow roots with slots. Left out is what a page can do without any
 * sign that an observer would see: give a plain element a shadow root once it has been read, or let a
 * sibling decide what is shown. So are parts that cannot be selected: whether those are read depends on
 * all that is in them. Runs in the page.
 */

/** A number from 0 to below 1, the same sequence for each seed. */
export type Random = () => number;

const TAGS =
  `p div span b i a ul li section h2 br pre details summary table td x-box slot textarea input
  button em blockquote img`.split(/\s+/);
/** Nothing is shown of what is in these. */
const CHILDLESS = new Set(['br', 'img', 'input', 'textarea']);
const MAY_HAVE_ROOT = new Set(['div', 'p', 'span', 'section', 'x-box', 'h2', 'blockquote']);
const CLASSES = 'hid inv vis blk inl cnt pre col pl flo abs deep deep-i x'.split(' ');
const WORDS = [
  'alpha',
  ' beta',
  'gamma ',
  ' ',
  '\n',
  '  two  ',
  'x\ny',
  '\t',
  'end.',
  '😀',
  'مرحبا',
];
const INVISIBLE = ['\u00a0', 'e\u0301', '\u200b', '\u00ad'];
const DISPLAYS = ['', 'none', 'block', 'inline', 'contents'];
const ATTRIBUTES = ['aria-expanded', 'data-state'];

const STYLES = `.hid{display:none}.inv{visibility:hidden}.vis{visibility:visible}.blk{display:block}
  .inl{display:inline}.cnt{display:contents}.pre{white-space:pre-wrap}.col{white-space:normal}
  .pl{white-space:pre-line}.flo{float:left}.abs{position:absolute}.deep .x{display:none}
  .deep-i i{display:none}[aria-expanded=false] ul{display:none}[data-state=off] p{display:none}`;

const DEEPEST = 4;

export class RandomPage {
  /** What was done to it, one line each. */
  readonly changes: string[] = [];
  private readonly removed: HTMLElement[] = [];
  private words = 0;

  constructor(private readonly random: Random) {
    document.head.replaceChildren(stylesheet());
    document.body.replaceChildren(...Array.from({ length: 6 }, () => this.element(0)));
  }

  /** Changes something somewhere, or tries to. */
  change(): void {
    const element = this.pick(this.all().filter(({ localName }) => !CHILDLESS.has(localName)));
    const [name, change] = this.pick(this.kinds);
    const before = nameOf(element);
    // The browser refuses some, such as putting an element into itself.
    try {
      change(element);
      this.changes.push(`${name}: ${before}`);
    } catch {}
  }

  private readonly kinds: readonly (readonly [string, (element: HTMLElement) => void])[] = [
    ['append', (one) => one.append(this.element(2))],
    ['insert', (one) => one.insertBefore(this.some(), this.pick([...one.childNodes, null]))],
    ['remove', (one) => this.remove(one)],
    ['bring back', (one) => this.bringBack(one)],
    ['move', (one) => one !== document.body && this.pick(this.all()).append(one)],
    ['rename', (one) => this.rename(one)],
    ['normalise', (one) => one.normalize()],
    ['text', (one) => this.inText(one, (text) => text.replaceData(0, text.length, this.text()))],
    ['split', (one) => this.inText(one, (text) => text.splitText(this.below(text.length)))],
    ['class', (one) => one.setAttribute('class', this.pick(CLASSES))],
    ['display', (one) => one.style.setProperty('display', this.pick(DISPLAYS))],
    [
      'visibility',
      (one) => one.style.setProperty('visibility', this.pick(['', 'hidden', 'visible'])),
    ],
    ['hidden', (one) => one.toggleAttribute('hidden')],
    ['open', (one) => one.localName === 'details' && one.toggleAttribute('open')],
    ['slot', (one) => one.setAttribute('slot', this.pick(['a', '', 'b']))],
    [
      'attribute',
      (one) => one.setAttribute(this.pick(ATTRIBUTES), this.pick(['false', 'off', 'true'])),
    ],
    ['shadow root', (one) => one.localName === 'x-box' && this.giveRoot(one)],
  ];

  /** Every element but the style sheets, those in open shadow roots included. */
  private all(): HTMLElement[] {
    const found = [document.body];
    for (const one of found) {
      for (const root of [one, one.shadowRoot]) {
        for (const child of root?.children ?? []) {
          if (child.localName !== 'style') found.push(child as HTMLElement);
        }
      }
    }
    return found;
  }

  private element(depth: number): HTMLElement {
    const element = document.createElement(this.pick(TAGS));
    const { localName } = element;
    if (this.chance(0.85)) element.className = this.pick(CLASSES);
    if (this.chance(0.05)) element.slot = this.pick(['a', '']);
    if (this.chance(0.04)) element.hidden = true;
    if (localName === 'slot' && this.chance(0.5)) element.setAttribute('name', 'a');
    if (localName === 'details' && this.chance(0.5)) element.setAttribute('open', '');
    const children = CHILDLESS.has(localName) ? 0 : this.below(depth < DEEPEST ? 4 : 2);
    for (let n = 0; n < children; n++) element.append(this.node(depth + 1));
    if (MAY_HAVE_ROOT.has(localName) && this.chance(0.2)) this.giveRoot(element);
    return element;
  }

  private node(depth: number): Node {
    return this.chance(0.5) ? document.createTextNode(this.text()) : this.element(depth);
  }

  private some(): DocumentFragment {
    const fragment = document.createDocumentFragment();
    for (let n = 0; n < 3; n++) fragment.append(this.node(DEEPEST - 1));
    return fragment;
  }

  private giveRoot(element: HTMLElement): void {
    const root = element.attachShadow({ mode: 'open' });
    root.append(stylesheet(), this.node(DEEPEST - 1), document.createElement('slot'));
  }

  private remove(element: HTMLElement): void {
    if (element === document.body) return;
    element.remove();
    this.removed.push(element);
  }

  /** Nobody sees what happens to something while it is out of the page. */
  private bringBack(to: HTMLElement): void {
    const element = this.removed.pop();
    if (!element) return;
    for (const one of [element, ...element.querySelectorAll<HTMLElement>('*')]) {
      if (this.chance(0.5))
        this.inText(one, (text) => text.replaceData(0, text.length, this.text()));
      if (this.chance(0.2)) one.setAttribute('class', this.pick(CLASSES));
    }
    to.append(element);
  }

  private rename(element: HTMLElement): void {
    if (element === document.body) return;
    const other = document.createElement(this.pick(TAGS.filter((tag) => !CHILDLESS.has(tag))));
    element.replaceWith(other);
    other.append(...element.childNodes);
  }

  private inText(element: HTMLElement, change: (text: Text) => void): void {
    const texts = [...element.childNodes].filter((node) => node instanceof Text);
    if (texts.length > 0) change(this.pick(texts));
  }

  /** A few words, most with a number that no other has. */
  private text(): string {
    const words = Array.from({ length: 1 + this.below(3) }, () =>
      this.pick(this.chance(0.8) ? WORDS : INVISIBLE),
    ).join('');
    return this.chance(0.3) ? words : `${words}${this.words++}`;
  }

  private pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  private below(most: number): number {
    return Math.floor(this.random() * most);
  }

  private chance(of: number): boolean {
    return this.random() < of;
  }
}

function stylesheet(): HTMLStyleElement {
  const style = document.createElement('style');
  style.textContent = STYLES;
  return style;
}

const nameOf = ({ localName, className }: Element) => `${localName}.${className}`;
