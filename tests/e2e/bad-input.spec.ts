import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type InChromium, launchChromium } from './harness/chromium';
import { pickerFrame, pickerGone } from './harness/picker';
import { selectText } from './harness/select';
import { type Answer, type Site, serve } from './harness/serve';
import { until } from './harness/until';
import { startAfresh } from './support/afresh';
import { oneStored, storedEvidence } from './support/stored';

const PASSAGE = 'We asked ten customers before we chose the problem';
const MEGABYTES = 5 * 1024 * 1024;

const page = (body: string) =>
  `<!doctype html><html lang="en"><title>A page</title><main>${body}</main></html>`;
const PLAIN = page(`<p>${PASSAGE}, and three changed my mind.</p>`);

/** Pages that let in as little as a page can. */
const LOCKED: Record<string, Record<string, string>> = {
  '/csp': {
    'content-security-policy':
      "default-src 'none'; frame-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  },
  '/require-corp': {
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
  },
  '/credentialless': {
    'cross-origin-embedder-policy': 'credentialless',
    'cross-origin-opener-policy': 'same-origin',
  },
};

/** Texts that break what is careless with them; all in one paragraph each. */
const ODD: readonly [what: string, text: string][] = [
  ['emoji', 'Shipped it 🎉 with 👩‍👩‍👧‍👦 and 🇩🇪, one 👍🏽 at a time'],
  ['text from right to left', 'سألنا عشرة عملاء قبل أن نختار المشكلة'],
  ['both directions', 'We call it «שלום» and measure it weekly'],
  ['zero-width characters', 'Ze\u200bro wi\u200cdth\u200d and \u2060joined words\ufeff here'],
  ['HTML', '<script>alert(1)</script> & <img src=x onerror="alert(2)"> &amp; done'],
  ['characters outside the basic plane', '𝒲𝑒 𝓂𝑒𝒶𝓈𝓊𝓇𝑒𝒹 𝒾𝓉 and 𠜎𠜱𠝹 too'],
  ['combining marks', 'Ca\u0301fe\u0301 Z\u0351\u036b\u0343algo shipped on time'],
];

let site: Site;
let rung: InChromium;

beforeAll(async () => {
  const locked = Object.entries(LOCKED).map(([path, headers]): [string, Answer] => [
    path,
    { body: PLAIN, headers },
  ]);
  site = await serve({
    '/': PLAIN,
    '/empty': page('<p id="p"></p>'),
    '/picture.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="80">
      <text x="10" y="40">${PASSAGE}</text></svg>`,
    '/sandboxed': { body: PLAIN, headers: { 'content-security-policy': 'sandbox' } },
    '/data.xml': { body: `<notes><note>${PASSAGE}</note></notes>`, type: 'application/xml' },
    ...Object.fromEntries(locked),
  });
  rung = await launchChromium();
});
beforeEach(() => startAfresh(rung));
afterAll(async () => {
  await rung?.close();
  await site?.close();
});

/** Opens a page with this text alone in it, and selects all of it. */
async function openWith(text: string): Promise<Page> {
  const opened = await rung.open(site.url('/empty'));
  await opened.evaluate((given) => {
    const paragraph = document.getElementById('p') as HTMLElement;
    paragraph.textContent = given;
    getSelection()?.selectAllChildren(paragraph);
  }, text);
  return opened;
}

/** The driver's own filling types what it is given. */
async function paste(into: Locator, text: string): Promise<void> {
  await into.evaluate((element, pasted) => {
    (element as HTMLTextAreaElement).value = pasted;
    element.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, text);
}

async function refusal(of: Page): Promise<string> {
  await rung.command('tag');
  const picker = await pickerFrame(of);
  return (await picker.getByRole('alert').locator('p').textContent()) ?? '';
}

const NO_ACCESS = "This page doesn't let extensions read it. Copy the passage and paste it here.";

describe('a page that lets no extension in', () => {
  it('is explained in the popup, which takes a pasted passage', async () => {
    await rung.open('chrome://version');
    await rung.command('tag');
    const popup = await rung.view('/popup.html');
    await popup.getByText(NO_ACCESS).waitFor();

    const field = popup.getByRole('textbox', { name: 'Paste the passage here' });
    await field.and(popup.locator(':focus')).waitFor();
    await rung.display.type(PASSAGE);
    await rung.key('Tab');
    await rung.display.type('customer f');
    await rung.key('Enter');

    await popup.getByText('Tagged as Customer focus').waitFor();
    const record = await oneStored(rung.storage);
    expect(record).toMatchObject({ subSkill: 'customer-focus', target: { surface: 'pasted' } });
    expect(record.target.selector).toEqual([
      { type: 'TextQuoteSelector', exact: PASSAGE, prefix: '', suffix: '' },
    ]);
  });

  it('is explained where the popup itself was asked to tag', async () => {
    await rung.open('chrome://version');
    await rung.command('_execute_action');
    const popup = await rung.view('/popup.html');
    await popup.getByRole('button', { name: 'Tag the selection' }).click();

    await popup.getByText(NO_ACCESS).waitFor();
  });

  it('takes no paste of nothing, and none of megabytes', async () => {
    await rung.open('chrome://version');
    await rung.command('tag');
    const popup = await rung.view('/popup.html');
    const field = popup.getByRole('textbox', { name: 'Paste the passage here' });
    await field.fill(' \n\u200b ');
    await popup.getByRole('combobox', { name: 'Which sub-skill?' }).press('Enter');
    await popup.getByText('Paste a passage first: there is nothing to tag yet.').waitFor();

    await paste(field, 'word '.repeat(MEGABYTES / 5));
    await popup.getByText('That is too long to be one piece of evidence').waitFor();
    await popup.getByRole('combobox', { name: 'Which sub-skill?' }).press('Enter');
    expect(await storedEvidence(rung.storage)).toEqual([]);
  });
});

it.each([
  ['a picture', '/picture.svg'],
  ['data', '/data.xml'],
])(
  '%s opened by itself, where nothing can be shown, is explained in the popup',
  async (_, path) => {
    await rung.open(site.url(path));
    await rung.command('tag');
    const popup = await rung.view('/popup.html');
    await popup.getByText(NO_ACCESS).waitFor();
    await popup.getByRole('textbox', { name: 'Paste the passage here' }).waitFor();
  },
);

it('a sandboxed page, in which no form can run, is explained in the popup, and read by the panel', async () => {
  const opened = await rung.open(site.url('/sandboxed'));
  await opened.bringToFront();
  await rung.key('ctrl+a');
  await rung.command('tag');
  const popup = await rung.view('/popup.html');
  await popup.getByText(NO_ACCESS).waitFor();
  await popup.getByRole('textbox', { name: 'Paste the passage here' }).waitFor();
  await popup.close();

  await rung.command('open-panel');
  const panel = await rung.view('/sidepanel.html');
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  await panel.getByRole('button', { name: 'Tag the selection' }).click();
  await panel.getByRole('blockquote').getByText(PASSAGE).waitFor();
});

it('a note of megabytes is refused with a sentence, and can be shortened', async () => {
  const opened = await rung.open(site.url());
  await selectText(opened, PASSAGE);
  await rung.command('tag');
  const picker = await pickerFrame(opened);
  const note = picker.getByLabel('Note (optional)');
  await paste(note, 'word '.repeat(MEGABYTES / 5));
  const TOO_LONG = 'That note is too long (at most 10,000 characters). Shorten it to save it.';
  await picker.getByText(TOO_LONG).waitFor();
  await note.press('Enter');
  expect(await storedEvidence(rung.storage)).toEqual([]);

  await paste(note, 'Ten of them');
  await picker.getByText(TOO_LONG).waitFor({ state: 'detached' });
  await note.press('Enter');
  expect(await oneStored(rung.storage)).toMatchObject({ note: 'Ten of them' });

  const panel = await rung.extensionPage('/sidepanel.html');
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  await panel.getByRole('button', { name: 'Edit' }).click();
  await paste(panel.getByLabel('Note (optional)'), 'word '.repeat(MEGABYTES / 5));
  await panel.getByText(TOO_LONG).waitFor();
  await panel.getByRole('button', { name: 'Save' }).click();
  expect(await oneStored(rung.storage)).toMatchObject({ note: 'Ten of them' });
});

describe('a selection', () => {
  const NOTHING =
    'Nothing is selected. Select the passage that shows what you did, then try again.';

  it('that is empty explains itself, and goes with Escape', async () => {
    const opened = await rung.open(site.url());
    expect(await refusal(opened)).toBe(NOTHING);
    await rung.key('Escape');
    await pickerGone(opened);
  });

  it('of white space and of what shows nothing explains itself', async () => {
    const opened = await openWith('  \n\t\u00a0\u200b\u2060 ');
    expect(await refusal(opened)).toBe(NOTHING);
    expect(await storedEvidence(rung.storage)).toEqual([]);
  });

  it('of five megabytes is refused with a sentence, and the page goes on', async () => {
    const opened = await openWith('Ten customers told us. '.repeat(MEGABYTES / 23));
    expect(await refusal(opened)).toBe(
      'The selection is too long to be one piece of evidence (at most 100,000 characters). ' +
        'Select the passage that makes the point.',
    );
    expect(await opened.evaluate(() => document.getElementById('p')?.textContent?.length)).toBe(
      Math.floor(MEGABYTES / 23) * 23,
    );
    expect(await storedEvidence(rung.storage)).toEqual([]);

    await rung.key('Escape');
    await pickerGone(opened);
    await opened.evaluate((given) => {
      const paragraph = document.getElementById('p') as HTMLElement;
      paragraph.textContent = given;
      getSelection()?.selectAllChildren(paragraph);
    }, PASSAGE);
    await rung.command('tag');
    await pickerFrame(opened);
    await rung.key('Enter');
    expect((await oneStored(rung.storage)).target.selector[0].exact).toBe(PASSAGE);
  });

  it.each(ODD)('of %s is stored as it is and shown as it reads', async (_what, text) => {
    const opened = await openWith(text);
    await rung.command('tag');
    const picker = await pickerFrame(opened);
    const shown = text.replace(/[\u200b\u2060\ufeff]/g, '');
    expect(await picker.locator('.passage').textContent()).toBe(shown);
    expect(await picker.locator('.passage *').count()).toBe(0);
    await rung.key('Enter');

    const [quote] = (await oneStored(rung.storage)).target.selector;
    expect(quote.exact).toBe(text);
    const panel = await rung.extensionPage('/sidepanel.html');
    await panel.getByRole('tab', { name: 'Evidence' }).click();
    expect(await panel.locator('.evidence blockquote').textContent()).toBe(shown);
    expect(await panel.locator('.evidence blockquote *').count()).toBe(0);
    expect(rung.watched.errors).toEqual([]);
  });

  it('with NUL in it is stored as it is, shown without, and exported', async () => {
    const text = 'Before\u0000after, with a bell\u0007 in it';
    const opened = await openWith(text);
    await rung.command('tag');
    await pickerFrame(opened);
    await rung.key('Enter');

    expect((await oneStored(rung.storage)).target.selector[0].exact).toBe(text);
    const panel = await rung.extensionPage('/sidepanel.html');
    await panel.getByRole('tab', { name: 'Evidence' }).click();
    const shown = 'Beforeafter, with a bell in it';
    expect(await panel.locator('.evidence blockquote').textContent()).toBe(shown);
    await panel.getByRole('tab', { name: 'Export' }).click();
    expect(await panel.locator('.preview pre').textContent()).toContain(shown);
  });

  it('in a password field is not read', async () => {
    const opened = await rung.open(site.url('/empty'));
    await opened.evaluate(() => {
      const field = document.createElement('input');
      Object.assign(field, { type: 'password', value: 'hunter2 hunter2' });
      document.body.append(field);
      field.select();
    });
    expect(await refusal(opened)).toBe(
      'Rung never reads password, payment or one-time-code fields. Select a passage somewhere else, then try again.',
    );
    expect(JSON.stringify(await rung.storage.get())).not.toContain('hunter2');
  });
});

describe('a locked-down page', () => {
  it.each(['/', ...Object.keys(LOCKED)])(
    '%s lets the picker work, and hears none of its keys',
    async (path) => {
      const opened = await rung.open(site.url(path));
      // The driver may do what the page's own scripts may not.
      await opened.evaluate(() => {
        const heard: string[] = [];
        Object.assign(window, { heard });
        for (const type of ['keydown', 'keypress', 'keyup', 'input', 'beforeinput']) {
          addEventListener(type, (event) => heard.push((event as KeyboardEvent).key ?? type), true);
        }
      });
      if (path !== '/' && path !== '/csp') {
        expect(await opened.evaluate(() => crossOriginIsolated)).toBe(true);
      }
      const heard = () => opened.evaluate(() => (window as unknown as { heard: string[] }).heard);
      await opened.locator('main').click();
      await rung.key('x');
      await until('the page hears its own keys', async () => (await heard()).includes('x'));
      await selectText(opened, PASSAGE);
      await rung.command('tag');
      const picker = await pickerFrame(opened);
      const before = (await heard()).length;

      await rung.display.type('learn fast');
      await expect
        .poll(() => picker.locator('.option.active .option-name').textContent())
        .toBe('Learn fast');
      // The first letters say as much; the others are not to land in the note.
      await expect.poll(() => picker.locator('input[type=search]').inputValue()).toBe('learn fast');
      await picker.getByLabel('Note (optional)').click();
      await rung.display.type('secret words');
      await rung.key('Enter');
      await picker.getByText('Tagged as Learn fast').waitFor();

      expect((await heard()).slice(before)).toEqual([]);
      expect(await oneStored(rung.storage)).toMatchObject({
        subSkill: 'learn-fast',
        note: 'secret words',
        target: { source: site.url(path), selector: [{ exact: PASSAGE }, {}] },
      });
    },
  );

  it('that frames the picker by itself gets an empty one', async () => {
    const opened = await rung.open(site.url());
    const base = `chrome-extension://${rung.extensionId}/picker.html#guessed`;
    await opened.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
    }, base);
    await new Promise((resolve) => setTimeout(resolve, 500));

    for (const frame of opened.frames().slice(1)) {
      expect(await frame.evaluate(() => document.querySelectorAll('input, .option').length)).toBe(
        0,
      );
    }
  });
});
