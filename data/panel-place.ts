import { storage } from 'wxt/utils/storage';
import { EVERYTHING, type EvidenceFilter } from './evidence/filter';
import { inTurn } from './in-turn';

export const TABS = ['ladder', 'evidence', 'coverage', 'export'] as const;
export type Tab = (typeof TABS)[number];

/** Where the user is in the side panel, so that it opens again where it was closed. */
export interface Place {
  readonly tab: Tab;
  /**
   * Id of the ladder the sub-skill is on: two ladders may have one of the same name. `null` where
   * it was not said, and then the user's own is meant.
   */
  readonly ladder: string | null;
  /** The sub-skill that is open in the ladder, or `null` for the overview. */
  readonly subSkill: string | null;
  /** The two levels compared; `null` for my level and the next. */
  readonly levels: readonly [string, string] | null;
  readonly query: string;
  /** Scroll position of the open tab, CSS pixels. */
  readonly scroll: number;
  /** Which evidence is shown. */
  readonly filter: EvidenceFilter;
  /**
   * When the panel was last asked to go somewhere, and did, milliseconds since 1970; or 0. Of what
   * was stored by several: the last that any of them did.
   */
  readonly asked: number;
}

/** Where another view asks a panel to go. */
export interface AskedPlace extends Place {
  /** The window whose panel is asked; any where it is not known. */
  readonly window?: number | undefined;
}

export const START: Place = {
  tab: 'ladder',
  ladder: null,
  subSkill: null,
  levels: null,
  query: '',
  scroll: 0,
  filter: EVERYTHING,
  asked: 0,
};

/** Where a panel was left. */
export const placeItem = storage.defineItem<Place>('local:place', { fallback: START, version: 1 });

/**
 * Where a panel was asked to go last. An item of its own: other windows' panels store where they are
 * at any moment, and one that is still opening would find that instead.
 */
export const askedItem = storage.defineItem<AskedPlace | null>('local:asked-place', {
  fallback: null,
  version: 1,
});

/** Keeps where a panel is. */
export function keepPlace(place: Place): Promise<void> {
  return inTurn('place', async () => {
    const { asked = 0 } = await placeItem.getValue();
    const isLater = isAskedAfter(place.asked, asked, Date.now());
    await placeItem.setValue({ ...place, asked: isLater ? place.asked : asked });
  });
}

/**
 * Whether a panel was asked to go somewhere after it last did so. What is said of a time that is still to
 * come was said by a clock that ran ahead and was set right since: it is long past, or nobody could ask
 * anything before that time.
 *
 * @param asked when it was asked, as all here in milliseconds since 1970
 * @param last when it was asked for where it went last
 */
export function isAskedAfter(asked: number, last: number, now: number): boolean {
  return asked <= now && (asked > last || last > now);
}

/** A place as it was stored; what an older Rung stored does not know all that a place says now. */
export function placeFrom(stored: Partial<Place>): Place {
  return { ...START, ...stored, filter: { ...EVERYTHING, ...stored.filter } };
}

/**
 * The address of a place: `#/ladder/intercom-pm/customer-focus`, which two levels to compare may
 * follow, `#/search/roadmap`, `#/evidence/<id>`.
 */
export function placeHash(...parts: string[]): string {
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}

/** The place an address means, or `null` where it means none. */
export function placeOf(hash: string, now: number): Place | null {
  const [tab, first, second, here, beside] = readHash(hash);
  if (tab === 'ladder') {
    const levels = here && beside ? ([here, beside] as const) : null;
    return { ...START, tab, ladder: first ?? null, subSkill: second ?? null, levels, asked: now };
  }
  if (tab === 'search') return { ...START, query: first ?? '', asked: now };
  if (tab === 'evidence') {
    return { ...START, tab, filter: { ...EVERYTHING, id: first ?? null }, asked: now };
  }
  return null;
}

/** The place that was asked for, seen from where the panel is: which evidence is shown stays, unless asked. */
export function placeAfter(here: Place, asked: Place): Place {
  return asked.tab === 'evidence' ? asked : { ...asked, filter: here.filter };
}

/** The parts of such an address; `[]` where there are none. */
export function readHash(hash: string): string[] {
  if (!hash.startsWith('#/')) return [];
  try {
    return hash.slice(2).split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return [];
  }
}
