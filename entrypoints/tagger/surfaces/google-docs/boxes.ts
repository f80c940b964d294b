import { LAYER_CLASS } from '../../painting/names';
import { notPrinted } from '../not-printed';
import { style } from '../style';
import type { Mark } from '../surface';

/** A rectangle of a mark, from the top left of the layer it is drawn in, CSS pixels. */
export interface DrawnBox {
  readonly mark: Mark;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The colours of `entrypoints/highlights.css`, which cannot reach what is painted on a canvas. */
export const COLOURS: readonly (readonly [number, number, number])[] = [
  [63, 134, 216],
  [212, 99, 47],
  [196, 85, 155],
  [165, 129, 26],
  [138, 112, 220],
  [42, 143, 166],
];

/** Background and line, as there. */
export const LOOKS = {
  same: { alpha: 0.22, line: 'solid' },
  edited: { alpha: 0.12, line: 'dotted' },
  doubtful: { alpha: 0, line: 'dashed' },
} as const;

/**
 * The layer the boxes are drawn in. It stands in the document's scroll container, so that boxes
 * scroll with the text without any work, and takes no room and no clicks.
 */
export class Boxes {
  private readonly layer: HTMLElement;
  private readonly ended = new AbortController();
  private boxes: readonly DrawnBox[] = [];

  constructor(private readonly editor: Element) {
    this.layer = editor.ownerDocument.createElement('div');
    this.layer.className = LAYER_CLASS;
    this.layer.setAttribute('aria-hidden', 'true');
    const placed = getComputedStyle(editor).position !== 'static';
    style(this.layer, {
      all: 'initial',
      // In a container that is not positioned only what is in its flow scrolls with it.
      position: placed ? 'absolute' : 'relative',
      display: 'block',
      left: '0',
      top: '0',
      width: '0',
      height: '0',
      overflow: 'visible',
      'pointer-events': 'none',
      'z-index': '1',
    });
    notPrinted(this.layer, this.ended.signal);
    editor.append(this.layer);
  }

  /** The editor that the layer was put into; `null` where it no longer stands there. */
  get editorIfIn(): Element | null {
    return this.layer.isConnected ? this.editor : null;
  }

  /** Whether a node is the layer or in it. */
  owns(node: Node): boolean {
    return this.layer.contains(node);
  }

  /** Where boxes count from, in the viewport. */
  get origin(): DOMRect {
    return this.layer.getBoundingClientRect();
  }

  /** Shows exactly these boxes; elements are kept, so that nothing flickers. */
  show(boxes: readonly DrawnBox[]): void {
    this.boxes = boxes;
    boxes.forEach((box, index) => {
      const element = (this.layer.children[index] as HTMLElement) ?? this.add();
      const [red, green, blue] = COLOURS[box.mark.hue] ?? [128, 128, 128];
      const { alpha, line } = LOOKS[box.mark.confidence];
      style(element, {
        left: `${box.left}px`,
        top: `${box.top}px`,
        width: `${box.width}px`,
        height: `${box.height}px`,
        'background-color': `rgb(${red} ${green} ${blue} / ${alpha * 100}%)`,
        'border-bottom': `2px ${line} rgb(${red} ${green} ${blue})`,
      });
    });
    while (this.layer.childElementCount > boxes.length) this.layer.lastElementChild?.remove();
  }

  /** The ids at a point of the viewport. */
  idsAt(x: number, y: number): string[] {
    const { left, top } = this.origin;
    const hit = this.boxes.filter(
      (box) =>
        x - left >= box.left &&
        x - left <= box.left + box.width &&
        y - top >= box.top &&
        y - top <= box.top + box.height,
    );
    return [...new Set(hit.flatMap(({ mark }) => mark.ids))];
  }

  remove(): void {
    this.ended.abort();
    this.layer.remove();
  }

  private add(): HTMLElement {
    const element = this.layer.ownerDocument.createElement('div');
    style(element, {
      all: 'initial',
      display: 'block',
      position: 'absolute',
      'box-sizing': 'border-box',
      'pointer-events': 'none',
    });
    this.layer.append(element);
    return element;
  }
}
