import { expect, it, vi } from 'vitest';
import { undoable } from '../../../entrypoints/wiring/saving/undoable';
import { later, settled, wordsByKey } from '../support/mounted';
import { noticeBoard, SLOW } from '../support/notices';

it.each([
  ['while its notice is there, which then goes', false, true, []],
  ['after its notice has gone', true, true, ['common_undone Deleted.']],
  ['late, where it undoes nothing and says so itself', true, false, []],
])('is undone %s', async (_when, late, undone, said) => {
  wordsByKey();
  const say = vi.fn();
  undoable('Deleted.', async () => undone, say).action?.run(late);
  await settled();
  expect(say.mock.calls.map(([{ text }]) => text)).toEqual(said);
});

it('says that it goes on where the browser is slow to undo it', async () => {
  wordsByKey();
  const { said, say } = noticeBoard();
  const undone = later<boolean>();
  undoable('Deleted.', () => undone.promise, say).action?.run();
  await expect.poll(() => said, SLOW).toEqual([{ text: 'common_undoing', goesOn: true }]);
  undone.keep(true);
  await expect.poll(() => said.at(-1)).toBeNull();
});

it('is offered again where the browser refuses it', async () => {
  wordsByKey();
  const say = vi.fn();
  const { action } = undoable('Deleted.', () => Promise.reject(new Error('disk')), say);
  action?.run();
  await settled();
  expect(say).toHaveBeenCalledWith(expect.objectContaining({ tone: 'error', action }));
});
