import { fnv1a } from '../hash';

/**
 * Storage keys. One record, one key, so that two tabs cannot overwrite each other and a write is
 * small at any size of collection. The key begins with a hash of the document, so that a page's
 * evidence is found by its keys alone, without reading every record there is.
 */
const PREFIX = 'evidence:';

/** The key of a record: `evidence:<hash of its document>:<id>`. */
export function keyOf(record: { id: string; target: { document: string } }): string {
  return `${documentPrefix(record.target.document)}${record.id}`;
}

/** What the keys of all evidence of one document begin with. */
export function documentPrefix(document: string): string {
  return `${PREFIX}${fnv1a(document)}:`;
}

/** Whether a storage key is that of a record. */
export function isEvidenceKey(key: string): boolean {
  return key.startsWith(PREFIX);
}

/** The id of the record that a key is of. */
export function idOfKey(key: string): string {
  return key.slice(key.lastIndexOf(':') + 1);
}
