// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { EvidenceItem } from '../../../components/evidence/EvidenceItem';
import type { Evidence } from '../../../data/evidence';
import { BUNDLED_LADDERS } from '../../../data/library';
import { seededRecord } from '../../e2e/harness/seed';
import { draw, settled, wordsByKey } from '../support/mounted';

const [one, other] = [seededRecord(0), seededRecord(1)];
const onGoTo = vi.fn();
const onRemove = vi.fn(async (_: Evidence) => true);
const onOpenPanel = { before: vi.fn(), now: vi.fn() };

let place: HTMLElement;

beforeEach(() => {
  vi.clearAllMocks();
  wordsByKey();
  place = document.createElement('div');
  document.body.replaceChildren(place);
});

const seat = (evidence: Evidence, openPanel = onOpenPanel.now) =>
  draw(
    <EvidenceItem
      seat="first"
      evidence={evidence}
      ladders={BUNDLED_LADDERS}
      onChange={async () => true}
      onRemove={onRemove}
      onGoTo={onGoTo}
      onOpenPanel={openPanel}
    />,
    place,
  );
const buttons = () => [...place.querySelectorAll<HTMLElement>('.evidence-actions button')];
const press = async (label: string) => {
  buttons()
    .find((button) => button.getAttribute('aria-label')?.startsWith(label))
    ?.click();
  await settled();
};

it('does what its buttons say to the evidence that has taken its place', async () => {
  await seat(one, onOpenPanel.before);
  const before = buttons();
  await seat(other);
  expect(buttons()).toEqual(before);
  await press('evidence_goTo');
  await press('evidence_panel');
  await press('evidence_delete');
  expect(onGoTo.mock.calls).toEqual([[other]]);
  expect(onRemove.mock.calls).toEqual([[other]]);
  expect(onOpenPanel.before).not.toHaveBeenCalled();
  expect(onOpenPanel.now).toHaveBeenCalledOnce();
});

it('describes them by the evidence that has taken its place', async () => {
  await seat(one);
  await seat(other);
  const said = (buttons()[0]?.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent);
  expect(said.join()).toContain(other.target.selector[0].exact.slice(0, 40));
});

it('edits the evidence that has taken its place, and no longer the one before', async () => {
  await seat(one);
  await press('evidence_edit');
  expect(place.querySelector('form, .edit-evidence')).not.toBeNull();
  await seat(other);
  expect(place.querySelector('form, .edit-evidence')).toBeNull();
  await press('evidence_edit');
  expect(place.querySelector<HTMLTextAreaElement>('textarea')?.value).toBe(other.note);
  // Nor does a form come back with what it was opened on.
  await seat(one);
  expect(place.querySelector('.edit-evidence')).toBeNull();
  await seat(other);
  expect(place.querySelector('.edit-evidence')).toBeNull();
});

it('has no way to a page that cannot be opened, whoever was there before', async () => {
  await seat(one);
  const count = buttons().length;
  await seat({ ...other, target: { ...other.target, source: 'about:config' } });
  expect(buttons()).toHaveLength(count - 1);
  await seat(one);
  expect(buttons()).toHaveLength(count);
});
