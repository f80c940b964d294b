// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { AskedSite } from '../../../entrypoints/options/AskedSite';
import { Refused } from '../../../entrypoints/picker/Refused';
import { requestSite } from '../../../entrypoints/wiring/site/request-site';
import { SiteSwitch } from '../../../entrypoints/wiring/site/SiteSwitch';
import { draw, event, settled, wordsByKey } from '../support/mounted';
import { emptyPlace } from '../support/panel';

const SITE = 'https://docs.example/*';
const request = vi.fn();

beforeEach(() => {
  wordsByKey();
  request.mockReset();
  const contains = async () => false;
  Object.assign(browser, {
    permissions: { onAdded: event(), onRemoved: event(), contains, request },
  });
});

const refuses = () =>
  request.mockRejectedValue(new Error('This function must be called during a user gesture'));

async function press(button: HTMLElement | null | undefined): Promise<void> {
  await act(async () => button?.click());
  await settled();
}

it('says beside the switch that the browser did not ask, as long as the page is of that site', async () => {
  refuses();
  const place = emptyPlace();
  const open = (url: string) => draw(<SiteSwitch tabId={7} url={url} />, place);
  await open('https://docs.example/review');
  const status = place.querySelector('[role=status]');
  expect(status?.textContent).toBe('');
  await press(place.querySelector('input'));
  expect(status?.textContent).toBe('sites_notAsked docs.example');
  expect(place.querySelector('input')?.checked).toBe(false);
  await open('https://other.example/');
  expect(status?.textContent).toBe('');
});

it('says nothing where the user was asked and said no', async () => {
  request.mockResolvedValue(false);
  const place = emptyPlace();
  await draw(<SiteSwitch tabId={7} url="https://docs.example/review" />, place);
  await press(place.querySelector('input'));
  expect(request).toHaveBeenCalledWith({ origins: [SITE] });
  expect(place.querySelector('[role=status]')?.textContent).toBe('');
});

it('says so in the options that were opened to ask', async () => {
  refuses();
  location.hash = `#allow=${encodeURIComponent(SITE)}`;
  const place = emptyPlace();
  await draw(<AskedSite allowed={[]} />, place);
  await press(place.querySelector('button'));
  expect(place.querySelector('[role=status]')?.textContent).toBe('sites_notAsked docs.example');
});

it('says so in the picker, which still takes a pasted passage', async () => {
  refuses();
  const place = emptyPlace();
  const nothing = () => undefined;
  await draw(
    <Refused
      library={{ ladders: [] } as never}
      why="nothing-selected"
      site={SITE}
      page={{ url: '', title: '' } as never}
      onAllow={async (site) => (await requestSite(site)) !== null}
      onPaste={nothing}
      onUnsaved={nothing}
      onClose={nothing}
    />,
    place,
  );
  const [allow, paste] = place.querySelectorAll('button');
  expect(place.querySelector('[role=alert] button')).toBeNull();
  await press(allow);
  expect(place.querySelector('[role=alert]')?.textContent).toContain('sites_notAsked docs.example');
  expect(paste?.textContent).toBe('refusal_paste');
});
