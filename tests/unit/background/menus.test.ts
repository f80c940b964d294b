import { beforeEach, expect, it, vi } from 'vitest';
import { type Browser, browser } from 'wxt/browser';
import { createMenus, onMenu } from '../../../entrypoints/background/menus';
import { tagSelection } from '../../../entrypoints/background/tag';
import { openPanel } from '../../../entrypoints/wiring/view/panel';
import { wordsByKey } from '../support/mounted';

vi.mock('../../../entrypoints/background/tag');
vi.mock('../../../entrypoints/wiring/view/panel');

const TAB = { id: 3, windowId: 1 } as Browser.tabs.Tab;
const clicked = (menuItemId: string) => ({ menuItemId }) as Browser.contextMenus.OnClickData;

let entries: Browser.contextMenus.CreateProperties[];

beforeEach(() => {
  vi.resetAllMocks();
  wordsByKey();
  entries = [];
  const contextMenus = {
    removeAll: async () => entries.splice(0),
    create: (entry: Browser.contextMenus.CreateProperties) => entries.push(entry),
  };
  Object.assign(browser, { contextMenus });
});

it('offers to tag what is selected, and the panel everywhere, once after every update', async () => {
  await createMenus();
  await createMenus();
  expect(entries).toEqual([
    { id: 'tag', title: 'menu_tag', contexts: ['selection', 'editable'] },
    { id: 'open-panel', title: 'menu_panel', contexts: ['action', 'page'] },
  ]);
});

it('does what the entry says that was chosen, and nothing else', () => {
  onMenu(clicked('tag'), TAB);
  expect(tagSelection).toHaveBeenCalledWith(TAB);
  expect(openPanel).not.toHaveBeenCalled();
  onMenu(clicked('open-panel'), TAB);
  expect(openPanel).toHaveBeenCalledWith(TAB);
  expect(tagSelection).toHaveBeenCalledOnce();
});

it('tags nothing where no tab was clicked in', () => {
  onMenu(clicked('tag'));
  expect(tagSelection).not.toHaveBeenCalled();
});
