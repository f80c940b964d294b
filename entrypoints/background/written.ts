import { storage } from 'wxt/utils/storage';
import { documentKey } from '../../data/document-key';
import { inTurn } from '../../data/in-turn';

/** A page in which the user wrote, and a passage of that was read, maybe to be tagged. */
export interface Written {
  readonly tabId: number;
  readonly address: string;
  /** When the tab came to that address, milliseconds since 1970. */
  readonly since: number;
}

/** In memory, until the browser is closed: where nothing was tagged, nothing is to tell of it. */
const writtenItem = storage.defineItem<readonly Written[]>('session:written', { fallback: [] });

/** So many are kept, the latest ones. */
const MOST = 50;

/** Notes one, in place of an earlier visit. Where the browser keeps nothing for a session, nothing is. */
export function noteWritten(written: Written): Promise<void> {
  const document = documentKey(written.address);
  return change((all) => [...all.filter((one) => !isOf(one, written.tabId, [document])), written]);
}

/** Where the user has written in a tab. */
export async function writtenIn(tabId: number): Promise<Written[]> {
  const all = await writtenItem.getValue().catch(() => []);
  return all.filter((one) => one.tabId === tabId);
}

/** Forgets documents of a tab, by their keys. */
export function forgetWritten(tabId: number, documents: readonly string[]): Promise<void> {
  return change((all) => all.filter((one) => !isOf(one, tabId, documents)));
}

function isOf({ tabId, address }: Written, tab: number, documents: readonly string[]): boolean {
  return tabId === tab && documents.includes(documentKey(address));
}

function change(how: (all: readonly Written[]) => readonly Written[]): Promise<void> {
  return inTurn('written', async () => {
    await writtenItem.setValue(how(await writtenItem.getValue()).slice(-MOST));
  }).catch(() => undefined);
}
