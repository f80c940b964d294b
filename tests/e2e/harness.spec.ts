import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe } from './harness/axe';
import { type InChromium, launchChromium } from './harness/chromium';
import { domSnapshot } from './harness/dom-snapshot';
import { selectText } from './harness/select';
import { type Site, serve } from './harness/serve';

/** The instruments the other tests measure with: that they see what they are there to see. */
describe('the instruments', () => {
  let site: Site;
  let rung: InChromium;

  beforeAll(async () => {
    site = await serve({
      '/': '<html lang="en"><title>Page</title><main><p>One\n  two <b>three</b> four</p><input></main>',
      '/bad': '<title>Bad</title><img src="/none.png"><p style="color:#eee">faint</p>',
    });
    rung = await launchChromium({ headless: true });
  });

  afterAll(async () => {
    await rung?.close();
    await site?.close();
  });

  it('see errors of the background and of pages', async () => {
    const { errors } = rung.watched;
    const fail = () => {
      setTimeout(() => {
        throw new Error('thrown');
      }, 0);
      Promise.reject(new Error('rejected'));
      console.error('written');
    };
    await (await rung.worker()).evaluate(fail);
    await expect.poll(() => errors.length).toBe(3);
    await (await rung.open(site.url())).evaluate(fail);
    await expect.poll(() => errors.length).toBe(6);

    for (const word of ['thrown', 'rejected', 'written']) {
      expect(errors.filter((one) => one.includes(word))).toHaveLength(2);
    }
  });

  it('see requests to other machines, and let none through', async () => {
    const { foreignRequests } = rung.watched;
    const ask = () =>
      fetch('https://rung.example/').then(
        () => 'answered',
        () => 'refused',
      );

    expect(await (await rung.open(site.url())).evaluate(ask)).toBe('refused');

    expect(foreignRequests).toEqual(['https://rung.example/']);
  });

  it.for([
    ['an attribute', () => document.body.setAttribute('data-x', '')],
    ['a text', () => document.querySelector('b')?.replaceChildren('3')],
    ['an element', () => document.body.append(document.createElement('div'))],
    ['what is typed', () => Object.assign(document.querySelector('input') ?? {}, { value: 'x' })],
    ['a style sheet', () => document.adoptedStyleSheets.push(new CSSStyleSheet())],
    ['a shadow root', () => document.querySelector('p')?.attachShadow({ mode: 'open' })],
  ] as const)('see that %s of a page was changed', async ([, change]) => {
    const page = await rung.open(site.url());
    const before = await domSnapshot(page);
    expect(await domSnapshot(page)).toBe(before);

    await page.evaluate(change as () => void);

    expect(await domSnapshot(page)).not.toBe(before);
    await page.close();
  });

  it('see what is not accessible, and nothing else', async () => {
    const rules = (await axe(await rung.open(site.url('/bad')))).map((one) => one.rule);
    expect(rules).toEqual(expect.arrayContaining(['color-contrast', 'image-alt', 'html-has-lang']));

    expect(await axe(await rung.open(site.url()), ['label', 'page-has-heading-one'])).toEqual([]);
  });

  it('select text as it is seen, across elements and lines', async () => {
    const page = await rung.open(site.url());

    await selectText(page, 'One two three fo');

    expect(await page.evaluate(() => getSelection()?.toString())).toBe('One two three fo');
    await expect(selectText(page, 'five')).rejects.toThrow('five');
  });
});
