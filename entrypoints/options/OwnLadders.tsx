import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../components/common/Button';
import { FileButton } from '../../components/common/FileButton';
import { Spoken } from '../../components/common/Spoken';
import type { Notice } from '../../components/common/Toast';
import { headingOf, useFocusKept } from '../../components/common/use-focus-kept';
import { storing } from '../../data/evidence/failure';
import { MAX_LADDER_FILE_BYTES, readLadderFile } from '../../data/import/ladder';
import type { Ladder } from '../../data/ladder';
import {
  BUNDLED_LADDERS,
  dropLadder,
  keepLadder,
  keepUnderFreeId,
  type LadderChange,
} from '../../data/library';
import { download } from '../wiring/saving/download';
import { undoLaddersOrSay } from '../wiring/saving/undo-ladders';
import { undoable } from '../wiring/saving/undoable';
import { failureNotice } from '../wiring/words/failure-notice';
import { problemWords, type Remark } from './ladder-words';
import { readFile } from './read-file';
import { SameId, type Taken } from './SameId';

interface Props {
  ladders: readonly Ladder[];
  onNotice: (notice: Notice | null) => void;
}

const bundled = BUNDLED_LADDERS.map(({ id }) => id);

/** How much of what is to be said of a file is worth reading at once. */
const SHOWN = 8;

/** Ladders of the user's own company: taken in from a file, checked first, taken out again. */
export function OwnLadders({ ladders, onNotice }: Props) {
  const [remark, setRemark] = useState<Remark | null>(null);
  const [asked, setAsked] = useState<Taken | null>(null);
  const own = ladders.filter((one) => !BUNDLED_LADDERS.includes(one));
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
        setAsked(null);
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
    setAsked(null);
    if (!result.ok) {
      // Two answers at once would leave it open which of them is to this file.
      onNotice(null);
      return setRemark({ tone: 'error', ...problemWords(file.name, result) });
    }
    const { ladder } = result;
    const leftOut: Remark | null =
      result.leftOut.length > 0
        ? {
            tone: 'info',
            text: i18n.t('ladders.leftOut', [file.name]),
            details: result.leftOut,
          }
        : null;
    const held = own.find(({ id, name }) => id === ladder.id && name !== ladder.name);
    if (!held) return keep(ladder, leftOut);
    // Most often it was forgotten to give the second ladder from one file an id of its own.
    onNotice(null);
    setRemark(null);
    const added = own.find(({ id, name }) => {
      return name === ladder.name && id.startsWith(`${ladder.id}-`);
    });
    setAsked({ file: file.name, ladder, held, added, leftOut });
  };
  const keep = (ladder: Ladder, leftOut: Remark | null) =>
    changing(
      ladder,
      () => keepLadder(ladder),
      ([change]) => i18n.t(change?.before ? 'ladders.replaced' : 'ladders.added', [ladder.name]),
      leftOut,
    );

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
      <div role="status">
        {asked && (
          <SameId
            {...asked}
            onReplace={({ id }) => keep({ ...asked.ladder, id }, asked.leftOut)}
            onCancel={() => setAsked(null)}
            onAdd={() =>
              changing(
                asked.ladder,
                () => keepUnderFreeId(asked.ladder),
                () => i18n.t('ladders.added', [asked.ladder.name]),
                asked.leftOut,
              )
            }
          />
        )}
      </div>
    </section>
  );
}
