import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Ladder } from '../../../data/ladder';
import { createLadderSearch } from '../../../data/search';

/** One sub-skill in an answer. */
export interface Hit {
  ladder: string;
  subSkill: string;
  /** The level read in the query; an engine that reads none gives that of the statement it found. */
  level?: string;
}

export interface Engine {
  name: string;
  /** Distinct sub-skills, best first. */
  find(query: string, isPassage: boolean): Hit[];
}

export const engines: Record<string, (ladders: Ladder[]) => Engine> = {
  rung(ladders) {
    const search = createLadderSearch(ladders);
    return {
      name: 'Rung',
      find: (query, isPassage) => {
        const read = isPassage ? [] : search.read(query).levels;
        const levels = new Map(read.map(({ ladder, level }) => [ladder.id, level.name]));
        return (isPassage ? search.suggest(query) : search.search(query)).map((result) => {
          const level = levels.get(result.ladder.id);
          return {
            ladder: result.ladder.name,
            subSkill: result.subSkill.name,
            ...(level && { level }),
          };
        });
      },
    };
  },

  fuse(ladders) {
    const fuse = new Fuse(statementsOf(ladders), {
      keys: ['subSkill', 'skillArea', 'definition', 'level', 'text'],
    });
    return {
      name: 'Fuse.js as it comes',
      find: (query) => distinct(fuse.search(query).map(({ item }) => item)),
    };
  },

  miniSearch(ladders) {
    const index = new MiniSearch<Statement>({
      fields: ['subSkill', 'skillArea', 'definition', 'level', 'title', 'text'],
      storeFields: ['ladder', 'subSkill', 'level'],
      searchOptions: {
        boost: { subSkill: 4, definition: 1.5, level: 2, title: 1 },
        prefix: (term) => term.length > 2,
        fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      },
    });
    index.addAll(statementsOf(ladders));
    return {
      name: 'MiniSearch tuned',
      find: (query) => distinct(index.search(query) as unknown as Hit[]),
    };
  },
};

interface Statement extends Required<Hit> {
  id: number;
  skillArea: string;
  definition: string;
  title: string;
  text: string;
}

function statementsOf(ladders: readonly Ladder[]): Statement[] {
  const statements: Statement[] = [];
  for (const ladder of ladders) {
    for (const skillArea of ladder.skillAreas) {
      for (const subSkill of skillArea.subSkills) {
        for (const level of ladder.levels) {
          for (const text of Object.values(subSkill.expectations[level.id] ?? {}).flat()) {
            statements.push({
              id: statements.length,
              ladder: ladder.name,
              skillArea: skillArea.name,
              subSkill: subSkill.name,
              definition: subSkill.definition,
              level: level.name,
              title: level.title,
              text,
            });
          }
        }
      }
    }
  }
  return statements;
}

function distinct(hits: readonly Hit[]): Hit[] {
  const seen = new Set<string>();
  return hits.filter(({ ladder, subSkill }) => {
    const key = `${ladder}/${subSkill}`;
    return !seen.has(key) && seen.add(key);
  });
}
