import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type InChromium, launchChromium } from './harness/chromium';
import { pickerFrame, pickerGone, pickerShown } from './harness/picker';
import { type Site, serve } from './harness/serve';
import { paintedIn } from './harness/tagger';
import { until } from './harness/until';
import { startAfresh } from './support/afresh';
import { PASSAGE, page, paragraphs, REVIEW, storeEvidence } from './support/kept-review';
import { clickAt, middleOf } from './support/mouse';
import { evidenceStored, oneStored } from './support/stored';

const OTHER = ['Another document.', 'The team chose a date and kept it, twice in a row.'];
const OTHER_PASSAGE = 'chose a date and kept it';

/** An application of one page with two documents, as one that never loads anew. */
const APP = page(`<nav><a href="/app/one">One</a> <a href="/app/two">Two</a></nav><main></main>
  <script>
    const documents = ${JSON.stringify({ '/app/one': paragraphs(REVIEW), '/app/two': paragraphs(OTHER) })};
    const render = () => {
      document.querySelector('main').innerHTML = documents[location.pathname];
    };
    document.querySelector('nav').addEventListener('click', (event) => {
      event.preventDefault();
      history.pushState(null, '', event.target.href);
      render();
    });
    addEventListener('popstate', render);
    render();
  </script>`);

/** Paragraphs that come only when the reader comes near them. */
const LAZY = page(`<p>The beginning.</p><div style="height: 3000px"></div><div id="end"></div>
  <script>
    new IntersectionObserver(([entry], observer) => {
      if (!entry.isIntersecting) return;
      observer.disconnect();
      entry.target.outerHTML = ${JSON.stringify(paragraphs(REVIEW))};
    }).observe(document.getElementById('end'));
  </script>`);

/** More passages than are painted all at once, each a screen's third from the next. */
const MANY = Array.from(
  { length: 60 },
  (_, n) => `In week ${n} the team shipped the part numbered ${n}.`,
);

let site: Site;
let rung: InChromium;

beforeAll(async () => {
  const notes = page(paragraphs(REVIEW));
  site = await serve({
    '/notes': notes,
    '/notes/': notes,
    '/app/one': APP,
    '/app/two': APP,
    '/lazy': LAZY,
    '/many': page(`<style>p { margin: 250px 0 }</style>${paragraphs(MANY)}`),
    '/shadow': page(`<div id="host"></div><script>
      const outer = host.attachShadow({ mode: 'open' });
      outer.innerHTML = '<h1>Self-review</h1><div></div>';
      outer.lastChild.attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(paragraphs(REVIEW))};
    </script>`),
    '/field': page(`<textarea rows="9" cols="90">${REVIEW.join('\n')}</textarea>`),
  });
  rung = await launchChromium();
});
beforeEach(() => startAfresh(rung));
afterEach(() => expect(rung.watched).toEqual({ errors: [], foreignRequests: [] }));
afterAll(async () => {
  await rung?.close();
  await site?.close();
});

/** Opens a page and asks the panel to show its evidence there. */
async function openAndShow(path: string): Promise<{ tab: Page; panel: Page }> {
  const tab = await rung.open(site.url(path));
  const panel = await rung.sidePanel();
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  await panel.getByRole('button', { name: 'Show on the page' }).click();
  return { tab, panel };
}

it('paints each document of a page that never loads anew, and the panel follows', async () => {
  await storeEvidence(rung.storage, site.url('/app/one'), PASSAGE);
  await storeEvidence(rung.storage, site.url('/app/two'), OTHER_PASSAGE, {
    id: 'two',
    texts: OTHER,
  });
  const { tab, panel } = await openAndShow('/app/one');
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);

  await tab.getByRole('link', { name: 'Two' }).click();
  await expect.poll(() => paintedIn(tab)).toEqual([OTHER_PASSAGE]);
  const found = panel.locator('[data-id=two]').getByText('Found on this page');
  await found.waitFor();
  expect(await panel.getByText('Found on this page').count()).toBe(1);

  await tab.goBack();
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
  await found.waitFor({ state: 'detached' });
});

it('finds paragraphs that are loaded only when the reader comes to them', async () => {
  await storeEvidence(rung.storage, site.url('/lazy'), PASSAGE);
  const { tab, panel } = await openAndShow('/lazy');
  await panel.locator('.standing-line[data-state=orphan]').waitFor();
  expect(await paintedIn(tab)).toEqual([]);

  await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));

  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
  await panel.getByText('Found on this page').waitFor();
});

it('paints, of very many passages, those that the reader comes to', async () => {
  for (const [n, text] of MANY.entries()) {
    await storeEvidence(rung.storage, site.url('/many'), text, { id: `n${n}`, texts: MANY });
  }
  const { tab } = await openAndShow('/many');
  const [first = '', last = ''] = [MANY[0], MANY.at(-1)];
  await expect.poll(() => paintedIn(tab)).toContain(first);
  expect(await paintedIn(tab)).not.toContain(last);

  await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));

  await expect.poll(() => paintedIn(tab)).toContain(last);
  expect(await paintedIn(tab)).not.toContain(first);
});

it('paints, of very many passages, those that a change of the page brings into the window', async () => {
  for (const [n, text] of MANY.entries()) {
    await storeEvidence(rung.storage, site.url('/many'), text, { id: `n${n}`, texts: MANY });
  }
  const { tab } = await openAndShow('/many');
  const [second = '', last = ''] = [MANY[1], MANY.at(-1)];
  await expect.poll(() => paintedIn(tab)).toContain(second);
  expect(await paintedIn(tab)).not.toContain(last);

  // Below what is in sight, which does not move by it.
  await tab.evaluate(
    ([second, last]) => {
      const all = [...document.querySelectorAll('p')];
      const at = (words: string) => all.findIndex((one) => one.textContent?.includes(words));
      for (const one of all.slice(at(second) + 1, at(last))) one.style.display = 'none';
    },
    [second, last] as const,
  );

  await expect.poll(() => paintedIn(tab)).toContain(last);
});

it.each(['/notes?utm_source=mail&gclid=1', '/notes#part', '/notes/'])(
  'knows the same document at %s',
  async (path) => {
    await storeEvidence(rung.storage, site.url('/notes'), PASSAGE);
    const { tab, panel } = await openAndShow(path);

    await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
    await panel
      .locator('.this-page')
      .getByText('1 piece of evidence', { exact: false })
      .first()
      .waitFor();
  },
);

describe('the card beside a passage', () => {
  beforeEach(async () => {
    await storeEvidence(rung.storage, site.url('/notes'), PASSAGE, { note: 'Ask Ines.' });
  });

  async function hovered() {
    const { tab, panel } = await openAndShow('/notes');
    await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
    const at = await middleOf(tab, PASSAGE);
    await tab.mouse.move(at.x - 9, at.y);
    await tab.mouse.move(at.x, at.y);
    return { tab, panel, card: await pickerShown(tab), at };
  }

  it('says which sub-skill, with the note, and leaves when the pointer does', async () => {
    const { tab, card, at } = await hovered();
    await card.getByText('Customer focus', { exact: true }).waitFor();
    await card.getByText('Ask Ines.').waitFor();
    await card.getByText('Senior PM Self', { exact: false }).waitFor();
    // The page keeps the keyboard: what the pointer brings up must not take it.
    expect(await card.evaluate(() => document.hasFocus())).toBe(false);

    await tab.mouse.move(at.x, at.y + 400);
    await tab.mouse.move(at.x + 5, at.y + 400);
    await pickerGone(tab);
  });

  it('edits the note and the sub-skill', async () => {
    const { card } = await hovered();
    await card.getByRole('button', { name: 'Edit' }).click();
    await card.getByLabel('Note (optional)').fill('Ask Ines and Ravi.');
    await card.getByLabel('Sub-skill').selectOption({ label: 'Learn fast' });
    await card.getByRole('button', { name: 'Save changes' }).click();

    await card.locator('.evidence-head b', { hasText: 'Learn fast' }).waitFor();
    expect(await oneStored(rung.storage)).toMatchObject({
      subSkill: 'learn-fast',
      note: 'Ask Ines and Ravi.',
    });
  });

  it('deletes the evidence, and undoes that', async () => {
    const { tab, card } = await hovered();
    await card.getByRole('button', { name: 'Delete' }).click();
    await evidenceStored(rung.storage, 0);
    await expect.poll(() => paintedIn(tab)).toEqual([]);

    await card.getByRole('button', { name: 'Undo' }).click();
    await oneStored(rung.storage);
    await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
  });

  it('goes to the evidence in the panel', async () => {
    const { tab, panel, card } = await hovered();
    await panel.getByRole('tab', { name: 'Ladder' }).click();
    await card.getByRole('button', { name: 'Show in the side panel' }).click();

    await panel.getByRole('tab', { name: 'Evidence', selected: true }).waitFor();
    expect(await panel.locator('.evidence').count()).toBe(1);
    await pickerGone(tab);
  });

  it('is shown by the tag shortcut where the caret stands in the passage', async () => {
    const { tab } = await openAndShow('/notes');
    await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
    await clickAt(rung, tab, await middleOf(tab, PASSAGE));

    await rung.command('tag');
    const card = await pickerFrame(tab);
    await card.getByText('Customer focus', { exact: true }).waitFor();
    await rung.key('Escape');
    await pickerGone(tab);
  });
});

it('shows the card by the shortcut in an open shadow root inside another, and only in the passage', async () => {
  await storeEvidence(rung.storage, site.url('/shadow'), PASSAGE);
  const { tab } = await openAndShow('/shadow');
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
  const { x, y, below } = await tab.evaluate(() => {
    const [range] = CSS.highlights.get('u7e-a0') ?? [];
    const rect = (range as Range).getBoundingClientRect();
    return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2, below: 2 * rect.height };
  });

  await clickAt(rung, tab, { x, y });
  await rung.command('tag');
  const card = await pickerFrame(tab);
  await card.getByText('Customer focus', { exact: true }).waitFor();
  await rung.key('Escape');
  await pickerGone(tab);

  await clickAt(rung, tab, { x, y: y + below });
  await rung.command('tag');
  const refusal = await pickerFrame(tab);
  await refusal.getByText('Nothing is selected', { exact: false }).waitFor();
});

it('shows the card by the shortcut in a text field, and edits its note by keys alone', async () => {
  await storeEvidence(rung.storage, site.url('/field'), PASSAGE, {
    note: 'Ask Ines.',
    surface: 'field',
  });
  const { tab } = await openAndShow('/field');
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
  const text = REVIEW.join('\n');
  const caret = text.indexOf(PASSAGE) + 7;
  const field = tab.locator('textarea');
  const { x = 0, y = 0 } = (await field.boundingBox()) ?? {};
  await clickAt(rung, tab, { x: x + 20, y: y + 20 });
  await until('the field has the focus', () =>
    tab.evaluate(() => document.activeElement?.localName === 'textarea'),
  );
  await field.evaluate(
    (element, at) => (element as HTMLTextAreaElement).setSelectionRange(at, at),
    caret,
  );

  await rung.command('tag');
  const card = await pickerFrame(tab);
  const focused = card.locator(':focus');
  await card.getByText('Customer focus', { exact: true }).waitFor();
  await card.getByRole('button', { name: 'Show in the side panel' }).and(focused).waitFor();
  await rung.key('Tab');
  const edit = card.getByRole('button', { name: 'Edit' });
  await edit.and(focused).waitFor();
  await rung.key('Enter');
  const note = card.getByLabel('Note (optional)');
  await note.waitFor();
  // The form begins with the sub-skill; past it, the level and whose view it is.
  await card.getByLabel('Sub-skill').and(focused).waitFor();
  await rung.key('Tab', 'Tab', 'Tab');
  await note.and(focused).waitFor();
  await rung.key('Control+a');
  await rung.display.type('Ask Ravi.');
  await expect.poll(() => note.inputValue()).toBe('Ask Ravi.');
  // Past the date, which the browser makes four stops of: month, day, year and its calendar.
  await rung.key('Tab', 'Tab', 'Tab', 'Tab', 'Tab');
  await card.getByRole('button', { name: 'Save changes' }).and(focused).waitFor();
  await rung.key('Enter');

  await expect.poll(async () => (await oneStored(rung.storage)).note).toBe('Ask Ravi.');
  await edit.and(focused).waitFor();
  await rung.key('Escape');
  await pickerGone(tab);
  expect(await field.inputValue()).toBe(text);
  expect(
    await field.evaluate((element) => {
      const { selectionStart, selectionEnd } = element as HTMLTextAreaElement;
      return [document.activeElement === element, selectionStart, selectionEnd];
    }),
  ).toEqual([true, caret, caret]);
});
