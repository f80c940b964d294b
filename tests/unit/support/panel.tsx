import { useState } from 'preact/hooks';
import { vi } from 'vitest';
import { browser } from 'wxt/browser';
import { type Place, START } from '../../../data/panel-place';
import { Workspace } from '../../../entrypoints/sidepanel/Workspace';
import { useEvidence } from '../../../entrypoints/wiring/evidence/use-evidence';
import type { SettledLibrary } from '../../../entrypoints/wiring/ladder/use-library';
import { event, wordsByKey } from './mounted';

/** An empty document to draw a view of Rung into, in a browser with no tab and no shortcut. */
export function emptyPlace(): HTMLElement {
  wordsByKey();
  Object.assign(browser.tabs, { query: async () => [], onActivated: event(), onUpdated: event() });
  Object.assign(browser.commands, { getAll: async () => [] });
  vi.stubGlobal('IntersectionObserver', undefined);
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  return place;
}

interface PanelProps {
  library: SettledLibrary;
  start: Partial<Place>;
  away?: boolean;
}

/** The side panel, opened at a place. */
export function Panel({ library, start, away = false }: PanelProps) {
  const [at, setAt] = useState<Place>({ ...START, ...start });
  const reading = useEvidence();
  const go = (change: Partial<Place>) => setAt((here) => ({ ...here, ...change }));
  return <Workspace library={library} away={away} reading={reading} place={{ place: at, go }} />;
}
