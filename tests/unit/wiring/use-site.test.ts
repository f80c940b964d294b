// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { useSite } from '../../../entrypoints/wiring/site/use-site';
import { event, later, mounted, settled } from '../support/mounted';

const contains = vi.fn();

const open = (url: string) => mounted(useSite, url);

beforeEach(() => {
  const [onAdded, onRemoved] = [event(), event()];
  Object.assign(browser, { permissions: { onAdded, onRemoved, contains } });
});

it('does not say of one site what was asked of another', async () => {
  const { promise, keep } = later<boolean>();
  contains.mockImplementation(({ origins: [one] }) => one.includes('a.example') && promise);
  const site = await open('https://a.example/');
  await site.give('https://b.example/');
  keep(true);
  await settled();
  expect(site.now).toMatchObject({ name: 'b.example', allowed: false });
});

it('forgets at once that the site before was allowed', async () => {
  contains.mockImplementation(
    async ({ origins: [one] }) => one.includes('a.example') || later().promise,
  );
  const site = await open('https://a.example/');
  expect(site.now.allowed).toBe(true);
  await site.give('https://b.example/');
  expect(site.now.allowed).toBe(false);
});

it('offers no site that cannot be allowed', async () => {
  contains.mockRejectedValue(new Error('Invalid value for origin pattern http://[::1]/*'));
  const site = await open('http://[::1]:8080/');
  expect(site.now).toMatchObject({ origin: null, allowed: false });
});
