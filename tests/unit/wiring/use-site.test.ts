// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { useSite } from '../../../entrypoints/wiring/site/use-site';
import { event, later, mounted, settled } from '../support/mounted';

const contains = vi.fn();

const open = (url: string) => mounted(useSite, url);

const [request, remove] = [vi.fn(), vi.fn()];
let onAdded: ReturnType<typeof event<[]>>;
let onRemoved: ReturnType<typeof event<[]>>;

beforeEach(() => {
  vi.resetAllMocks();
  onAdded = event();
  onRemoved = event();
  Object.assign(browser, { permissions: { onAdded, onRemoved, contains, request, remove } });
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

it('says so once the site is allowed, and once that is stopped', async () => {
  contains.mockResolvedValue(false);
  const site = await open('https://a.example/');
  contains.mockResolvedValue(true);
  onAdded.happens();
  await settled();
  expect(site.now.allowed).toBe(true);
  contains.mockResolvedValue(false);
  onRemoved.happens();
  await settled();
  expect(site.now.allowed).toBe(false);
  await site.end();
});

it('asks for this one site, and stops no other', async () => {
  contains.mockResolvedValue(false);
  request.mockResolvedValue(true);
  remove.mockResolvedValue(true);
  const site = await open('https://a.example:8080/review');
  expect(await site.now.allow()).toBe(true);
  expect(request.mock.calls).toEqual([[{ origins: ['https://a.example/*'] }]]);
  expect(await site.now.takeBack()).toBe(true);
  expect(remove.mock.calls).toEqual([[{ origins: ['https://a.example/*'] }]]);
});

it.each([
  ['into all sites', async () => false],
  ['in by a policy, and refuses', () => Promise.reject(new Error('You cannot'))],
])('does not call a site stopped where the browser lets Rung %s', async (_, answer) => {
  contains.mockResolvedValue(true);
  remove.mockImplementation(answer);
  const site = await open('https://a.example/');
  expect(await site.now.takeBack()).toBe(false);
});

it('asks for nothing on a page that is of no site', async () => {
  const site = await open('about:blank');
  expect(site.now).toMatchObject({ origin: null, name: '', allowed: false });
  expect(await site.now.allow()).toBe(false);
  expect(await site.now.takeBack()).toBe(false);
  expect([contains, request, remove].flatMap(({ mock }) => mock.calls)).toEqual([]);
});
