import type { Span } from '../../../../data/passage';
import { clipOf } from '../clip';
import { uncoveredOf } from '../cover';
import type { TextField } from '../field-rules';
import { copyMetrics } from './metrics';
import { MirroredLines } from './mirrored-lines';
import { addToOverlay, liftOverlayFor, overlayOrigin, removeFromOverlay } from './overlay';

/**
 * A transparent copy of a text field's text, exactly over it, in an overlay of our own: highlights
 * painted in it seem to stand in the field, and the field is left alone.
 */
export class Mirror {
  private readonly view = document.createElement('div');
  private readonly text = document.createElement('div');
  private readonly lines: MirroredLines;

  constructor(private readonly field: TextField) {
    const line = document.createElement('div');
    this.lines = new MirroredLines(line);
    this.text.append(line);
    this.view.append(this.text);
    Object.assign(line.style, { flex: '1 0 auto', minWidth: '0', unicodeBidi: 'inherit' });
    Object.assign(this.text.style, {
      boxSizing: 'border-box',
      color: 'transparent',
      position: 'relative',
    });
    Object.assign(this.view.style, {
      position: 'absolute',
      overflow: 'hidden',
      transformOrigin: '0 0',
      contain: 'strict',
    });
    addToOverlay(this.view);
    this.refresh();
  }

  /** Takes over the field's text, type, size and place. */
  refresh(): void {
    copyMetrics(this.field, this.text);
    this.lines.set(this.field.value);
    this.place();
  }

  /** Takes over the field's place and how far it is scrolled. */
  place(): void {
    const { field, view } = this;
    liftOverlayFor(field);
    const box = field.getBoundingClientRect();
    const origin = overlayOrigin();
    const scaleX = field.offsetWidth > 0 ? box.width / field.offsetWidth : 1;
    const scaleY = field.offsetHeight > 0 ? box.height / field.offsetHeight : 1;
    const shown = field.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const left = box.left + field.clientLeft * scaleX;
    const top = box.top + field.clientTop * scaleY;
    const right = left + field.clientWidth * scaleX;
    const bottom = top + field.clientHeight * scaleY;
    const seen = uncoveredOf(field, clipOf(field, { left, top, right, bottom }));
    const hidden = [
      (seen.top - top) / scaleY,
      (right - seen.right) / scaleX,
      (bottom - seen.bottom) / scaleY,
      (seen.left - left) / scaleX,
    ];
    Object.assign(view.style, {
      left: `${left - origin.left}px`,
      top: `${top - origin.top}px`,
      clipPath: hidden.some((edge) => edge > 0)
        ? `inset(${hidden.map((edge) => `${edge}px`).join(' ')})`
        : 'none',
      width: `${field.clientWidth}px`,
      height: `${field.clientHeight}px`,
      transform: scaleX === 1 && scaleY === 1 ? 'none' : `scale(${scaleX}, ${scaleY})`,
      visibility: shown ? 'visible' : 'hidden',
    });
    this.text.style.transform = `translate(${-field.scrollLeft}px, ${-field.scrollTop}px)`;
  }

  /** The range over a span of the field's text; `null` where it holds no letter. */
  rangeOf(span: Span): Range | null {
    return this.lines.rangeOf(span);
  }

  dispose(): void {
    removeFromOverlay(this.view, this.field);
  }
}
