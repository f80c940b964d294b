import { documentKey } from '../../../data/document-key';
import { documentTitle } from '../../../data/document-title';
import { type EvidenceDraft, withQuote } from '../../../data/evidence';
import { withoutTextFragment } from '../../../data/text-fragment';
import type { Draft } from '../messages/reading';

/** Where a passage that was read stands, as evidence of it says. */
export function targetOf({ source, title, surface, quote }: Draft): EvidenceDraft['target'] {
  return {
    // Rung itself may have brought the user to another passage of that page.
    source: withoutTextFragment(source),
    document: documentKey(source),
    title: documentTitle(title, source),
    surface,
    selector: withQuote(quote),
  };
}
