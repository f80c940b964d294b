// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { FileButton } from '../../../components/common/FileButton';
import { draw } from '../support/mounted';

it('takes the same file as often as it is chosen, and nothing where none is', async () => {
  const place = document.createElement('div');
  const onFile = vi.fn();
  await draw(
    <FileButton accept=".json" onFile={onFile}>
      Restore
    </FileButton>,
    place,
  );
  const input = place.querySelector('input') as HTMLInputElement;
  const file = new File(['{}'], 'backup.json');
  const setValue = vi.spyOn(input, 'value', 'set');
  const choose = async (files: File[]) => {
    Object.defineProperty(input, 'files', { value: files, configurable: true });
    await act(async () => void input.dispatchEvent(new Event('change', { bubbles: true })));
  };
  await choose([file]);
  // A field that has a file already says nothing of the same one.
  expect(setValue).toHaveBeenLastCalledWith('');
  await choose([file]);
  await choose([]);
  expect(onFile.mock.calls).toEqual([[file], [file]]);
});
