import type { VNode } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { IconButton } from '../common/Button';
import { DELETE, EDIT, GO_TO, PANEL } from '../common/icons';

interface Actions {
  /** Left out where its page cannot be opened from here. */
  goTo?: (() => void) | undefined;
  openPanel?: (() => void) | undefined;
  edit: () => void;
  remove: () => void;
}

interface Look {
  /** The elements that say which piece of evidence the buttons are for. */
  described: string;
  editing: boolean;
  /** Whether keys do the same as some of the buttons. */
  keyed: boolean;
}

/**
 * The buttons of a piece of evidence. Where other evidence takes its place they stay as they are, and
 * do what they say to that.
 */
export function useActionButtons(actions: Actions, { described, editing, keyed }: Look): VNode {
  const latest = useRef(actions);
  latest.current = actions;
  const goes = actions.goTo !== undefined;
  const opensPanel = actions.openPanel !== undefined;
  return useMemo(() => {
    const of = { 'aria-describedby': described };
    const title = (label: string, key: string) => (keyed ? { title: `${label} (${key})` } : {});
    const goTo = i18n.t('evidence.goTo');
    const edit = i18n.t('evidence.edit');
    const remove = i18n.t('evidence.delete');
    return (
      <div class="evidence-actions">
        {goes && (
          <IconButton
            label={goTo}
            {...title(goTo, 'Enter')}
            {...of}
            onClick={() => latest.current.goTo?.()}
          >
            {GO_TO}
          </IconButton>
        )}
        {opensPanel && (
          <IconButton
            label={i18n.t('evidence.panel')}
            {...of}
            onClick={() => latest.current.openPanel?.()}
          >
            {PANEL}
          </IconButton>
        )}
        <IconButton
          label={edit}
          {...title(edit, 'e')}
          {...of}
          data-edit
          aria-expanded={editing}
          onClick={() => latest.current.edit()}
        >
          {EDIT}
        </IconButton>
        <IconButton
          label={remove}
          {...title(remove, 'Del')}
          {...of}
          data-delete
          onClick={() => latest.current.remove()}
        >
          {DELETE}
        </IconButton>
      </div>
    );
  }, [described, editing, keyed, goes, opensPanel]);
}
