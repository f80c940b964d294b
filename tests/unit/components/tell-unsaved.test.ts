// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { useTellUnsaved } from '../../../components/tagging/use-tell-unsaved';
import { mounted } from '../support/mounted';

interface Given {
  readonly unsaved: boolean;
  readonly tell: (unsaved: boolean) => void;
}

it('tells whoever asks by then that nothing is unsaved, once the form has gone', async () => {
  const [before, now] = [vi.fn(), vi.fn()];
  const form = await mounted(({ unsaved, tell }: Given) => useTellUnsaved(unsaved, tell), {
    unsaved: true,
    tell: before,
  });
  await form.give({ unsaved: true, tell: now });
  await form.end();
  expect(before.mock.calls).toEqual([[true]]);
  expect(now.mock.calls).toEqual([[false]]);
});
