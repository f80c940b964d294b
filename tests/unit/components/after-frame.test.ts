// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { afterFrame } from '../../../components/common/after-frame';

afterEach(() => vi.restoreAllMocks());

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

it('waits for a frame, and is called off before that', async () => {
  const [work, calledOff] = [vi.fn(), vi.fn()];
  afterFrame(work);
  afterFrame(calledOff)();
  expect(work).not.toHaveBeenCalled();
  await frame();
  expect(work).toHaveBeenCalledOnce();
  expect(calledOff).not.toHaveBeenCalled();
});

it('waits for no frame in a view that nobody sees, where none ever comes', () => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  const work = vi.fn();
  afterFrame(work)();
  expect(work).toHaveBeenCalledOnce();
});
