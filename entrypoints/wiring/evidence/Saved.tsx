import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/common/Button';
import { isTyping, isUndo } from '../../../components/common/keys';
import { dayWords } from '../../../components/common/language';
import { Spoken } from '../../../components/common/Spoken';
import { UndoButton } from '../../../components/common/UndoButton';
import { createEvidenceStore, type Evidence } from '../../../data/evidence';
import type { StoredTags } from '../../../data/evidence/store-types';
import type { Ladder } from '../../../data/ladder';
import type { PickerCaret } from '../messages/picker';
import { failureWords } from '../words/failure-words';
import { subSkillNames } from '../words/sub-skill-names';
import './saved.css';

interface Props {
  ladders: readonly Ladder[];
  tags: StoredTags;
  onClose: () => void;
  /** A key was pressed that means the document, and leads there to an end of the passage. */
  onLeave: (caret: PickerCaret) => void;
}

/** Long enough to reach for "Undo", to see that it was done, and for slow readers to read a character. */
const STAYS_MS = 4000;
const UNDONE_MS = 2000;
const CHARACTER_MS = 50;

/** What an undo came to. */
interface Outcome {
  readonly words: string;
  /** It failed, at least for now: the words stay until they are answered. */
  readonly isProblem?: boolean;
  /** Nothing is left to undo. */
  readonly isOver: boolean;
}

/**
 * Says what was saved, offers to undo it, and goes by itself, or with Escape; not while
 * somebody points at it or has gone to one of its buttons.
 */
export function Saved({ ladders, tags: { records, already }, onClose, onLeave }: Props) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [pointedAt, setPointedAt] = useState(false);
  const [onButton, setOnButton] = useState(false);
  const line = useRef<HTMLDivElement>(null);
  const wordsId = useId();
  const done = doneWords(ladders, { records, already });
  const words = outcome?.words ?? done;
  const isProblem = outcome?.isProblem ?? false;
  const isOver = outcome?.isOver ?? false;
  const held = isProblem || pointedAt || onButton;
  useEffect(() => {
    if (held) return undefined;
    const stays = (isOver ? UNDONE_MS : STAYS_MS) + words.length * CHARACTER_MS;
    const timer = setTimeout(onClose, stays);
    return () => clearTimeout(timer);
  }, [words, held]);
  // On no button: whoever presses Enter twice must not undo what the first one saved.
  useEffect(() => line.current?.focus(), [isOver]);

  const undo = () => {
    // What another window has written about it since is kept nowhere else.
    createEvidenceStore()
      .removeUnchanged(records)
      .then(
        (removed) => setOutcome(outcomeOf(ladders, records, removed)),
        (error) => setOutcome({ words: failureWords(error), isProblem: true, isOver: false }),
      );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const takesBack = isUndo(event) && !isOver;
    // Whoever goes on in the document gets it back with the first key, and not to write over the passage.
    const caret = leadsTo(event);
    const isMeant = event.target !== line.current && (event.key === ' ' || !isTyping(event));
    const leaves = caret !== null && !isMeant;
    if (event.key !== 'Escape' && !takesBack && !leaves) return;
    event.preventDefault();
    if (takesBack) undo();
    else if (leaves) onLeave(caret);
    else onClose();
  };
  return (
    // Named by its words: it has the focus as it comes, and few would hear them of the status then.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups what is filled in.
    <div
      class="saved"
      role="group"
      aria-labelledby={wordsId}
      tabIndex={-1}
      ref={line}
      onKeyDown={onKeyDown}
      onPointerEnter={() => setPointedAt(true)}
      onPointerLeave={() => setPointedAt(false)}
      onFocusIn={({ target }) => setOnButton(target !== line.current)}
      onFocusOut={() => setOnButton(false)}
    >
      <Spoken urgent={isProblem}>
        <p id={wordsId}>{words}</p>
      </Spoken>
      {!isOver && <UndoButton of={done} onClick={undo} />}
      <Button look="quiet" aria-describedby={wordsId} onClick={onClose}>
        {i18n.t('common.close')}
      </Button>
    </div>
  );
}

/** Where in the document a key leads from a passage; `null` for one that leads nowhere. */
function leadsTo(event: KeyboardEvent): PickerCaret | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (/^(?:Arrow(?:Left|Up)|Home|PageUp)$/.test(event.key)) return 'start';
  if (/^(?:Arrow(?:Right|Down)|End|PageDown|Backspace|Delete)$/.test(event.key)) return 'end';
  return isTyping(event) ? 'end' : null;
}

function doneWords(ladders: readonly Ladder[], { records, already }: StoredTags): string {
  const names = subSkillNames(ladders, records);
  if (already.length > 0) return i18n.t('saved.doneMore', [names, subSkillNames(ladders, already)]);
  const when = records[0]?.when;
  return when === undefined
    ? i18n.t('saved.done', [names])
    : i18n.t('saved.doneOn', [names, dayWords(when)]);
}

function outcomeOf(
  ladders: readonly Ladder[],
  records: readonly Evidence[],
  removed: readonly Evidence[],
): Outcome {
  if (removed.length === 0) {
    return { words: i18n.t('evidence.changedSince'), isProblem: true, isOver: true };
  }
  const left = records.filter((one) => !removed.includes(one));
  const words =
    left.length === 0
      ? i18n.t('saved.undone')
      : i18n.t('saved.undoneBut', [subSkillNames(ladders, left)]);
  return { words, isOver: true };
}
