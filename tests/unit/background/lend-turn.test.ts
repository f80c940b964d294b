// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { inTurn } from '../../../data/in-turn';
import { lendTurn } from '../../../entrypoints/background/lend-turn';

type Listener = () => void;
type Port = Parameters<typeof lendTurn>[0];

const PICKER = 'chrome-extension://rung/picker.html';
let sender: string | undefined;
let log: string[];

/** Two ends of a port: what the one posts the other hears, once whoever runs has done so. */
function ports(name: string): [Port, Port] {
  const ends = [0, 1].map(() => ({ messages: [] as Listener[], gone: [] as Listener[] }));
  const tell = (listeners: readonly Listener[] = []) =>
    queueMicrotask(() => {
      for (const listener of listeners) listener();
    });
  const end = (mine: number) => ({
    name,
    sender: { url: sender },
    onMessage: { addListener: (listener: Listener) => ends[mine]?.messages.push(listener) },
    onDisconnect: { addListener: (listener: Listener) => ends[mine]?.gone.push(listener) },
    postMessage: () => tell(ends[1 - mine]?.messages),
    disconnect: () => tell(ends[1 - mine]?.gone),
  });
  return [end(0), end(1)] as unknown as [Port, Port];
}

/** As in the picker: another page's code, inside a page that is somebody else's. */
function inPicker<T>(work: () => Promise<T>): Promise<T> {
  const top = vi.spyOn(window, 'top', 'get').mockReturnValue({} as never);
  const asked = picker.inTurn('evidence', work);
  top.mockRestore();
  return asked;
}

let picker: { inTurn: typeof inTurn };
beforeAll(async () => {
  vi.resetModules();
  picker = await import('../../../data/in-turn');
});

/** Steps long enough for any other work to come between. */
const work = (name: string) => async () => {
  log.push(`${name} begins`);
  for (let step = 0; step < 50; step++) await undefined;
  log.push(`${name} ends`);
  return name;
};

beforeEach(() => {
  sender = PICKER;
  log = [];
  vi.stubGlobal('navigator', {});
  const connect = ({ name }: { name: string }) => {
    const [here, there] = ports(name);
    queueMicrotask(() => lendTurn(there));
    return here;
  };
  Object.assign(browser.runtime, {
    getURL: (path: string) => `chrome-extension://rung${path}`,
    connect,
  });
});
afterEach(() => vi.unstubAllGlobals());

it('lets the picker wait for the other pages, and them for the picker', async () => {
  const answers = await Promise.all([
    inTurn('evidence', work('panel')),
    inPicker(work('picker')),
    new Promise<void>((resolve) => setTimeout(resolve)).then(() =>
      inTurn('evidence', work('options')),
    ),
  ]);
  expect(answers).toEqual(['panel', 'picker', 'options']);
  expect(log).toEqual([
    'panel begins',
    'panel ends',
    'picker begins',
    'picker ends',
    'options begins',
    'options ends',
  ]);
});

it('goes on where the work in the picker failed, and says so there', async () => {
  const failing = inPicker(() => Promise.reject(new Error('disk full')));
  await expect(failing).rejects.toThrow('disk full');
  expect(await inTurn('evidence', work('panel'))).toBe('panel');
});

it('holds nothing for a page that has gone while it waited', async () => {
  const [here, there] = ports('turn:evidence');
  const first = inTurn('evidence', work('panel'));
  lendTurn(there);
  const told = vi.fn();
  here.onMessage.addListener(told);
  here.disconnect();
  await first;
  expect(await inTurn('evidence', work('options'))).toBe('options');
  expect(told).not.toHaveBeenCalled();
});

it('lends nothing to what runs in a page, which then takes turns with itself', async () => {
  sender = 'https://notes.example/';
  const [, there] = ports('turn:evidence');
  const disconnect = vi.spyOn(there, 'disconnect');
  lendTurn(there);
  expect(disconnect).toHaveBeenCalledOnce();
  await Promise.all([inPicker(work('first')), inPicker(work('next'))]);
  expect(log).toEqual(['first begins', 'first ends', 'next begins', 'next ends']);
});

it('works also where the background cannot be asked', async () => {
  Object.assign(browser.runtime, {
    connect: () => {
      throw new Error('Extension context invalidated.');
    },
  });
  expect(await inPicker(work('picker'))).toBe('picker');
});
