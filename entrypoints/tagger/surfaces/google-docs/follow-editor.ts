/** What changes in the page when something in the document does, or where it is drawn. */
const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  attributes: true,
  attributeFilter: ['style', 'transform', 'aria-label', 'x', 'y', 'width', 'height'],
};

/**
 * Calls back whenever something in the editor was drawn, moved or resized, until aborted.
 *
 * @param ignores which nodes do not count, with all that is in them: what is ours, at least
 */
export function followEditor(
  editor: Element,
  ignores: (node: Node) => boolean,
  onDraw: () => void,
  signal: AbortSignal,
): void {
  const counts = ({ target, addedNodes, removedNodes }: MutationRecord) => {
    if (ignores(target)) return false;
    const nodes = [...addedNodes, ...removedNodes];
    return nodes.length === 0 || !nodes.every(ignores);
  };
  const mutations = new MutationObserver((records) => {
    if (records.some(counts)) onDraw();
  });
  const sizes = new ResizeObserver(onDraw);
  mutations.observe(editor, OBSERVED);
  sizes.observe(editor);
  signal.addEventListener(
    'abort',
    () => {
      mutations.disconnect();
      sizes.disconnect();
    },
    { once: true },
  );
}
