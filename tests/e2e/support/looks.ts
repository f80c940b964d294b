import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import { axe, type Evaluator } from '../harness/axe';
import { screenshot } from '../harness/pictures';
import { lostBySpacing } from './text-spacing';

export const THEMES = ['light', 'dark'] as const;

/** The widths of a side panel, the least and a usual one. */
const WIDTHS = [360, 420];
export const HEIGHT = 780;

/** As wide as the popup makes itself, and as high as Chromium lets it be. */
export const POPUP = { width: 440, height: 560 };

/** The picker is a dialog's worth of a page in a frame: it needs neither landmarks nor headings. */
const IN_A_FRAME = ['region', 'landmark-one-main', 'page-has-heading-one'];

/** Looks at views as they stand: each keeps a picture and fails softly for what is at fault. */
export interface Looks {
  /**
   * Looks for what axe finds, for what is wider than its window, and for what is lost with wide
   * spacing.
   */
  at(view: Page, name: string): Promise<void>;
  /** The same at each width of a side panel. */
  atWidths(view: Page, name: string): Promise<void>;
  /** The same for the picker in a page. */
  atPicker(page: Page, picker: Frame, name: string): Promise<void>;
}

/** @param theme names the folder of the pictures */
export function looksIn(theme: (typeof THEMES)[number]): Looks {
  // Colours take up no room.
  const spaceOut = async (view: Page | Frame, name: string) => {
    if (theme !== 'light') return;
    expect.soft([name, await lostBySpacing(view)]).toEqual([name, []]);
  };
  const at = async (view: Page, name: string) => {
    await screenshot(view, `screens/${theme}/${name}`);
    expect.soft([name, await axe(view as Evaluator)]).toEqual([name, []]);
    expect.soft([name, await view.evaluate(overflow)]).toEqual([name, 0]);
    await spaceOut(view, name);
  };
  return {
    at,
    async atWidths(view, name) {
      for (const width of WIDTHS) {
        await view.setViewportSize({ width, height: HEIGHT });
        await at(view, `${name}-${width}`);
      }
    },
    async atPicker(page, picker, name) {
      await screenshot(page, `screens/${theme}/${name}`);
      expect.soft([name, await axe(picker as Evaluator, IN_A_FRAME)]).toEqual([name, []]);
      expect.soft([name, await picker.evaluate(overflow)]).toEqual([name, 0]);
      await spaceOut(picker, name);
    },
  };
}

/** How many pixels are wider than the window; runs in the page. */
function overflow(): number {
  const { scrollWidth, clientWidth } = document.documentElement;
  return Math.max(0, scrollWidth - clientWidth);
}
