import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { findLevel, type Ladder } from '../../data/ladder';
import { Button } from '../common/Button';
import { useFocusKept } from '../common/use-focus-kept';
import { LadderMark } from '../LadderMark';
import './setup.css';

interface Props {
  ladders: readonly Ladder[];
  /** What is chosen now; `null` on the first run, or where that is not there any more. */
  chosen: { ladder: string; level: string } | null;
  /** What of an earlier choice has gone, as a sentence, and the ladder where that is still there. */
  gone?: { ladder: string | null; why: string } | null;
  /** Stores the choice; rejects with a sentence for the user. */
  onChoose: (ladder: string, level: string) => Promise<void>;
  onCancel?: () => void;
  /** Leads to where a backup is restored, which answers both questions too. */
  onRestore?: () => void;
  /** Leads to where a company's own ladder is imported. */
  onImport?: () => void;
  /** How its heading stands among those of the page; the page's own if left out. */
  heading?: 'h1' | 'h3';
}

/** The two questions of the first run, and the place where the answers are changed later. */
export function Setup(props: Props) {
  const { ladders, chosen, gone, onChoose, onCancel, onRestore, onImport } = props;
  const { heading: Heading = 'h1' } = props;
  const [ladderId, setLadderId] = useState(chosen?.ladder ?? gone?.ladder ?? ladders[0]?.id ?? '');
  const [levelId, setLevelId] = useState<string | null>(chosen?.level ?? null);
  const ladder = ladders.find((one) => one.id === ladderId) ?? ladders[0];
  // It may be chosen elsewhere, too.
  useEffect(() => {
    if (!chosen) return;
    setLadderId(chosen.ladder);
    setLevelId(chosen.level);
  }, [chosen?.ladder, chosen?.level]);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  // As one section of a page among others it waits for the user; else it is what the page is for.
  const takesKeyboard = !chosen || onCancel !== undefined;
  useEffect(() => {
    if (!takesKeyboard) return;
    const first = form.current?.querySelector<HTMLElement>('input:checked');
    // The first run begins at its top, also where there is not room for all of it yet.
    first?.focus({ preventScroll: !chosen });
  }, []);
  useFocusKept(form, checkedLevel);
  if (!ladder) return null;
  const level = findLevel(ladder, levelId);
  const isInUse = chosen?.ladder === ladder.id && chosen.level === level?.id;

  return (
    <form
      class="setup"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!level) return;
        // Whoever presses Enter on what they have already is done.
        if (isInUse) return onCancel?.();
        setProblem(null);
        onChoose(ladder.id, level.id).catch((error: Error) => setProblem(error.message));
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !onCancel) return;
        event.preventDefault();
        onCancel();
      }}
    >
      {chosen ? null : (
        <header class="setup-intro">
          <LadderMark rungs={5} mine={2} size={44} />
          <div>
            <Heading>{gone?.why ?? i18n.t('setup.welcome')}</Heading>
            <p class="soft">{i18n.t(gone ? 'setup.kept' : 'setup.intro')}</p>
          </div>
        </header>
      )}
      <fieldset>
        <legend>{i18n.t('setup.whichLadder')}</legend>
        {/* Before the ladders: the keys that lead from them to the levels meet nothing in between. */}
        {onImport && (
          <button type="button" class="link" onClick={onImport}>
            {i18n.t('setup.importOwn')}
          </button>
        )}
        {ladders.map((one) => (
          <label key={one.id} class="choice">
            <input
              type="radio"
              name="ladder"
              value={one.id}
              checked={one.id === ladder.id}
              onChange={() => setLadderId(one.id)}
            />
            <span>
              <b>{one.name}</b>
              <span class="soft small">{one.summary}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{i18n.t('setup.whichLevel')}</legend>
        {ladder.levels
          .map((one, index) => (
            <label key={one.id} class="choice level">
              <input
                type="radio"
                name="level"
                value={one.id}
                checked={one.id === levelId}
                onChange={() => setLevelId(one.id)}
              />
              <LadderMark rungs={ladder.levels.length} mine={-1} only={index} size={22} />
              <span>
                <b>{one.name}</b>
                {one.title !== one.name && <span class="soft small">{one.title}</span>}
              </span>
            </label>
          ))
          .reverse()}
      </fieldset>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <div class="setup-actions">
        {/* What is in use cannot be pressed, and keeps the keyboard of whoever has just chosen it. */}
        <Button type="submit" look="primary" disabled={!level} aria-disabled={isInUse || undefined}>
          {level
            ? i18n.t(isInUse ? 'setup.inUse' : 'setup.choose', [level.name])
            : i18n.t('setup.pickLevel')}
        </Button>
        {onRestore && (
          <Button look="quiet" onClick={onRestore}>
            {i18n.t('backup.restore')}
          </Button>
        )}
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {i18n.t('common.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}

const checkedLevel = (form: HTMLElement) =>
  form.querySelector<HTMLElement>('input[name="level"]:checked');
