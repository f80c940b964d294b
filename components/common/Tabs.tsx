import { isAlone } from './keys';
import { figures } from './language';
import './tabs.css';

interface Props<Id extends string> {
  label: string;
  /** `countWords`: what the count is of, for whoever does not see where it stands. */
  tabs: readonly { id: Id; name: string; count?: number; countWords?: string }[];
  active: Id;
  onSelect: (id: Id) => void;
  /** Id of the element that shows the active tab's content. */
  panelId: string;
}

/** Tabs by the WAI-ARIA pattern: one stop for Tab, the arrow keys move between them. */
export function Tabs<Id extends string>({ label, tabs, active, onSelect, panelId }: Props<Id>) {
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0 || !isAlone(event)) return;
    event.preventDefault();
    const at = tabs.findIndex((one) => one.id === active);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    onSelect(next.id);
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={label}>
      {tabs.map(({ id, name, count, countWords }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`tab-${id}`}
          aria-selected={id === active}
          aria-controls={panelId}
          tabIndex={id === active ? 0 : -1}
          onClick={() => onSelect(id)}
          onKeyDown={move}
        >
          {name}
          {count !== undefined && (
            <>
              <span class="tab-count" aria-hidden="true">
                {figures(count)}
              </span>
              <span class="visually-hidden"> {countWords}</span>
            </>
          )}
        </button>
      ))}
    </div>
  );
}
