import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { showEvidence } from '../../../entrypoints/background/page-evidence';
import { watchAllowedSites } from '../../../entrypoints/background/watched-sites';

vi.mock('../../../entrypoints/background/page-evidence');

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

let allowed: string[];
/** What is registered, by id: nothing in it is ever without a script that is to stay. */
let registered: Map<string, { matches: string[] }>;
let gaps: number;

/** The browser's registration of scripts, which takes a moment and refuses what is there already. */
function scripting() {
  const moment = () => new Promise((done) => setTimeout(done));
  type Script = { id: string; matches: string[] };
  return {
    async getRegisteredContentScripts() {
      await moment();
      return [...registered.keys()].map((id) => ({ id }));
    },
    async registerContentScripts(scripts: Script[]) {
      await moment();
      for (const one of scripts) {
        if (registered.has(one.id)) throw new Error(`Duplicate script ID '${one.id}'`);
        registered.set(one.id, one);
      }
    },
    async updateContentScripts(scripts: Script[]) {
      await moment();
      for (const one of scripts) {
        if (!registered.has(one.id)) throw new Error(`Nonexistent script ID '${one.id}'`);
        registered.set(one.id, one);
      }
    },
    async unregisterContentScripts({ ids }: { ids: string[] }) {
      await moment();
      for (const id of ids) if (registered.delete(id) && allowed.length > 0) gaps++;
    },
  };
}

let events: Record<'onAdded' | 'onRemoved' | 'onInstalled' | 'onStartup', ReturnType<typeof event>>;
const query = vi.fn();
const contains = vi.fn();
const sendMessage = vi.fn();

const BEGUN = 'session:begun';

beforeEach(async () => {
  vi.resetAllMocks();
  await storage.setItem(BEGUN, true);
  events = { onAdded: event(), onRemoved: event(), onInstalled: event(), onStartup: event() };
  const { onAdded, onRemoved, onInstalled, onStartup } = events;
  allowed = ALLOWED;
  registered = new Map();
  gaps = 0;
  const getAll = async () => ({ origins: allowed });
  Object.assign(browser, { permissions: { onAdded, onRemoved, getAll, contains } });
  Object.assign(browser.runtime, { onInstalled, onStartup });
  Object.assign(browser.tabs, { query, sendMessage });
  Object.assign(browser.scripting, scripting());
  vi.mocked(showEvidence).mockResolvedValue(null);
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

it('goes back into them once it was switched off and on again, and only then', async () => {
  query.mockResolvedValue([{ id: 1 }]);
  await storage.removeItem(BEGUN);
  watchAllowedSites();
  await vi.waitFor(() => expect(showEvidence).toHaveBeenCalledExactlyOnceWith(1));

  // The browser stops the background now and then.
  watchAllowedSites();
  await new Promise((done) => setTimeout(done, 20));
  expect(showEvidence).toHaveBeenCalledOnce();
});

it('goes into none as the browser starts, which has their script loaded with them', async () => {
  query.mockResolvedValue([{ id: 1 }]);
  await storage.removeItem(BEGUN);
  watchAllowedSites();
  events.onStartup.happens();
  await vi.waitFor(() => expect(registered.size).toBe(1));
  await new Promise((done) => setTimeout(done, 20));
  expect(showEvidence).not.toHaveBeenCalled();
});

it('goes into them once after an update, which has ended what ran there as well', async () => {
  query.mockResolvedValue([{ id: 1 }]);
  await storage.removeItem(BEGUN);
  events.onInstalled = event();
  Object.assign(browser.runtime, { onInstalled: events.onInstalled });
  watchAllowedSites();
  events.onInstalled.happens();
  await vi.waitFor(() => expect(showEvidence).toHaveBeenCalledOnce());
  await new Promise((done) => setTimeout(done, 20));
  expect(showEvidence).toHaveBeenCalledOnce();
});

it('tells every tab on which sites to stop showing, but none that is allowed otherwise', async () => {
  query.mockResolvedValue([{ id: 1 }, { id: 2 }]);
  contains.mockImplementation(async ({ origins: [one] }) => one === 'https://still.example/*');
  events.onRemoved.happens({ origins: ['https://gone.example/*', 'https://still.example/*'] });

  await vi.waitFor(() => expect(sendMessage).toHaveBeenCalledTimes(2));
  const origins = ['https://gone.example/*'];
  const takenBack = { to: 'tagger', type: 'taken-back', origins, allowed: ALLOWED };
  expect(sendMessage).toHaveBeenCalledWith(2, takenBack);
});

it('tells the tabs where to stop showing beside a site that no permission can name', async () => {
  query.mockResolvedValue([{ id: 1 }]);
  const [host, odd] = ['https://gone.example/*', 'http://[::1]/*'];
  contains.mockImplementation(async ({ origins: [one] }) => {
    if (one === odd) throw new Error(`Invalid value for origin pattern ${odd}`);
    return false;
  });
  events.onRemoved.happens({ origins: [host, odd] });

  await vi.waitFor(() => expect(sendMessage).toHaveBeenCalledOnce());
  expect(sendMessage.mock.lastCall).toMatchObject([1, { origins: [host, odd] }]);
});

it('shows evidence on a site that was just allowed, though nothing can be registered for it', async () => {
  const refused = () => Promise.reject(new Error('IO error'));
  Object.assign(browser.scripting, { registerContentScripts: refused });
  query.mockResolvedValue([{ id: 1 }]);
  events.onAdded.happens({ origins: ALLOWED });
  await vi.waitFor(() => expect(showEvidence).toHaveBeenCalledWith(1));
});

it('loses no site of two that are allowed at the same time', async () => {
  query.mockResolvedValue([{ id: 1 }]);
  const [one, two] = [['https://one.example/*'], ['https://two.example/*']];
  allowed = one;
  events.onAdded.happens({ origins: one });
  allowed = [...one, ...two];
  events.onAdded.happens({ origins: two });

  await vi.waitFor(() => expect(query).toHaveBeenCalledTimes(2));
  expect(query).toHaveBeenCalledWith({ url: two, discarded: false });
  expect(registered.get('watched-sites')?.matches).toEqual([...one, ...two]);
});

it('is never without its scripts while another site is allowed, and has none after the last', async () => {
  contains.mockResolvedValue(true);
  query.mockResolvedValue([]);
  events.onStartup.happens();
  await vi.waitFor(() => expect(registered.size).toBe(3));
  allowed = [...ALLOWED, 'https://more.example/*'];
  events.onAdded.happens({ origins: ['https://more.example/*'] });
  await vi.waitFor(() => expect(registered.get('watched-sites')?.matches).toEqual(allowed));
  expect(gaps).toBe(0);

  allowed = [];
  events.onRemoved.happens({ origins: ALLOWED });
  await vi.waitFor(() => expect(registered.size).toBe(0));
});

it('registers what Google Docs needs only where that is allowed, and takes it out by itself', async () => {
  query.mockResolvedValue([]);
  contains.mockImplementation(async ({ origins: [one] }) => allowed.includes(one));
  registered.set('of-another', { matches: [] });
  allowed = [...ALLOWED, 'https://docs.google.com/*'];
  events.onAdded.happens({ origins: ['https://docs.google.com/*'] });
  await vi.waitFor(() => expect(registered.size).toBe(4));
  expect(registered.get('docs-flag')?.matches).toEqual(['https://docs.google.com/document/*']);

  allowed = ALLOWED;
  events.onRemoved.happens({ origins: ['https://docs.google.com/*'] });
  await vi.waitFor(() => expect(registered.size).toBe(2));
  expect([...registered.keys()]).toEqual(['of-another', 'watched-sites']);
  expect(registered.get('watched-sites')?.matches).toEqual(ALLOWED);
});

it('looks for no open page where nothing is allowed', async () => {
  allowed = [];
  registered.set('watched-sites', { matches: ALLOWED });
  query.mockResolvedValue([{ id: 1 }]);
  events.onInstalled.happens();
  await vi.waitFor(() => expect(registered.size).toBe(0));
  await new Promise((done) => setTimeout(done));
  expect(query).not.toHaveBeenCalled();
  expect(showEvidence).not.toHaveBeenCalled();
});
