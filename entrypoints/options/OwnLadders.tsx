import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../components/common/Button';
import { FileButton } from '../../components/common/FileButton';
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
import { download } from '../wiring/saving/clipboard';
import { undoLaddersOrSay } from '../wiring/saving/undo-ladders';
import { undoable } from '../wiring/saving/undoable';
import { failureWords } from '../wiring/words/failure-words';
import { readFile } from './read-file';

interface Props {
  ladders: readonly Ladder[];
  onNotice: (notice: Notice) => void;
}

const bundled = BUNDLED_LADDERS.map(({ id }) => id);

/** How many problems of a file are worth reading at once. */
const PROBLEMS_SHOWN = 8;

/** Ladders of the user's own company: taken in from a file, checked first, taken out again. */
export function OwnLadders({ ladders, onNotice }: Props) {
  const [problems, setProblems] = useState<readonly string[]>([]);
  const own = ladders.filter(({ id }) => !bundled.includes(id));
  const [template] = BUNDLED_LADDERS;

  const trying = (
    { name }: Ladder,
    work: () => Promise<LadderChange[]>,
    words: (changes: readonly LadderChange[]) => string,
  ) => {
    storing(work).then(
      (changes) => {
        const undo = () => undoLaddersOrSay(changes, name, onNotice);
        onNotice(undoable(words(changes), undo, onNotice));
      },
      (error) => onNotice({ text: failureWords(error), tone: 'error' }),
    );
  };
  const take = async (file: File) => {
    const read = await readFile(file, MAX_LADDER_FILE_BYTES);
    const result = read.ok
      ? readLadderFile(read.text, bundled)
      : { ok: false as const, problem: read.problem, details: [] };
    if (!result.ok) return setProblems(problemWords(file.name, result));
    setProblems([]);
    const { ladder } = result;
    trying(
      ladder,
      () => keepLadder(ladder),
      ([change]) => i18n.t(change?.before ? 'ladders.replaced' : 'ladders.added', [ladder.name]),
    );
  };

  const section = useRef<HTMLElement>(null);
  useFocusKept(section, headingOf);

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
                  trying(
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
      {problems.length > 0 && (
        <div class="problem" role="alert">
          <p>{problems[0]}</p>
          <ul>
            {problems.slice(1).map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

interface Refused {
  readonly problem: LadderFileProblem | 'unreadable';
  readonly details: readonly string[];
}

function problemWords(name: string, result: Refused): string[] {
  const shown = result.details.slice(0, PROBLEMS_SHOWN).map((detail) => `${detail}.`);
  switch (result.problem) {
    case 'empty':
      return [i18n.t('ladders.problem.empty', [name])];
    case 'too-large':
      return [i18n.t('ladders.problem.tooLarge', [name])];
    case 'unreadable':
      return [i18n.t('file.unreadable', [name])];
    case 'not-json':
      return result.details[0] === undefined
        ? [i18n.t('ladders.problem.notJson', [name])]
        : [i18n.t('ladders.problem.notJsonAt', [name, result.details[0]])];
    case 'backup':
      return [i18n.t('ladders.problem.backup', [name])];
    case 'bundled':
      return [i18n.t('ladders.problem.bundled', [name, result.details[0] ?? ''])];
    case 'invalid':
      return [i18n.t('ladders.problem.invalid', [name]), ...shown];
  }
}
