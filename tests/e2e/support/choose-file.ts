import type { Page } from 'playwright-core';

/** Gives a file to a button that asks for one; what is no text becomes JSON. */
export async function chooseFile(
  page: Page,
  button: string,
  name: string,
  content: string | object,
): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).click(),
  ]);
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}
