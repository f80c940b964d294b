// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { Notice } from '../../../components/common/Toast';
import { Sites } from '../../../entrypoints/options/Sites';
import { SiteSwitch } from '../../../entrypoints/wiring/site/SiteSwitch';
import { draw, event, settled, wordsByKey } from '../support/mounted';
import { emptyPlace } from '../support/panel';

const SITE = 'https://docs.example/*';
/** The sites that the browser lets Rung into; what it does not end stays. */
let allowed: string[];
let keepsAll: boolean;

beforeEach(() => {
  wordsByKey();
  allowed = [SITE];
  keepsAll = false;
  const onRemoved = event();
  Object.assign(browser, {
    permissions: {
      onAdded: event(),
      onRemoved,
      getAll: async () => ({ origins: [...allowed] }),
      contains: async ({ origins: [one] }: { origins: string[] }) => allowed.includes(one ?? ''),
      remove: async ({ origins: [one] }: { origins: string[] }) => {
        if (keepsAll) return false;
        allowed = allowed.filter((other) => other !== one);
        onRemoved.happens();
        return true;
      },
    },
  });
});

async function press(place: HTMLElement, selector: string): Promise<void> {
  await act(async () => place.querySelector<HTMLElement>(selector)?.click());
  await settled();
}

it('says in the options that it no longer shows on a site, and lists that no more', async () => {
  const onNotice = vi.fn();
  const place = emptyPlace();
  await draw(<Sites onNotice={onNotice} />, place);
  await settled();
  expect(place.querySelector('li')?.textContent).toContain('https://docs.example');
  await press(place, 'li button');
  expect(onNotice.mock.lastCall?.[0].text).toBe('sites_takenBack https://docs.example');
  expect(place.querySelector('li')).toBeNull();
});

it('asks for the site again where that is undone, before anything that waits', async () => {
  const onNotice = vi.fn();
  const place = emptyPlace();
  await draw(<Sites onNotice={onNotice} />, place);
  await settled();
  await press(place, 'li button');
  const request = vi.fn(async () => true);
  Object.assign(browser.permissions, { request });
  const notice: Notice | undefined = onNotice.mock.lastCall?.[0];
  notice?.action?.run();
  // Later, browsers count no click.
  expect(request.mock.calls).toEqual([[{ origins: [SITE] }]]);
  await settled();
  expect(onNotice).toHaveBeenCalledOnce();

  request.mockRejectedValueOnce(new Error('may only be called in response to a user gesture'));
  notice?.action?.run();
  await settled();
  expect(onNotice.mock.lastCall).toEqual([{ text: 'sites_notAsked https://docs.example' }]);
});

it('says in the options that the browser lets Rung stay', async () => {
  keepsAll = true;
  const onNotice = vi.fn();
  const place = emptyPlace();
  await draw(<Sites onNotice={onNotice} />, place);
  await settled();
  await press(place, 'li button');
  expect(onNotice.mock.calls).toEqual([[{ text: 'sites_stillAllowed https://docs.example' }]]);
  expect(place.querySelector('li')).not.toBeNull();
});

it('says beside the switch that the browser lets Rung stay, and nothing where it does not', async () => {
  keepsAll = true;
  const place = emptyPlace();
  await draw(<SiteSwitch tabId={7} url="https://docs.example/review" />, place);
  await settled();
  const status = place.querySelector('[role=status]');
  await press(place, 'input');
  expect(status?.textContent).toBe('sites_stillAllowed docs.example');
  expect(place.querySelector('input')?.checked).toBe(true);
  keepsAll = false;
  await press(place, 'input');
  expect(status?.textContent).toBe('');
  expect(place.querySelector('input')?.checked).toBe(false);
});
