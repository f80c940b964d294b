import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type InChromium, launchChromium } from './harness/chromium';
import { type Site, serve } from './harness/serve';
import { allDrawn } from './harness/steps';
import { until } from './harness/until';
import { startAfresh } from './support/afresh';
import { PASTE_PAGE, PASTE_PATH, pasteInto } from './support/clipboard';
import { holdTime, letTimeGoOn } from './support/held-time';
import { typedWithoutRest } from './support/typed-without-rest';

/** In functions that run inside the extension. */
declare const chrome: typeof import('wxt/browser').browser;
declare global {
  var browser: typeof chrome | undefined;
}

let site: Site;
let rung: InChromium;

beforeAll(async () => {
  site = await serve({
    '/': '<!doctype html><html lang="en"><title>A page</title><p>Text</p></html>',
    [PASTE_PATH]: PASTE_PAGE,
  });
  rung = await launchChromium();
});
beforeEach(async () => {
  await startAfresh(rung);
  await rung.open(site.url());
});
afterEach(() => expect(rung.watched).toEqual({ errors: [], foreignRequests: [] }));
afterAll(async () => {
  await rung?.close();
  await site?.close();
});

/** Opens the popup with its shortcut and types a query, all with real keys. */
async function lookUpByKeys(query: string): Promise<Page> {
  await rung.command('_execute_action');
  const popup = await rung.view('/popup.html');
  const field = popup.getByRole('searchbox', { name: 'Search the ladder' });
  await field.and(popup.locator(':focus')).waitFor();
  await rung.display.type(query);
  await expect.poll(() => field.inputValue()).toBe(query);
  return popup;
}

/** More expectations than a sub-skill has at two levels. */
const MOST_STEPS = 60;

const names = (popup: Page) => popup.locator('.result-name').allInnerTexts();
const focused = (popup: Page) =>
  popup.evaluate(() => document.activeElement?.getAttribute('data-stop') ?? 'field');

describe('while the indexes of other ladders are built', () => {
  it('answers already, stays where one is when they are there, and then knows their levels', async () => {
    const popup = await rung.extensionPage('/popup.html');
    await holdTime(popup);
    const field = popup.getByRole('searchbox', { name: 'Search the ladder' });
    const open = popup.locator('.result.open .result-name');
    await field.fill('stakeholder');
    await allDrawn(popup);
    await popup.locator('[data-stop=result]').nth(1).focus();
    const second = (await names(popup))[1];
    await expect.poll(() => open.allInnerTexts()).toEqual([second]);

    await letTimeGoOn(popup);

    expect(await open.allInnerTexts()).toEqual([second]);
    await field.fill('stakeholder pm3');
    const columns = popup.locator('.result.open .column');
    await expect.poll(() => columns.first().textContent()).toContain('PM3');
  });
});

describe('what is found', () => {
  it('is drawn best match first, then as far as it can be seen; a key that leads on brings the rest', async () => {
    const popup = await lookUpByKeys('stakeholder');
    await allDrawn(popup);
    for (const words of ['roadmap', 'senior strategy', 's', 'customers']) {
      const { best, seen, wasMore, isMore, seenAtLast } = await typedWithoutRest(popup, words, {
        parts: '.result-head, .column, .statement',
        list: '.results',
      });
      expect(seen.length).toBeGreaterThan(2);
      expect(seen[0]).toBe(best);
      expect(seenAtLast).toEqual(seen);
      expect([words, wasMore, isMore]).toEqual([words, true, false]);
    }
  });

  it('appears as it is typed, by sub-skill, with the words marked', async () => {
    const popup = await lookUpByKeys('roadm');
    await expect.poll(async () => (await names(popup))[0]).toBe('Roadmap creation & rationale');

    await rung.display.type('ap');

    await expect.poll(async () => (await names(popup))[0]).toBe('Roadmap creation & rationale');
    await expect.poll(() => popup.getByRole('searchbox').inputValue()).toBe('roadmap');
    await allDrawn(popup);
    const found = await names(popup);
    expect(new Set(found).size).toBe(found.length);
    const marked = await popup.locator('.result mark').allInnerTexts();
    expect(marked.length).toBeGreaterThan(1);
    for (const words of marked) expect(words.toLowerCase()).toContain('roadmap');
  });

  it('has the best match in sight after every letter, however far was scrolled before', async () => {
    const popup = await lookUpByKeys('roadma');
    await allDrawn(popup);
    const results = popup.locator('.popup-results');
    const top = () => results.evaluate((element) => element.scrollTop);
    await results.evaluate((element) => {
      element.scrollTop = 120;
    });
    await expect.poll(top).toBe(120);
    await rung.display.type('p');
    await expect.poll(top).toBe(0);
  });

  it('shows my level and the next side by side, in the best match', async () => {
    const popup = await lookUpByKeys('customer focus');
    const open = popup.locator('.result.open');
    await expect.poll(() => open.locator('.result-name').textContent()).toBe('Customer focus');

    const columns = await open.locator('.column').allInnerTexts();
    expect(columns.map((text) => text.replace(/\s+/g, ' ').trim().toLowerCase())).toEqual([
      'senior pm you',
      'staff pm next',
    ]);
    const dimensions = await open.locator('.dimension-name').allTextContents();
    expect(dimensions).toEqual(['Scope', 'Autonomy', 'Impact']);
    const cells = await open.locator('.cell').allInnerTexts();
    expect(cells.filter((text) => text.trim() === '')).toEqual([]);
  });

  it('shows the level a query names, instead of mine', async () => {
    const popup = await lookUpByKeys('principal roadmap');
    const columns = popup.locator('.result.open .column');
    await expect
      .poll(() => columns.allInnerTexts())
      .toEqual([expect.stringContaining('Staff PM'), expect.stringContaining('Principal PM')]);
  });

  it('bears a slip of the finger', async () => {
    const popup = await lookUpByKeys('stakehodler');
    await expect.poll(async () => (await names(popup))[0]).toBe('Alignment & Evangelism');
  });

  it('says so where there is nothing, and what to type instead', async () => {
    const popup = await lookUpByKeys('zzqx');
    await popup
      .locator('.nothing-found')
      .getByText('Nothing on the ladder matches “zzqx”.')
      .waitFor();
    await popup.getByText('Try the name of a sub-skill', { exact: false }).waitFor();
  });

  it('is the whole ladder before anything is typed', async () => {
    await rung.command('_execute_action');
    const popup = await rung.view('/popup.html');
    await popup.locator('.overview').waitFor();
    expect(await popup.locator('.overview [data-sub-skill]').count()).toBe(19);
  });
});

describe('its styles', () => {
  // Chromium lays a popup out at its least width and again as wide as it becomes, for every layout.
  // Whatever asks for the window's size makes it read all styles anew each time: a third of a key.
  it('ask for nothing of the size of the window', async () => {
    const popup = await rung.popup();
    const asking = await popup.evaluate(() => {
      const conditions = (rules: CSSRuleList): string[] =>
        [...rules].flatMap((rule) => [
          ...(rule instanceof CSSMediaRule ? [rule.conditionText] : []),
          ...(rule instanceof CSSStyleRule ? [rule.cssText] : []),
          ...(rule instanceof CSSGroupingRule ? conditions(rule.cssRules) : []),
        ]);
      const all = [...document.styleSheets].flatMap(({ cssRules }) => conditions(cssRules));
      return {
        read: all.length,
        found: all.filter((one) =>
          /^[^{]*(?:width|height|aspect-ratio|orientation)[^{]*$|\d(?:[sld]?v(?:w|h|i|b|min|max))\b/.test(
            one,
          ),
        ),
      };
    });
    expect(asking.found).toEqual([]);
    expect(asking.read).toBeGreaterThan(100);
  });
});

describe('the keys', () => {
  it('move through results and expectations with the arrows, and come home with Escape', async () => {
    const popup = await lookUpByKeys('roadmap');
    await popup.locator('.result.open').waitFor();

    await rung.key('ArrowDown');
    await expect.poll(() => focused(popup)).toBe('result');
    await rung.key('ArrowDown');
    await expect.poll(() => focused(popup)).toBe('statement');
    await rung.key('ArrowUp', 'ArrowUp');
    await expect.poll(() => focused(popup)).toBe('field');

    await rung.key('ArrowDown', 'ArrowDown', 'Escape');
    await expect.poll(() => focused(popup)).toBe('field');
    await rung.key('Escape');
    await expect.poll(() => popup.getByRole('searchbox').inputValue()).toBe('');
    await rung.key('Escape');
    await until('the popup has gone', () => popup.isClosed());
  });

  it('go on typing in the search field from wherever they are', async () => {
    const popup = await lookUpByKeys('road');
    await popup.locator('.result.open').waitFor();
    await rung.key('ArrowDown', 'ArrowDown', 'm');

    await expect.poll(() => popup.getByRole('searchbox').inputValue()).toBe('roadm');
  });

  it('copy the expectation one stands on with c', async () => {
    const popup = await lookUpByKeys('roadmap');
    await popup.locator('.result.open').waitFor();
    await rung.key('ArrowDown', 'ArrowDown');
    await expect.poll(() => focused(popup)).toBe('statement');
    const statement = await popup.locator('.statement:focus').textContent();

    await rung.key('c');

    await popup.getByText('Copied', { exact: true }).waitFor();
    await rung.key('Escape', 'Escape', 'Escape');
    expect(statement).toBeTruthy();
    expect((await pasteInto(rung, site)).text).toBe(statement);
  });

  it('copy the sub-skill with c, and a link to it with l', async () => {
    const popup = await lookUpByKeys('customer focus');
    await popup.locator('.result.open').waitFor();
    await rung.key('ArrowDown', 'c');
    await popup.getByText('Copied', { exact: true }).waitFor();
    await rung.key('Escape', 'Escape', 'Escape');
    const { text } = await pasteInto(rung, site);
    expect(text).toContain('Customer focus');
    expect(text).toContain('Senior PM');
    expect(text).toContain('Staff PM');

    const again = await lookUpByKeys('customer focus');
    await again.locator('.result.open').waitFor();
    await rung.key('ArrowDown', 'l');
    await again.getByText('Link copied.').waitFor();
    await rung.key('Escape', 'Escape', 'Escape');
    const link = (await pasteInto(rung, site)).text;

    const page = await rung.extensionPage(new URL(link).pathname + new URL(link).hash);
    await page.getByRole('heading', { name: 'Customer focus', level: 2 }).waitFor();
  });

  it('walk past what is folded away to the next result', async () => {
    const popup = await lookUpByKeys('customer focus');
    await popup.locator('.result.open details:not([open])').first().waitFor();
    const second = (await names(popup))[1];
    const standing = () =>
      popup.evaluate(() => document.activeElement?.querySelector('.result-name')?.textContent);
    for (let steps = 0; steps < MOST_STEPS && (await standing()) !== second; steps++) {
      await rung.key('ArrowDown');
    }
    expect(await standing()).toBe(second);
  });

  it('copy a link to the sub-skill that an expectation is of, and open it', async () => {
    const popup = await lookUpByKeys('learn fast');
    await expect.poll(async () => (await names(popup))[0]).toBe('Learn fast');
    await rung.key('ArrowDown', 'ArrowDown');
    await expect.poll(() => focused(popup)).toBe('statement');
    await rung.key('l');
    await popup.getByText('Link copied.').waitFor();
    expect(await popup.getByRole('searchbox').inputValue()).toBe('learn fast');
    expect(await focused(popup)).toBe('statement');

    await rung.key('Enter');
    const panel = await rung.view('/sidepanel.html');
    await panel.getByRole('heading', { name: 'Learn fast', level: 2 }).waitFor();
  });

  it('copy the levels that are shown', async () => {
    const popup = await lookUpByKeys('associate pm customer focus');
    await popup.locator('.result.open .column', { hasText: 'Associate PM' }).waitFor();
    await rung.key('ArrowDown', 'c');
    await popup.getByText('Copied', { exact: true }).waitFor();
    await rung.key('Escape', 'Escape', 'Escape');
    const { text } = await pasteInto(rung, site);
    expect(text).toContain('Associate PM');
    expect(text).not.toContain('Staff PM');
  });

  it('are back in the field once a dialog is closed', async () => {
    const popup = await lookUpByKeys('learn fast');
    await rung.key('ArrowDown', 'question');
    await popup.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await rung.key('Escape');
    await popup.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => focused(popup)).toBe('result');
  });

  it('open the best match in the side panel with Enter', async () => {
    const popup = await lookUpByKeys('learn fast');
    await expect.poll(async () => (await names(popup))[0]).toBe('Learn fast');

    await rung.key('Enter');

    const panel = await rung.view('/sidepanel.html');
    await panel.getByRole('heading', { name: 'Learn fast', level: 2 }).waitFor();
    await until('the popup has gone', () => popup.isClosed());
  });

  it('leave the popup only when word is left of where the panel shall be', async () => {
    // In a tab: the popup itself is closed by the browser, too, when the panel takes the keyboard.
    const popup = await rung.extensionPage('/popup.html');
    await popup.getByRole('searchbox').and(popup.locator(':focus')).waitFor();
    await rung.display.type('learn fast');
    await expect.poll(async () => (await names(popup))[0]).toBe('Learn fast');
    await popup.evaluate(holdWord);

    await rung.key('Enter');

    const order = () => popup.evaluate(() => (window as unknown as Held).order);
    await expect.poll(order).toContain('word is to be left');
    await popup.evaluate(() => (window as unknown as Held).letGo());
    await expect.poll(order).toContain('the popup closes');
    expect(await order()).toEqual(['word is to be left', 'word is left', 'the popup closes']);
  });

  it('are listed with ?', async () => {
    await rung.command('_execute_action');
    const popup = await rung.view('/popup.html');
    await popup.getByRole('searchbox').and(popup.locator(':focus')).waitFor();
    await rung.key('question');

    const dialog = popup.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await dialog.waitFor();
    for (const key of ['c', 'l', 'Enter', 'Esc']) {
      expect(await dialog.locator('kbd', { hasText: key }).count()).toBeGreaterThan(0);
    }
    await rung.key('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(popup.isClosed()).toBe(false);
  });
});

interface Held {
  readonly order: readonly string[];
  letGo(): void;
}

/** Holds back the word that is left, takes down the order of things, and keeps the popup open. */
function holdWord(): void {
  const order: string[] = [];
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  for (const runtime of new Set([chrome, globalThis.browser].map((api) => api?.runtime))) {
    if (!runtime) continue;
    const send = runtime.sendMessage.bind(runtime);
    const heldBack = async (message: { type?: string }) => {
      if (message.type !== 'set-place') return send(message);
      order.push('word is to be left');
      await held;
      await send(message);
      order.push('word is left');
    };
    Object.assign(runtime, { sendMessage: heldBack });
  }
  window.close = () => order.push('the popup closes');
  Object.assign(window, { order, letGo });
}
