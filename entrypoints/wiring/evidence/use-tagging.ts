import { useMemo, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Choice, TagFormProps } from '../../../components/tagging/TagForm';
import { localDay } from '../../../data/days';
import type { Evidence } from '../../../data/evidence';
import type { StoredTags } from '../../../data/evidence/store-types';
import { reviewedUpTo } from '../../../data/review-period';
import type { SearchResult } from '../../../data/search';
import { ownSearch } from '../ladder/search';
import { LEARNT_FROM } from '../ladder/use-learnt';
import type { SettledLibrary } from '../ladder/use-library';
import type { Draft } from '../messages/reading';
import { unsavedWords } from '../words/failure-words';
import { subSkillNames } from '../words/sub-skill-names';
import { storeTags } from './store-tags';

/** How many sub-skills the form lists; the right one is meant to be among the first three. */
const GUESSES = 6;
/** How many it offers where nothing answers the query. */
const NEAREST = 3;

interface Tagging {
  /** What the form needs to know. */
  readonly form: Omit<TagFormProps, 'onSaved' | 'onCancel' | 'paste'>;
  /** What was saved last, for the confirmation and its undo. */
  readonly saved: () => StoredTags;
}

/** Everything behind the tag form: guesses for the passage, search, and saving. */
export function useTagging(
  library: SettledLibrary,
  draft: Draft,
  tagged: readonly Evidence[],
): Tagging {
  const { mine, ladders, settings } = library;
  const saved = useRef<StoredTags>({ records: [], already: [] });
  const passage = draft.quote.exact;
  const myLevel = { ladder: mine.ladder.id, level: mine.level };

  const guesses = useMemo(() => guess(library, passage, tagged), [mine.ladder, passage, tagged]);

  const save = async (choice: Choice) => {
    const stored = await storeTags(draft, choice).catch((error) => {
      throw new Error(unsavedWords(error));
    });
    // The form stays, and what was written into it: there may be another level or view to choose.
    if (stored.records.length === 0) {
      throw new Error(i18n.t('tag.sameAlready', [subSkillNames(ladders, stored.already)]));
    }
    saved.current = stored;
  };

  return {
    form: {
      ladder: mine.ladder,
      level: mine.level,
      periodEnded: reviewedUpTo(settings, localDay(new Date())),
      passage,
      already: tagged
        .filter((one) => one.ladder === mine.ladder.id && draft.already.includes(one.id))
        .map((one) => one.subSkill),
      find: (query) =>
        query.trim() === ''
          ? guesses
          : ownSearch(mine.ladder).search(query, { myLevel, limit: Number.POSITIVE_INFINITY }),
      didYouMean: (query) => ownSearch(mine.ladder).didYouMean(query) ?? null,
      nearest: (query) => ownSearch(mine.ladder).nearest(query).slice(0, NEAREST),
      save,
    },
    saved: () => saved.current,
  };
}

/** The best sub-skills for a passage, filled up with the rest of the ladder in its order. */
function guess(
  { mine }: SettledLibrary,
  passage: string,
  tagged: readonly Evidence[],
): SearchResult[] {
  const myLevel = { ladder: mine.ladder.id, level: mine.level };
  const best =
    passage.trim() === ''
      ? []
      : ownSearch(mine.ladder).suggest(passage, {
          myLevel,
          limit: GUESSES,
          tagged: tagged.slice(0, LEARNT_FROM).map(({ ladder, subSkill, note, target }) => ({
            ladder,
            subSkill,
            note,
            exact: target.selector[0].exact,
          })),
        });
  const known = new Set(best.map((one) => one.subSkill.id));
  const { ladder } = mine;
  const rest = ladder.skillAreas.flatMap((area) =>
    area.subSkills
      .filter((one) => !known.has(one.id))
      .map(
        (one): SearchResult => ({
          ladder: { id: ladder.id, name: ladder.name },
          skillArea: { id: area.id, name: area.name },
          subSkill: { id: one.id, name: one.name },
          expectations: [],
          marks: { name: [], definition: [] },
          reasons: [],
        }),
      ),
  );
  return [...best, ...rest];
}
