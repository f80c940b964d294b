import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { InChromium } from './harness/chromium';
import { pickerFrame, pickerGone } from './harness/picker';
import { readPng } from './harness/png';
import type { Site } from './harness/serve';
import { until } from './harness/until';
import { EDITED, PASSAGE, REVIEW_PAGE } from './support/review';
import { shareChromium } from './support/shared-chromium';
import { tagIn } from './support/start-tagging';
import { evidenceStored, oneStored, storedEvidence } from './support/stored';

let site: Site;
let rung: InChromium;

const FIELD_PAGE = `<!doctype html><title>Form</title><textarea id="field">${PASSAGE}</textarea>`;

shareChromium({ '/': REVIEW_PAGE, '/field': FIELD_PAGE }, (shared) => {
  ({ site, rung } = shared);
});

const startTagging = (passage?: string) => tagIn(rung, site.url(), passage);

const isFocused = (element: Element) => element === document.activeElement;
const options = (picker: Frame) => picker.locator('.option');
const active = (picker: Frame) =>
  picker.locator('.option.active .option-name').textContent({ timeout: 5000 });

describe('three keystrokes', () => {
  it('tag: the shortcut, an arrow, Enter', async () => {
    const { picker } = await startTagging();
    const second = await options(picker).nth(1).locator('.option-name').textContent();
    await rung.key('ArrowDown');
    await expect.poll(() => active(picker)).toBe(second);
    await rung.key('Enter');

    await picker.getByText(`Tagged as ${second}`).waitFor();
    const { target, ...record } = await oneStored(rung.storage);
    expect(record).toMatchObject({
      schema: 1,
      ladder: 'intercom-pm',
      level: 'senior-pm',
      kind: 'self',
      note: '',
    });
    expect(record.created).toBe(record.modified);
    expect(target).toMatchObject({
      source: site.url(),
      title: 'Self-review 2026',
      surface: 'page',
    });
    const [quote, position] = target.selector;
    expect(quote.exact.replace(/\s+/g, ' ')).toBe(PASSAGE);
    expect(quote.prefix.endsWith('Before we built anything ')).toBe(true);
    expect(quote.suffix.startsWith(', and what they told me')).toBe(true);
    expect(quote.suffix.length).toBeLessThanOrEqual(128);
    expect(position).toMatchObject({ start: expect.any(Number), end: expect.any(Number) });
  });

  it('tag: the shortcut, a few letters, Enter', async () => {
    const { picker } = await startTagging();
    await rung.display.type('alig');
    await expect.poll(() => active(picker)).toBe('Alignment & Evangelism');
    await rung.key('Enter');

    expect(await oneStored(rung.storage)).toMatchObject({ subSkill: 'alignment-evangelism' });
  });

  it('tag with the best guess: the shortcut, Enter', async () => {
    const { picker } = await startTagging();
    const best = await active(picker);
    await rung.key('Enter');

    await picker.getByText(`Tagged as ${best}`).waitFor();
    expect(best).toBe('Customer focus');
    expect(await oneStored(rung.storage)).toMatchObject({ subSkill: 'customer-focus' });
  });
});

describe('the picker', () => {
  it('stands beside the selection, with the quote and why the best guesses are best', async () => {
    const { page, picker } = await startTagging();
    expect((await picker.locator('.passage').textContent())?.replace(/\s+/g, ' ')).toBe(PASSAGE);
    expect(await options(picker).first().locator('.option-why').textContent()).toMatch(
      /^because of/,
    );
    expect(await options(picker).count()).toBe(19);

    const selection = await page.evaluate(() => {
      const { bottom, left } = getSelection()?.getRangeAt(0).getBoundingClientRect() ?? {};
      return { bottom: bottom ?? 0, left: left ?? 0 };
    });
    const box = await (await picker.frameElement()).boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(selection.bottom);
    expect(box?.y).toBeLessThan(selection.bottom + 20);
  });

  it('takes level, whose view and a note, by the keyboard', async () => {
    const { picker } = await startTagging();
    await rung.display.type('learn');
    await expect.poll(() => picker.locator('input[type=search]').inputValue()).toBe('learn');
    await expect.poll(() => active(picker)).toBe('Learn fast');
    await picker.getByLabel('Level').selectOption('Staff PM');
    await picker.getByLabel('Whose view').selectOption('Peer feedback');
    await picker.getByLabel('Note (optional)').click();
    await rung.display.type('Ask Ines for the numbers');
    await rung.key('Enter');

    expect(await oneStored(rung.storage)).toMatchObject({
      subSkill: 'learn-fast',
      level: 'staff-pm',
      kind: 'peer',
      note: 'Ask Ines for the numbers',
    });
  });

  it('leads Tab through every field, and round again', async () => {
    const { picker } = await startTagging();
    await picker.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      addEventListener('focusin', ({ target }) => seen.push((target as Element).localName));
    });
    const seen = () => picker.evaluate(() => (window as unknown as { seen: string[] }).seen);
    const fields = ['select', 'select', 'textarea', 'input', 'button', 'button'];
    // Of a date, day, month, year and its calendar are one field with a stop for each.
    await rung.key(...Array.from({ length: 10 }, () => 'Tab'));
    await expect.poll(seen).toEqual([...fields, 'input']);
    await rung.key('Shift+Tab', 'Shift+Tab');
    await expect.poll(seen).toEqual([...fields, 'input', 'button', 'button']);
    expect(await picker.getByRole('button', { name: /^Tag as/ }).evaluate(isFocused)).toBe(true);

    await rung.key('question');
    const dialog = picker.getByRole('dialog', { name: 'Keyboard shortcuts' });
    const close = dialog.getByRole('button', { name: 'Close' });
    await expect.poll(() => close.evaluate(isFocused)).toBe(true);
    await rung.key('Tab');
    await rung.key('Shift+Tab');
    expect(await close.evaluate(isFocused)).toBe(true);
    await rung.key('Enter');
    await dialog.waitFor({ state: 'detached' });
  });

  it('closes with Escape and gives the focus and the selection back', async () => {
    const { page } = await startTagging(EDITED);
    await rung.key('Escape');
    await pickerGone(page);

    expect(await page.evaluate(() => document.activeElement?.id)).toBe('editor');
    expect(await page.evaluate(() => getSelection()?.toString().replace(/\s+/g, ' '))).toBe(EDITED);
    expect(await storedEvidence(rung.storage)).toEqual([]);
  });

  it('lists its keys with ?, and only where ? is no character of a text', async () => {
    const { picker } = await startTagging();
    const dialog = picker.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await rung.key('question');
    await dialog.waitFor();
    await dialog.getByText('Tag as the sub-skill you chose').waitFor();
    await rung.key('Escape');
    await dialog.waitFor({ state: 'detached' });

    const note = picker.getByLabel('Note (optional)');
    await note.click();
    await rung.key('question');
    await expect.poll(() => note.inputValue()).toBe('?');
    expect(await dialog.count()).toBe(0);
  });

  it('stays where it is while what it lists becomes less', async () => {
    const { page, picker } = await startTagging();
    await page.setViewportSize({ width: 1000, height: 480 });
    const place = async () =>
      (await (await picker.frameElement()).boundingBox()) ?? { x: 0, y: 0, height: 0 };
    const height = () => picker.locator('.tag-form').evaluate((form) => form.clientHeight);
    await expect.poll(async () => (await place()).y + (await place()).height).toBeLessThan(480);
    const [high, { x, y }] = [await height(), await place()];
    await rung.display.type('zzqx');
    await picker
      .getByText('No sub-skill matches “zzqx”. Try the name of a sub-skill, a practice or a level.')
      .waitFor();
    await expect.poll(height).toBeLessThan(high);
    await expect.poll(async () => (await place()).height).toBeLessThan(high);
    expect(await place()).toMatchObject({ x, y });
  });

  it('says so where no sub-skill matches, and saves nothing', async () => {
    const { picker } = await startTagging();
    await rung.display.type('zzqx');
    await picker
      .getByText('No sub-skill matches “zzqx”. Try the name of a sub-skill, a practice or a level.')
      .waitFor();
    await rung.key('Enter');

    await picker.getByRole('alert').waitFor();
    expect(await picker.getByRole('alert').textContent()).toBe('Choose a sub-skill first.');
    expect(await storedEvidence(rung.storage)).toEqual([]);
  });

  it('guesses first what the passage has not yet', async () => {
    const { page, picker } = await startTagging();
    const names = () => picker.locator('.option-name').allTextContents();
    const [best, next] = await names();
    await rung.key('Enter');
    await picker.locator('.saved:focus').waitFor();
    await rung.key('Escape');
    await pickerGone(page);
    await rung.command('tag');
    const again = await pickerFrame(page);
    const guesses = again.locator('.option-name');
    await expect.poll(async () => (await guesses.allTextContents())[0]).toBe(next);
    expect(await guesses.allTextContents()).toContain(best);
    await rung.key('Enter');
    const stored = await evidenceStored(rung.storage, 2);
    expect(new Set(stored.map(({ subSkill }) => subSkill)).size).toBe(2);
  });

  it('opens once, however often the shortcut is pressed', async () => {
    const { page, picker } = await startTagging();
    await rung.command('tag');
    await until('the second has taken the place of the first', () => picker.isDetached());
    await pickerFrame(page);

    expect(page.frames().length).toBe(2);
  });
});

it('keeps the form for what is selected in a field, however often the shortcut is pressed', async () => {
  const page = await rung.open(site.url('/field'));
  await page.locator('#field').focus();
  await page.locator('#field').evaluate((field) => (field as HTMLTextAreaElement).select());
  await rung.command('tag');
  const picker = await pickerFrame(page);
  await picker.locator('.option').first().waitFor();
  await rung.command('tag');
  await rung.display.type('alig');

  await expect.poll(() => active(picker)).toBe('Alignment & Evangelism');
  await rung.key('Enter');
  expect(await oneStored(rung.storage)).toMatchObject({ subSkill: 'alignment-evangelism' });
});

describe('several sub-skills for one passage', () => {
  it('are picked with Shift and Enter, and saved together', async () => {
    const { picker } = await startTagging();
    await rung.display.type('alig');
    await expect.poll(() => active(picker)).toBe('Alignment & Evangelism');
    await rung.key('Shift+Enter');
    await rung.display.type('decis');
    await expect.poll(() => active(picker)).toBe('Decisiveness');
    await rung.key('Shift+Enter');
    await picker.getByRole('button', { name: 'Tag as 2 sub-skills' }).waitFor();
    await rung.key('Enter');

    await picker.getByText('Tagged as Alignment & Evangelism, Decisiveness').waitFor();
    const records = await evidenceStored(rung.storage, 2);
    expect(records.map((one) => one.subSkill).sort()).toEqual([
      'alignment-evangelism',
      'decisiveness',
    ]);
    expect(records[0]?.target).toEqual(records[1]?.target);
  });

  it('are let go again with Shift and Enter', async () => {
    const { picker } = await startTagging();
    for (const letters of ['alig', 'decis', 'alig']) {
      await rung.display.type(letters);
      await expect
        .poll(() => active(picker))
        .toBe(letters === 'alig' ? 'Alignment & Evangelism' : 'Decisiveness');
      await rung.key('Shift+Enter');
    }
    await picker.getByRole('button', { name: 'Tag as Decisiveness' }).waitFor();
    await rung.key('Enter');

    expect(await oneStored(rung.storage)).toMatchObject({ subSkill: 'decisiveness' });
  });

  it('can be added one after the other, too', async () => {
    const { page } = await startTagging();
    await rung.key('Enter');
    await oneStored(rung.storage);
    await rung.key('Escape');
    await pickerGone(page);
    await rung.command('tag');
    await pickerFrame(page);
    await rung.key('ArrowDown', 'Enter');

    const records = await evidenceStored(rung.storage, 2);
    expect(new Set(records.map((one) => one.subSkill)).size).toBe(2);
  });
});

describe('the confirmation', () => {
  it('undoes everything with Undo', async () => {
    const { page, picker } = await startTagging();
    await rung.key('Shift+Enter', 'ArrowDown', 'Shift+Enter', 'Enter');
    await picker.locator('.saved:focus').waitFor();
    expect((await storedEvidence(rung.storage)).length).toBe(2);

    await rung.key('Tab', 'Enter');

    await picker.getByText('Undone. Nothing new is tagged.').waitFor();
    expect(await storedEvidence(rung.storage)).toEqual([]);
    await rung.key('Escape');
    await pickerGone(page);
  });

  it('does not take anything back when Enter is pressed twice', async () => {
    const { picker } = await startTagging();
    await rung.key('Enter');
    await picker.getByText(/^Tagged as/).waitFor();
    await rung.key('Enter', 'Enter');

    await oneStored(rung.storage);
    expect(await picker.getByRole('status').count()).toBe(1);
  });

  it('stays for as long as the keyboard is on its way to Undo', async () => {
    const { page, picker } = await startTagging();
    await rung.key('Enter');
    await picker.locator('.saved:focus').waitFor();
    await rung.key('Tab');
    await new Promise((later) => setTimeout(later, 6500));

    await rung.key('Enter');
    await picker.getByText('Undone. Nothing new is tagged.').waitFor();
    expect(await storedEvidence(rung.storage)).toEqual([]);
    await pickerGone(page);
  });

  it('goes by itself', async () => {
    const { page } = await startTagging();
    await rung.key('Enter');
    await pickerGone(page);
    expect((await storedEvidence(rung.storage)).length).toBe(1);
  });
});

it('opens over a page selected from end to end and is not tinted with it', async () => {
  const tab = await rung.open(site.url());
  await tab.keyboard.press('Control+a');
  await rung.command('tag');
  const picker = await pickerFrame(tab);
  await picker.getByRole('button', { name: 'Tag as' }).waitFor();
  const box = await (await picker.frameElement()).boundingBox();
  if (!box) throw new Error('The picker has no box.');

  const picture = readPng(await tab.screenshot({ scale: 'css' }));
  // In its margin, where nothing is but its ground.
  expect(picture.at(box.x + 4, box.y + box.height / 2)).toEqual([255, 255, 255]);
  await rung.key('Escape');
  await pickerGone(tab);
});
