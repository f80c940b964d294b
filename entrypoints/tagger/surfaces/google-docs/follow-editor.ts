/** What changes in the page when something in the document does, or where it is drawn. */
const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  attributes: true,
  attributeFilter: ['style', 'transform', 'aria-label', 'x', 'y', 'width', 'height'],
};

/**
 * Calls back whenever something in the editor was drawn, moved or resized, until aborted. What is
 * ours in it does not count.
 */
export function followEditor(
  editor: Element,
  isOurs: (node: Node) => boolean,
  onDraw: () => void,
  signal: AbortSignal,
): void {
  const isForeign = ({ target, addedNodes, removedNodes }: MutationRecord) =>
    !isOurs(target) && ![...addedNodes, ...removedNodes].some(isOurs);
  const mutations = new MutationObserver((records) => {
    if (records.some(isForeign)) onDraw();
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
