import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { forgetWritten, noteWritten, writtenIn } from '../../../entrypoints/background/written';

const NEW = 'https://reviews.test/new';
const at = (address: string, since = 1, tabId = 1) => ({ tabId, address, since });

beforeEach(() => fakeBrowser.reset());

it('knows where was written in a tab, the latest last', async () => {
  await Promise.all([
    noteWritten(at(NEW)),
    noteWritten(at(`${NEW}/2`)),
    noteWritten(at(NEW, 1, 2)),
  ]);
  expect(await writtenIn(1)).toEqual([at(NEW), at(`${NEW}/2`)]);
  expect(await writtenIn(2)).toEqual([at(NEW, 1, 2)]);
  expect(await writtenIn(3)).toEqual([]);
});

it('keeps of a document the latest visit alone', async () => {
  await noteWritten(at(NEW));
  await noteWritten(at(`${NEW}?utm_source=mail`, 2));
  expect(await writtenIn(1)).toEqual([at(`${NEW}?utm_source=mail`, 2)]);
});

it('forgets the documents of one tab', async () => {
  for (const tab of [1, 2]) await noteWritten(at(NEW, 1, tab));
  await forgetWritten(1, [NEW]);
  expect([await writtenIn(1), await writtenIn(2)]).toEqual([[], [at(NEW, 1, 2)]]);
});

it('keeps no more than some, the latest', async () => {
  for (let count = 0; count < 60; count++) await noteWritten(at(`${NEW}/${count}`));
  const all = await writtenIn(1);
  expect([all.length, all.at(-1)?.address]).toEqual([50, `${NEW}/59`]);
});

it('knows of nothing where the browser keeps nothing for a session', async () => {
  vi.spyOn(fakeBrowser.storage.session, 'get').mockRejectedValue(new Error('No such area.'));
  await noteWritten(at(NEW));
  expect(await writtenIn(1)).toEqual([]);
});
