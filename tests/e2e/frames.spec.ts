import type { Frame, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { InChromium } from './harness/chromium';
import { pickerFrame, pickerGone, pickerShown } from './harness/picker';
import { selectText } from './harness/select';
import type { Site } from './harness/serve';
import { paintedIn } from './harness/tagger';
import { until } from './harness/until';
import { page, storeEvidence } from './support/kept-review';
import { middleOf, type Point } from './support/mouse';
import { allowedSites, answerBrowser, forgetSites } from './support/permission';
import { shareChromium } from './support/shared-chromium';
import { oneStored, storedEvidence } from './support/stored';

const WORDS = 'In spring I led the billing migration with two teams.';
const PART = 'billing migration';
const PLAIN = `<p>${WORDS}</p>`;
/** Where the part stands in the words. */
const START = WORDS.indexOf(PART);

const frame = (attributes: string) =>
  page(`<p>Around the frame.</p><iframe ${attributes} width="500" height="200"></iframe>`);

/** A page of nothing, as small as the format allows. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

let site: Site;
let rung: InChromium;

shareChromium(
  {
    '/words': page(PLAIN),
    '/same': frame('src="/words"'),
    '/nested': frame('src="/same"'),
    '/field': page(`<p>A field.</p><textarea rows="4" cols="50">${WORDS}</textarea>`),
    '/same-field': frame('src="/field"'),
    '/nested-field': frame('src="/same-field"'),
    '/srcdoc': frame(`srcdoc="${PLAIN}"`),
    '/blank': `${frame('id="frame"')}<script>
      frame.contentDocument.body.innerHTML = '${PLAIN}'</script>`,
    '/sandboxed': frame('src="/words" sandbox="allow-scripts"'),
    '/across': page('<p>Around the frame.</p>'),
    '/shadow': page(`<x-card id="host"></x-card><script>
      host.attachShadow({ mode: 'open' }).innerHTML = '${PLAIN}'</script>`),
    '/later': page(`<p>Around the frame.</p><button>Edit</button><script>
      document.querySelector('button').onclick = () =>
        document.body.insertAdjacentHTML('beforeend', '<iframe src="/words"></iframe>');</script>`),
    '/later-in-root': page(`<p>Around the frame.</p><x-card id="host"></x-card>
      <button>Edit</button><script>
      const root = host.attachShadow({ mode: 'open' });
      root.innerHTML = '<p>In the card.</p>';
      document.querySelector('button').onclick = () =>
        root.append(Object.assign(document.createElement('iframe'), { src: '/words' }));</script>`),
    '/preview': page(`<textarea></textarea><iframe id="frame"></iframe><script>
      const field = document.querySelector('textarea');
      const draw = () => { frame.srcdoc = '${PLAIN}<p>' + field.value; };
      field.oninput = draw;
      draw();</script>`),
    '/written': page(`<p>Around the frame.</p><iframe id="frame" width="500" height="200"></iframe>
      <button>Write</button><script>
      document.querySelector('button').onclick = () => {
        const inside = frame.contentDocument;
        inside.open();
        inside.write('${PLAIN}');
        inside.close();
      };</script>`),
    '/rewritten': page(`<button>Write</button><script>
      document.querySelector('button').onclick = () => {
        document.open();
        document.write('<title>Self-review</title>${PLAIN}');
        document.close();
      };</script>`),
    '/rewritten-switch': page(`<button>Write</button><script>
      document.querySelector('button').onclick = () => {
        document.open();
        document.write('<title>Self-review</title><style>p { display: none } ' +
          ':checked ~ p { display: block }</style><h1>Written anew.</h1><input type="checkbox">${PLAIN}');
        document.close();
      };</script>`),
    '/quirks': PLAIN,
    '/unselectable': page(`<style>body { user-select: none }</style>${PLAIN}`),
    '/page.xhtml': {
      type: 'application/xhtml+xml',
      body: `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
        <body>${PLAIN}</body></html>`,
    },
    '/file.pdf': { type: 'application/pdf', body: PDF },
    '/embedded': page('<embed src="/file.pdf" type="application/pdf" width="600" height="400">'),
  },
  (shared) => {
    ({ site, rung } = shared);
  },
);

/** The innermost frame that has the words, once it has loaded. */
function frameWithWords(tab: Page): Promise<Frame> {
  return until('the words are there', async () => {
    for (const one of tab.frames().toReversed()) {
      if (await one.evaluate(readsWords, WORDS)) return one;
    }
    return undefined;
  });
}

/** Runs in a page, whose shadow roots it looks into. */
function readsWords(words: string): boolean {
  const host = document.getElementById('host');
  return `${document.body?.textContent}${host?.shadowRoot?.textContent}`.includes(words);
}

/** Clicks into a frame and selects the part; by script, as some pages let nobody select. */
async function selectPart(inner: Frame): Promise<void> {
  await inner.locator('p').first().click();
  const inShadow = await inner.evaluate((part) => {
    const text = document.getElementById('host')?.shadowRoot?.querySelector('p')?.firstChild;
    if (!text) return false;
    const start = (text as Text).data.indexOf(part);
    getSelection()?.setBaseAndExtent(text, start, text, start + part.length);
    return true;
  }, PART);
  if (!inShadow) await selectText(inner, PART);
}

/** Where the part is in the window. */
async function onScreen(inner: Frame): Promise<Point> {
  const { x, y } = await middleOf(inner, PART);
  if (!inner.parentFrame()) return { x, y };
  const around = await (await inner.frameElement()).boundingBox();
  return { x: x + (around?.x ?? 0), y: y + (around?.y ?? 0) };
}

it.each([
  ['a frame of the same origin', '/same'],
  ['a frame in a frame', '/nested'],
  ['a srcdoc frame', '/srcdoc'],
  ['an about:blank frame', '/blank'],
  ['an open shadow root', '/shadow'],
  ['an XHTML page', '/page.xhtml'],
  ['a page in quirks mode', '/quirks'],
  ['a page that lets nobody select', '/unselectable'],
])('tags and paints in %s, with the picker in the page itself', async (_what, path) => {
  const tab = await rung.open(site.url(path));
  const inner = await frameWithWords(tab);
  await selectPart(inner);

  await rung.command('tag');
  const picker = await pickerFrame(tab);
  expect(await picker.locator('.passage').textContent()).toBe(PART);
  expect(picker.parentFrame()).toBe(tab.mainFrame());
  await rung.key('Enter');

  const { target } = await oneStored(rung.storage);
  expect(target).toMatchObject({ source: site.url(path), surface: 'page' });
  expect(target.selector[0]).toMatchObject({
    exact: PART,
    prefix: expect.stringMatching(/led the $/),
  });
  await expect.poll(() => paintedIn(inner)).toEqual([PART]);
});

it.each([
  ['a frame of the same origin', '/same-field'],
  ['a frame in a frame', '/nested-field'],
])('tags and paints in a text field in %s', async (_what, path) => {
  const tab = await rung.open(site.url(path));
  const inner = await frameWithWords(tab);
  const field = inner.locator('textarea');
  await field.click();
  await field.evaluate(
    (element, [start, end]) => {
      (element as HTMLTextAreaElement).setSelectionRange(start as number, end as number);
    },
    [START, START + PART.length],
  );

  await rung.command('tag');
  const picker = await pickerFrame(tab);
  expect(await picker.locator('.passage').textContent()).toBe(PART);
  expect(picker.parentFrame()).toBe(tab.mainFrame());
  await rung.key('Enter');

  const { target } = await oneStored(rung.storage);
  expect(target).toMatchObject({
    source: site.url(path),
    surface: 'field',
    selector: [{ exact: PART }, { start: START, end: START + PART.length }],
  });
  await expect.poll(() => paintedIn(inner)).toEqual([PART]);
  expect(await field.inputValue()).toBe(WORDS);
});

/** Opens a page and selects the part in its frame, which is of another site or of none. */
async function selectInClosed(path: '/across' | '/sandboxed'): Promise<[Page, Frame]> {
  const tab = await rung.open(site.url(path));
  if (path === '/across') {
    await tab.evaluate((src) => {
      document.body.append(Object.assign(document.createElement('iframe'), { src }));
    }, site.elsewhere('/words'));
  }
  // What was selected before in the page around must not be taken for what the user means.
  await selectText(tab, 'Around the frame');
  const inner = await frameWithWords(tab);
  await selectPart(inner);
  return [tab, inner];
}

it.each([
  [
    'of another site',
    '/across',
    'in a part of the page that comes from localhost, which Rung can read only if',
    1,
  ],
  [
    'that is sandboxed',
    '/sandboxed',
    'in an embedded part of the page that no extension can read',
    0,
  ],
] as const)('says that it may not read a frame %s, and offers to paste', async (...given) => {
  const [, path, words, sitesOffered] = given;
  const [tab] = await selectInClosed(path);

  await rung.command('tag');
  const picker = await pickerFrame(tab);
  await picker.getByText(words, { exact: false }).waitFor();
  expect(await picker.getByRole('button', { name: 'Allow localhost' }).count()).toBe(sitesOffered);
  await rung.key(...(sitesOffered ? ['Tab'] : []), 'Enter');
  const field = picker.getByRole('textbox', { name: 'Paste the passage here' });
  await field.and(picker.locator(':focus')).waitFor();
  await rung.display.type(PART);
  await expect.poll(() => field.inputValue()).toBe(PART);
  await picker.getByRole('option', { name: 'Customer focus' }).click();

  expect((await oneStored(rung.storage)).target).toMatchObject({ surface: 'pasted' });
});

it('asks for the site of a frame, and then reads what is selected in it', async () => {
  const [tab, inner] = await selectInClosed('/across');
  await rung.command('tag');
  await pickerFrame(tab);
  await rung.key('Enter');
  await answerBrowser(rung, tab, 'allow');

  await until('the form is there', async () => {
    const picker = await pickerShown(tab);
    return (await picker.locator('.passage').textContent({ timeout: 500 })) === PART;
  });
  expect(await allowedSites(rung)).toEqual(['http://localhost/*']);
  await pickerFrame(tab);
  await rung.key('Escape');
  await pickerGone(tab);

  await rung.command('tag');
  const picker = await pickerFrame(tab);
  expect(await picker.locator('.passage').textContent()).toBe(PART);
  await rung.key('Enter');
  expect((await oneStored(rung.storage)).target).toMatchObject({ source: site.url('/across') });
  await expect.poll(() => paintedIn(inner)).toEqual([PART]);
  await forgetSites(rung);
});

describe('where a gesture alone has let Rung in', () => {
  /** Opens a page with evidence, and the panel that shows it there. */
  async function showOn(path: string): Promise<{ tab: Page; panel: Page }> {
    await storeEvidence(rung.storage, site.url(path), PART, { texts: [WORDS] });
    const tab = await rung.open(site.url(path));
    const panel = await rung.sidePanel();
    await panel.getByRole('tab', { name: 'Evidence' }).click();
    await panel.getByRole('button', { name: 'Show on the page' }).click();
    await panel.getByRole('button', { name: 'Hide on the page' }).waitFor();
    return { tab, panel };
  }

  const paintedInside = async (tab: Page) => paintedIn(await frameWithWords(tab));
  const lineIn = (panel: Page, line: RegExp) => panel.getByText(line).waitFor();

  it.each([
    ['', '/later'],
    [' into a shadow root', '/later-in-root'],
  ])('shows the evidence in a frame that comes later%s, until it has gone', async (_, path) => {
    const { tab, panel } = await showOn(path);
    await lineIn(panel, /^Not found on this page/);
    await tab.getByRole('button', { name: 'Edit' }).click();
    await expect.poll(() => paintedInside(tab)).toEqual([PART]);
    await lineIn(panel, /^Found on this page/);

    await tab.evaluate(() => {
      const root = document.getElementById('host')?.shadowRoot ?? document;
      root.querySelector('iframe')?.remove();
    });
    await lineIn(panel, /^Not found on this page/);
  });

  it('shows the evidence again in a frame that is drawn anew', async () => {
    const { tab, panel } = await showOn('/preview');
    await expect.poll(() => paintedInside(tab)).toEqual([PART]);
    for (const letter of 'typed') {
      await tab.locator('textarea').pressSequentially(letter);
      await until('it is drawn', async () => {
        const text = await (await frameWithWords(tab)).evaluate(() => document.body.textContent);
        return text?.endsWith(letter);
      });
    }
    await expect.poll(() => paintedInside(tab)).toEqual([PART]);
    await lineIn(panel, /^Found on this page/);
  });

  // That takes from a document all that was listened to in it, and lets run on what runs there.
  it.each([
    ['a frame', '/written'],
    ['a page', '/rewritten'],
  ])('shows the card in %s that is opened anew and written', async (_what, path) => {
    const { tab } = await showOn(path);
    await tab.getByRole('button', { name: 'Write' }).click();
    await expect.poll(() => paintedInside(tab)).toEqual([PART]);

    const { x, y } = await onScreen(await frameWithWords(tab));
    await tab.mouse.move(x - 5, y);
    await tab.mouse.move(x, y);
    const card = await pickerShown(tab);
    await card.getByText('Customer focus', { exact: true }).waitFor();
  });

  it('shows there what a style sheet alone uncovers', async () => {
    const path = '/rewritten-switch';
    const seen = 'Written anew';
    const more = { id: 'two', texts: ['Written anew.'] };
    await storeEvidence(rung.storage, site.url(path), seen, more);
    const { tab } = await showOn(path);
    await tab.getByRole('button', { name: 'Write' }).click();
    await expect.poll(() => paintedIn(tab)).toEqual([seen]);
    await tab.getByRole('checkbox').click();
    await expect.poll(() => paintedIn(tab)).toEqual([seen, PART].sort());
  });
});

describe.each([
  ['the PDF viewer', '/file.pdf'],
  ['a PDF in a page', '/embedded'],
] as const)('in %s', (_what, path) => {
  /** Presses the shortcut over the PDF: the picker, once it says that it may not read that. */
  async function refused(): Promise<[Page, Frame]> {
    const tab = await rung.open(site.url(path));
    const picker = await until('Rung says that it may not read the PDF', async () => {
      // The viewer takes the focus only once it has loaded: until then it is the page's, or nobody's.
      if (path === '/embedded') {
        await viewerLoaded(tab);
        await rung.key('Escape');
        await pickerGone(tab);
        await tab.locator('embed').click();
      }
      await rung.command('tag');
      const shown = await pickerShown(tab);
      const why = await shown.getByRole('alert').textContent({ timeout: 4_000 });
      return why?.includes("The browser's PDF viewer") ? shown : undefined;
    });
    return [tab, picker];
  }

  // By mouse: the viewer takes the keyboard when it has loaded, which may be after.
  /** The viewer has a frame of its own for the file, inside the one that the page has. */
  const viewerLoaded = (tab: Page) =>
    until('the viewer has the file', async () => {
      return tab.frames().filter((frame) => frame.url().endsWith('/file.pdf')).length > 1;
    });

  it('says that it may not read it, and goes when closed', async () => {
    const [tab, picker] = await refused();
    // A click is not always answered where what it was on goes with it: that it went shows it.
    const clicked = picker.getByRole('button', { name: 'Close' }).click();
    await Promise.race([clicked, pickerGone(tab)]);
    clicked.catch(() => {});
    await pickerGone(tab);
    expect(await storedEvidence(rung.storage)).toEqual([]);
  });

  it('tags a passage that is pasted instead', async () => {
    const [, picker] = await refused();
    await picker.getByRole('button', { name: 'Paste a passage instead' }).click();
    await picker.getByRole('textbox', { name: 'Paste the passage here' }).fill(WORDS);
    await picker.getByRole('option', { name: 'Customer focus' }).click();

    const record = await oneStored(rung.storage);
    expect(record).toMatchObject({
      subSkill: 'customer-focus',
      target: { source: site.url(path), surface: 'pasted', selector: [{ exact: WORDS }] },
    });
  });
});
