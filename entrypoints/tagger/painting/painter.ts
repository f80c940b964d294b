/** A range to paint and the highlight to paint it with. */
export interface Stroke {
  readonly name: string;
  readonly range: Range;
}

/** What one surface has on screen. */
export interface Layer {
  /** Shows exactly these strokes; those already shown, the same object, are not touched. */
  show(strokes: readonly Stroke[]): void;
}

const registered = new Map<string, Highlight>();

/** The strokes of one surface. Several surfaces share the frame's highlights. */
export function createLayer(): Layer {
  let shown = new Map<Range, string>();
  return {
    show(strokes) {
      const next = new Map(strokes.map(({ range, name }) => [range, name] as const));
      for (const [range, name] of shown) {
        if (next.get(range) !== name) registered.get(name)?.delete(range);
      }
      for (const [range, name] of next) {
        if (shown.get(range) !== name) highlight(name).add(range);
      }
      for (const name of new Set(next.values())) register(name);
      shown = next;
    },
  };
}

/** Puts everything that paints something back into the page's registry, where the page cleared it. */
export function registerAgain(): void {
  for (const [name, { size }] of registered) if (size > 0) register(name);
}

function highlight(name: string): Highlight {
  let found = registered.get(name);
  if (!found) {
    found = new Highlight();
    registered.set(name, found);
  }
  return found;
}

/** Puts a highlight into the page's registry, again if the page cleared it. */
function register(name: string): void {
  const own = highlight(name);
  if (CSS.highlights.get(name) !== own) CSS.highlights.set(name, own);
}
