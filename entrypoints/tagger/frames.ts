/** The element that shows a window in the one around it; `null` at the top and across origins. */
export function frameElementOf(view: Window): HTMLElement | null {
  try {
    return view.frameElement as HTMLElement | null;
  } catch {
    // Some browsers throw across origins instead of giving null.
    return null;
  }
}

/** The document that an element shows; `null` for what shows none, and across origins. */
export function documentInside(element: Element | null): Document | null {
  try {
    return (element as HTMLIFrameElement | null)?.contentDocument ?? null;
  } catch {
    return null;
  }
}

/** This window and those around it; `null` where one of them is of another origin. */
export function windowsAround(): Window[] | null {
  const all: Window[] = [window];
  for (let view: Window = window; view !== view.top; view = view.parent) {
    if (!frameElementOf(view)) return null;
    all.push(view.parent);
  }
  return all;
}
