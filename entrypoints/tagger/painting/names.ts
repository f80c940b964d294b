import type { Confidence } from '../../../data/quote';

/**
 * A page's own scripts can list the names of the highlights in it. Ours say nothing of what they
 * stand for; the same names are in `entrypoints/highlights.css`.
 */
const PREFIX = 'u7e';

const SIGNS: Record<Confidence, string> = { same: 'a', edited: 'b', doubtful: 'c' };

/** The highlight for a colour (0 to 5) and a confidence. */
export function highlightName(hue: number, confidence: Confidence): string {
  return `${PREFIX}-${SIGNS[confidence]}${hue}`;
}

/** The highlight that marks the place someone was taken to, for a moment. */
export const MOMENT_NAME = `${PREFIX}-m`;

/** The class of a picker's element in the page, which says no more. */
export const PICKER_CLASS = `${PREFIX}-p`;

/** The class of the layer that boxes are drawn in, where a page has no text to paint. */
export const LAYER_CLASS = `${PREFIX}-l`;

/** The event by which a newer instance of this script tells an older one to step aside. */
export const STEP_ASIDE_EVENT = `${PREFIX}-x`;
