// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { About } from '../../../components/ladder/About';
import { LADDER } from '../../fixtures/records';
import { wordsByKey } from '../support/mounted';

it('shows what ratings mean where nothing else is said of assessment', () => {
  wordsByKey();
  const place = document.createElement('div');
  const guide = {
    ...LADDER.guide,
    assessment: [],
    ratings: [{ name: 'Meets', meaning: 'As asked.' }],
  };
  act(() => render(<About ladder={{ ...LADDER, guide }} mine="pm1" />, place));
  expect(place.textContent).toContain('Meets');
  expect(place.textContent).toContain('As asked.');
});
