import type { Quote } from '../../../data/quote';
import type { PageReport } from '../../../data/standing';
import type { Probe, ReadReply } from '../../../entrypoints/wiring/messages/reading';
import type { PageRecord } from '../../../entrypoints/wiring/messages/records';
import {
  buildFolder,
  CHROMIUM_BUILD,
  changedBuild,
  FIREFOX_BUILD,
  type ManifestChange,
} from './builds';
import { type InChromium, launchChromium } from './chromium';
import { type InFirefox, launchFirefox } from './firefox';

/** In functions that run inside the extension. */
declare const browser: typeof import('wxt/browser').browser;

/** Whatever runs a function inside the extension: its background, or one of its pages. */
interface InsideExtension {
  evaluate<R, G>(work: (given: G) => R | Promise<R>, given: G): Promise<R>;
}

/** A browser with the extension, which may run in every page without a gesture. */
export interface WithTagger<Rung> {
  readonly rung: Rung;
  /** The tagger in the tab whose address, and only that one's, contains this. */
  in(address: string): Tagger;
  close(): Promise<void>;
}

export interface TaggerOptions {
  /** What else is changed in the build's manifest. */
  readonly manifest?: ManifestChange;
  /** Further switches of the browser. */
  readonly args?: readonly string[];
}

/** It may run in every page without a gesture. */
const EVERYWHERE: ManifestChange = { host_permissions: ['<all_urls>'] };

/** Chromium for tests of what happens in a page; tests of the gesture use the build as it is. */
export async function chromiumWithTagger({
  manifest = {},
  args = [],
}: TaggerOptions = {}): Promise<WithTagger<InChromium>> {
  const extension = await changedBuild(buildFolder(CHROMIUM_BUILD), { ...EVERYWHERE, ...manifest });
  const rung = await launchChromium({ headless: true, extension, args });
  return {
    rung,
    in: (address) => new Tagger(async () => (await rung.worker()) as InsideExtension, address),
    close: () => rung.close(),
  };
}

/** Firefox for the same. */
export async function firefoxWithTagger(): Promise<WithTagger<InFirefox>> {
  const extension = await changedBuild(buildFolder(FIREFOX_BUILD), EVERYWHERE);
  const rung = await launchFirefox({ extension });
  const inside = (await rung.extensionPage('/popup.html')) as unknown as InsideExtension;
  return {
    rung,
    in: (address) => new Tagger(async () => inside, address),
    close: () => rung.close(),
  };
}

type Message = Readonly<Record<string, unknown>>;
type Answers<R> = { readonly frameId: number; readonly answer: R }[];

/** The tagger of one tab, asked as the background asks it. */
export class Tagger {
  constructor(
    private readonly inside: () => Promise<InsideExtension>,
    private readonly address: string,
  ) {}

  /** Puts the tagger into every frame of the tab and sends each of them a message. */
  async ask<R>(message: Message): Promise<Answers<R>> {
    const inside = await this.inside();
    return inside.evaluate(askEveryFrame, {
      address: this.address,
      message: { to: 'tagger', ...message },
    }) as Promise<Answers<R>>;
  }

  /** Reads the selection in the frame that has it. */
  async read(): Promise<ReadReply> {
    const probes = (await this.ask<Probe>({ type: 'probe' })).map(({ answer }) => answer);
    const nowhere = { source: '', title: '', shortcuts: [] };
    const replies = await this.ask<ReadReply>({ type: 'read', ...nowhere });
    const focused = probes.findIndex((one) => one.focused && one.hasSelection);
    const at = focused >= 0 ? focused : probes.findIndex((one) => one.hasSelection);
    return replies[Math.max(0, at)]?.answer ?? { ok: false, why: 'no-access' };
  }

  /** The quote that is selected. */
  async quote(): Promise<Quote> {
    const reply = await this.read();
    if (!reply.ok) throw new Error(`Nothing could be read: ${reply.why}.`);
    return reply.draft.quote;
  }

  /** Shows records in every frame; how they stand in each. */
  async paint(records: readonly PageRecord[]): Promise<PageReport[]> {
    return (await this.ask<PageReport>({ type: 'paint', records })).map(({ answer }) => answer);
  }

  /** How a record stands in the top frame. */
  async state(id: string): Promise<string | undefined> {
    return (await this.ask<PageReport>({ type: 'report' }))[0]?.answer[id]?.state;
  }

  /** Goes to a record; whether any frame has it. */
  async goTo(record: PageRecord): Promise<boolean> {
    return (await this.ask<boolean>({ type: 'go-to', record })).some(({ answer }) => answer);
  }
}

/** A record as the background sends it. */
export function recordOf(id: string, quote: Quote, rest: Partial<PageRecord> = {}): PageRecord {
  return { id, quote, hue: 0, ...rest };
}

interface Evaluator {
  evaluate(work: () => string[]): Promise<string[]>;
}

/** What is painted in a page or frame, sorted. The page's own scripts see as much. */
export function paintedIn(page: Evaluator): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    CSS.highlights.forEach((highlight, name) => {
      if (!/^u7e-[abc]/.test(name)) return;
      highlight.forEach((range) => {
        texts.push(range.toString());
      });
    });
    return texts.sort();
  });
}

/** Runs inside the extension: all it needs stands inside it. */
async function askEveryFrame({ address, message }: { address: string; message: Message }) {
  const api = (globalThis as unknown as { chrome: typeof browser }).chrome;
  const tab = (await api.tabs.query({})).find((one) => one.url?.includes(address));
  if (tab?.id === undefined) throw new Error(`No tab is at ${address}.`);
  const target = { tabId: tab.id, allFrames: true };
  const frames = await api.scripting.executeScript({ target, files: ['/tagger.js'] });
  const files = ['/assets/highlights.css'];
  // As the extension itself does, which says why.
  const origin = navigator.userAgent.includes('Firefox') ? 'USER' : 'AUTHOR';
  await api.scripting.insertCSS({ target, files, origin });
  const answers = [];
  for (const { frameId } of frames) {
    const answer = await api.tabs.sendMessage(tab.id, message, { frameId });
    answers.push({ frameId, answer });
  }
  return answers;
}
