import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../components/common/Button';
import { FileButton } from '../../components/common/FileButton';
import { Spoken } from '../../components/common/Spoken';
import { headingOf, useFocusKept } from '../../components/common/use-focus-kept';
import type { Ladder } from '../../data/ladder';
import { BUNDLED_LADDERS } from '../../data/library';
import { download } from '../wiring/saving/download';
import { IMPORT } from '../wiring/view/open-options';
import type { Say } from '../wiring/view/use-notice';
import { Said } from './Said';
import { SameId } from './SameId';
import { useLedTo } from './use-led-to';
import { useOwnLadders } from './use-own-ladders';

interface Props {
  ladders: readonly Ladder[];
  onNotice: Say;
}

/** Ladders of the user's own company: taken in from a file, checked first, taken out again. */
export function OwnLadders({ ladders, onNotice }: Props) {
  const own = ladders.filter((one) => !BUNDLED_LADDERS.includes(one));
  const { remark, asked, ...deciding } = useOwnLadders(own, onNotice);
  const [template] = BUNDLED_LADDERS;
  const section = useRef<HTMLElement>(null);
  useFocusKept(section, headingOf);
  useLedTo(IMPORT, section, '.actions button');

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
                onClick={() => deciding.drop(ladder)}
              >
                {i18n.t('ladders.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div class="actions">
        <FileButton accept=".json,application/json" onFile={(file) => void deciding.take(file)}>
          {i18n.t('ladders.import')}
        </FileButton>
        {template && (
          <Button look="quiet" onClick={() => downloadTemplate(template)}>
            {i18n.t('ladders.template', [template.name])}
          </Button>
        )}
      </div>
      <Spoken urgent={remark?.tone === 'error'}>{remark && <Said {...remark} />}</Spoken>
      <SameId
        asked={asked}
        onReplace={deciding.replace}
        onCancel={deciding.forget}
        onAdd={deciding.addBeside}
      />
    </section>
  );
}

function downloadTemplate(template: Ladder): void {
  download(`${template.id}.json`, 'application/json', `${JSON.stringify(template, null, 2)}\n`);
}
