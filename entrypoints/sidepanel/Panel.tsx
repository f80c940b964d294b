import { Setup } from '../../components/setup/Setup';
import { keepSettings } from '../wiring/keep-settings';
import { useEvidence } from '../wiring/use-evidence';
import { useLibrary } from '../wiring/use-library';
import { usePlace } from './use-place';
import { Workspace } from './Workspace';
import './panel.css';

/** The side panel: the first run, and then the workspace. */
export function Panel() {
  const library = useLibrary();
  const reading = useEvidence();
  const place = usePlace();
  if (!library || !place) return null;
  const { mine } = library;
  if (!mine) {
    return (
      <main>
        <Setup
          ladders={library.ladders}
          chosen={null}
          onChoose={(ladder, level) => keepSettings({ ladder, level })}
        />
      </main>
    );
  }
  return <Workspace library={{ ...library, mine }} reading={reading} place={place} />;
}
