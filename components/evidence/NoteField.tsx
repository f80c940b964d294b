import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { figures } from '../common/language';
import { Problem } from '../common/Problem';

/** Longest note that is taken, in UTF-16 units: some three pages, more than anyone says of a passage. */
const MAX_NOTE = 10_000;

interface Props {
  value: string;
  rows: number;
  onChange: (note: string) => void;
  /** How often saving was tried: that the note is too long is said anew each time. */
  tries?: number;
  /** Enter alone, where it does not begin a new line. */
  onEnter?: () => void;
}

/** What the user says of a passage, and why it cannot be kept if it is too long. */
export function NoteField({ value, rows, tries, onChange, onEnter }: Props) {
  const problemId = useId();
  const tooLong = isNoteTooLong(value);
  return (
    <div class="note">
      <label>
        <span class="label">{i18n.t('tag.note')}</span>
        <textarea
          rows={rows}
          // Told from the text, the direction of megabytes would hold the page up.
          dir={tooLong ? undefined : 'auto'}
          value={value}
          aria-invalid={tooLong}
          aria-describedby={tooLong ? problemId : undefined}
          onInput={(event) => onChange(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (!onEnter || event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            onEnter();
          }}
        />
      </label>
      {tooLong && (
        <Problem key={tries} id={problemId}>
          {i18n.t('tag.noteTooLong', [figures(MAX_NOTE)])}
        </Problem>
      )}
    </div>
  );
}

/** True for a note that cannot be saved. */
export function isNoteTooLong(note: string): boolean {
  return note.length > MAX_NOTE;
}
