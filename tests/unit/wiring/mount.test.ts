// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { mount } from '../../../entrypoints/wiring/view/mount';

function mountIn(language: string): HTMLElement {
  const getMessage = (key: string) => (key === 'language' ? language : '');
  Object.assign(browser.i18n, { getMessage });
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('de-DE');
  mount(null);
  return document.documentElement;
}

it('says that its words are of the language they are in, not of the browser’s', () => {
  const [, language = ''] =
    /^language: "(.+)"$/m.exec(readFileSync('locales/en.yml', 'utf8')) ?? [];
  expect(language).toBe('en-GB');
  expect(mountIn(language).lang).toBe('en-GB');
});

it.each([
  ['en-GB', 'ltr'],
  ['de', 'ltr'],
  ['he', 'rtl'],
  ['ar-EG', 'rtl'],
  ['az-Arab', 'rtl'],
  ['az', 'ltr'],
])('is laid out the way its words are written: %s', (language, dir) => {
  expect(mountIn(language).dir).toBe(dir);
});
