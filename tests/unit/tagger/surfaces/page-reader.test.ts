// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { PageReader } from '../../../../entrypoints/tagger/surfaces/page-text/page-reader';

const onChange = vi.fn();
let slot: HTMLElement;

beforeEach(() => {
  onChange.mockReset();
  document.body.replaceChildren(document.createElement('x-card'));
  slot = document.createElement('slot');
  document.querySelector('x-card')?.attachShadow({ mode: 'open' }).append(slot);
});

const showOther = () => slot.dispatchEvent(new Event('slotchange', { bubbles: true }));

it('hears of a slot that shows something else, once each time however often its root is met', async () => {
  const reader = new PageReader(document, onChange, () => {});
  await reader.read();
  const card = document.querySelector('x-card') as HTMLElement;
  card.remove();
  await reader.read();
  document.body.append(card);
  await reader.read();
  onChange.mockReset();
  showOther();
  expect(onChange).toHaveBeenCalledOnce();
  reader.dispose();
});

it('hears of none once it is done with the page', async () => {
  const reader = new PageReader(document, onChange, () => {});
  await reader.read();
  reader.dispose();
  onChange.mockReset();
  showOther();
  expect(onChange).not.toHaveBeenCalled();
});
