import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Day, localDay } from '../../data/days';
import type { EvidenceKind } from '../../data/evidence';
import { hueOf } from '../../data/hue';
import { findLevel, type Ladder } from '../../data/ladder';
import type { SearchResult } from '../../data/search';
import { cleanForDisplay, clip } from '../../data/text';
import { Button } from '../common/Button';
import { dayWords, inRow } from '../common/language';
import { useLeaving } from '../common/use-leaving';
import { KindField } from '../evidence/KindField';
import { LevelField } from '../evidence/LevelField';
import { isNoteTooLong, NoteField } from '../evidence/NoteField';
import { useWhen } from '../evidence/use-when';
import { WhenField } from '../evidence/WhenField';
import { ChooseSubSkill } from './ChooseSubSkill';
import { type Paste, PasteField } from './PasteField';
import { ShiftEnterHint } from './ShiftEnterHint';
import { useChoosing } from './use-choosing';
import { useTellUnsaved } from './use-tell-unsaved';
import './tag-form.css';

/** What the user has settled on; one piece of evidence for each sub-skill. */
export interface Choice {
  readonly subSkills: readonly { ladder: string; subSkill: string }[];
  readonly level: string;
  readonly kind: EvidenceKind;
  readonly note: string;
  /** The day the work was done; `undefined` for the day of tagging. */
  readonly when: Day | undefined;
}

export interface TagFormProps {
  ladder: Ladder;
  level: string;
  /** The last day of a review period that is over: what is tagged now is most likely of that. */
  periodEnded: Day | null;
  /** The passage; `''` while it is still to be pasted. */
  passage: string;
  /** Ids of the ladder's sub-skills this passage is tagged with already. */
  already: readonly string[];
  /** The best sub-skills for a query, or for the passage itself where the query is empty. */
  find: (query: string) => readonly SearchResult[];
  /** What a query may have meant, and the closest sub-skills where nothing answers it. */
  didYouMean: (query: string) => string | null;
  nearest: (query: string) => readonly SearchResult[];
  /** Stores the choice; rejects with a sentence for the user, and then nothing typed is lost. */
  save: (choice: Choice) => Promise<void>;
  onSaved: (choice: Choice) => void;
  onCancel: () => void;
  /** The note it begins with. */
  note?: string;
  onNote?: (note: string) => void;
  /** Something was typed or picked here that is not saved; false once it is, or the form has gone. */
  onUnsaved?: ((unsaved: boolean) => void) | undefined;
  /** Where the passage is pasted. */
  paste?: Paste;
}

/** How much of a long passage the form shows; all of it is kept. */
const SHOWN_CHARACTERS = 240;

/** "Which sub-skill?": the best guesses on top, letters to search, arrows to choose, Enter to save. */
export function TagForm(props: TagFormProps) {
  const { ladder, passage, find, paste, already, nearest } = props;
  const [levelChosen, setLevel] = useState(props.level);
  // Always one's own view at first: what was said for one passage is seldom true of the next.
  const [kind, setKind] = useState<EvidenceKind>('self');
  const [note, setNote] = useState(props.note ?? '');
  const today = localDay(new Date());
  const when = useWhen(props.periodEnded ?? today, () => {
    // Midnight may have gone by since the form said which day it is.
    const saysToday = today === localDay(new Date());
    return props.periodEnded ?? (saysToday ? undefined : today);
  });
  const [problem, setProblem] = useState<string | null>(null);
  /** How often saving was tried: what still is wrong is said anew each time. */
  const [tries, setTries] = useState(0);
  const [saving, setSaving] = useState(false);
  const [entered, setEntered] = useState<Element | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const pasteField = useRef<HTMLTextAreaElement>(null);
  const problemId = useId();

  const choosing = useChoosing({
    ladder,
    already,
    find,
    nearest,
    onEnter: (subSkills) => void save(subSkills),
  });
  const { chosen, current, picked } = choosing;
  // The ladder may be changed elsewhere while the form is open.
  const level = findLevel(ladder, levelChosen) ? levelChosen : props.level;

  useEffect(() => (pasteField.current ?? field.current)?.focus(), []);

  const pasted = (paste?.value.trim() ?? '') !== '';
  const written = note.trim() !== '' || picked.length > 0 || pasted || when.touched;
  // What is on its way into storage would be lost with the picker's page as well.
  const unsaved = written || saving;
  useTellUnsaved(unsaved, props.onUnsaved);
  // What is being saved is not given up: the confirmation comes at once, and can take it back.
  const cancel = () => {
    if (!saving) props.onCancel();
  };
  const leaving = useLeaving(written, cancel);

  const save = async (subSkills: readonly SearchResult[]) => {
    if (saving) return;
    setTries(tries + 1);
    // What was wrong the time before is not what is wrong now.
    setProblem(null);
    if (paste?.problem) return pasteField.current?.focus();
    if (isNoteTooLong(note)) {
      return form.current?.querySelector<HTMLElement>('.note textarea')?.focus();
    }
    if (passage.trim() === '') {
      pasteField.current?.focus();
      return setProblem(i18n.t('tag.nothingPasted'));
    }
    if (subSkills.length === 0) return setProblem(i18n.t('tag.pickOne'));
    if (!when.isRight()) return;
    setSaving(true);
    const choice: Choice = {
      subSkills: subSkills.map((one) => ({ ladder: one.ladder.id, subSkill: one.subSkill.id })),
      level,
      kind,
      note: note.trim(),
      when: when.said(),
    };
    try {
      await props.save(choice);
      props.onSaved(choice);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setSaving(false);
    }
  };

  const wrong = paste?.problem ?? problem;
  const cannotTag = passage.trim() === '';

  return (
    <form
      ref={form}
      class="tag-form"
      data-unsaved={unsaved ? '' : undefined}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save(chosen);
      }}
      onKeyDown={(event) => {
        // While characters are composed the key is the input method's, and takes those back.
        if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
        event.preventDefault();
        if (!saving) leaving.onEscape();
      }}
      onInput={leaving.goOn}
      onFocusIn={({ target }) => setEntered(target as Element)}
    >
      {paste ? (
        <PasteField
          {...paste}
          inputRef={pasteField}
          wrong={wrong !== null && cannotTag ? problemId : null}
        />
      ) : (
        <blockquote
          class="passage"
          data-hue={current ? hueOf(ladder, current.subSkill.id) : 0}
          dir="auto"
        >
          {clip(cleanForDisplay(passage), SHOWN_CHARACTERS)}
        </blockquote>
      )}
      <ChooseSubSkill
        ladder={ladder}
        choosing={choosing}
        field={field}
        already={already}
        meant={props.didYouMean(choosing.query)}
        onPick={(one, more) => {
          if (more) choosing.toggle(one);
          else void save(choosing.isPicked(one) ? picked : [...picked, one]);
        }}
      />
      <div class="details">
        <LevelField levels={ladder.levels} value={level} onChange={setLevel} />
        <KindField value={kind} onChange={setKind} />
        <NoteField
          value={note}
          rows={1}
          onChange={(words) => {
            setNote(words);
            props.onNote?.(words);
          }}
          tries={tries}
          onEnter={() => void save(chosen)}
        />
        <WhenField
          {...when.field}
          hint={
            when.value === props.periodEnded
              ? i18n.t('tag.whenEnded', [dayWords(props.periodEnded)])
              : null
          }
        />
      </div>
      {chosen.length > 1 && (
        <p class="small soft">{inRow(chosen.map(({ subSkill }) => subSkill.name))}</p>
      )}
      <p class="visually-hidden" role="status">
        {choosing.words}
      </p>
      <div class="actions">
        {wrong && (
          <p key={tries} class="problem" id={problemId} role="alert">
            {wrong}
          </p>
        )}
        {leaving.warned && <p role="alert">{i18n.t('common.escapeAgain')}</p>}
        <Button type="submit" look="primary" disabled={saving || chosen.length === 0}>
          {chosen.length > 1
            ? i18n.t('tag.saveMany', [String(chosen.length)])
            : i18n.t('tag.save', [chosen[0]?.subSkill.name ?? '…'])}
        </Button>
        <Button look="quiet" onClick={cancel}>
          {i18n.t('common.cancel')}
        </Button>
        <ShiftEnterHint entered={entered} field={field} />
      </div>
    </form>
  );
}
