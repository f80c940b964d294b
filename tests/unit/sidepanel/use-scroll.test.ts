// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { EVERYTHING } from '../../../data/evidence/filter';
import { type Place, START } from '../../../data/panel-place';
import { useScroll } from '../../../entrypoints/sidepanel/use-scroll';
import { mounted, settled } from '../support/mounted';

const go = vi.fn<(change: Partial<Place>) => void>();
let room: HTMLElement;
/** How far down what is in the room can be scrolled. */
let length: number;

beforeEach(() => {
  go.mockReset();
  length = 1_000;
  let top = 0;
  room = document.createElement('div');
  // As a browser has it: no further than to the end.
  Object.defineProperty(room, 'scrollTop', {
    get: () => top,
    set: (wanted: number) => {
      top = Math.min(wanted, length);
    },
  });
  document.body.replaceChildren(room);
});

async function open(start: Partial<Place>) {
  const at = (change: Partial<Place>) => ({ ...START, ...start, ...change });
  const view = await mounted(
    (place: Place) => useScroll({ current: room }, place, go, true),
    at({}),
  );
  return { ...view, give: (change: Partial<Place>) => view.give(at(change)) };
}

/** Draws more into the room, which can be scrolled further then. */
async function grow(to: number): Promise<void> {
  length = to;
  await act(async () => room.append(document.createElement('p')));
  await settled();
}

it('gets there as the list is drawn, and stays there as it goes on', async () => {
  length = 100;
  await open({ scroll: 700 });
  expect(room.scrollTop).toBe(100);
  await grow(400);
  expect(room.scrollTop).toBe(400);
  await grow(900);
  expect(room.scrollTop).toBe(700);
  room.scrollTop = 20;
  await grow(2_000);
  expect(room.scrollTop).toBe(20);
});

it.each(['wheel', 'pointerdown', 'keydown', 'touchstart'])(
  'leaves it to whoever scrolls meanwhile by %s',
  async (type) => {
    length = 100;
    await open({ scroll: 700 });
    window.dispatchEvent(new Event(type));
    await grow(900);
    expect(room.scrollTop).toBe(100);
  },
);

it('begins at the top of something else', async () => {
  const panel = await open({ tab: 'evidence', scroll: 700 });
  await panel.give({ filter: { ...EVERYTHING, kind: 'peer' }, scroll: 0 });
  expect(room.scrollTop).toBe(0);
});

it('notes where it was scrolled to, once it is where it was to be', async () => {
  length = 100;
  await open({ scroll: 700 });
  room.dispatchEvent(new Event('scrollend'));
  expect(go).not.toHaveBeenCalled();
  await grow(900);
  room.scrollTop = 300;
  room.dispatchEvent(new Event('scrollend'));
  expect(go.mock.calls).toEqual([[{ scroll: 300 }]]);
});
