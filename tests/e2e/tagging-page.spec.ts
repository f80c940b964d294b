import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { InChromium } from './harness/chromium';
import { domSnapshot } from './harness/dom-snapshot';
import { pickerFrame, pickerGone } from './harness/picker';
import { selectText } from './harness/select';
import type { Site } from './harness/serve';
import { until } from './harness/until';
import { EDITED, PASSAGE, REVIEW_PAGE } from './support/review';
import { shareChromium } from './support/shared-chromium';
import { tagIn } from './support/start-tagging';
import { oneStored } from './support/stored';

/** How far from the passage the picker stands, and how wide it is, CSS pixels. */
const GAP = 8;
const WIDTH = 392;

/** The context menu is the browser's own: nothing in it can be waited for. */
const MENU_OPENS_MS = 700;

const focused = (page: Page) => page.locator(':focus');

let site: Site;
let rung: InChromium;

shareChromium({ '/': REVIEW_PAGE }, (shared) => {
  ({ site, rung } = shared);
});

describe('what starts it', () => {
  it('may be the context menu', async () => {
    const page = await rung.open(site.url());
    await selectText(page, PASSAGE);
    const middle = await page.evaluate(() => {
      const { x, y, width, height } = getSelection()?.getRangeAt(0).getClientRects()[0] ?? {};
      const above = outerHeight - innerHeight;
      return {
        x: screenX + (x ?? 0) + (width ?? 0) / 2,
        y: screenY + above + (y ?? 0) + (height ?? 0) / 2,
      };
    });
    const isThere = () => page.frames().some((frame) => frame.url().includes('/picker.html'));
    for (let wait = MENU_OPENS_MS; wait < MENU_OPENS_MS * 8 && !isThere(); wait *= 2) {
      await rung.display.click(middle.x, middle.y, 'right');
      await new Promise((resolve) => setTimeout(resolve, wait));
      // From below: the browser's own "Inspect", then ours.
      await rung.key('ArrowUp', 'ArrowUp', 'Enter');
      await until('the picker is there', isThere, 2 * wait).catch(() => rung.key('Escape'));
    }
    await pickerFrame(page);
  });

  it('may be the button in the popup', async () => {
    const page = await rung.open(site.url());
    await selectText(page, PASSAGE);
    const popup = await rung.clickIcon(page);
    await popup.getByRole('button', { name: 'Tag the selection' }).click();

    await pickerFrame(page);
    await rung.key('Enter');
    await oneStored(rung.storage);
  });

  it('may be the button in the side panel, once the page was opened to Rung', async () => {
    const page = await rung.open(site.url());
    const panel = await rung.sidePanel();
    await panel.getByRole('tab', { name: 'Evidence' }).click();
    await selectText(page, PASSAGE);

    await panel.getByRole('button', { name: 'Tag the selection' }).click();

    // The panel has the keyboard, and keeps it: the form is there and not in the page.
    expect((await panel.locator('.passage').textContent())?.replace(/\s+/g, ' ')).toBe(PASSAGE);
    await panel.getByRole('combobox', { name: 'Which sub-skill?' }).and(focused(panel)).waitFor();
    await panel.keyboard.type('roadmap');
    await panel.keyboard.press('Enter');
    await panel.getByText('Tagged as ').waitFor();
    const { subSkill, target } = await oneStored(rung.storage);
    expect({ subSkill, surface: target.surface }).toEqual({
      subSkill: 'roadmap-creation-rationale',
      surface: 'page',
    });
    expect(page.frames().some((frame) => frame.url().includes('/picker.html'))).toBe(false);

    await panel.keyboard.press('Escape');
    await panel.getByRole('searchbox').and(focused(panel)).waitFor();
    await panel.locator('.evidence').waitFor();
  });

  it('says in the side panel what is missing where nothing is selected', async () => {
    const page = await rung.open(site.url());
    const panel = await rung.sidePanel();
    await panel.getByRole('tab', { name: 'Evidence' }).click();
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await panel.getByRole('button', { name: 'Tag the selection' }).click();
    await panel.getByText(/^Nothing is selected/).waitFor();
    expect(await panel.locator('.tag-form').count()).toBe(0);

    await selectText(page, PASSAGE);
    await panel.getByRole('button', { name: 'Tag the selection' }).click();
    await panel.locator('.tag-form').waitFor();
    expect(await panel.getByText(/^Nothing is selected/).count()).toBe(0);
  });
});

it.each(['html', 'body'])('stands beside the passage where %s is drawn larger', async (what) => {
  const page = await rung.open(site.url());
  await page.addStyleTag({ content: `${what} { zoom: 1.4 }` });
  await selectText(page, PASSAGE);
  await rung.command('tag');
  const picker = await pickerFrame(page);
  await picker.locator('.option').first().waitFor();
  const passage = await page.evaluate(() => {
    const { x, y, width, height } =
      [...(getSelection()?.getRangeAt(0).getClientRects() ?? [])].at(-1) ?? new DOMRect();
    return { x, y, width, height };
  });

  const frame = await picker.frameElement();
  await expect
    .poll(async () => {
      const box = await frame.boundingBox();
      return box && { x: Math.round(box.x), y: Math.round(box.y), width: Math.round(box.width) };
    })
    .toEqual({
      x: Math.round(passage.x),
      y: Math.round(passage.y + passage.height + GAP),
      width: WIDTH,
    });
});

describe('the document', () => {
  it.each([
    ['of a page', PASSAGE],
    ['of an editor', EDITED],
  ])('%s is the same, byte for byte, before and after', async (_where, passage) => {
    const page = await rung.open(site.url());
    await selectText(page, passage);
    const before = await domSnapshot(page);
    const editor = await page.locator('#editor').innerHTML();
    await rung.command('tag');
    const picker = await pickerFrame(page);
    expect(await page.locator('main').count()).toBe(1);
    expect(await page.locator('#editor').innerHTML()).toBe(editor);
    await rung.key('Enter');
    await picker.getByText(/^Tagged as/).waitFor();
    expect(await page.locator('#editor').innerHTML()).toBe(editor);
    await rung.key('Escape');
    await pickerGone(page);

    expect(await domSnapshot(page)).toBe(before);
  });

  it('can be typed in as soon as the picker has gone', async () => {
    const { page, picker } = await tagIn(rung, site.url(), EDITED);
    await rung.key('Enter');
    await picker.getByText(/^Tagged as/).waitFor();
    await rung.key('Escape');
    await pickerGone(page);
    await rung.key('End');
    await rung.display.type(' Good.');

    await expect
      .poll(() => page.locator('#editor').textContent())
      .toMatch(/reopen it since\.?( Good\.|\s*Good\.)/);
  });
});
