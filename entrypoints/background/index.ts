import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import type { BackgroundMessage } from '../wiring/messages/background';
import { openPanel, setPlace } from '../wiring/view/panel';
import { goTo } from './go-to';
import { askGoogleDocs } from './google-docs';
import { comeIntoFrames } from './later-frames';
import { leftBehind, settleFiled } from './left-behind';
import { lendTurn } from './lend-turn';
import { createMenus, onMenu } from './menus';
import { endSession, enterSuggestion, startSession, suggest } from './omnibox';
import { openOptionsAt } from './options';
import { hideEvidence, recordsForFrame, reportEvidence, showEvidence } from './page-evidence';
import { openPanelAt } from './panel';
import { closeAndTag, passOn } from './picker';
import { refuseInPopup } from './refuse';
import { repaintOnChange } from './repaint';
import { mayAsk } from './senders';
import { readSelection, showHover, tagFromPopup, tagSelection } from './tag';
import { unheard } from './unheard';
import { watchAllowedSites } from './watched-sites';

/**
 * A switchboard: every listener is put up at once. Nothing is kept between two events but the
 * address bar's search while something is typed there, which is made anew where it was lost, and a
 * turn in the storage for as long as it is lent.
 */
export default defineBackground(() => {
  browser.runtime.onInstalled.addListener(createMenus);
  browser.contextMenus.onClicked.addListener(onMenu);

  browser.commands.onCommand.addListener((command, tab) => {
    // Panels open only inside the gesture, so this comes before anything that waits.
    if (command === 'open-panel') void openPanel(tab);
    if (command === 'tag' && tab) void tagSelection(tab);
  });

  browser.omnibox.onInputStarted.addListener(startSession);
  browser.omnibox.onInputCancelled.addListener(endSession);
  browser.omnibox.onInputChanged.addListener(
    // The address bar has no line for what cannot be read. Enter leads to the panel, which says it.
    (text, show) => unheard(suggest(text).then((lines) => lines && show(lines))),
  );
  browser.omnibox.onInputEntered.addListener((text, where) =>
    // It fails only where the tab has gone that it was typed in.
    unheard(enterSuggestion(text, where)),
  );

  watchAllowedSites();
  repaintOnChange();
  // Nothing that runs in a page has to read what is stored. Not every browser can keep it from that.
  const closed = browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  if (closed) unheard(closed);

  browser.runtime.onConnect.addListener(lendTurn);
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    if (!isForBackground(message) || !mayAsk(sender, message.type)) return undefined;
    switch (message.type) {
      case 'tag':
        return browser.tabs.get(message.tabId).then(tagFromPopup);
      case 'read-selection':
        return browser.tabs.get(message.tabId).then(readSelection);
      case 'page-records':
        return recordsForFrame(sender);
      case 'show-evidence':
        return showEvidence(message.tabId);
      case 'hide-evidence':
        return hideEvidence(message.tabId);
      case 'report-evidence':
        return reportEvidence(message.tabId);
      case 'left-behind':
        return leftBehind(message.tabId, message.asked);
      case 'settle-filed':
        return settleFiled(message.tabId, message.filed);
      case 'go-to':
        return goTo(message.id);
      case 'hover':
        return showHover(sender.tab, message);
      case 'picker-dead':
        return sender.tab && refuseInPopup(sender.tab);
      case 'frames':
        return comeIntoFrames(sender.tab?.id);
      case 'from-picker':
        return passOn(sender.tab, message.message);
      case 'tag-again':
        return closeAndTag(sender.tab, message.token);
      case 'open-options':
        return openOptionsAt(message.hash);
      case 'open-panel':
        return openPanelAt(sender.tab, message.place);
      case 'set-place':
        return setPlace(message.place, message.windowId, message.at);
      case 'shortcuts':
        return browser.commands.getAll();
      case 'in-google-docs':
        return askGoogleDocs(sender, message.call);
    }
  });
});

function isForBackground(message: unknown): message is BackgroundMessage {
  return (message as { to?: unknown } | null)?.to === 'background';
}
