import type { Span } from '../../../../data/passage';
import type { GoogleDocsCall } from '../../../wiring/messages/background';
import { after } from '../../after';
import { askBackground } from '../../ask';
import { budget } from '../../budget';
import { type Answer, toAnswer } from './answer';
import { PATIENCE } from './names';

/** For the way to the page and back, besides the page's own time, in milliseconds. */
const JOURNEY = 1_500;

/**
 * After the page did not answer in time it is not asked again for this long, in milliseconds: each
 * vain question keeps the user waiting.
 */
const SILENT_MS = 10_000;

/** The page's own functions, which only its own world can call; the background calls them there. */
export class DocsPage {
  private silentUntil = Number.NEGATIVE_INFINITY;

  /** The document's text and selections as the page gives them now; `null` where it does not. */
  async ask(): Promise<Answer | null> {
    const reply = await this.call({ name: 'read' });
    return budget.spend(() => toAnswer(reply));
  }

  /** Selects a span and scrolls to it. False where the page has no way to; true says no more. */
  async select({ start, end }: Span): Promise<boolean> {
    return (await this.call({ name: 'select', start, end })) === true;
  }

  private async call(call: GoogleDocsCall): Promise<unknown> {
    if (performance.now() < this.silentUntil) return null;
    const asked = askBackground({ to: 'background', type: 'in-google-docs', call });
    const reply = await Promise.race([asked, after(PATIENCE + JOURNEY)]);
    if (reply !== 'late') return reply;
    this.silentUntil = performance.now() + SILENT_MS;
    return null;
  }
}
