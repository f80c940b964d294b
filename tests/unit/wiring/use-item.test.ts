// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import type { WxtStorageItem } from 'wxt/utils/storage';
import { useItem } from '../../../entrypoints/wiring/view/use-item';
import { later, mounted, settled } from '../support/mounted';

it('keeps what it was told meanwhile before what was read earlier', async () => {
  const { promise, keep } = later<string>();
  const watch = vi.fn((_onChange: (value: string) => void) => () => {});
  const item = { getValue: () => promise, watch } as unknown as WxtStorageItem<
    string,
    Record<string, unknown>
  >;
  const view = await mounted(useItem<string>, item);
  watch.mock.calls[0]?.[0]('new');
  keep('old');
  await settled();
  expect(view.now).toBe('new');
});
