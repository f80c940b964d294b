import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { frameTimes } from '../../e2e/harness/frame-times';
import type { InBrowser } from '../browser/start';
import { type Spread, spreadOf } from '../browser/table';
import { WorkMeter } from '../browser/work';
import { longTasks, watchLongTasks } from './painting';

const run = promisify(execFile);

/** Typed in the middle of a paragraph with evidence; a fast typist needs 120 ms for a key. */
const TEXT = 'and so we wrote down what had been learnt, week by week, without a break ';
const KEY_MS = 120;

export interface Typing {
  readonly frames: Spread;
  /** Main thread's work for each key, milliseconds, what comes after the pause included. */
  readonly perKey: number;
  readonly longTasks: number;
  readonly longest: number;
}

/** Types with real keys into the page's text, and takes the time between its frames. */
export async function measureTyping({ rung }: InBrowser, page: Page): Promise<Typing> {
  await page.bringToFront();
  await putCaret(page);
  const meter = await WorkMeter.of(page);
  await watchLongTasks(page);
  let frames: number[] = [];
  const { task } = await meter.during(async () => {
    frames = await frameTimes(page, async () => {
      const typed = ['type', '--delay', String(KEY_MS), '--', TEXT];
      await run('xdotool', typed, { env: rung.display.env });
      await new Promise((resolve) => setTimeout(resolve, 500));
    });
  });
  const there = await page.evaluate(
    (text) => document.body.textContent?.includes(text),
    TEXT.trim(),
  );
  if (!there) throw new Error('The keys did not reach the page.');
  const { count, longest } = await longTasks(page);
  return { frames: spreadOf(frames), perKey: task / TEXT.length, longTasks: count, longest };
}

function putCaret(page: Page): Promise<void> {
  return page.evaluate(() => {
    const paragraphs = document.querySelectorAll('main p');
    const paragraph = paragraphs[Math.floor(paragraphs.length / 2)] as Element;
    paragraph.scrollIntoView({ block: 'center' });
    document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
    const text = paragraph.lastChild as Text;
    getSelection()?.collapse(text, text.data.indexOf(' ') + 1);
  });
}
