import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { showEvidence } from '../../entrypoints/background/page-evidence';
import { watchAllowedSites } from '../../entrypoints/background/watched-sites';

vi.mock('../../entrypoints/background/page-evidence');

type Listener = (given: { origins?: string[] }) => void;

/** An event of the browser that a test lets happen. */
function event() {
  const listeners: Listener[] = [];
  return {
    addListener: (listener: Listener) => listeners.push(listener),
    happens: (given = {}) => {
      for (const listener of listeners) listener(given);
    },
  };
}

const ALLOWED = ['https://notes.example/*'];

let events: Record<'onAdded' | 'onRemoved' | 'onInstalled' | 'onStartup', ReturnType<typeof event>>;
const query = vi.fn();
const contains = vi.fn();
const sendMessage = vi.fn();

beforeEach(() => {
  vi.resetAllMocks();
  events = { onAdded: event(), onRemoved: event(), onInstalled: event(), onStartup: event() };
  const { onAdded, onRemoved, onInstalled, onStartup } = events;
  const getAll = async () => ({ origins: ALLOWED });
  Object.assign(browser, { permissions: { onAdded, onRemoved, getAll, contains } });
  Object.assign(browser.runtime, { onInstalled, onStartup });
  Object.assign(browser.tabs, { query, sendMessage });
  Object.assign(browser.scripting, {
    registerContentScripts: vi.fn(async () => {}),
    unregisterContentScripts: vi.fn(async () => {}),
  });
  contains.mockResolvedValue(false);
  sendMessage.mockResolvedValue(undefined);
  watchAllowedSites();
});

it('goes back into the open pages of allowed sites after an update, past one that hangs', async () => {
  query.mockResolvedValue([{ id: 1 }, { id: 2 }, { id: 3 }]);
  vi.mocked(showEvidence).mockImplementation((tabId) =>
    tabId === 1 ? new Promise(() => {}) : Promise.reject(new Error(`No tab with id: ${tabId}`)),
  );
  events.onInstalled.happens();

  await vi.waitFor(() => expect(showEvidence).toHaveBeenCalledTimes(3));
  // One that was put to sleep gets the script when it wakes; to ask it would wake it.
  expect(query).toHaveBeenCalledWith({ url: ALLOWED, discarded: false });
});

it('tells every tab which sites were taken back, but none that is allowed otherwise', async () => {
  query.mockResolvedValue([{ id: 1 }, { id: 2 }]);
  contains.mockImplementation(async ({ origins: [one] }) => one === 'https://still.example/*');
  events.onRemoved.happens({ origins: ['https://gone.example/*', 'https://still.example/*'] });

  await vi.waitFor(() => expect(sendMessage).toHaveBeenCalledTimes(2));
  const origins = ['https://gone.example/*'];
  expect(sendMessage).toHaveBeenCalledWith(2, { to: 'tagger', type: 'taken-back', origins });
});
