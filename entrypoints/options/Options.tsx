import { i18n } from '#i18n';
import { Toast } from '../../components/common/Toast';
import { LadderMark } from '../../components/LadderMark';
import { Setup } from '../../components/setup/Setup';
import { goneFrom } from '../wiring/ladder/ChooseLevel';
import { useLibrary } from '../wiring/ladder/use-library';
import { keepSettings } from '../wiring/saving/keep-settings';
import { keepStanding } from '../wiring/saving/keep-standing';
import { useNotice } from '../wiring/view/use-notice';
import { Backup } from './Backup';
import { OwnLadders } from './OwnLadders';
import { Period } from './Period';
import { Shortcuts } from './Shortcuts';
import { Sites } from './Sites';
import './options.css';

/** Everything that is set once: ladder and level, period, own ladders, backup, sites, keys. */
export function Options() {
  const library = useLibrary();
  const [notice, setNotice] = useNotice();
  if (!library) return null;
  const { ladders, mine, settings } = library;
  return (
    <main class="options">
      <h1>
        <LadderMark rungs={5} mine={2} size={30} /> {i18n.t('options.title')}
      </h1>
      <section>
        <h2>{i18n.t('options.standing')}</h2>
        <Setup
          ladders={ladders}
          heading="h3"
          gone={goneFrom(library)}
          chosen={mine && { ladder: mine.ladder.id, level: mine.level }}
          onChoose={async (ladder, level) => {
            if (mine) return keepStanding({ ...library, mine }, ladder, level, setNotice);
            await keepSettings({ ladder, level });
            setNotice({ text: i18n.t('options.saved') });
          }}
        />
      </section>
      <Period settings={settings} />
      <OwnLadders ladders={ladders} onNotice={setNotice} />
      <Backup onNotice={setNotice} />
      <Sites onNotice={setNotice} />
      <Shortcuts />
      <section>
        <h2>{i18n.t('options.privacy')}</h2>
        <p class="soft">{i18n.t('options.privacyText')}</p>
        <p>
          <a href="/licences.txt" target="_blank" rel="noreferrer">
            {i18n.t('options.licences')}
          </a>
        </p>
      </section>
      <Toast notice={notice} onClose={() => setNotice(null)} />
    </main>
  );
}
