import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { selfSigned } from '../fixtures/google-docs/certificate';
import { type InChromium, launchChromium } from './harness/chromium';
import { startAfresh } from './support/afresh';
import { storedEvidence } from './support/stored';

/** Chromium keeps every extension out of its store by the name of the host, wherever that leads. */
const STORE = 'chromewebstore.google.com';
const PAGE =
  '<!doctype html><html lang="en"><title>Store</title><p>Rate this extension.</p></html>';
const NO_ACCESS = "This page doesn't let extensions read it. Copy the passage and paste it here.";

const server = createServer(selfSigned(STORE), (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
});
let rung: InChromium;

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  rung = await launchChromium({
    args: [
      `--host-resolver-rules=MAP ${STORE}:443 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1`,
      '--ignore-certificate-errors',
    ],
  });
});
beforeEach(() => startAfresh(rung));
afterAll(async () => {
  await rung?.close();
  server.closeAllConnections();
  server.close();
});

async function selectInStore(): Promise<void> {
  const page = await rung.open(`https://${STORE}/detail/rung`);
  await page.evaluate(() => getSelection()?.selectAllChildren(document.body));
}

it('explains a page of the store in the popup, where the shortcut was pressed on it', async () => {
  await selectInStore();
  await rung.command('tag');

  const popup = await rung.view('/popup.html');
  await popup.getByText(NO_ACCESS).waitFor();
  const field = popup.getByRole('textbox', { name: 'Paste the passage here' });
  await field.and(popup.locator(':focus')).waitFor();
  expect(await storedEvidence(rung.storage)).toEqual([]);
});

it('explains it where the side panel was asked to tag, and where the popup was', async () => {
  await selectInStore();
  const panel = await rung.sidePanel();
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  await panel.getByRole('button', { name: 'Tag the selection' }).click();
  await panel
    .getByText('The browser lets Rung read a page only after you ask on that page')
    .waitFor();

  const popup = await rung.popup();
  await popup.getByRole('button', { name: 'Tag the selection' }).click();
  await popup.getByText(NO_ACCESS).waitFor();
  expect(await storedEvidence(rung.storage)).toEqual([]);
});
