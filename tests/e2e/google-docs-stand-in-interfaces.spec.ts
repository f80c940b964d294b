import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import '../fixtures/google-docs/controls';
import { type StandIn, standInInChromium } from '../fixtures/google-docs/in-chromium';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await standInInChromium();
});
afterEach(() => standIn.closePages());
afterAll(() => standIn?.close());

/** Selects from one string to the end of another. */
function select(page: Page, from: string, to: string) {
  return page.evaluate(
    ([first, last]) =>
      window.__docs.select(window.__docs.find(first).start, window.__docs.find(last).end),
    [from, to] as const,
  );
}

/** A copy event made by a script, with or without a DataTransfer; what came of it. */
function copy(page: Page, withData: boolean, clear = true) {
  return page.evaluate(
    ([given, emptied]) => {
      const frame = document.querySelector<HTMLIFrameElement>('.docs-texteventtarget-iframe');
      const inner = frame?.contentWindow as (Window & typeof globalThis) | null | undefined;
      const editable = inner?.document.querySelector<HTMLElement>('[contenteditable=true]');
      if (!inner || !editable) throw new Error('no editable');
      if (emptied) editable.textContent = '';
      const clipboardData = new inner.DataTransfer();
      const init = { bubbles: true, cancelable: true, clipboardData };
      const event = given
        ? new inner.ClipboardEvent('copy', init)
        : new inner.CustomEvent('copy', init);
      const prevented = !editable.dispatchEvent(event);
      return {
        prevented,
        types: [...clipboardData.types].sort(),
        plain: clipboardData.getData('text/plain'),
        html: clipboardData.getData('text/html'),
        left: editable.textContent,
      };
    },
    [withData, clear] as const,
  );
}

describe('copying', () => {
  test('fills a given DataTransfer with three types and prevents the default', async () => {
    const page = await standIn.open();
    await select(page, 'Written by', 'What I');
    const { prevented, types, plain, html } = await copy(page, true);
    expect(prevented).toBe(true);
    expect(types).toEqual([
      'application/x-vnd.google-docs-document-slice-clip+wrapped',
      'text/html',
      'text/plain',
    ]);
    expect(plain).toBe(
      'Written by Ada Lopez for the autumn review. Everything below happened since May.\nWhat I',
    );
    expect(html).toMatch(
      /^<meta charset="utf-8"><b id="docs-internal-guid-[^>]*><p [^>]*><span .*pre-wrap/,
    );
  });

  test('takes lists, cells and links', async () => {
    const page = await standIn.open();
    await select(page, 'gave the reason', 'Asked');
    expect((await copy(page, true)).plain).toBe('gave the reason behind each bet\nAsked');
    await select(page, 'Before', '42 % (sou');
    expect((await copy(page, true)).plain).toBe(
      'Before\tAfter\nDays to a first report\tnine\ttwo\nTeams back in week two\t31 %\t42 % (sou',
    );
  });

  test('writes into the editable where there is no DataTransfer', async () => {
    const page = await standIn.open();
    await select(page, 'eleven', 'points');
    const { left, plain } = await copy(page, false);
    expect(left).toBe('eleven points');
    expect(plain).toBe('');
  });

  test('leaves the editable as it was when nothing is selected', async () => {
    const page = await standIn.open();
    await select(page, 'eleven', 'points');
    await copy(page, false);
    await page.evaluate(() => window.__docs.select(5));
    expect((await copy(page, false, false)).left).toBe('eleven points');
    expect((await copy(page, false)).left).toBe('');
  });

  test('answers the real Ctrl+C, which the log tells from a script', async () => {
    const page = await standIn.open();
    await select(page, 'eleven', 'points');
    await page.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('.docs-texteventtarget-iframe');
      frame?.contentDocument?.addEventListener('copy', (event) => {
        Object.assign(window, { heard: event.clipboardData?.getData('text/plain') });
      });
    });
    await page.keyboard.press('Control+c');
    const heard = await page.evaluate(() => [
      Reflect.get(window, 'heard'),
      window.__docs.log.at(-1),
    ]);
    expect(heard).toEqual(['eleven points', { what: 'copy', trusted: true, data: true }]);
  });
});

describe('the annotated text', () => {
  test('takes the user to valid offsets and ignores others', async () => {
    const page = await standIn.open();
    const state = await page.evaluate(async () => {
      const answer = await window._docs_annotate_getAnnotatedText?.('own');
      const { start, end } = window.__docs.find('Thank you');
      const seen = window.__docs.isVisible(start);
      answer?.setSelection(start, end);
      const chosen = window.__docs.selection();
      for (const [a, b] of [
        [9e9, 9e9 + 1],
        [-1, 5],
        [9, 4],
        [1.5, 3],
        [Number.NaN, 2],
      ] as const) {
        answer?.setSelection(a, b);
      }
      return {
        seen,
        same: chosen.start === start && chosen.end === end,
        now: window.__docs.selection(),
        start,
      };
    });
    expect(state).toMatchObject({ seen: false, same: true });
    expect(state.now.start).toBe(state.start);
    await page.waitForFunction((start) => window.__docs.isVisible(start), state.start);
  });

  test('is a snapshot', async () => {
    const page = await standIn.open();
    const same = await page.evaluate(async () => {
      const answer = await window._docs_annotate_getAnnotatedText?.('own');
      const before = window.__docs.text();
      window.__docs.type('More. ');
      return answer?.getText() === before && before !== window.__docs.text();
    });
    expect(same).toBe(true);
  });
});

describe('the rectangles', () => {
  test('of text are there only with the flag', async () => {
    const page = await standIn.open();
    expect(await page.locator('rect[aria-label]').count()).toBe(0);
  });

  test.each([0.75, 1, 1.5])('of text lie on the painted words at zoom %d', async (zoom) => {
    const page = await standIn.open({ flag: true });
    const runs = await page.evaluate(async (to) => {
      window.__docs.zoom(to);
      await window.__docs.scrollTo(window.__docs.find('Days to').start);
      await window.__docs.settled();
      return ['eleven points', 'seventeen', 'Days to a first report'].map((words) => {
        const { start, end } = window.__docs.find(words);
        const rect = document.querySelector(`rect[aria-label="${words}"]`);
        const box = rect?.getBoundingClientRect();
        const [truth] = window.__docs.rectFor(start, end);
        const scale = /matrix\(([\d.]+),/.exec(rect?.getAttribute('transform') ?? '')?.[1];
        return { box: box?.toJSON(), truth, scale: Number(scale) };
      });
    }, zoom);
    for (const { box, truth, scale } of runs) {
      expect(scale).toBe(zoom);
      for (const side of ['left', 'top', 'right', 'bottom'] as const) {
        expect(box[side]).toBeCloseTo(truth?.[side] ?? Number.NaN, 1);
      }
    }
  });

  test.each([0.75, 1.5])('of text agree with the pixels at zoom %d', async (zoom) => {
    const page = await standIn.open({ flag: true });
    const { ink, box } = await page.evaluate(async (to) => {
      window.__docs.zoom(to);
      window.__docs.edit(1, 1, 'One more line above\n');
      await window.__docs.scrollTo(window.__docs.find('eleven points').start);
      await window.__docs.settled();
      const rect = document.querySelector('rect[aria-label="eleven points"]');
      const canvas = document.querySelector<HTMLCanvasElement>('canvas.kix-canvas-tile-content');
      if (!rect || !canvas) throw new Error('nothing painted');
      const place = rect.getBoundingClientRect();
      const sheet = canvas.getBoundingClientRect();
      const { width, height } = canvas;
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      // The link's blue: much more blue than red.
      const columns: number[] = [];
      for (let y = Math.ceil(place.top - sheet.top); y < place.bottom - sheet.top; y += 1) {
        for (let x = 0; x < width; x += 1) {
          const i = 4 * (y * width + x);
          if ((pixels[i + 2] ?? 0) - (pixels[i] ?? 0) > 90) columns.push(x);
        }
      }
      const left = sheet.left + Math.min(...columns);
      return { ink: { left, right: sheet.left + Math.max(...columns) + 1 }, box: place.toJSON() };
    }, zoom);
    expect(Math.abs(ink.left - box.left)).toBeLessThan(1.5);
    expect(Math.abs(ink.right - box.right)).toBeLessThan(1.5);
  });

  test('of text follow the pages near the window, and name headers', async () => {
    const page = await standIn.open({ flag: true, path: '/document/d/long/edit' });
    const labels = () =>
      page.locator('[role=paragraph] rect').evaluateAll((all) => all.map((one) => one.ariaLabel));
    expect((await labels()).some((label) => label?.startsWith('Paragraph 1.'))).toBe(true);
    expect((await labels()).some((label) => label?.startsWith('Paragraph 390.'))).toBe(false);
    expect(
      await page.locator('[data-section-type=footer] rect').first().getAttribute('aria-label'),
    ).toBe('Page 1');
    await page.evaluate(() => window.__docs.scrollTo(window.__docs.find('Paragraph 390.').start));
    await page.waitForFunction(() => document.querySelector('rect[aria-label^="Paragraph 390."]'));
    expect((await labels()).some((label) => label?.startsWith('Paragraph 1.'))).toBe(false);
  });

  test("of the selection tell the user's from others', and lost focus", async () => {
    const page = await standIn.open();
    await select(page, 'first interviews', 'eleven');
    const fills = () =>
      page.evaluate(async () => {
        await window.__docs.settled();
        const rects = document.querySelectorAll('.kix-canvas-tile-selection svg > rect');
        return [...new Set([...rects].map((rect) => rect.getAttribute('fill')))];
      });
    expect(await fills()).toEqual(['rgba(118,167,250,0.5)']);
    await page.evaluate(() => window.__docs.blur());
    expect(await fills()).toEqual(['rgba(0,0,0,0.15)']);
    await page.evaluate(() => {
      window.__docs.select(5);
      window.__docs.collaborator(50, 90);
    });
    expect(await fills()).toEqual(['rgba(194,24,91,0.3)']);
    expect(await page.locator('.kix-cursor-name').textContent()).toBe('Mira Okafor');
    expect(await page.locator('clipPath rect').count()).toBeGreaterThan(0);
  });
});
