import { beforeEach, expect, it, vi } from 'vitest';
import { ownFirst } from '../../../../data/search/own-first';
import type { QueryReading, SearchResult } from '../../../../data/search/types';

const result = (id: string) => ({ subSkill: { id, name: id } }) as SearchResult;
const levelOf = (id: string): QueryReading['levels'][number] => ({
  ladder: { id, name: id },
  level: { id: 'l1', name: 'L1' },
});
const [own, all] = [[result('own')], [result('own'), result('other')]];
const searchOwn = vi.fn<() => SearchResult[]>(() => own);
const searchAll = vi.fn<() => SearchResult[]>(() => all);
const ask = (...levels: QueryReading['levels']) => ownFirst(levels, 'mine', searchOwn, searchAll);

beforeEach(() => {
  searchOwn.mockReset().mockReturnValue(own);
  searchAll.mockReset().mockReturnValue(all);
});

it('answers from the own ladder alone where that has something to say', () => {
  expect(ask()).toEqual({ results: own, isOwn: true });
  expect(ask(levelOf('other'), levelOf('mine'))).toEqual({ results: own, isOwn: true });
  expect(searchAll).not.toHaveBeenCalled();
});

it('answers from all where the own ladder has nothing to say', () => {
  searchOwn.mockReturnValue([]);
  expect(ask()).toEqual({ results: all, isOwn: false });
});

it('answers from all where a level is named that only others have', () => {
  expect(ask(levelOf('other'))).toEqual({ results: all, isOwn: false });
  expect(searchOwn).not.toHaveBeenCalled();
});
