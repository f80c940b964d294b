import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type InChromium, launchChromium } from './harness/chromium';
import { type Site, serve } from './harness/serve';
import { until } from './harness/until';
import { startAfresh } from './support/afresh';
import { coveredPoints } from './support/covered';
import { PASSAGE, page, paragraphs, REVIEW, storeEvidence } from './support/kept-review';
import { allowedSites, answerBrowser, forgetSites } from './support/permission';

const FILLER = '<p>Something else was written here, at some length, about another matter.</p>';
const WORDS = paragraphs(REVIEW);

const PAGES = {
  '/long': page(FILLER.repeat(400) + WORDS + FILLER.repeat(400)),
  '/scrolling': page(`${FILLER.repeat(80)}<div style="height: 200px; overflow: auto">
    ${FILLER.repeat(60)}${WORDS}${FILLER.repeat(60)}</div>${FILLER.repeat(80)}`),
  '/folded': page(`${FILLER.repeat(80)}<details><summary>More</summary>${WORDS}</details>`),
  '/shell':
    page(`<style>body { margin: 0 }</style><div id="shell" style="height: 100vh; overflow: hidden">
    <header style="height: 60px">Bar</header><div id="pane" style="height: 60vh; overflow: auto">
    ${FILLER.repeat(60)}${WORDS}</div><div style="height: 60vh">Below</div></div>`),
  '/bars': page(`<style>body { margin: 0 } header, footer { position: sticky; height: 120px;
    background: teal } header { top: 0 } footer { bottom: 0 }</style><header>Bar</header>
    ${FILLER.repeat(60)}${WORDS}${FILLER.repeat(60)}<footer>Bar</footer>`),
  '/bars-in-pane': page(`<style>header { position: sticky; top: 0; height: 120px;
    background: teal }</style><div style="height: 600px; overflow: auto"><header>Bar</header>
    ${FILLER.repeat(60)}${WORDS}${FILLER.repeat(60)}</div>`),
  '/framed': page(`${FILLER.repeat(80)}<iframe src="/long" width="600" height="300"></iframe>`),
};
type Path = keyof typeof PAGES;

let site: Site;
let rung: InChromium;

beforeAll(async () => {
  site = await serve(PAGES);
  rung = await launchChromium();
});
beforeEach(async () => {
  await startAfresh(rung);
  await forgetSites(rung);
});
afterEach(() => expect(rung.watched).toEqual({ errors: [], foreignRequests: [] }));
afterAll(async () => {
  await rung?.close();
  await site?.close();
});

/** Evidence on a page, and the panel that lists it, with another page in front. */
async function evidenceOn(path: Path): Promise<Page> {
  await storeEvidence(rung.storage, site.url(path), PASSAGE);
  const panel = await rung.sidePanel();
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  return panel;
}

const goTo = (panel: Page) => panel.getByRole('button', { name: 'Go to the passage' }).click();

/** Waits until the passage is marked, and tells whether it is in view all the way up. */
async function arrivedIn(tab: Page, frame: Frame = tab.mainFrame()): Promise<boolean> {
  const marked = await until('the passage is marked', () => frame.evaluate(markedAndSeen));
  expect(marked.text).toBe(PASSAGE);
  if (frame === tab.mainFrame()) return marked.seen;
  const outer = await (await frame.frameElement()).boundingBox();
  const height = await tab.evaluate(() => innerHeight);
  const top = (outer?.y ?? -1) + marked.top;
  return marked.seen && top > 0 && top < height;
}

/** Runs in the page: what is marked, and whether it can be seen in every scrolling box around it. */
function markedAndSeen() {
  const [range] = [...(CSS.highlights.get('u7e-m') ?? [])] as Range[];
  if (!range) return null;
  const { top, bottom, height } = range.getBoundingClientRect();
  let seen = height > 0 && top >= 0 && bottom <= innerHeight;
  for (let at = range.startContainer.parentElement; at; at = at.parentElement) {
    if (!/auto|scroll/.test(getComputedStyle(at).overflowY)) continue;
    const box = at.getBoundingClientRect();
    seen &&= top >= box.top && bottom <= box.bottom;
  }
  return { text: range.toString(), seen, top };
}

describe.each([
  ['a long page', '/long'],
  ['a scrolling element', '/scrolling'],
  ['collapsed details', '/folded'],
  ['a frame', '/framed'],
] as const)('in %s', (_what, path) => {
  it('brings the passage of the open page into view and marks it for a moment', async () => {
    const tab = await rung.open(site.url(path));
    const panel = await evidenceOn(path);
    const frame = path === '/framed' ? tab.frames()[1] : tab.mainFrame();

    await goTo(panel);

    expect(await arrivedIn(tab, frame)).toBe(true);
    await until('the mark has gone', async () => !(await frame?.evaluate(markedAndSeen)));
  });
});

it.each([
  ['a header', '/bars', 'end'],
  ['a footer', '/bars', 'start'],
  ['the header of a scrolling element', '/bars-in-pane', 'end'],
] as const)('leaves no passage under %s that stays in view', async (_what, path, from) => {
  const tab = await rung.open(site.url(path));
  await tab.evaluate((block) => {
    document
      .querySelectorAll('p')
      .item(block === 'end' ? 125 : 0)
      .scrollIntoView({ block });
  }, from);
  const panel = await evidenceOn(path);
  await goTo(panel);
  expect(await arrivedIn(tab)).toBe(true);
  expect(await coveredPoints(tab.locator('p', { hasText: PASSAGE }))).toBe(0);
});

it('does not move what has no scroll bar to bring it back with', async () => {
  const tab = await rung.open(site.url('/shell'));
  const panel = await evidenceOn('/shell');
  await goTo(panel);
  expect(await arrivedIn(tab)).toBe(true);
  expect(await tab.evaluate(() => document.getElementById('shell')?.scrollTop)).toBe(0);
});

describe('when the page must be opened first', () => {
  it('opens it where its site is allowed, and goes to the passage', async () => {
    await rung.open(site.url('/folded'));
    const panel = await evidenceOn('/long');
    await panel.getByRole('checkbox', { name: 'Always show my evidence on' }).click();
    await answerBrowser(rung, panel, 'allow');
    await until('the site is allowed', async () => (await allowedSites(rung)).length > 0);

    const opening = rung.context.waitForEvent('page');
    await goTo(panel);
    const tab = await opening;

    expect(await arrivedIn(tab)).toBe(true);
    await expect.poll(() => tab.evaluate(() => document.hasFocus())).toBe(true);
    expect(tab.url()).toContain(site.url('/long'));
  });

  it('goes to its tab where it is open behind another', async () => {
    await rung.open(site.url('/folded'));
    const behind = await rung.open(site.url('/long'));
    await rung.open(site.url('/scrolling'));
    const panel = await evidenceOn('/long');
    await panel.getByRole('checkbox', { name: 'Always show my evidence on' }).click();
    await until('the site is allowed', async () => (await allowedSites(rung)).length > 0);

    await goTo(panel);

    expect(await arrivedIn(behind)).toBe(true);
    await panel.getByText('Self-review · 1 piece of evidence').waitFor();
    expect(rung.context.pages().filter((one) => one.url().includes('/long'))).toHaveLength(1);
  });

  it('lets the browser find the words where Rung may not look, and says so', async () => {
    await rung.open('about:blank');
    const panel = await evidenceOn('/long');

    const opening = rung.context.waitForEvent('page');
    await goTo(panel);
    const tab = await opening;

    await panel.getByText('The document is open.', { exact: false }).waitFor();
    await expect.poll(() => tab.evaluate(() => scrollY)).toBeGreaterThan(3_000);
    const box = await tab.getByText(PASSAGE).boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect(box?.y).toBeLessThan(await tab.evaluate(() => innerHeight));
    expect(await tab.evaluate(markedAndSeen)).toBeNull();
  });
});

it('says that the passage is not there any more, and keeps it', async () => {
  await rung.open(site.url('/long'));
  const panel = await evidenceOn('/long');
  await rung.context.pages()[0]?.evaluate(() => {
    document.body.innerHTML = '<p>All of it was written anew, about something else.</p>';
  });
  await goTo(panel);

  await panel
    .getByText("Rung didn't find this passage in its document.", { exact: false })
    .waitFor();
  expect(await panel.locator('.quote').textContent()).toBe(PASSAGE);
});

it.each([
  ['blinks once', 'no-preference', ['on', 'off', 'on', 'off']],
  ['stays still where reduced motion is asked for', 'reduce', ['on', 'off']],
] as const)('the mark %s', async (_what, reducedMotion, expected) => {
  const tab = await rung.open(site.url('/long'));
  await tab.emulateMedia({ reducedMotion });
  const panel = await evidenceOn('/long');
  await tab.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const look = () => {
      const now = (CSS.highlights.get('u7e-m')?.size ?? 0) > 0 ? 'on' : 'off';
      if (now !== (seen.at(-1) ?? 'off')) seen.push(now);
      // Not by frame: a busy machine leaves some out.
      setTimeout(look, 10);
    };
    look();
  });
  await goTo(panel);

  const seen = () => tab.evaluate(() => (window as unknown as { seen: string[] }).seen);
  await expect.poll(seen, { timeout: 10_000 }).toContain('off');
  // Longer than the mark stays: by now it has done all that it will.
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(await seen()).toEqual(expected);
});
