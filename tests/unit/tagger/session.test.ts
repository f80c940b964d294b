// @vitest-environment happy-dom
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeQuote } from '../../../data/quote';
import type { PageReport } from '../../../data/standing';
import { budget } from '../../../entrypoints/tagger/budget';
import { Session } from '../../../entrypoints/tagger/session';
import { userAtWork } from '../../../entrypoints/tagger/user-at-work';
import type { PageRecord } from '../../../entrypoints/wiring/messages/records';
import { byHand } from '../support/by-hand';

const PASSAGE = 'I led the billing migration and cut support tickets by forty per cent.';
const NOW = PASSAGE.replace('forty', 'fifty');
const MENU = 'Menu of many things to see';

/** Set where a style sheet hides the menu, which changes what is shown and nothing in the tree. */
let narrow = false;

/** An element that cannot be read, and how often that was tried. */
let unreadable: Element | null = null;
let failed = 0;

// What this small DOM does not know of layout, as a browser would tell it of these plain blocks.
beforeAll(() => {
  vi.stubGlobal('Highlight', class extends Set {});
  vi.stubGlobal('CSS', { highlights: new Map() });
  vi.stubGlobal('getComputedStyle', (element: Element) => {
    if (element === unreadable) {
      failed++;
      throw new Error('No style is known.');
    }
    return {
      display: narrow && element.localName === 'nav' ? 'none' : 'block',
      visibility: 'visible',
      whiteSpaceCollapse: 'collapse',
      userSelect: 'auto',
      cssFloat: 'none',
      position: 'static',
      overflowX: 'visible',
      overflowY: 'visible',
      getPropertyValue: () => '',
    };
  });
  Object.assign(Element.prototype, { checkVisibility: () => true, scrollIntoView: () => {} });
});
afterAll(() => vi.unstubAllGlobals());

const lines = (name: string) =>
  Array.from({ length: 40 }, (_, at) => `${name} ${at} tells of ${at * 7}.`);

function paragraphs(parent: Element, texts: readonly string[]): void {
  for (const text of texts) {
    const element = document.createElement('p');
    element.append(text);
    parent.append(element);
  }
}

/** Waits for it however long a busy machine takes. */
const soon = (check: () => void) => vi.waitFor(check, 15_000);

beforeEach(() => {
  // On a busy machine reading takes long enough to be put off, which is not what is looked at here.
  vi.spyOn(budget, 'wait').mockReturnValue(0);
  narrow = false;
  unreadable = null;
  failed = 0;
  const menu = document.createElement('nav');
  paragraphs(
    menu,
    Array.from({ length: 10 }, () => MENU),
  );
  const main = document.createElement('main');
  paragraphs(main, [...lines('Before'), NOW, ...lines('After')]);
  document.body.replaceChildren(menu, main);
});

function record(): PageRecord {
  const text = [...lines('Before'), PASSAGE, ...lines('After')].join('\n');
  const start = text.indexOf(PASSAGE);
  const quote = describeQuote(text, start, start + PASSAGE.length);
  return { id: 'one', hue: 0, quote, surface: 'page' };
}

it('tells the words of a passage after going to it, though the page had changed without a sign', async () => {
  const session = new Session();
  await session.show([record()]);
  narrow = true;
  await session.goTo(record());
  const report = await session.report();
  expect(report?.one).toMatchObject({ state: 'edited', quote: { exact: NOW } });
  session.dispose();
});

const passage = () => [...document.querySelectorAll('main p')][40] as HTMLElement;
const session = () => {
  const told: (PageReport | null)[] = [];
  const onRead = vi.fn();
  return { told, onRead, session: new Session({ onNews: (report) => told.push(report), onRead }) };
};

it('tells how evidence stands from when it is shown until nothing is', async () => {
  const { told, session: shown } = session();
  expect(await shown.report()).toBeNull();
  const edited = { one: expect.objectContaining({ state: 'edited' }) };
  expect(await shown.show([record()])).toEqual(edited);
  expect(shown.showing).toBe(true);
  expect(await shown.report()).toEqual(edited);
  expect(await shown.show([])).toEqual({});
  expect(shown.showing).toBe(false);
  expect(await shown.report()).toBeNull();
  expect(told).toEqual([edited, null]);
});

it('tells how a passage reads after each change of it, and nothing where another changed', async () => {
  const { told, onRead, session: shown } = session();
  await shown.show([record()]);
  told.length = 0;
  document.querySelector('main p')?.append(' Or not.');
  await soon(() => expect(onRead).toHaveBeenCalledTimes(1));
  expect(told).toEqual([]);
  passage().textContent = PASSAGE.replace('forty', 'sixty');
  await soon(() => expect(told).toHaveLength(1));
  expect(told[0]?.one).toMatchObject({ state: 'edited', quote: { exact: passage().textContent } });
  passage().textContent = PASSAGE;
  await soon(() => expect(told).toHaveLength(2));
  expect(told[1]?.one).toEqual({ state: 'same' });
  shown.dispose();
});

it('tells how the page is by now to whoever asks before it has settled', async () => {
  const { session: shown } = session();
  await shown.show([record()]);
  passage().textContent = PASSAGE;
  await Promise.resolve();
  expect(await shown.report()).toEqual({ one: { state: 'same' } });
  shown.dispose();
});

it('follows the page no more once it is let go', async () => {
  const { told, onRead, session: gone } = session();
  const { onRead: othersRead, session: other } = session();
  await gone.show([record()]);
  await other.show([record()]);
  told.length = 0;
  gone.dispose();
  passage().textContent = PASSAGE;
  await soon(() => expect(othersRead).toHaveBeenCalled());
  expect(onRead).not.toHaveBeenCalled();
  expect(told).toEqual([]);
  expect(gone.showing).toBe(false);
  other.dispose();
});

it('goes on after something went wrong', async () => {
  const onNews = vi.fn(() => {
    throw new Error('Nobody is there.');
  });
  const shown = new Session({ onNews });
  await expect(shown.show([record()])).rejects.toThrow('Nobody is there.');
  expect(await shown.report()).toHaveProperty('one');
  shown.dispose();
});

describe('a change that could not be read', () => {
  const changedUnread = async () => {
    const { session: shown, ...heard } = session();
    await shown.show([record()]);
    unreadable = passage();
    passage().textContent = PASSAGE;
    await soon(() => expect(failed).toBe(1));
    return { shown, ...heard };
  };

  it('is read when somebody asks', async () => {
    const { shown } = await changedUnread();
    unreadable = null;
    expect(await shown.report()).toEqual({ one: { state: 'same' } });
    shown.dispose();
  });

  it('is read with the next change', async () => {
    const { shown, told } = await changedUnread();
    unreadable = null;
    document.querySelector('main p')?.append(' Or not.');
    await soon(() => expect(told.at(-1)).toEqual({ one: { state: 'same' } }));
    shown.dispose();
  });

  it('keeps the rest of the page from being read no more than once more', async () => {
    const { shown } = await changedUnread();
    await expect(shown.report()).rejects.toThrow('No style is known.');
    expect(await shown.report()).toEqual({ one: expect.objectContaining({ state: 'edited' }) });
    expect(failed).toBe(2);
    unreadable = null;
    passage().textContent = PASSAGE;
    expect(await shown.report()).toEqual({ one: { state: 'same' } });
    shown.dispose();
  });
});

it('heeds what the user does in a page for as long as it follows that', async () => {
  const acts = () => window.dispatchEvent(byHand(new Event('keydown')));
  const noted = vi.spyOn(userAtWork, 'note');
  const shown = new Session();
  acts();
  expect(noted).not.toHaveBeenCalled();
  await shown.show([record()]);
  acts();
  expect(noted).toHaveBeenCalledOnce();
  await shown.show([]);
  acts();
  expect(noted).toHaveBeenCalledOnce();
});

it('goes to no passage of which it is not sure, where it shall be', async () => {
  passage().textContent = PASSAGE;
  passage().after(passage().cloneNode(true));
  const shown = new Session();
  const bare = { ...record(), quote: { exact: PASSAGE, prefix: '', suffix: '' } };
  expect(await shown.show([bare])).toMatchObject({ one: { state: 'doubtful' } });
  const seen = vi.spyOn(Element.prototype, 'scrollIntoView');
  expect(await shown.goTo(bare, true)).toBe(false);
  expect(seen).not.toHaveBeenCalled();
  await shown.goTo(bare);
  expect(seen).toHaveBeenCalled();
  shown.dispose();
});

describe('what is selected', () => {
  const select = (from: number, to: number) => {
    const node = passage().firstChild as Text;
    getSelection()?.setBaseAndExtent(node, from, node, to);
  };

  it('says which evidence has any of it already', async () => {
    const part = (id: string, exact: string): PageRecord => ({
      id,
      hue: 0,
      quote: { exact, prefix: '', suffix: '' },
    });
    const shown = new Session();
    await shown.show([
      part('left', 'I led the billing'),
      part('middle', 'migration and cut support'),
      part('right', 'tickets by fifty per cent.'),
    ]);
    select(18, 43);
    const reply = await shown.read('', '');
    expect(reply).toMatchObject({ draft: { already: ['middle'] } });
    select(16, 46);
    expect(await shown.read('', '')).toMatchObject({
      draft: { already: ['left', 'middle', 'right'] },
    });
    shown.dispose();
  });

  it('is the evidence in which the caret stands where nothing is', async () => {
    const shown = new Session();
    await shown.show([record()]);
    select(5, 5);
    expect(await shown.read('', '')).toMatchObject({ ok: false, here: { ids: ['one'] } });
    getSelection()?.collapse(document.querySelector('main p')?.firstChild as Text, 3);
    const reply = await shown.read('', '');
    expect(reply).toMatchObject({ ok: false, why: 'nothing-selected' });
    expect(reply).not.toHaveProperty('here');
    shown.dispose();
  });
});

it('tells what stands in the page though it is not shown, and of what is shown what was found', async () => {
  const here = new Session();
  const lost = {
    ...record(),
    id: 'lost',
    quote: { exact: 'Nowhere at all', prefix: '', suffix: '' },
  };
  expect(await here.stand([record(), lost])).toEqual({ ids: ['one'], amongOwn: ['one'] });
  expect([here.showing, here.found()]).toEqual([false, []]);
  await here.show([record(), lost]);
  expect(here.found()).toEqual(['one']);
  passage().remove();
  expect(await here.stand([record()])).toEqual({ ids: [], amongOwn: [] });
  here.dispose();
});

it('tells of what stands in the page whether it stands among its own words', async () => {
  const here = new Session();
  const main = document.querySelector('main') as Element;
  main.replaceChildren();
  paragraphs(main, ['Somebody else writes here.', NOW, 'And goes on with other words.']);
  expect(await here.stand([record()])).toEqual({ ids: ['one'], amongOwn: [] });
  here.dispose();
});

it('says that the page has changed while it still knows what was found before', async () => {
  const known: string[][] = [];
  const here = new Session({ onChanged: () => known.push(here.found()) });
  await here.show([record()]);
  passage().remove();
  await soon(() => expect(here.found()).toEqual([]));
  expect(known).toEqual([['one']]);
  here.dispose();
});
