/**
 * Styles an element of ours that stands in the page: one property after the other, and important,
 * as the page's own rules for `div` and the like must not reach it. `all` has to come first.
 */
export function style(element: HTMLElement, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (element.style.getPropertyValue(name) === value) continue;
    element.style.setProperty(name, value, 'important');
  }
}
