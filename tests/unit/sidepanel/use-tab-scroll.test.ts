// @vitest-environment happy-dom
import { useState } from 'preact/hooks';
import { expect, it } from 'vitest';
import { EVERYTHING } from '../../../data/evidence/filter';
import { type Place, START } from '../../../data/panel-place';
import { useTabScroll } from '../../../entrypoints/sidepanel/use-tab-scroll';
import { mounted, settled } from '../support/mounted';

const room = { current: document.createElement('div') };

async function panel() {
  const view = await mounted(() => {
    const [place, setPlace] = useState<Place>({ ...START, tab: 'evidence' });
    const go = (change: Partial<Place>) => setPlace((here) => ({ ...here, scroll: 0, ...change }));
    return useTabScroll({ place, go }, room);
  }, null);
  return {
    scroll: () => view.now.place.scroll,
    async go(change: Partial<Place>) {
      view.now.go(change);
      await settled();
    },
  };
}

it('leads back to where each tab was scrolled to', async () => {
  const { go, scroll } = await panel();
  room.current.scrollTop = 700;
  await go({ tab: 'coverage' });
  expect(scroll()).toBe(0);
  room.current.scrollTop = 90;
  await go({ tab: 'evidence' });
  expect(scroll()).toBe(700);
  await go({ tab: 'coverage' });
  expect(scroll()).toBe(90);
});

it('begins at the top of what was not seen there', async () => {
  const { go, scroll } = await panel();
  room.current.scrollTop = 700;
  await go({ tab: 'export' });
  await go({ filter: { ...EVERYTHING, kind: 'peer' } });
  await go({ tab: 'evidence' });
  expect(scroll()).toBe(0);
});

it('leaves other ways to say so', async () => {
  const { go, scroll } = await panel();
  room.current.scrollTop = 700;
  await go({ tab: 'ladder' });
  await go({ tab: 'evidence', scroll: 12 });
  expect(scroll()).toBe(12);
});
