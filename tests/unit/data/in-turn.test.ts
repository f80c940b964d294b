import { afterEach, describe, expect, it, vi } from 'vitest';
import { inTurn } from '../../../data/in-turn';

afterEach(() => vi.unstubAllGlobals());

/** The browser's locks, as far as they are used. */
function locks() {
  const asked: string[] = [];
  return {
    asked,
    request: (name: string, work: () => Promise<unknown>) => {
      asked.push(name);
      return work();
    },
  };
}

describe('work in turn', () => {
  it('runs one after the other in the order it was asked for', async () => {
    vi.stubGlobal('navigator', {});
    const log: string[] = [];
    const work = (name: string, steps: number) => async () => {
      log.push(`${name} begins`);
      for (let step = 0; step < steps; step++) await undefined;
      log.push(`${name} ends`);
      return name;
    };
    const answers = await Promise.all([
      inTurn('a', work('first', 9)),
      inTurn('a', work('next', 0)),
    ]);
    expect(answers).toEqual(['first', 'next']);
    expect(log).toEqual(['first begins', 'first ends', 'next begins', 'next ends']);
  });

  it('goes on after work that failed', async () => {
    vi.stubGlobal('navigator', {});
    await expect(inTurn('b', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await inTurn('b', async () => 'yes')).toBe('yes');
  });

  it('still takes turns in its page where the browser denies locks', async () => {
    const request = () =>
      Promise.reject(new DOMException('The request was denied.', 'SecurityError'));
    vi.stubGlobal('navigator', { locks: { request } });
    const log: string[] = [];
    const work = (name: string) => async () => {
      log.push(name);
      await undefined;
      log.push(name);
    };
    await Promise.all([inTurn('c', work('first')), inTurn('c', work('next'))]);
    expect(log).toEqual(['first', 'first', 'next', 'next']);
  });

  it('does not begin again what failed under a lock', async () => {
    vi.stubGlobal('navigator', { locks: locks() });
    const work = vi.fn(() => Promise.reject(new Error('disk full')));
    await expect(inTurn('d', work)).rejects.toThrow('disk full');
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('takes turns with the other pages of the extension where the browser keeps locks', async () => {
    const own = locks();
    vi.stubGlobal('navigator', { locks: own });
    expect(await inTurn('settings', async () => 'done')).toBe('done');
    expect(own.asked).toEqual(['rung:settings']);
  });
});
