import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../components/common/Button';
import { FileButton } from '../../components/common/FileButton';
import { Spoken } from '../../components/common/Spoken';
import type { Notice } from '../../components/common/Toast';
import { headingOf, useFocusKept } from '../../components/common/use-focus-kept';
import { storing } from '../../data/evidence/failure';
import {
  type LadderFileProblem,
  MAX_LADDER_FILE_BYTES,
  readLadderFile,
} from '../../data/import/ladder';
import type { Ladder } from '../../data/ladder';
import { BUNDLED_LADDERS, dropLadder, keepLadder, type LadderChange } from '../../data/library';
import { download } from '../wiring/saving/download';
import { undoLaddersOrSay } from '../wiring/saving/undo-ladders';
import { undoable } from '../wiring/saving/undoable';
import { failureNotice } from '../wiring/words/failure-notice';
import { readFile } from './read-file';

interface Props {
  ladders: readonly Ladder[];
  onNotice: (notice: Notice | null) => void;
}

const bundled = BUNDLED_LADDERS.map(({ id }) => id);

/** How much of what is to be said of a file is worth reading at once. */
const SHOWN = 8;

/** What is said of a file under the buttons. */
interface Remark {
  readonly tone: 'error' | 'info';
  readonly text: string;
  readonly details: readonly string[];
}

/** Ladders of the user's own company: taken in from a file, checked first, taken out again. */
export function OwnLadders({ ladders, onNotice }: Props) {
  const [remark, setRemark] = useState<Remark | null>(null);
  const own = ladders.filter(({ id }) => !bundled.includes(id));
  const [template] = BUNDLED_LADDERS;

  /** Does something to a ladder, and says it; what is said of it under the buttons goes when it is undone. */
  const changing = (
    { name }: Ladder,
    work: () => Promise<LadderChange[]>,
    words: (changes: readonly LadderChange[]) => string,
    done: Remark | null = null,
  ) => {
    storing(work).then(
      (changes) => {
        setRemark(done);
        const undo = async () => {
          const undone = await undoLaddersOrSay(changes, name, onNotice);
          setRemark((shown) => (shown === done ? null : shown));
          return undone;
        };
        onNotice(undoable(words(changes), undo, onNotice));
      },
      (error) => onNotice(failureNotice(error)),
    );
  };
  const take = async (file: File) => {
    const read = await readFile(file, MAX_LADDER_FILE_BYTES);
    const result = read.ok
      ? readLadderFile(read.text, bundled)
      : { ok: false as const, problem: read.problem, details: [] };
    if (!result.ok) {
      // Two answers at once would leave it open which of them is to this file.
      onNotice(null);
      return setRemark({ tone: 'error', ...problemWords(file.name, result) });
    }
    const { ladder, leftOut } = result;
    changing(
      ladder,
      () => keepLadder(ladder),
      ([change]) => i18n.t(change?.before ? 'ladders.replaced' : 'ladders.added', [ladder.name]),
      leftOut.length > 0
        ? { tone: 'info', text: i18n.t('ladders.leftOut', [file.name]), details: leftOut }
        : null,
    );
  };

  const section = useRef<HTMLElement>(null);
  useFocusKept(section, headingOf);

  const isProblem = remark?.tone === 'error';
  const said = remark && (
    <div class={isProblem ? 'problem' : 'remark'}>
      <p>{remark.text}</p>
      <ul>
        {remark.details.slice(0, SHOWN).map((detail) => (
          <li key={detail}>{detail}</li>
        ))}
      </ul>
      {remark.details.length > SHOWN && (
        <p>{i18n.t('ladders.more', [String(remark.details.length - SHOWN)])}</p>
      )}
    </div>
  );
  return (
    <section ref={section}>
      <h2 tabIndex={-1}>{i18n.t('ladders.title')}</h2>
      <p class="soft">{i18n.t('ladders.hint')}</p>
      {own.length > 0 && (
        <ul class="rows">
          {own.map((ladder) => (
            <li key={ladder.id}>
              <span>
                <b>{ladder.name}</b>
                <span class="ladder-summary soft small">{ladder.summary}</span>
              </span>
              <Button
                look="danger"
                aria-label={i18n.t('ladders.removeNamed', [ladder.name])}
                onClick={() =>
                  changing(
                    ladder,
                    () => dropLadder(ladder.id),
                    () => i18n.t('ladders.removed', [ladder.name]),
                  )
                }
              >
                {i18n.t('ladders.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div class="actions">
        <FileButton accept=".json,application/json" onFile={(file) => void take(file)}>
          {i18n.t('ladders.import')}
        </FileButton>
        {template && (
          <Button
            look="quiet"
            onClick={() =>
              download(
                `${template.id}.json`,
                'application/json',
                `${JSON.stringify(template, null, 2)}\n`,
              )
            }
          >
            {i18n.t('ladders.template', [template.name])}
          </Button>
        )}
      </div>
      <Spoken urgent={isProblem}>{said}</Spoken>
    </section>
  );
}

interface Refused {
  readonly problem: LadderFileProblem | 'unreadable';
  readonly details: readonly string[];
}

function problemWords(name: string, { problem, details }: Refused): Omit<Remark, 'tone'> {
  if (problem === 'invalid') {
    const text = i18n.t('ladders.problem.invalid', [name]);
    return { text, details: details.map((one) => (one.endsWith('?') ? one : `${one}.`)) };
  }
  return { text: refusalWords(name, problem, details[0]), details: [] };
}

function refusalWords(
  name: string,
  problem: Exclude<Refused['problem'], 'invalid'>,
  detail: string | undefined,
): string {
  switch (problem) {
    case 'empty':
      return i18n.t('ladders.problem.empty', [name]);
    case 'too-large':
      return i18n.t('ladders.problem.tooLarge', [name]);
    case 'unreadable':
      return i18n.t('file.unreadable', [name]);
    case 'not-json':
      return detail === undefined
        ? i18n.t('ladders.problem.notJson', [name])
        : i18n.t('ladders.problem.notJsonAt', [name, detail]);
    case 'backup':
      return i18n.t('ladders.problem.backup', [name]);
    case 'bundled':
      return i18n.t('ladders.problem.bundled', [name, detail ?? '']);
  }
}
