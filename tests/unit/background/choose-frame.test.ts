import { expect, test } from 'vitest';
import { bestOf } from '../../../data/standing';
import { chooseFrame } from '../../../entrypoints/background/tag';

const frame = (frameId: number, focused: boolean, hasSelection: boolean, isUserHere = focused) => ({
  frameId,
  probe: { isTop: frameId === 0, takesPicker: true, focused, isUserHere, hasSelection },
});

/** The top frame of a page whose user is in a frame that it cannot look into. */
const closed = {
  frameId: 0,
  probe: { ...frame(0, true, false).probe, unreachable: 'frame-closed' as const },
};

test.each([
  ['the focused one with a selection', [frame(0, false, true), frame(7, true, true)], 7],
  ['any with a selection', [frame(0, true, false), frame(7, false, true)], 7],
  ['the one left for the panel', [frame(0, false, true), frame(7, false, true, true)], 7],
  ['any where that has none', [frame(0, false, true), frame(7, false, false, true)], 0],
  ['the focused one', [frame(0, false, false), frame(7, true, false)], 7],
  ['one that is closed, before any other selection', [closed, frame(7, false, true)], 0],
  ['the innermost of several that are closed', [closed, { ...closed, frameId: 9 }], 9],
  ['the closed one itself where it answers', [closed, frame(7, true, false)], 7],
  ['the top frame', [frame(0, false, false), frame(7, false, false)], 0],
])('the frame to read is %s', (_what, frames, expected) => {
  expect(chooseFrame(frames)?.frameId).toBe(expected);
});

test('frames that do not answer are passed over', () => {
  expect(chooseFrame([{ frameId: 0, probe: undefined }])).toBeUndefined();
  expect(chooseFrame([{ frameId: 0, probe: undefined }, frame(3, false, false)])).toBeUndefined();
});

test('of several frames the one that knows a passage best counts', () => {
  const quote = { exact: 'a', prefix: '', suffix: '' };
  const reports = [
    { one: { state: 'orphan' as const }, two: { state: 'same' as const } },
    undefined,
    { one: { state: 'edited' as const, quote }, two: { state: 'doubtful' as const, quote } },
  ];
  expect(bestOf(reports)).toEqual({ one: { state: 'edited', quote }, two: { state: 'same' } });
});
