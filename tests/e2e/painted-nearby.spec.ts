import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { InChromium } from './harness/chromium';
import { type Site, serve } from './harness/serve';
import { chromiumWithTagger, paintedIn, type WithTagger } from './harness/tagger';
import { page, paragraphs, storeEvidence } from './support/kept-review';

/** In functions that run inside the extension. */
declare const chrome: typeof import('wxt/browser').browser;

/** More passages than are painted all at once, each a screen's third from the next. */
const MANY = Array.from(
  { length: 30 },
  (_, n) => `In week ${n} the team shipped the part numbered ${n}.`,
);
const [FIRST = '', SECOND = '', THIRD = ''] = MANY;
const [THIRD_TO_LAST = '', , LAST = ''] = MANY.slice(-3);
const BUT_LAST = MANY.slice(0, -1);

/** What hides or moves bears no evidence itself, so what is to be painted stays the same. */
const SPACE = '<div id="space" style="height: 20000px"></div>';
const TALL = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="20000"></svg>';

/** Later than every look that is due by then. */
const LATER_MS = 60_000;

const pages: Readonly<Record<string, string>> = {
  '/below': `${paragraphs(MANY.slice(0, 2))}${SPACE}${paragraphs(MANY.slice(2))}`,
  // As a conversation is shown: its end stays in sight, whatever comes or goes above.
  '/above': `<div style="position: fixed; inset: 0; overflow: auto; display: flex;
    flex-direction: column-reverse"><div>${paragraphs(MANY.slice(0, -2))}${SPACE}
    ${paragraphs(MANY.slice(-2))}</div></div>`,
  '/aside': `${paragraphs(BUT_LAST)}<aside style="position: absolute; top: 0; right: 0">
    ${paragraphs([LAST])}</aside>`,
  '/aside-far': `${paragraphs(BUT_LAST)}<aside style="position: absolute; top: 30000px; right: 0">
    ${paragraphs([LAST])}</aside>`,
  '/scroller': `<div id="scroller" style="height: 200px; overflow: auto">
    <div style="height: 3000px"></div>${paragraphs([LAST])}</div>${paragraphs(BUT_LAST)}`,
  '/changing': `<time style="position: fixed; top: 0; right: 0"></time>${paragraphs(MANY)}<script>
    setInterval(() => { document.querySelector('time').textContent = Date.now(); }, 100);</script>`,
  '/picture': `<img id="picture" alt="">${paragraphs(MANY)}`,
  '/unfolded': `<style>details { position: absolute; top: 0 } aside { position: absolute; top: 30000px; right: 0 }
    details[open] ~ aside { top: 0 }</style><details><summary>More</summary>Words</details>
    ${paragraphs(BUT_LAST)}<aside>${paragraphs([LAST])}</aside>`,
  '/in-shadow': `<div id="host"></div>${paragraphs(BUT_LAST)}<script>
    const outer = host.attachShadow({ mode: 'open' });
    outer.innerHTML = '<div style="height: 200px; overflow: auto"><div></div></div>';
    outer.querySelector('div div').attachShadow({ mode: 'open' }).innerHTML =
      ${JSON.stringify(`<div style="height: 3000px"></div>${paragraphs([LAST])}`)};
  </script>`,
  '/long-one': `<article>${paragraphs(BUT_LAST)}</article>`,
  '/frame': paragraphs(MANY),
  '/framing': '<iframe src="/frame" style="width: 600px; height: 20000px; border: 0"></iframe>',
  '/slotted': `<div id="host">${paragraphs([LAST])}</div>${paragraphs(BUT_LAST)}<script>
    host.attachShadow({ mode: 'open' }).innerHTML = '<div style="height: 200px; overflow: auto">' +
      '<div style="height: 3000px"></div><slot></slot></div>';
  </script>`,
};

let site: Site;
let tagging: WithTagger<InChromium>;
let tab: Page;

beforeAll(async () => {
  const style = '<style>p { margin: 250px 0 } img { display: block }</style>';
  site = await serve({
    ...Object.fromEntries(Object.entries(pages).map(([path, body]) => [path, page(style + body)])),
    '/tall.svg': { body: TALL, type: 'image/svg+xml' },
  });
  tagging = await chromiumWithTagger();
});
afterEach(async () => {
  await tab?.close();
  await tagging.rung.storage.clear();
  expect(tagging.rung.watched).toEqual({ errors: [], foreignRequests: [] });
});
afterAll(async () => {
  await tagging?.close();
  await site?.close();
});

/** Opens a page that shows its evidence, and waits until it is known which of it is in sight. */
async function open(path: string, shown: string, notShown: string): Promise<void> {
  for (const [n, text] of MANY.entries()) {
    await storeEvidence(tagging.rung.storage, site.url(path), text, { id: `n${n}`, texts: MANY });
  }
  tab = await tagging.rung.open(site.url(path));
  await tagging.in(site.url(path)).ask({ type: 'probe' });
  await expect.poll(() => paintedIn(tab)).toContain(shown);
  expect(await paintedIn(tab)).not.toContain(notShown);
}

const hideSpace = () =>
  tab.evaluate(() => {
    (document.getElementById('space') as HTMLElement).hidden = true;
  });
const moveAside = (top: string) =>
  tab.evaluate((top) => {
    (document.querySelector('aside') as HTMLElement).style.top = top;
  }, top);

it('paints what comes up into the window, where nothing in it moves', async () => {
  await open('/below', SECOND, THIRD);
  await hideSpace();
  await expect.poll(() => paintedIn(tab)).toContain(THIRD);
});

it('paints what comes down into the window, where nothing in it moves', async () => {
  await open('/above', LAST, THIRD_TO_LAST);
  await hideSpace();
  await expect.poll(() => paintedIn(tab)).toContain(THIRD_TO_LAST);
});

it('takes the paint from what leaves the window alone', async () => {
  await open('/aside', LAST, BUT_LAST.at(-1) as string);
  await moveAside('30000px');
  await expect.poll(() => paintedIn(tab)).not.toContain(LAST);
  expect(await paintedIn(tab)).toContain(FIRST);
});

it('paints what comes into the window alone, past all others, once it was long not looked for', async () => {
  await open('/aside-far', FIRST, LAST);
  const worker = await tagging.rung.worker();
  // The clock of Rung's own world in the page: the page's has another.
  await worker.evaluate(
    async ([url, later]) => {
      const [tab] = await chrome.tabs.query({ url });
      await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? -1 },
        func: (later) => {
          const now = performance.now.bind(performance);
          performance.now = () => now() + later;
        },
        args: [later],
      });
    },
    [`${site.url('/aside-far')}`, LATER_MS] as const,
  );
  await moveAside('0px');
  await expect.poll(() => paintedIn(tab)).toContain(LAST);
});

it('paints only what is seen while a page changes by itself, and the next when somebody scrolls', async () => {
  await open('/changing', SECOND, LAST);
  const [below = ''] = MANY.slice(3);
  // Just below the window: near enough to be painted, not to be seen.
  await expect.poll(() => paintedIn(tab)).toContain(below);
  await expect.poll(() => paintedIn(tab), { timeout: 30_000 }).not.toContain(below);
  expect(await paintedIn(tab)).toContain(SECOND);
  await tab.mouse.wheel(0, 40);
  await expect.poll(() => paintedIn(tab)).toContain(below);
});

it('paints what is scrolled into sight in a part of the page, where all else stays', async () => {
  await open('/scroller', FIRST, LAST);
  await tab.evaluate(() => document.getElementById('scroller')?.scrollTo(0, 3000));
  await expect.poll(() => paintedIn(tab)).toContain(LAST);
});

it.each(['/in-shadow', '/slotted'])(
  'paints what is scrolled into sight where a shadow root scrolls: %s',
  async (path) => {
    await open(path, FIRST, LAST);
    await tab.evaluate(() =>
      document.getElementById('host')?.shadowRoot?.firstElementChild?.scrollTo(0, 3000),
    );
    await expect.poll(() => paintedIn(tab)).toContain(LAST);
  },
);

it('takes the paint from what a picture pushes away when it comes', async () => {
  await open('/picture', FIRST, LAST);
  await tab.evaluate(() => {
    (document.getElementById('picture') as HTMLImageElement).src = '/tall.svg';
  });
  await expect.poll(() => paintedIn(tab)).toEqual([]);
});

it('paints what comes into the window alone, past all others, where something is unfolded', async () => {
  await open('/unfolded', FIRST, LAST);
  await tab.locator('summary').click();
  await expect.poll(() => paintedIn(tab)).toContain(LAST);
});

it('paints what slides into the window alone, past all others, when it stands', async () => {
  await open('/aside-far', FIRST, LAST);
  await tab.evaluate(() => {
    const aside = document.querySelector('aside') as HTMLElement;
    aside.style.transition = 'top 2s';
    aside.getBoundingClientRect();
    aside.style.top = '0px';
  });
  await expect.poll(() => paintedIn(tab)).toContain(LAST);
});

it('paints what a script moves into the window alone, past all others, when it stands', async () => {
  await open('/aside-far', FIRST, LAST);
  await tab.evaluate(() => {
    const aside = document.querySelector('aside') as HTMLElement;
    aside.className = 'opened';
    aside.animate({ top: '0px' }, { duration: 2_000, fill: 'forwards' });
  });
  await expect.poll(() => paintedIn(tab)).toContain(LAST);
});

it('paints what a taller window has room for', async () => {
  await open('/below', FIRST, LAST);
  await tab.setViewportSize({ width: 1280, height: 40_000 });
  await expect.poll(() => paintedIn(tab)).toContain(LAST);
});

it('paints a long passage also where its beginning has long left the window', async () => {
  const whole = MANY.slice(4, 24).join('\n');
  await storeEvidence(tagging.rung.storage, site.url('/long-one'), whole, {
    id: 'long',
    texts: BUT_LAST,
  });
  await open('/long-one', FIRST, BUT_LAST.at(-1) as string);
  await tab.evaluate(() => document.querySelectorAll('p')[14]?.scrollIntoView());
  await expect.poll(() => paintedIn(tab)).not.toContain(FIRST);
  // Each of its paragraphs is a passage of its own, too; this one goes from its beginning on.
  expect((await paintedIn(tab)).filter((text) => text.startsWith(`${MANY[4]}`))).toHaveLength(1);
});

it('paints what the page around a frame scrolls into the window', async () => {
  for (const [n, text] of MANY.entries()) {
    await storeEvidence(tagging.rung.storage, site.url('/framing'), text, {
      id: `n${n}`,
      texts: MANY,
    });
  }
  tab = await tagging.rung.open(site.url('/framing'));
  await tagging.in(site.url('/framing')).ask({ type: 'probe' });
  const frame = tab.frames()[1];
  const painted = () => (frame ? paintedIn(frame as unknown as Page) : []);
  await expect.poll(painted).toContain(FIRST);
  expect(await painted()).not.toContain(LAST);
  const last = (await frame?.locator('p').last().boundingBox())?.y ?? 0;
  await tab.evaluate((top) => scrollTo(0, top), last - 200);
  await expect.poll(painted).toContain(LAST);
});
