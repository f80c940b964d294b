import { ChooseLevel } from '../wiring/ChooseLevel';
import { useEvidence } from '../wiring/use-evidence';
import { useKeptMine } from '../wiring/use-kept-mine';
import { useLibrary } from '../wiring/use-library';
import { usePlace } from './use-place';
import { Workspace } from './Workspace';
import './panel.css';

/** The side panel: the first run, and then the workspace. */
export function Panel() {
  const library = useLibrary();
  const reading = useEvidence();
  const place = usePlace();
  const kept = useKeptMine(library);
  if (!library || !place) return null;
  const asks = !library.mine;
  return (
    <>
      {asks && (
        <main>
          <ChooseLevel library={library} />
        </main>
      )}
      {kept && (
        <Workspace
          library={{ ...library, mine: kept }}
          reading={reading}
          place={place}
          away={asks}
        />
      )}
    </>
  );
}
