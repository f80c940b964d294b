// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { usePage } from '../../entrypoints/sidepanel/use-page';
import { seededRecord } from '../e2e/harness/seed';
import { event, mounted, settled, wordsByKey } from './support/mounted';

const evidence = seededRecord(0);

it.each(['edited', 'doubtful'])(
  'offers to take back that a passage reads otherwise: %s',
  async (state) => {
    wordsByKey();
    const tab = { id: 1, url: evidence.target.source, title: 'Notes' };
    const quote = { exact: 'As it reads now', prefix: '', suffix: '' };
    const sendMessage = async () => ({ 0: { [evidence.id]: { state, quote } } });
    Object.assign(browser.runtime, { onMessage: event(), sendMessage });
    const [onActivated, onUpdated] = [event(), event()];
    const tabs = { onActivated, onUpdated, query: async () => [tab], get: async () => tab };
    Object.assign(browser.tabs, tabs);
    const page = await mounted(usePage, [evidence]);
    await settled();

    const change = vi.fn(async () => true);
    page.now.takeOver(evidence, { change, remove: change, date: change });
    const target = { selector: [{ exact: 'As it reads now' }] };
    expect(change.mock.lastCall).toMatchObject([evidence, { target }, 'standing_takenOver']);
  },
);
