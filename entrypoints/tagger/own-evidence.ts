import type { PageReport } from '../../data/standing';
import type { OwnAnswer, OwnRecords, PageRecord } from '../wiring/messages/records';
import { AGAIN } from './navigation';
import type { Session } from './session';

/** What is shown of the evidence: the latest answer, and nothing where the user has hidden it. */
export class OwnEvidence {
  private questions = 0;
  /** The one that was not answered yet. */
  private open: number | undefined;
  /** The document that the user has hidden the evidence of. */
  private hidden: string | undefined;
  /** The document that the last answer was about. */
  private answered: string | undefined;
  /** Where the page was when it was told last what it has. */
  private answeredAt: string | undefined;
  /** Whether the site was allowed once, and what shows here has to go when it no longer is. */
  private allowed = false;
  /** When the question was last put again by itself, on the page's clock. */
  private askedAgain = Number.NEGATIVE_INFINITY;

  /**
   * @param ask what the tab's document has; `null` where it has none, `undefined` where that cannot be
   *   told: what is stored could not be read, or nobody answered
   * @param address what the page is known by at this moment (see `addressOfPage`)
   */
  constructor(
    private readonly session: Pick<Session, 'show' | 'showing'>,
    private readonly ask: () => Promise<OwnAnswer | null | undefined>,
    private readonly address: () => string,
  ) {}

  /**
   * Shows what the page has without being asked to. Where it is not told, it asks once more.
   *
   * @param isSecond whether it does so already
   */
  async showOwn(isSecond = false): Promise<void> {
    const question = ++this.questions;
    this.open = question;
    const asked = this.address();
    const own = await this.ask();
    // Answers overtake each other; only the one to the last question counts.
    if (question !== this.questions) return;
    this.open = undefined;
    if (own === undefined && !isSecond) void this.askOnceMore(question);
    // What is shown is still the best that is known, as long as the page is where it was.
    if (own === undefined && this.address() === this.answeredAt) return;
    const isKnown = own && own.document === this.answered;
    this.answered = own?.document;
    this.answeredAt = own === undefined ? undefined : asked;
    // The answer may be about either page; where nobody noticed the change, nobody will ask again. One
    // that keeps its state in the address is the same document each time.
    if (this.address() !== asked && !isKnown) return this.showOwnSoon();
    const takenBack = this.allowed && own?.allowed === false;
    this.allowed ||= own?.allowed === true;
    const shows = own && own.document !== this.hidden && !takenBack;
    if (shows) await this.session.show(own.records);
    else if (this.session.showing) await this.session.show([]);
  }

  private async askOnceMore(question: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
    if (question === this.questions) await this.showOwn(true);
  }

  /** Asks again, at once unless it just did: where the address never rests, each answer is late. */
  private async showOwnSoon(): Promise<void> {
    const question = this.questions;
    const left = this.askedAgain + AGAIN - performance.now();
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    if (question !== this.questions) return;
    this.askedAgain = performance.now();
    await this.showOwn();
  }

  /** Whether the document had any by the last answer, shown or hidden. */
  get hasAny(): boolean {
    return this.answered !== undefined;
  }

  /** Shows these, as the user asked to. */
  show(records: readonly PageRecord[]): Promise<PageReport> {
    this.questions++;
    this.hidden = undefined;
    this.answeredAt = this.address();
    return this.session.show(records);
  }

  /** Shows what a document has now that this changed. */
  async showAgain({ document, records }: OwnRecords): Promise<void> {
    if (document === this.hidden) return;
    // What is on its way may have been read before this changed, or be of the page that came after.
    // And the first evidence of a page comes with the colours to paint it.
    const isFirst = records.length > 0 && !this.session.showing;
    if (isFirst || this.open === this.questions) return this.showOwn();
    await this.session.show(records);
  }

  /** Hides what a document has, until the user asks to see it. */
  async hide(document: string): Promise<void> {
    this.questions++;
    this.hidden = document;
    await this.session.show([]);
  }
}
