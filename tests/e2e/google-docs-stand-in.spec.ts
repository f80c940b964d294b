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

/** The selection as the page's interface tells it, and as the page knows it. */
function selected(page: Page) {
  return page.evaluate(async () => {
    const answer = await window._docs_annotate_getAnnotatedText?.('own');
    const [range] = answer?.getSelection() ?? [];
    const truth = window.__docs.selection();
    if (!answer || !range) throw new Error('no answer');
    return {
      told: answer.getText().slice(range.start, range.end),
      known: window.__docs.text().slice(truth.start, truth.end),
    };
  });
}

function pointIn(page: Page, words: string, shift = 0) {
  return page.evaluate(
    ([text, by]) => window.__docs.pointFor(window.__docs.find(text).start + by),
    [words, shift] as const,
  );
}

describe('the page', () => {
  test('has its words on the canvas and nowhere else', async () => {
    const page = await standIn.open();
    const seen = await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('canvas.kix-canvas-tile-content');
      const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
      const frame = document.querySelector<HTMLIFrameElement>('.docs-texteventtarget-iframe');
      return {
        dark: pixels?.filter((value, i) => i % 4 === 0 && value < 100).length ?? 0,
        html: document.documentElement.outerHTML + frame?.contentDocument?.body.outerHTML,
        title: document.title,
      };
    });
    expect(seen.dark).toBeGreaterThan(1000);
    expect(seen.html).not.toContain('onboarding');
    expect(seen.title).toBe('Self-review - Google Docs');
  });

  test('answers at each form of its address', async () => {
    for (const path of [
      '/document/u/1/d/1review/edit?tab=t.0#heading=h.x',
      '/document/d/1review/preview',
      '/document/d/1review',
    ]) {
      const page = await standIn.open({ path });
      expect(await page.title()).toBe('Self-review - Google Docs');
      expect(new URL(page.url()).origin).toBe('https://docs.google.com');
    }
  });

  test('refuses strings as markup, and inline scripts', async () => {
    const page = await standIn.open();
    const refused = await page.evaluate(() => {
      const names: string[] = [];
      for (const [name, act] of [
        ['innerHTML', () => (document.createElement('p').innerHTML = '<b></b>')],
        ['parser', () => new DOMParser().parseFromString('<p>', 'text/html')],
      ] as const) {
        try {
          act();
        } catch {
          names.push(name);
        }
      }
      const script = document.createElement('script');
      try {
        script.textContent = 'window.ran = true';
        document.head.append(script);
      } catch {
        // Refused already when the text was set.
      }
      return { names, ran: Reflect.has(window, 'ran') };
    });
    expect(refused).toEqual({ names: ['innerHTML', 'parser'], ran: false });
  });

  test('shows its own menu and no selection of the browser', async () => {
    const page = await standIn.open();
    const { x, y } = await pointIn(page, 'nine days', 2);
    await page.mouse.dblclick(x, y);
    await page.mouse.click(x, y, { button: 'right' });
    expect(await page.locator('.goog-menu').isVisible()).toBe(true);
    expect(await page.evaluate(() => String(getSelection()))).toBe('');
    expect(await selected(page)).toEqual({ told: 'nine', known: 'nine' });
  });

  test('has two tabs with a text each', async () => {
    const page = await standIn.open();
    const first = await page.evaluate(() => window.__docs.text());
    await page.getByRole('tab', { name: 'Notes' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('tab')).toBe('t.1');
    const second = await page.evaluate(async () =>
      (await window._docs_annotate_getAnnotatedText?.('own'))?.getText(),
    );
    expect(second).toContain('Where did the wizard go?');
    expect(second).not.toBe(first);
    const direct = await standIn.open({ path: '/document/d/1review/edit?tab=t.1' });
    expect(await direct.evaluate(() => window.__docs.text())).toBe(second);
  });

  test('marks structure in its text as the editor does', async () => {
    const page = await standIn.open();
    const text = await page.evaluate(() => window.__docs.text());
    expect(text).toMatch(/^\u0003Self-review, second half\nWritten by \ue907 for/);
    expect(text).toContain('\n\u0010\u0012\u001cGoal\n\u001cBefore\n\u001cAfter\n\u0012');
    expect(text).toContain('\n\u001cWhat I learned\n');
    expect(text).toContain('\ufffc');
    expect(text).toContain('zero\u200bwidth');
    expect(text).toMatch(/[^\n]\n$/);
  });
});

describe('selecting with the mouse', () => {
  test.each([0.75, 1, 1.5])('hits the words that are painted at zoom %d', async (zoom) => {
    const page = await standIn.open();
    await page.evaluate((to) => {
      window.__docs.zoom(to);
      return window.__docs.scrollTo(window.__docs.find('shipped shared').start);
    }, zoom);
    const from = await pointIn(page, 'shipped shared');
    const to = await pointIn(page, 'in numbers');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    const { told, known } = await selected(page);
    expect(told).toBe(known);
    expect(told).toMatch(/^shipped shared drafts.*How it went, $/s);
  });

  test('takes a word, a paragraph, and what lies up to a Shift+click', async () => {
    const page = await standIn.open();
    const { x, y } = await pointIn(page, 'first interviews', 2);
    await page.mouse.click(x, y, { clickCount: 2 });
    expect((await selected(page)).told).toBe('first');
    await page.mouse.click(x, y, { clickCount: 3 });
    expect((await selected(page)).told).toMatch(/^I led the work.*they told me\.$/);
    await page.mouse.click(x, y);
    const end = await pointIn(page, 'interviews to');
    await page.keyboard.down('Shift');
    await page.mouse.click(end.x, end.y);
    await page.keyboard.up('Shift');
    expect((await selected(page)).told).toBe('rst ');
  });

  test('adds a range while Ctrl is held', async () => {
    const page = await standIn.open();
    const { x, y } = await pointIn(page, 'first interviews', 2);
    await page.mouse.dblclick(x, y);
    const other = await pointIn(page, 'smaller', 2);
    await page.keyboard.down('Control');
    await page.mouse.click(other.x, other.y, { clickCount: 2 });
    await page.keyboard.up('Control');
    const words = await page.evaluate(async () => {
      const answer = await window._docs_annotate_getAnnotatedText?.('own');
      return answer?.getSelection().map(({ start, end }) => answer.getText().slice(start, end));
    });
    expect(words).toEqual(['smaller', 'first']);
  });
});

describe('the keyboard', () => {
  test('moves and selects by grapheme, word, line and all', async () => {
    const page = await standIn.open();
    await page.evaluate(() => window.__docs.select(window.__docs.find('a family 👨').end - 2));
    for (let i = 0; i < 2; i += 1) await page.keyboard.press('Shift+ArrowRight');
    expect((await selected(page)).told).toBe('👨‍👩‍👧‍👦,');
    await page.evaluate(() => window.__docs.select(window.__docs.find('smaller').start));
    await page.keyboard.press('Shift+Control+ArrowRight');
    expect((await selected(page)).told).toBe('smaller ');
    await page.keyboard.press('Shift+ArrowDown');
    expect((await selected(page)).told).toMatch(/^smaller and taught.* nobody/);
    await page.keyboard.press('Control+a');
    const text = await page.evaluate(() => window.__docs.text());
    expect((await selected(page)).told).toBe(text.slice(1, -1));
  });

  test('types, deletes, breaks paragraphs, and undoes it all', async () => {
    const page = await standIn.open();
    const before = await page.evaluate(() => {
      window.__docs.select(window.__docs.find('smaller').start);
      return window.__docs.text();
    });
    await page.keyboard.type('much ');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Delete');
    const edited = await page.evaluate(() => window.__docs.text());
    expect(edited).toBe(before.replace('was smaller', 'was much maller'));
    for (let i = 0; i < 8; i += 1) await page.keyboard.press('Control+z');
    expect(await page.evaluate(() => window.__docs.text())).toBe(before);
  });

  test('leaves what is being composed in the editable until it is done', async () => {
    const page = await standIn.open();
    await page.evaluate(() => window.__docs.select(window.__docs.find('smaller').start));
    const session = await page.context().newCDPSession(page);
    const state = () =>
      page.evaluate(() => {
        const frame = document.querySelector<HTMLIFrameElement>('.docs-texteventtarget-iframe');
        const editable = frame?.contentDocument?.querySelector('[contenteditable=true]');
        return { held: editable?.textContent, in: window.__docs.text().includes('のsmaller') };
      });
    await session.send('Input.imeSetComposition', {
      text: 'の',
      selectionStart: 1,
      selectionEnd: 1,
    });
    expect(await state()).toMatchObject({ held: expect.stringContaining('の'), in: false });
    await session.send('Input.insertText', { text: 'の' });
    expect(await state()).toEqual({ held: '\u200b', in: true });
  });

  test('deletes the words of a table and leaves its cells', async () => {
    const page = await standIn.open();
    await page.evaluate(() => {
      const { start } = window.__docs.find('Goal');
      window.__docs.select(start, window.__docs.find('nine\n').end);
    });
    await page.keyboard.press('Backspace');
    const text = await page.evaluate(() => window.__docs.text());
    expect(text).toContain(
      '\u0010\u0012\u001c\n\u001c\n\u001c\n\u0012\u001c\n\u001c\n\u001ctwo\n\u0012',
    );
  });
});

describe('what somebody else does', () => {
  test('moves the selection with its words', async () => {
    const page = await standIn.open();
    await page.evaluate(() => {
      const { start, end } = window.__docs.find('nine days');
      window.__docs.select(start, end);
      window.__docs.edit(1, 1, 'Draft: ');
    });
    expect(await selected(page)).toEqual({ told: 'nine days', known: 'nine days' });
  });
});
