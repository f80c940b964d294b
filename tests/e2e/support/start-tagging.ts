import type { Frame, Page } from 'playwright-core';
import type { InChromium } from '../harness/chromium';
import { pickerFrame } from '../harness/picker';
import { selectText } from '../harness/select';
import { PASSAGE } from './review';

/** Opens a page, selects a passage, presses the shortcut: the picker, as it then stands there. */
export async function tagIn(
  rung: InChromium,
  url: string,
  passage = PASSAGE,
): Promise<{ page: Page; picker: Frame }> {
  const page = await rung.open(url);
  await selectText(page, passage);
  await rung.command('tag');
  return { page, picker: await pickerFrame(page) };
}
