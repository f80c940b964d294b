import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../components/common/Button';
import { FileButton } from '../../components/common/FileButton';
import { headingOf, useFocusKept } from '../../components/common/use-focus-kept';
import { Heard } from '../../components/search/Heard';
import { localDay } from '../../data/days';
import { backupText } from '../wiring/saving/backup';
import { download } from '../wiring/saving/download';
import { RESTORE } from '../wiring/view/open-options';
import { sayingSlow } from '../wiring/view/saying-slow';
import type { Say } from '../wiring/view/use-notice';
import { failureNotice } from '../wiring/words/failure-notice';
import { readFailureWords } from '../wiring/words/failure-words';
import { offerWords } from './backup-words';
import { Said } from './Said';
import { useLedTo } from './use-led-to';
import { useRestore } from './use-restore';

/** Everything out into one file, and back in from it: another device, another browser. */
export function Backup({ onNotice }: { onNotice: Say }) {
  const { remark, differing, clashing, offered, ...restoring } = useRestore(onNotice);
  const save = () =>
    sayingSlow(i18n.t('panel.reading'), onNotice, backupText).then(
      (text) => download(`rung-${localDay(new Date())}.json`, 'application/json', text),
      (error) => onNotice(failureNotice(error, readFailureWords)),
    );
  const asked = [
    ...(offered
      ? [
          {
            key: 'settings',
            question: i18n.t('backup.otherSettings'),
            answer: offerWords(offered),
            take: () => void restoring.takeOffered(offered),
          },
        ]
      : []),
    ...differing.map((versions) => ({
      key: `differing ${versions.here.id}`,
      question: i18n.t('backup.differing', [versions.here.name]),
      answer: i18n.t('backup.replace', [versions.here.name]),
      take: () => restoring.replace(versions),
    })),
    ...clashing.map((ladder) => ({
      key: `clashing ${ladder.id}`,
      question: i18n.t('backup.clashing', [ladder.name, ladder.id]),
      answer: i18n.t('backup.addClashing', [ladder.name]),
      take: () => restoring.add(ladder),
    })),
  ];
  const questions = asked.map(({ question }) => question).join(' ');
  const section = useRef<HTMLElement>(null);
  useFocusKept(section, headingOf);
  useLedTo(RESTORE, section, '.actions button:last-of-type');

  return (
    <section ref={section}>
      <h2 tabIndex={-1}>{i18n.t('backup.title')}</h2>
      <p class="soft">{i18n.t('backup.hint')}</p>
      <div class="actions">
        <Button onClick={() => void save()}>{i18n.t('backup.save')}</Button>
        <FileButton accept=".json,application/json" onFile={(file) => void restoring.load(file)}>
          {i18n.t('backup.restore')}
        </FileButton>
      </div>
      {remark && (
        <div role="alert">
          <Said {...remark} />
        </div>
      )}
      {asked.length > 0 && (
        <ul class="rows">
          {asked.map(({ key, question, answer, take }) => (
            <li key={key}>
              <span>{question}</span>
              <Button onClick={take}>{answer}</Button>
            </li>
          ))}
        </ul>
      )}
      <Heard of={questions} words={() => questions} />
    </section>
  );
}
