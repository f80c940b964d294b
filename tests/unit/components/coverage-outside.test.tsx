// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { Outside } from '../../../components/coverage/Outside';

vi.mock('#i18n', () => ({
  i18n: { t: (key: string, ...parts: unknown[]) => [key, ...parts.flat()].join(' ') },
}));

function draw(late: number, count = 3): HTMLElement {
  const place = document.createElement('div');
  const some = late > 0 ? { count: late, last: '2026-06-30' } : null;
  act(() => render(<Outside count={count} late={some} onDate={() => undefined} />, place));
  return place;
}

it('says why it offers to date what was tagged after the period', () => {
  const place = draw(3);
  expect(place.textContent).toContain('coverage.outside 3');
  expect(place.textContent).toContain('coverage.late 3');
  expect(place.querySelector('button')?.textContent).toMatch(/^coverage\.dateTo 3 3 .*2026/);
});

it('says of how many that is', () => {
  expect(draw(2).textContent).toContain('coverage.outside 3 3 coverage.late 2 2');
});

it('writes large numbers as they are written everywhere', () => {
  const place = draw(1234, 5678);
  expect(place.textContent).toContain('coverage.outside 5678 5,678 coverage.late 1234 1,234');
  expect(place.querySelector('button')?.textContent).toContain('1,234');
});

it('offers nothing where each has a day of its own', () => {
  expect(draw(0).querySelector('button')).toBeNull();
});

it('says nothing where the period leaves nothing out', () => {
  const place = document.createElement('div');
  act(() => render(<Outside count={0} late={null} onDate={() => undefined} />, place));
  expect(place.textContent).toBe('');
});
