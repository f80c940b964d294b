import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { CLOSE, SEARCH } from '../common/icons';
import { useFocusKept } from '../common/use-focus-kept';
import './search.css';

interface Props {
  value: string;
  onInput: (value: string) => void;
  placeholder: string;
  /** Names the list the field searches, for those who cannot see it. */
  label: string;
  inputRef: RefObject<HTMLInputElement>;
  onKeyDown?: (event: KeyboardEvent) => void;
  /** Set where the field drives a list of options. */
  combobox?: {
    listId: string;
    /** Whether the list offers anything. */
    expanded: boolean;
    /** The active option's id; left out where none is. */
    activeId?: string;
  };
}

/** Longer than any query, UTF-16 units. */
const LONGEST_WITH_DIRECTION = 1_000;

/** The one search field: home for the keyboard. Escape empties it first, then means what it meant. */
export function SearchField({
  value,
  onInput,
  placeholder,
  label,
  inputRef,
  onKeyDown,
  combobox,
}: Props) {
  const whole = useRef<HTMLDivElement>(null);
  // Ctrl+Z on the button that clears it empties it too, and the button goes.
  useFocusKept(whole, () => inputRef.current);
  return (
    <div class="search-field" ref={whole}>
      {SEARCH}
      <input
        ref={inputRef}
        type="search"
        autoComplete="off"
        spellcheck={false}
        // Told from the text, the direction of megabytes would hold the page up.
        dir={value.length <= LONGEST_WITH_DIRECTION ? 'auto' : undefined}
        value={value}
        placeholder={placeholder}
        aria-label={label}
        {...(combobox && {
          role: 'combobox',
          'aria-expanded': combobox.expanded,
          'aria-controls': combobox.listId,
          'aria-activedescendant': combobox.activeId,
          'aria-autocomplete': 'list' as const,
        })}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '' && !event.isComposing) {
            event.preventDefault();
            event.stopPropagation();
            onInput('');
            return;
          }
          onKeyDown?.(event);
        }}
      />
      {value !== '' && (
        <button
          type="button"
          class="icon-button"
          aria-label={i18n.t('search.clear')}
          title={`${i18n.t('search.clear')} (Esc)`}
          onClick={() => {
            onInput('');
            inputRef.current?.focus();
          }}
        >
          {CLOSE}
        </button>
      )}
    </div>
  );
}
