// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { EvidenceItem } from '../../../components/evidence/EvidenceItem';
import { StandingLine } from '../../../components/evidence/StandingLine';
import type { Evidence } from '../../../data/evidence';
import type { Ladder } from '../../../data/ladder';
import { BUNDLED_LADDERS } from '../../../data/library';
import { OwnLadders } from '../../../entrypoints/options/OwnLadders';
import { seededRecord } from '../../e2e/harness/seed';
import { draw, wordsByKey } from '../support/mounted';

let place: HTMLElement;

beforeEach(() => {
  wordsByKey();
  place = document.createElement('div');
  document.body.replaceChildren(place);
});

const nothing = () => undefined;

/** The text of what an attribute of an element refers to. */
const textOf = (attribute: string, element: Element) =>
  (element.getAttribute(attribute) ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ');

/** What is said of an element beside its name. */
const description = (element: Element) => textOf('aria-describedby', element);

it.each([{ compact: false }, { compact: true }])(
  'says of each button whose evidence it is for: $compact',
  async ({ compact }) => {
    const records = [seededRecord(0), seededRecord(1)];
    await draw(
      <ul>
        {records.map((evidence) => (
          <EvidenceItem
            key={evidence.id}
            evidence={evidence}
            ladders={BUNDLED_LADDERS}
            compact={compact}
            onChange={async () => true}
            onRemove={async () => true}
            onGoTo={nothing}
            onOpenPanel={nothing}
          >
            <StandingLine
              evidence={evidence}
              standing={{ state: 'doubtful', quote: { exact: 'It', prefix: '', suffix: '' } }}
              {...{ onTakeOver: nothing, onKeep: nothing, onAttach: nothing, onGoTo: nothing }}
            />
          </EvidenceItem>
        ))}
      </ul>,
      place,
    );
    const items = [...place.querySelectorAll('.evidence')];
    expect(items).toHaveLength(2);
    for (const [index, item] of items.entries()) {
      const buttons = [...item.querySelectorAll('button')];
      expect(buttons).toHaveLength(7);
      const name = item.querySelector('b')?.textContent as string;
      const quote = records[index]?.target.selector[0].exact as string;
      for (const button of buttons) {
        expect(description(button)).toContain(name);
        expect(description(button).includes(quote.slice(0, 40))).toBe(!compact);
      }
    }
  },
);

it.each([
  [false, ' After 5 days of silence on pricing I wrote the options down…'],
  [true, ''],
])(
  'names evidence by what it is evidence for, not by its buttons (compact: %s)',
  async (...given) => {
    const [compact, quote] = given;
    const rest = { onChange: async () => true, onRemove: async () => true, onGoTo: nothing };
    const own = { evidence: seededRecord(1), compact, ladders: BUNDLED_LADDERS, ...rest };
    await draw(<EvidenceItem {...own} />, place);
    const label = textOf('aria-labelledby', place.querySelector('.evidence') as Element);
    expect(label.replace(/\s+/g, ' ')).toBe(
      `Alignment & Evangelism Staff PM kind_peer Jan 5, 2026${quote}`,
    );
  },
);

/** A piece of evidence of these words, drawn. */
async function drawOf(exact: string): Promise<void> {
  const { target, ...record } = seededRecord(0);
  const evidence: Evidence = {
    ...record,
    target: { ...target, selector: [{ ...target.selector[0], exact }] },
  };
  const rest = { onChange: async () => true, onRemove: async () => true, onGoTo: nothing };
  await draw(<EvidenceItem evidence={evidence} ladders={BUNDLED_LADDERS} {...rest} />, place);
}

it('says of a long passage no more than its beginning', async () => {
  const exact = `I cut two of the five ideas,\nbecause ${'nobody would have missed them. '.repeat(90)}`;
  await drawOf(exact);
  const name = place.querySelector('b')?.textContent as string;
  const buttons = [...place.querySelectorAll('.icon-button')];
  expect(buttons).toHaveLength(3);
  for (const button of buttons) {
    expect(description(button)).toBe(
      `${name} I cut two of the five ideas, because nobody would have…`,
    );
  }
  expect(place.querySelector('blockquote')?.textContent).toBe(exact);
  expect(place.querySelectorAll('[hidden]')).toHaveLength(1);
});

it('writes a short passage only once', async () => {
  await drawOf('I cut it.');
  expect(place.textContent?.split('I cut it.')).toHaveLength(2);
  expect(description(place.querySelector('[data-edit]') as Element)).toContain('I cut it.');
});

it('says which ladder a button removes', async () => {
  const own = ['First', 'Second'].map(
    (name) => ({ ...BUNDLED_LADDERS[0], id: name, name }) as Ladder,
  );
  await draw(<OwnLadders ladders={own} onNotice={nothing} />, place);
  const names = [...place.querySelectorAll('.rows button')].map((one) =>
    one.getAttribute('aria-label'),
  );
  expect(names).toEqual(['ladders_removeNamed First', 'ladders_removeNamed Second']);
});
