import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type InChromium, launchChromium } from './harness/chromium';
import { pickerFrame, pickerGone, pickerShown } from './harness/picker';
import { selectText } from './harness/select';
import { type Site, serve } from './harness/serve';
import { until } from './harness/until';
import { SETTLED, startAfresh } from './support/afresh';
import { clickAt } from './support/mouse';
import { tagIn } from './support/start-tagging';
import { oneStored, storedEvidence } from './support/stored';

const PASSAGE = 'I cut the backlog in half and told everyone why';
const EDITOR = `<div id="editor" contenteditable><p>First of all, ${PASSAGE}, within a quarter.</p></div>`;
const page = (body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Review</title><body>${body}`;
const taking = (when: string) =>
  page(`${EDITOR}<script>const editor = document.getElementById('editor'); ${when}</script>`);

const PAGES = {
  '/': page(EDITOR),
  '/at-once': taking(`editor.onblur = () => setTimeout(() => editor.focus())`),
  '/later': taking(`editor.onblur = () => setTimeout(() => editor.focus(), 300)`),
  '/always': taking(`setInterval(() => editor.focus(), 50)`),
  '/earlier-dialog': page(`<dialog id="one">${EDITOR}</dialog><dialog id="two">Two</dialog>
    <script>two.showModal(); one.showModal()</script>`),
  '/written-dialog': page(`<dialog id="editor" contenteditable><p>First of all, ${PASSAGE}.</p>
    </dialog><script>editor.showModal()</script>`),
  '/shadow-dialog': page(`<x-dialog>${EDITOR}</x-dialog><script>
    customElements.define('x-dialog', class extends HTMLElement {
      constructor() {
        super();
        this.attachShadow({ mode: 'open' }).innerHTML = '<dialog><slot></slot></dialog>';
      }
      connectedCallback() { this.shadowRoot.querySelector('dialog').showModal(); }
    })</script>`),
};

let site: Site;
let rung: InChromium;

beforeAll(async () => {
  site = await serve(PAGES);
  rung = await launchChromium();
});
beforeEach(() => startAfresh(rung));
afterAll(async () => {
  await rung?.close();
  await site?.close();
});

describe('an editor that takes its focus back', () => {
  it.each(['/at-once', '/later', '/always'])(
    'gets nothing that is typed for the picker: %s',
    async (path) => {
      const tab = await rung.open(site.url(path));
      await selectText(tab, PASSAGE);
      await rung.command('tag');
      const picker = await pickerShown(tab);
      await picker.locator('.option').first().waitFor();
      await rung.display.type('alig');
      await rung.key('Enter');

      const stands = () => tab.evaluate(() => document.getElementById('editor')?.textContent);
      const settled = Promise.race([
        picker.getByText('Tagged as', { exact: false }).waitFor(),
        until('nobody fights for the keyboard', () =>
          tab.evaluate(() => document.activeElement?.id === 'editor'),
        ),
      ]);
      await settled;
      expect(await stands()).toBe(`First of all, ${PASSAGE}, within a quarter.`);
    },
  );

  it('is told of where it never tires, and does not keep Escape from closing the picker', async () => {
    const tab = await rung.open(site.url('/always'));
    await selectText(tab, PASSAGE);
    await rung.command('tag');
    const picker = await pickerShown(tab);
    await picker.getByText('This page keeps taking the keyboard back').waitFor();
    await until('the editor has won', () =>
      tab.evaluate(() => document.activeElement?.id === 'editor'),
    );
    await rung.key('Escape');
    await pickerGone(tab);
  });

  it('gets nothing by a click of its own making either', async () => {
    const { page: tab } = await tagIn(rung, site.url(), PASSAGE);
    await tab.evaluate(() => {
      document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      document.getElementById('editor')?.focus();
    });
    await until('the picker has the keyboard again', () =>
      tab.evaluate(() => document.activeElement?.id !== 'editor'),
    );
    await rung.display.type('alig');
    const stands = await tab.evaluate(() => document.getElementById('editor')?.textContent);
    expect(stands).toBe(`First of all, ${PASSAGE}, within a quarter.`);
  });

  it('may be written in again after a click into it', async () => {
    const { page: tab } = await tagIn(rung, site.url(), PASSAGE);
    await clickAt(rung, tab, { x: 40, y: 24 });
    await rung.display.type('x');
    const stands = () => tab.evaluate(() => document.getElementById('editor')?.textContent ?? '');
    await expect.poll(stands).toContain('x');
    expect((await stands()).length).toBe(`First of all, ${PASSAGE}, within a quarter.`.length + 1);
  });
});

it('can be asked for again where a dialog has gone with a half-filled picker', async () => {
  const { page: tab, picker } = await tagIn(rung, site.url('/earlier-dialog'), PASSAGE);
  await picker.getByLabel('Note (optional)').fill('Half a note');
  await tab.evaluate(() => {
    for (const dialog of document.querySelectorAll('dialog')) dialog.close();
    document.body.append(document.getElementById('editor') as Node);
  });
  await selectText(tab, PASSAGE);
  await rung.command('tag');
  await pickerFrame(tab);
  await rung.key('Enter');
  expect((await oneStored(rung.storage)).target.selector[0].exact).toBe(PASSAGE);
});

describe.each(['/earlier-dialog', '/shadow-dialog', '/written-dialog'])(
  'over a modal dialog: %s',
  (path) => {
    it('the picker takes keys and Escape', async () => {
      const { page: tab, picker } = await tagIn(rung, site.url(path), PASSAGE);
      await rung.display.type('alig');
      await expect.poll(() => picker.locator('input[type=search]').inputValue()).toBe('alig');
      await rung.key('Escape', 'Escape');
      await pickerGone(tab);
    });

    it('the picker takes clicks', async () => {
      const { page: tab, picker } = await tagIn(rung, site.url(path), PASSAGE);
      expect(await tab.evaluate(() => document.querySelector('[contenteditable] div'))).toBeNull();
      await until('the picker has the height it asked for, and stands where it stays', () =>
        picker.evaluate(() => innerHeight >= document.body.offsetHeight),
      );
      const second = picker.locator('.option').nth(1);
      const name = await second.locator('.option-name').textContent();
      const box = await second.boundingBox();
      if (!box) throw new Error('The second option is not shown.');
      await clickAt(rung, tab, { x: box.x + 60, y: box.y + box.height / 2 });
      await picker.getByText(`Tagged as ${name}`).waitFor();
      await oneStored(rung.storage);
    });
  },
);

describe('while the picker is open', () => {
  it('another ladder chosen elsewhere brings a level of its own', async () => {
    const { picker } = await tagIn(rung, site.url(), PASSAGE);
    await rung.storage.set({
      settings: { ...SETTLED.settings, ladder: 'webflow-pm', level: 'pm3' },
    });
    await expect.poll(() => picker.getByLabel('Level').inputValue()).toBe('pm3');
    await rung.key('Enter');
    await picker.getByText('Tagged as', { exact: false }).waitFor();
    expect(await oneStored(rung.storage)).toMatchObject({ ladder: 'webflow-pm', level: 'pm3' });
  });

  it('a page that tells it to step aside is not obeyed', async () => {
    const { page: tab, picker } = await tagIn(rung, site.url(), PASSAGE);
    await tab.evaluate(() => document.dispatchEvent(new Event('u7e-x')));
    await picker.getByLabel('Note (optional)').fill('Half a note');
    await picker.getByRole('button', { name: 'Tag as' }).click();
    await picker.getByText('Tagged as', { exact: false }).waitFor();
    expect(await oneStored(rung.storage)).toMatchObject({ note: 'Half a note' });
    await pickerGone(tab);
  });

  it('Escape takes back what is being composed, and nothing else', async () => {
    const { page: tab, picker } = await tagIn(rung, site.url(), PASSAGE);
    await picker.getByLabel('Note').click();
    await rung.display.type('in March ');
    const session = await rung.context.newCDPSession(tab);
    await session.send('Input.imeSetComposition', {
      text: 'かい',
      selectionStart: 2,
      selectionEnd: 2,
    });
    await expect.poll(() => picker.getByLabel('Note').inputValue()).toBe('in March かい');
    await session.send('Input.dispatchKeyEvent', {
      ...{ type: 'rawKeyDown', key: 'Escape', code: 'Escape' },
      windowsVirtualKeyCode: 27,
    });
    await session.send('Input.insertText', { text: '会' });
    await expect.poll(() => picker.getByLabel('Note').inputValue()).toBe('in March 会');
    expect(await storedEvidence(rung.storage)).toEqual([]);
    await pickerFrame(tab);
  });
});
