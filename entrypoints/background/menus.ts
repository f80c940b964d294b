import { type Browser, browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { openPanel } from '../wiring/view/panel';
import { tagSelection } from './tag';

/** The entries of the context menu; made once, at installation and at each update. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: 'tag',
    title: i18n.t('menu.tag'),
    contexts: ['selection', 'editable'],
  });
  browser.contextMenus.create({
    id: 'open-panel',
    title: i18n.t('menu.panel'),
    contexts: ['action', 'page'],
  });
}

/** Does what an entry of the context menu says. */
export function onMenu(info: Browser.contextMenus.OnClickData, tab?: Browser.tabs.Tab): void {
  if (info.menuItemId === 'open-panel') void openPanel(tab);
  if (info.menuItemId === 'tag' && tab) void tagSelection(tab);
}
