// @vitest-environment happy-dom
import { createRef } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { isUndo } from '../../../components/common/keys';
import { Tabs } from '../../../components/common/Tabs';
import { Statement } from '../../../components/ladder/Statement';
import type { Ladder } from '../../../data/ladder';
import { BUNDLED_LADDERS } from '../../../data/library';
import { useLadderKeys } from '../../../entrypoints/wiring/keys/ladder-keys';
import { draw, settled, wordsByKey } from '../support/mounted';

const [ladder] = BUNDLED_LADDERS as readonly [Ladder, ...Ladder[]];
const mine = { ladder, level: ladder.levels[0]?.id ?? '' };
const subSkill = ladder.skillAreas[0]?.subSkills[0]?.id ?? '';
const nothing = () => undefined;
const said = vi.fn();

let place: HTMLElement;
const copied = vi.fn(async (_text: string) => undefined);

beforeEach(() => {
  wordsByKey();
  copied.mockClear();
  said.mockClear();
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: copied },
  });
  place = document.createElement('div');
  document.body.replaceChildren(place);
});

/** @returns whether the browser would go on and do what it does by itself */
async function press(key: string, rest: KeyboardEventInit = {}): Promise<boolean> {
  const options = { key, bubbles: true, cancelable: true, ...rest };
  let goesOn = true;
  act(() => {
    goesOn = (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', options),
    );
  });
  await settled();
  return goesOn;
}

it.each([
  ['z', 'KeyZ', true],
  ['Z', 'KeyZ', true],
  // Cyrillic, Greek and Hebrew.
  ['я', 'KeyZ', true],
  ['ζ', 'KeyZ', true],
  ['ז', 'KeyZ', true],
  ['н', 'KeyY', false],
  // A French and a German keyboard: what is typed counts, and not where.
  ['w', 'KeyZ', false],
  ['z', 'KeyW', true],
  ['y', 'KeyZ', false],
])('%s at %s undoes: %s', (key, code, undoes) => {
  expect(isUndo(new KeyboardEvent('keydown', { key, code, ctrlKey: true }))).toBe(undoes);
});

function View() {
  const refs = { container: createRef<HTMLElement>(), home: createRef<HTMLInputElement>() };
  useLadderKeys({
    ...{ ladders: BUNDLED_LADDERS, mine, onNotice: said },
    container: refs.container,
    home: refs.home,
  });
  return (
    <section ref={refs.container}>
      <input type="search" ref={refs.home} />
      <div class="sub-skill">
        <h2 data-sub-skill={subSkill} data-ladder={ladder.id}>
          Focus
        </h2>
        <ul>
          <Statement text="I decide." marks={undefined} onCopy={nothing} />
        </ul>
      </div>
    </section>
  );
}

async function standOnStatement(): Promise<HTMLElement> {
  await draw(<View />, place);
  const statement = place.querySelector('.statement') as HTMLElement;
  statement.focus();
  return statement;
}

it.each([
  { key: 'c', code: 'KeyC' },
  { key: 'C', code: 'KeyC' },
  { key: 'с', code: 'KeyC' },
])('copies the statement one stands on by $key', async ({ key, code }) => {
  const statement = await standOnStatement();
  await press(key, { code });
  expect(copied).toHaveBeenCalledWith('I decide.');
  expect(document.activeElement).toBe(statement);
});

it('copies a link by l, and says where it works', async () => {
  await standOnStatement();
  await press('l', { code: 'KeyL' });
  const link = browser.runtime.getURL('/sidepanel.html');
  expect(copied).toHaveBeenCalledWith(`${link}#/ladder/${ladder.id}/${subSkill}`);
  expect(said).toHaveBeenCalledExactlyOnceWith({ text: 'copy_linkDone' });
});

it('takes a capital that is meant for what begins with it', async () => {
  await standOnStatement();
  await press('C', { code: 'KeyC', shiftKey: true });
  expect(copied).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(place.querySelector('input'));
});

const HELD = [{ shiftKey: true }, { ctrlKey: true }, { metaKey: true }, { altKey: true }];

it.each(HELD)('leaves arrows with others held to the browser: %o', async (held) => {
  const statement = await standOnStatement();
  expect(await press('ArrowUp', held)).toBe(true);
  expect(document.activeElement).toBe(statement);

  const onSelect = vi.fn();
  const tabs = [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'B' },
  ];
  await draw(<Tabs label="" tabs={tabs} active="a" onSelect={onSelect} panelId="room" />, place);
  place.querySelector('button')?.focus();
  expect(await press('ArrowLeft', held)).toBe(true);
  expect(onSelect).not.toHaveBeenCalled();
});
