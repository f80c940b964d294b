// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { Ladder } from '../../../data/ladder';
import { BUNDLED_LADDERS } from '../../../data/library';
import { LookUp } from '../../../entrypoints/popup/LookUp';
import { useNotice } from '../../../entrypoints/wiring/view/use-notice';
import { wordsInEnglish } from '../support/english';
import { draw, settled } from '../support/mounted';
import { emptyPlace } from '../support/panel';

const [ladder] = BUNDLED_LADDERS as readonly [Ladder, ...Ladder[]];

/** The popup, drawn, and whether it has closed. */
async function opened(
  getCurrent: () => Promise<object> = async () => ({ id: 1 }),
  place = emptyPlace(),
) {
  Object.assign(browser.windows, { getCurrent });
  Object.assign(browser.permissions, { contains: async () => false });
  const close = vi.spyOn(window, 'close').mockReturnValue(undefined);
  const nothing = () => undefined;
  const mine = { ladder, level: ladder.levels[0]?.id ?? '' };
  const Shown = () => {
    const [notice, onNotice] = useNotice();
    return (
      <LookUp
        {...{
          ladders: BUNDLED_LADDERS,
          mine,
          page: { tabId: undefined, url: '' },
          hasDraft: false,
        }}
        {...{ notice, onNotice, onChange: nothing, onPaste: nothing, onRefused: nothing }}
      />
    );
  };
  await draw(<Shown />, place);
  const press = async (label: string) => {
    const button = place.querySelector<HTMLElement>(`header [aria-label=${label}]`);
    expect(button?.tabIndex).toBe(0);
    await act(async () => button?.click());
    await settled();
  };
  return { place, close, press };
}

it('leads from the popup to the options, and closes', async () => {
  const openOptionsPage = vi.fn(async () => undefined);
  Object.assign(browser.runtime, { openOptionsPage });
  const { close, press } = await opened();
  await press('panel_options');
  expect(openOptionsPage).toHaveBeenCalledOnce();
  expect(close).toHaveBeenCalledOnce();
});

it.each([
  ['closes once the side panel is there', async () => undefined, 1, ''],
  [
    'stays and says so where the browser does not open it',
    () => Promise.reject(new Error('may only be called in response to a user gesture')),
    0,
    'panel_openYourself',
  ],
])('%s', async (_, open, closed, said) => {
  Object.assign(browser, { sidePanel: { open } });
  const { place, close, press } = await opened();
  await press('command_panel');
  expect(close).toHaveBeenCalledTimes(closed);
  expect(place.querySelector('.toast-place')?.textContent).toContain(said);
});

it('opens the side panel of the current window where it is not known which that is', async () => {
  const open = vi.fn(async () => undefined);
  Object.assign(browser, { sidePanel: { open } });
  const { press } = await opened(() => Promise.reject(new Error('There is no current window.')));
  await press('command_panel');
  expect(open).toHaveBeenCalledWith({ windowId: browser.windows.WINDOW_ID_CURRENT });
});

it('calls no link at its foot one that others could follow', async () => {
  const empty = emptyPlace();
  wordsInEnglish();
  const { place } = await opened(undefined, empty);
  const keys = [...place.querySelectorAll('.key-line span')].map((one) => one.textContent);
  expect(keys).toEqual(['↑ ↓ move', 'Enter open', 'c copy', 'l local link']);
});
