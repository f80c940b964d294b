import { type Browser, browser } from 'wxt/browser';
import { documentKey } from '../../data/document-key';
import { documentPrefix, isEvidenceKey } from '../../data/evidence/keys';
import { pageRecords } from './page-evidence';
import { unheard } from './unheard';

/**
 * Keeps pages that show evidence in step with what is stored: what is tagged appears, what is
 * deleted goes. Only pages that Rung was let into have an address for it to know them by: the others
 * are told that there is news, and none of it.
 */
export function repaintOnChange(): void {
  browser.storage.local.onChanged.addListener((changes) => {
    const changed = Object.keys(changes).filter(isEvidenceKey);
    // What could not be painted now is with the next change, or when the page is loaded anew.
    if (changed.length > 0) unheard(repaint(changed));
  });
}

async function repaint(changed: readonly string[]): Promise<void> {
  for (const tab of await browser.tabs.query({})) {
    // All at once, each by itself: one that hangs or fails must not keep the others waiting.
    unheard(repaintTab(tab, changed));
  }
}

async function repaintTab(
  { id, url }: Browser.tabs.Tab,
  changed: readonly string[],
): Promise<void> {
  if (id === undefined) return;
  if (url === undefined) {
    // One that is gone back to may show what a gesture let Rung show, and has an address no more.
    await browser.tabs.sendMessage(id, { to: 'tagger', type: 'changed' });
    return;
  }
  const document = documentKey(url);
  if (!changed.some((key) => key.startsWith(documentPrefix(document)))) return;
  const records = (await pageRecords(url))?.records ?? [];
  // To every frame at once; where no tagger runs, nobody answers, and that is no fault.
  await browser.tabs.sendMessage(id, { to: 'tagger', type: 'repaint', document, records });
}
