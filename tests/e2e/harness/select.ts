/** A page or frame of either browser's driver. */
interface Evaluator {
  evaluate(work: (text: string) => boolean, text: string): Promise<boolean>;
}

/**
 * Selects the first run of text in a page that reads so, as a drag of the mouse would: one range,
 * the focus where the selection is.
 *
 * @throws where no text node, or no sequence of them, contains the text
 */
export async function selectText(page: Evaluator, text: string): Promise<void> {
  if (!(await page.evaluate(select, text))) throw new Error(`Nothing in the page reads "${text}".`);
}

/** Runs in the page: all it needs stands inside it. */
function select(text: string): boolean {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  const start = nodes
    .map((node) => node.data)
    .join('')
    .indexOf(text);
  if (start < 0) return false;

  const range = document.createRange();
  let offset = 0;
  for (const node of nodes) {
    const next = offset + node.length;
    if (offset <= start && start < next) range.setStart(node, start - offset);
    if (offset < start + text.length && start + text.length <= next) {
      range.setEnd(node, start + text.length - offset);
    }
    offset = next;
  }
  const element = range.startContainer.parentElement;
  element?.closest<HTMLElement>('[contenteditable], [tabindex]')?.focus();
  element?.scrollIntoView({ block: 'center' });
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  return true;
}
