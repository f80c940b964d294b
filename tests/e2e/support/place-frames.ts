import { selectText } from '../harness/select';
import { until } from '../harness/until';
import type { AnyFrame, AnyTab } from './place-drivers';
import type { Place } from './places';

/** Editors keep what the browser says of the selection only a moment later. */
const SELECTION_MS = 250;

/** The last words of the document that every place holds. */
const LAST_WORDS = 'about another matter';

/** The frame of a tab that holds the document, once it is there and its editor ready. */
export function frameWithDocument(tab: AnyTab): Promise<AnyFrame> {
  return until('the document is there', async () => {
    const made = await tab.evaluate(
      () => !document.querySelector('script[type=module]') || 'saved' in window,
    );
    if (!made) return undefined;
    for (const one of tab.frames().toReversed()) {
      const text = await one.evaluate(() => {
        const field = document.querySelector<HTMLTextAreaElement>('textarea, input');
        const shadow = document.getElementById('host')?.shadowRoot;
        return `${document.body?.textContent} ${field?.value} ${shadow?.textContent}`;
      });
      if (text.includes(LAST_WORDS)) return one;
    }
    return undefined;
  });
}

/** Selects some words where a place has them, as its user would. */
export async function selectIn(frame: AnyFrame, place: Place, words: string): Promise<void> {
  if (place.edited === 'field') await frame.evaluate(selectInField, words);
  else if (place.path === '/shadow') await frame.evaluate(selectInShadow, words);
  else {
    await frame.evaluate(() => focus());
    await selectText(frame, words);
  }
  // In the page, behind what its editor waits for.
  await frame.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), SELECTION_MS);
}

/** Puts other words in the place of some: typed where one can type, else by the page's script. */
export async function replaceIn(
  tab: AnyTab,
  frame: AnyFrame,
  place: Place,
  words: string,
  by: string,
): Promise<void> {
  if (place.edited === 'script') await frame.evaluate(replaceByScript, [words, by] as const);
  else {
    await selectIn(frame, place, words);
    await tab.keyboard.type(by, { delay: 5 });
  }
}

/** Scrolls a frame, its field if it has one, and the tab around it, back to their beginnings. */
export async function scrollAway(tab: AnyTab, frame: AnyFrame): Promise<void> {
  for (const one of [frame, tab]) {
    await one.evaluate(() => {
      document.querySelector('textarea, input')?.scrollTo(0, 0);
      scrollTo(0, 0);
    });
  }
}

/** What the user edits in a frame, as it is built; `''` where that is a field or nothing. */
export function editedIn(frame: AnyFrame): Promise<string> {
  return frame.evaluate(() =>
    [...document.querySelectorAll('[contenteditable=true]')]
      .flatMap((one) => [
        one.textContent,
        ...[...one.querySelectorAll('*')].map((at) => at.localName),
      ])
      .join('\n'),
  );
}

/** What is painted in a frame. */
export interface Painted {
  /** The words under the paint, in their order; `''` where nothing is painted. */
  readonly words: string;
  /** Whether each range has a place and a colour of its own there. */
  readonly coloured: boolean;
  /** Whether the window shows it. */
  readonly inView: boolean;
}

/** Looks at what is painted, in a frame or over its field. */
export function paintedAt(frame: AnyFrame, place: Place): Promise<Painted> {
  return frame.evaluate(look, place.edited === 'field');
}

// What follows runs in a page: all that a function needs stands inside it.

function selectInField(words: string): void {
  const field = document.querySelector<HTMLTextAreaElement>('textarea, input');
  const start = field?.value.indexOf(words) ?? -1;
  if (!field || start < 0) throw new Error(`The field does not say "${words}".`);
  field.focus();
  field.setSelectionRange(start, start + words.length);
}

function selectInShadow(words: string): void {
  const root = document.getElementById('host')?.shadowRoot as ShadowRoot;
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  const start = nodes
    .map(({ data }) => data)
    .join('')
    .indexOf(words);
  const place = (offset: number): [Text, number] => {
    let left = offset;
    for (const node of nodes) {
      if (left <= node.length) return [node, left];
      left -= node.length;
    }
    throw new Error(`The shadow root does not say "${words}".`);
  };
  if (start < 0) place(Number.POSITIVE_INFINITY);
  getSelection()?.setBaseAndExtent(...place(start), ...place(start + words.length));
}

function replaceByScript([words, by]: readonly [string, string]): void {
  const root = document.getElementById('host')?.shadowRoot ?? document.body;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const start = node.data.indexOf(words);
    if (start < 0 || node.parentElement?.localName === 'script') continue;
    node.replaceData(start, words.length, by);
    return;
  }
  throw new Error(`The page does not say "${words}".`);
}

async function look(inField: boolean) {
  const marks: { name: string; range: Range }[] = [];
  CSS.highlights.forEach((highlight, name) => {
    if (!/^u7e-[abc]/.test(name)) return;
    highlight.forEach((range) => {
      marks.push({ name, range: range as Range });
    });
  });
  marks.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
  const [first] = marks;
  const parent = first?.range.startContainer.parentElement;
  const element = inField ? document.querySelector('textarea, input') : parent;
  if (!first || !parent || !element) return { words: '', coloured: false, inView: false };

  const coloured = marks.every(({ name, range }) => {
    const { width, height } = range.getBoundingClientRect();
    const { backgroundColor } = getComputedStyle(parent, `::highlight(${name})`);
    return width > 0 && height > 0 && !/^(transparent|rgba\(0, 0, 0, 0\))$/.test(backgroundColor);
  });
  // Counts what every scrolling element and every frame around cuts off.
  const seen = await new Promise<boolean>((resolve) => {
    const observer = new IntersectionObserver(([entry]) => {
      observer.disconnect();
      resolve((entry?.intersectionRatio ?? 0) > 0.9);
    });
    observer.observe(element);
  });
  const range = first.range.getBoundingClientRect();
  const around = element.getBoundingClientRect();
  const within =
    range.top >= around.top - 1 &&
    range.bottom <= around.bottom + 1 &&
    range.left >= around.left - 1 &&
    range.left < around.right;
  const words = marks.map(({ range }) => range.toString()).join('');
  return { words, coloured, inView: seen && within };
}
