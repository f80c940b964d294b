// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { Ladder } from '../../../data/ladder';
import { BUNDLED_LADDERS } from '../../../data/library';
import { LookUp } from '../../../entrypoints/popup/LookUp';
import { draw, settled } from '../support/mounted';
import { emptyPlace } from '../support/panel';

const [ladder] = BUNDLED_LADDERS as readonly [Ladder, ...Ladder[]];

it('leads from the popup to the options, and closes', async () => {
  const place = emptyPlace();
  const openOptionsPage = vi.fn(async () => undefined);
  Object.assign(browser.runtime, { openOptionsPage });
  Object.assign(browser.windows, { getCurrent: async () => ({ id: 1 }) });
  Object.assign(browser.permissions, { contains: async () => false });
  const close = vi.spyOn(window, 'close').mockReturnValue(undefined);
  const nothing = () => undefined;
  const mine = { ladder, level: ladder.levels[0]?.id ?? '' };
  await draw(
    <LookUp
      {...{ ladders: BUNDLED_LADDERS, mine, page: { tabId: undefined, url: '' } }}
      {...{ onChange: nothing, onPaste: nothing, onRefused: nothing }}
    />,
    place,
  );
  const button = place.querySelector<HTMLElement>('header [aria-label=panel_options]');
  expect(button?.tabIndex).toBe(0);
  await act(async () => button?.click());
  await settled();
  expect(openOptionsPage).toHaveBeenCalledOnce();
  expect(close).toHaveBeenCalledOnce();
});
