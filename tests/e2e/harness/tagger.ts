import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Quote } from '../../../data/quote';
import type {
  PageRecord,
  PageReport,
  Probe,
  ReadReply,
} from '../../../entrypoints/tagger/messages';

/** In functions that run inside the extension. */
declare const browser: typeof import('wxt/browser').browser;

/** Whatever runs a function inside the extension: a worker, or one of its pages. */
export interface InsideExtension {
  evaluate<R, G>(work: (given: G) => R | Promise<R>, given: G): Promise<R>;
}

/**
 * A copy of a build that may run in every page without a gesture, for tests of what happens there.
 * Tests of the gesture itself use the build as it is.
 */
export async function allowedEverywhere(
  build: string,
): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'rung-build-'));
  await cp(build, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  await writeFile(path, JSON.stringify({ ...manifest, host_permissions: ['<all_urls>'] }));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

type Answers<R> = { frameId: number; url: string; answer: R }[];

/** The tagger of one tab, asked as the background asks it. */
export class TaggerOf {
  constructor(
    private readonly inside: InsideExtension,
    /** Part of the address of the tab, which no other tab's has. */
    private readonly address: string,
  ) {}

  /** Puts the tagger into every frame of the tab and sends each a message. */
  ask<R>(message: Readonly<Record<string, unknown>>): Promise<Answers<R>> {
    return this.inside.evaluate(
      async ({ address, message }) => {
        const api = (globalThis as unknown as { chrome: typeof browser }).chrome;
        const tab = (await api.tabs.query({})).find((one) => one.url?.includes(address));
        if (tab?.id === undefined) throw new Error(`No tab is at ${address}.`);
        const target = { tabId: tab.id, allFrames: true };
        const frames = await api.scripting.executeScript({ target, files: ['/tagger.js'] });
        await api.scripting.insertCSS({
          target,
          files: ['/assets/highlights.css'],
          origin: 'USER',
        });
        const places = await api.scripting.executeScript({ target, func: () => location.href });
        const answers = [];
        for (const { frameId } of frames) {
          const answer = await api.tabs.sendMessage(tab.id, message, { frameId });
          const url = String(places.find((one) => one.frameId === frameId)?.result ?? '');
          answers.push({ frameId, url, answer });
        }
        return answers;
      },
      { address: this.address, message: { to: 'tagger', ...message } },
    ) as Promise<Answers<R>>;
  }

  /** Reads the selection in the frame that has it. */
  async read(): Promise<ReadReply> {
    const probes = await this.ask<Probe>({ type: 'probe' });
    const replies = await this.ask<ReadReply>({ type: 'read', source: '', title: '' });
    const at = Math.max(
      0,
      probes.findIndex(({ answer }) => answer.focused && answer.hasSelection),
    );
    return replies[at]?.answer ?? { ok: false, why: 'no-access' };
  }

  /** Shows records in every frame. */
  async paint(records: readonly PageRecord[]): Promise<void> {
    await this.ask({ type: 'paint', records });
  }

  /** How records stand in the top frame. */
  async report(): Promise<PageReport> {
    return (await this.ask<PageReport>({ type: 'report' }))[0]?.answer ?? {};
  }

  /** Goes to a record in every frame; which of them have it. */
  async goTo(record: PageRecord): Promise<boolean[]> {
    return (await this.ask<boolean>({ type: 'go-to', record })).map(({ answer }) => answer);
  }
}

/** A record of a passage, as the background sends it. */
export function recordOf(id: string, quote: Quote, rest: Partial<PageRecord> = {}): PageRecord {
  return { id, quote, hue: 0, ...rest };
}

/** What is painted in a page, as its text; runs in the page, which can see the highlights too. */
export function paintedTexts(): string[] {
  const texts: string[] = [];
  for (const [name, highlight] of CSS.highlights as unknown as Iterable<
    [string, Iterable<Range>]
  >) {
    if (!/^u7e-[abc]/.test(name)) continue;
    for (const range of highlight) texts.push(range.toString());
  }
  return texts;
}
