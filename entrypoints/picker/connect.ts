import { browser } from 'wxt/browser';
import type { BackgroundMessage } from '../wiring/messages/background';
import type { PickerCaret, PickerMessage, PickerWelcome } from '../wiring/messages/picker';
import { requestSite } from '../wiring/site/request-site';
import { askingFor, openOptions } from '../wiring/view/open-options';

/**
 * The link to the tagger that shows this page. It gave the page a token in the address; without
 * that token it answers nothing, so a page that frames the picker by itself gets an empty one.
 */
export interface Host extends PickerWelcome {
  resize(height: number): void;
  /** Says whether something was typed here that would be lost if this page were closed. */
  unsaved(unsaved: boolean): void;
  /** Says whether something done here can be undone here alone. */
  offersUndo(offered: boolean): void;
  close(): void;
  /** Closes it, and has the user go on in the document at an end of the passage. */
  leave(caret: PickerCaret): void;
  /**
   * Asks the user for a site, from a click; with it, goes and has the selection read once more.
   * Where the browser asks nothing from here, a tab opens that can.
   *
   * @returns false where the browser did not ask, and will not elsewhere
   */
  allow(site: string): Promise<boolean>;
}

/** Asks the tagger in the tab's top frame what to show; `null` where nobody asked for this page. */
export async function connect(): Promise<Host | null> {
  const token = location.hash.slice(1);
  const say = async (message: PickerMessage): Promise<PickerWelcome | null> => {
    const call: BackgroundMessage = { to: 'background', type: 'from-picker', message };
    try {
      return await browser.runtime.sendMessage(call);
    } catch {
      // Nobody answers, or the extension was updated under this page, which throws at once.
      return null;
    }
  };
  const welcome = token ? await say({ type: 'picker-hello', token }) : null;
  return (
    welcome && {
      ...welcome,
      resize: (height) => void say({ type: 'picker-size', token, height }),
      unsaved: (unsaved) => void say({ type: 'picker-unsaved', token, unsaved }),
      offersUndo: (offered) => void say({ type: 'picker-undo', token, offered }),
      close: () => void say({ type: 'picker-close', token }),
      leave: (caret) => void say({ type: 'picker-close', token, caret }),
      allow: (site) => allow(site, token),
    }
  );
}

async function allow(site: string, token: string): Promise<boolean> {
  const tell = (call: BackgroundMessage) => browser.runtime.sendMessage(call);
  // Firefox gives a page of the extension inside a page's frame no `permissions`.
  const { permissions } = browser as Partial<typeof browser>;
  if (!permissions) {
    await openOptions(askingFor(site));
    return true;
  }
  const agreed = await requestSite(site);
  if (agreed) await tell({ to: 'background', type: 'tag-again', token });
  return agreed !== null;
}
