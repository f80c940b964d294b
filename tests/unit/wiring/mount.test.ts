// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { mount } from '../../../entrypoints/wiring/view/mount';

it('says that its words are of the language they are in, not of the browser’s', () => {
  const [, language] = /^language: "(.+)"$/m.exec(readFileSync('locales/en.yml', 'utf8')) ?? [];
  expect(language).toBe('en');
  const getMessage = (key: string) => (key === 'language' ? language : '');
  Object.assign(browser.i18n, { getMessage });
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('de-DE');
  mount(null);
  expect(document.documentElement.lang).toBe('en');
});
