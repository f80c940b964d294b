/** A page or frame of either browser's driver. */
interface Evaluator {
  evaluate(work: (text: string) => boolean, text: string): Promise<boolean>;
}

/**
 * Selects the first run of text in a page that reads so, as a drag of the mouse would: one range,
 * the focus where the selection is. White space counts as it is seen, any run of it as one space.
 *
 * @throws where no text node, or no sequence of them, contains the text
 */
export async function selectText(page: Evaluator, text: string): Promise<void> {
  if (!(await page.evaluate(select, text))) throw new Error(`Nothing in the page reads "${text}".`);
}

/** Runs in the page: all it needs stands inside it. */
function select(text: string): boolean {
  const places: { node: Text; offset: number }[] = [];
  let seen = '';
  const kinds = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION;
  const walker = document.createTreeWalker(document.body, kinds);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    for (let offset = 0; offset < node.length; offset++) {
      const unit = node.data.charAt(offset).replace(/\s/, ' ');
      if (unit === ' ' && seen.endsWith(' ')) continue;
      seen += unit;
      places.push({ node, offset });
    }
  }
  const start = seen.indexOf(text);
  const first = places[start];
  const last = places[start + text.length - 1];
  if (start < 0 || !first || !last) return false;

  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  const element = first.node.parentElement;
  element?.closest<HTMLElement>('[contenteditable], [tabindex]')?.focus();
  // A form gives a field of that name for its own method.
  if (element) Element.prototype.scrollIntoView.call(element, { block: 'center' });
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  return true;
}
