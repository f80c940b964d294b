import { windowsAround } from '../frames';
import { byBox } from './by-box';
import { createLookout } from './lookout';
import type { Layer } from './painter';
import type { Stretch } from './stretch';

/** A stretch to paint, and the highlight to paint it with. */
export interface Paintable {
  readonly name: string;
  readonly stretch: Stretch;
}

/**
 * Up to so many strokes are all painted. With a thousand painted ranges Chromium 156 takes 15 ms
 * longer for every frame in which anything on a page changes, painted or not; thirty still take two
 * in a hundred of a core on a page that changes twelve times a second.
 */
const ALL = 12;

export interface NearbyLayer {
  show(strokes: readonly Paintable[]): void;
  /** Whether the page took the text of something painted away, maybe to draw it anew. */
  isTorn(): boolean;
}

/** A layer that paints, of very many strokes, those on screen and near it. */
export function nearbyOnly(layer: Layer): NearbyLayer {
  let strokes: readonly Paintable[] = [];
  let shown = new Set<Stretch>();
  let byElement = new Map<Element, Paintable[]>();
  let near: ReadonlySet<Element> = new Set();

  const show = (some: readonly Paintable[]) => {
    layer.show(some.map(({ name, stretch }) => ({ name, range: stretch.range() })));
    const before = shown;
    shown = new Set(some.map(({ stretch }) => stretch));
    for (const stretch of before) if (!shown.has(stretch)) stretch.rest();
  };
  const paint = () => show([...near].flatMap((element) => byElement.get(element) ?? []));
  const lookout = createLookout((found) => {
    near = found;
    paint();
  });

  return {
    isTorn() {
      for (const stretch of shown) if (stretch.isTorn) return true;
      return false;
    },
    show(next) {
      if (lookout.following && sameStrokes(strokes, next)) {
        paint();
        lookout.noteChange();
        return;
      }
      strokes = next;
      if (strokes.length <= ALL || windowsAround() === null) {
        lookout.stop();
        near = new Set();
        byElement = new Map();
        show(strokes);
        return;
      }
      byElement = byBox(strokes);
      paint();
      lookout.follow(byElement.keys());
    },
  };
}

function sameStrokes(some: readonly Paintable[], others: readonly Paintable[]): boolean {
  if (some === others) return true;
  return (
    some.length === others.length &&
    some.every(({ stretch, name }, at) => {
      const other = others[at];
      return stretch === other?.stretch && name === other.name;
    })
  );
}
