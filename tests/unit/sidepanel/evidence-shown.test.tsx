// @vitest-environment happy-dom
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { EvidenceItem } from '../../../components/evidence/EvidenceItem';
import { Filters } from '../../../components/evidence/Filters';
import { StandingLine } from '../../../components/evidence/StandingLine';
import type { Evidence } from '../../../data/evidence';
import { EVERYTHING } from '../../../data/evidence/filter';
import { BUNDLED_LADDERS } from '../../../data/library';
import { seededRecord } from '../../e2e/harness/seed';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));

/** An override that turns round what follows it, a character for private use, a NUL. */
const UNREADABLE = /[\u202e\ue001\0]/;
const spoilt = (words: string) => `\u202e${words}\ue001\0`;

const plain = seededRecord(0);
const evidence: Evidence = {
  ...plain,
  note: spoilt('As Ines said.'),
  target: {
    ...plain.target,
    title: spoilt('Self-review'),
    selector: [
      {
        type: 'TextQuoteSelector',
        exact: spoilt('I cut the plan.'),
        prefix: spoilt('In May '),
        suffix: spoilt(' Then we shipped.'),
      },
    ],
  },
};

const nothing = () => undefined;
const item = {
  evidence,
  ladders: BUNDLED_LADDERS,
  onChange: async () => true,
  onRemove: async () => true,
};
const line = { evidence, onTakeOver: nothing, onKeep: nothing, onAttach: nothing, onGoTo: nothing };
const now = { exact: spoilt('I cut the whole plan.'), prefix: '', suffix: '' };
const filters = {
  filter: { ...EVERYTHING, kind: 'self' } as const,
  ladders: BUNDLED_LADDERS,
  mine: evidence.ladder,
  evidence: [evidence],
  ...{ page: null, inputRef: { current: null }, onFilter: nothing },
};

it.each<[string, ComponentChild, string[]]>([
  ['a piece of evidence', <EvidenceItem {...item} />, ['As Ines said.', 'Self-review']],
  [
    'a passage then and now',
    <StandingLine {...line} standing={{ state: 'edited', quote: now }} />,
    ['I cut the whole plan.'],
  ],
  [
    'what stood around one that has gone',
    <StandingLine {...line} standing={{ state: 'orphan' }} />,
    ['In May I cut the plan. Then we shipped.'],
  ],
  ['the names of documents', <Filters {...filters} />, ['Self-review']],
])('%s is shown without what cannot be read', (_what, view, words) => {
  const place = document.createElement('div');
  act(() => render(view, place));
  const text = place.textContent ?? '';
  for (const one of words) expect(text).toContain(one);
  expect(text).not.toMatch(UNREADABLE);
});
