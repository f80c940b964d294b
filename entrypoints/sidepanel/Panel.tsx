import { useEvidence } from '../wiring/evidence/use-evidence';
import { ChooseLevel } from '../wiring/ladder/ChooseLevel';
import { useKeptMine } from '../wiring/ladder/use-kept-mine';
import { useLibrary } from '../wiring/ladder/use-library';
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
