/**
 * How much larger a page draws the lengths in an element, by `zoom` on it or around it. Browsers that
 * cannot say (Chromium before 128, Firefox before 126) are taken to draw them as they are.
 */
export function zoomOf(element: Element): number {
  return (element as Element & { readonly currentCSSZoom?: number }).currentCSSZoom || 1;
}

/** The inside of the window, without its scroll bars, in the pixels that rectangles are told in. */
export function viewportOf(page: Document): { width: number; height: number } {
  const top = page.documentElement;
  const zoom = zoomOf(top);
  return { width: top.clientWidth * zoom, height: top.clientHeight * zoom };
}
