// @vitest-environment happy-dom
import type { ComponentProps } from 'preact';
import { expect, it } from 'vitest';
import { LadderMark } from '../../../components/LadderMark';
import { draw } from '../support/mounted';

/** The rungs from the lowest up: one in full strength, outlined, or a line as all others. */
async function rungs(props: Partial<ComponentProps<typeof LadderMark>>): Promise<string[]> {
  const place = document.createElement('div');
  await draw(<LadderMark rungs={4} size={26} {...props} />, place);
  // The first are the ladder's two sides.
  const [, ...drawn] = place.querySelector('svg')?.children ?? [];
  return drawn.map((one) =>
    one.localName === 'path' ? 'line' : one.hasAttribute('stroke') ? 'outlined' : 'full',
  );
}

it('shows the rung the user stands on, and outlines the next', async () => {
  expect(await rungs({ mine: 1 })).toEqual(['line', 'full', 'outlined', 'line']);
  expect(await rungs({ mine: 3 })).toEqual(['line', 'line', 'line', 'full']);
});

it('outlines none where the user stands on none', async () => {
  expect(await rungs({})).toEqual(['line', 'line', 'line', 'line']);
  expect(await rungs({ mine: -1 })).toEqual(['line', 'line', 'line', 'line']);
});

it('shows one rung alone for a mark that stands for one level', async () => {
  expect(await rungs({ only: 2 })).toEqual(['line', 'line', 'full', 'line']);
  expect(await rungs({ mine: 0, only: 2 })).toEqual(['line', 'line', 'full', 'line']);
});
