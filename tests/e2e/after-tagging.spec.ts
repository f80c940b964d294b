import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { InChromium } from './harness/chromium';
import { pickerGone, pickerShown } from './harness/picker';
import type { Site } from './harness/serve';
import { SETTLED } from './support/afresh';
import { shareChromium } from './support/shared-chromium';

const PASSAGE = 'We cut the release to three screens and shipped early.';
const PAGES = {
  '/field': `<textarea rows="4" cols="80">${PASSAGE}</textarea>`,
  '/editor': `<div contenteditable="true"><p>${PASSAGE}</p></div>`,
  '/shadow': `<review-form></review-form><script>
    const root = document.querySelector('review-form').attachShadow({ mode: 'open' });
    root.innerHTML = '<textarea rows="4" cols="80">${PASSAGE}</textarea>';
  </script>`,
  '/frame': `<iframe srcdoc='<div contenteditable="true">${PASSAGE}</div>'></iframe>`,
};

let site: Site;
let rung: InChromium;

shareChromium(PAGES, (shared) => {
  ({ site, rung } = shared);
});

const editable = (page: Page, path: string) =>
  (path === '/frame' ? page.frameLocator('iframe') : page).locator('textarea, [contenteditable]');
const written = (page: Page, path: string) =>
  editable(page, path).evaluate((one) => ('value' in one ? String(one.value) : one.textContent));

/** Tags all that an editor has, by its keys alone. */
async function tagAll(path: string): Promise<Page> {
  await rung.storage.set(SETTLED);
  const page = await rung.open(site.url(path));
  await editable(page, path).focus();
  await rung.key('Ctrl+a');
  await rung.command('tag');
  const picker = await pickerShown(page);
  await picker.getByRole('combobox', { name: 'Which sub-skill?' }).waitFor();
  await rung.key('Enter');
  await picker.locator('.saved:focus').waitFor();
  return page;
}

it.each(Object.keys(PAGES))('goes on behind the tagged passage by its keys: %s', async (path) => {
  const page = await tagAll(path);
  await rung.key('ArrowRight');
  await pickerGone(page);
  await rung.display.type(' More.');
  await expect.poll(() => written(page, path)).toBe(`${PASSAGE} More.`);
});

it('goes on before it where a key leads there', async () => {
  const page = await tagAll('/editor');
  await rung.key('Home');
  await pickerGone(page);
  await rung.display.type('Yes: ');
  await expect.poll(() => written(page, '/editor')).toBe(`Yes: ${PASSAGE}`);
});

it('loses no more than the letter that gives the keyboard back where somebody just types', async () => {
  const page = await tagAll('/field');
  await rung.key('x');
  await pickerGone(page);
  await rung.display.type(' More.');
  await expect.poll(() => written(page, '/field')).toBe(`${PASSAGE} More.`);
});

it('leaves selected what was tagged where it is left by Escape', async () => {
  const page = await tagAll('/editor');
  await rung.key('Escape');
  await pickerGone(page);
  expect(await page.evaluate(() => String(getSelection()))).toBe(PASSAGE);
});
