// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { HalfEdited } from '../../../components/evidence/half-edited';
import { isOpenPanel } from '../../../entrypoints/wiring/evidence/open-panels';
import { useKeptEdits } from '../../../entrypoints/wiring/evidence/use-kept-edits';
import { record } from '../../fixtures/records';
import { mounted, settled } from '../support/mounted';

vi.mock('../../../entrypoints/wiring/evidence/open-panels', () => ({
  PANEL: 'a panel',
  isOpenPanel: vi.fn(),
}));

beforeEach(() => vi.mocked(isOpenPanel).mockResolvedValue(false));

const edit = (id: string, note = id): HalfEdited => ({
  before: record({ id }),
  subSkill: 'acme-pm/research',
  level: 'pm2',
  kind: 'self',
  note,
  when: null,
});

async function opened() {
  const panel = await mounted(useKeptEdits, undefined);
  await settled();
  return panel;
}

/** A panel that is opened, in which these are half edited, and that is closed again. */
async function leave(...edits: readonly HalfEdited[]): Promise<void> {
  const panel = await opened();
  for (const one of edits) await act(async () => panel.now.keep(one.before.id, one));
  await settled();
  await panel.end();
}

/** What is half written of some, for a panel that is opened now. */
async function found(...ids: readonly string[]) {
  const panel = await opened();
  const notes = ids.map((id) => panel.now.of(id)?.note);
  await panel.end();
  return notes;
}

it('keeps what is half edited for the panel that is opened next', async () => {
  await leave(edit('a', 'Half a'), edit('b', 'Half b'), edit('a', 'Half a sentence'));
  expect(await found('a', 'b', 'c', 'constructor')).toEqual([
    'Half a sentence',
    'Half b',
    undefined,
    undefined,
  ]);
  const panel = await opened();
  expect(panel.now.begun.map(({ id }) => id).sort()).toEqual(['a', 'b']);
  await panel.end();
});

it('leaves to another panel what is edited there, and its own beside it', async () => {
  await leave(edit('a', 'Written beside'));
  vi.mocked(isOpenPanel).mockResolvedValue(true);
  expect(await found('a')).toEqual([undefined]);
  await leave(edit('b', 'Written here'));
  vi.mocked(isOpenPanel).mockResolvedValue(false);
  expect(await found('a', 'b')).toEqual(['Written beside', 'Written here']);
});

it('takes nothing from another panel where nothing was written here', async () => {
  await leave(edit('a'));
  vi.mocked(isOpenPanel).mockResolvedValue(true);
  const panel = await opened();
  await act(async () => panel.now.keep('a', null));
  await settled();
  await panel.end();
  vi.mocked(isOpenPanel).mockResolvedValue(false);
  expect(await found('a')).toEqual(['a']);
});

it('forgets what was saved or given up, at once and for good', async () => {
  await leave(edit('a'), edit('b'));
  const panel = await opened();
  await act(async () => panel.now.keep('a', null));
  expect([panel.now.of('a'), panel.now.of('b')]).toEqual([undefined, edit('b')]);
  expect(panel.now.begun).toEqual([record({ id: 'b' })]);
  await settled();
  await panel.end();
  expect(await found('a', 'b')).toEqual([undefined, 'b']);
});

it('has what was put aside for as long as the panel is open, and no longer', async () => {
  const panel = await opened();
  await act(async () => panel.now.keep('a', edit('a')));
  await act(async () => panel.now.putAside('a'));
  expect([panel.now.of('a'), panel.now.begun]).toEqual([edit('a'), []]);
  await settled();
  await panel.end();
  expect(await found('a')).toEqual([undefined]);
});

it('forgets the oldest first of many, and not what was just gone on with', async () => {
  const many = Array.from({ length: 20 }, (_, at) => edit(`n${at}`));
  await leave(...many, edit('n0', 'gone on with'), edit('last'));
  expect(await found('n0', 'n1', 'n2', 'n19', 'last')).toEqual([
    'gone on with',
    undefined,
    'n2',
    'n19',
    'last',
  ]);
});

it('opens where the browser keeps nothing for a session', async () => {
  const { get, set } = fakeBrowser.storage.session;
  const refuse = () => Promise.reject(new Error('No storage'));
  Object.assign(fakeBrowser.storage.session, { get: refuse, set: refuse });
  await leave(edit('a'));
  expect(await found('a')).toEqual([undefined]);
  Object.assign(fakeBrowser.storage.session, { get, set });
});
