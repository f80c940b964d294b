import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Evidence } from '../../../data/evidence';
import type { Ladder } from '../../../data/ladder';
import { createEvidenceSearch, createLadderSearch } from '../../../data/search';
import { engines } from './engines';
import type { Query } from './queries';

/** Milliseconds. */
export interface Times {
  p50: number;
  p95: number;
  max: number;
}

/** Answers a query from ladders and evidence both, fifty of each. */
export interface Asker {
  name: string;
  ask(query: string, isPassage: boolean): void;
}

/** So many questions are asked, spread over all; of Fuse.js, which takes seconds, fewer. */
export const QUESTIONS = 1000;
export const FUSE_QUESTIONS = 40;
/** The least of so many times counts: what else the machine is doing is not the search's. */
const TRIES = 3;

export function rungAsker(ladders: Ladder[], evidence: Evidence[]): Asker {
  const [inLadders, inEvidence] = [createLadderSearch(ladders), createEvidenceSearch(evidence)];
  return {
    name: 'Rung',
    ask(query, isPassage) {
      if (isPassage) inLadders.suggest(query);
      else inLadders.search(query);
      inEvidence.search(query);
    },
  };
}

export function miniSearchAsker(ladders: Ladder[], evidence: Evidence[]): Asker {
  const engine = engines.miniSearch?.(ladders);
  const index = new MiniSearch({
    fields: ['quote', 'note', 'title'],
    searchOptions: {
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    },
  });
  index.addAll(evidence.map(textsOf));
  return {
    name: 'MiniSearch tuned',
    ask(query, isPassage) {
      engine?.find(query, isPassage);
      index.search(query);
    },
  };
}

export function fuseAsker(ladders: Ladder[], evidence: Evidence[]): Asker {
  const engine = engines.fuse?.(ladders);
  const fuse = new Fuse(evidence.map(textsOf), { keys: ['quote', 'note', 'title'] });
  return {
    name: `Fuse.js as it comes (${FUSE_QUESTIONS} of them, once)`,
    ask(query, isPassage) {
      engine?.find(query, isPassage);
      fuse.search(query);
    },
  };
}

/** Every query whole, each beginning of the short ones as it is typed, and pasted sentences. */
export function keystrokes(queries: readonly Query[]): { text: string; isPassage: boolean }[] {
  const asked: { text: string; isPassage: boolean }[] = [];
  for (const { query, type } of queries) {
    const isPassage = type === 'passage';
    if (isPassage) {
      // Pasted into the search field, and suggested for in the picker.
      asked.push({ text: query, isPassage: false }, { text: query, isPassage: true });
    } else {
      for (let end = 1; end <= query.length; end++) {
        asked.push({ text: query.slice(0, end), isPassage: false });
      }
    }
  }
  return asked;
}

export function sampleOf<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, items.length / count);
  return items.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
}

/** Times each question, after the first has built whatever is built at the first. */
export function measureSpeed(
  asker: Asker,
  asked: readonly { text: string; isPassage: boolean }[],
  tries = TRIES,
): Times {
  asker.ask('roadmap', false);
  const times = asked.map(({ text, isPassage }) => {
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < tries; i++) {
      const start = performance.now();
      asker.ask(text, isPassage);
      least = Math.min(least, performance.now() - start);
    }
    return least;
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return { p50: at(0.5) ?? 0, p95: at(0.95) ?? 0, max: times.at(-1) ?? 0 };
}

function textsOf({ id, note, target }: Evidence) {
  return { id, quote: target.selector[0].exact, note, title: target.title };
}
