import type { Quote } from '../../../data/quote';
import { hypothesis } from '../quotes/finders';

/**
 * Runs in the page: finds quotes as the Hypothesis client does, in the text of all its nodes, and
 * makes a range for each. Kinder to it than its client is, which reads and walks the document anew
 * for each quote; here both are done once.
 */
window.__anchorAll = (quotes: readonly Quote[]): (string | null)[] => {
  const nodes: Text[] = [];
  const starts: number[] = [];
  let text = '';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    nodes.push(node);
    starts.push(text.length);
    text += node.data;
  }
  const place = (offset: number) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    const at = Math.max(0, low - 1);
    return { node: nodes[at] as Text, offset: offset - (starts[at] as number) };
  };
  return quotes.map((quote) => {
    const found = hypothesis.find(text, quote);
    if (!found) return null;
    const range = document.createRange();
    const [start, end] = [place(found.start), place(found.end)];
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    return range.toString();
  });
};
