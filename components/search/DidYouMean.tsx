import { i18n } from '#i18n';

interface Props {
  /** What the query may have meant. */
  words: string;
  onQuery: (query: string) => void;
}

/** Offers a query with its slips put right. */
export function DidYouMean({ words, onQuery }: Props) {
  return (
    <p class="search-note">
      {i18n.t('search.didYouMean')}{' '}
      <button type="button" onClick={() => onQuery(words)}>
        {words}
      </button>
    </p>
  );
}
