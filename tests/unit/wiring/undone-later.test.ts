// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Notice } from '../../../components/common/Toast';
import { createEvidenceStore, type Evidence } from '../../../data/evidence';
import { isSame } from '../../../data/json-value';
import { applyChange, type Collection } from '../../../entrypoints/wiring/evidence/use-evidence';
import { useEvidenceActions } from '../../../entrypoints/wiring/evidence/use-evidence-actions';
import { record } from '../../fixtures/records';
import { mounted, wordsByKey } from '../support/mounted';
import { stored } from '../support/stored';

const area = fakeBrowser.storage.local;
const store = createEvidenceStore(area as never);
const DOCUMENTS = ['https://example.com/a', 'https://example.com/b'] as const;

beforeEach(wordsByKey);

type Stored = Record<string, Evidence>;
const storedNow = async () => structuredClone(await stored()) as Stored;

/** Undoing is begun by a click, which waits for nothing. */
const afterClick = async () => {
  for (let turn = 0; turn < 3; turn++) await new Promise((go) => setImmediate(go));
};

const day = fc.integer({ min: 1, max: 3 }).map((at) => `2026-01-0${at}T00:00:00.000Z`);
const version = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c'),
    schema: fc.constantFrom(1, 1, 1, 2),
    created: day,
    modified: day,
    note: fc.constantFrom('', '', 'One'),
    at: fc.constantFrom(0, 0, 1),
  })
  .map(({ at, ...one }) =>
    record({ ...(one as object), target: { document: DOCUMENTS[at as 0 | 1] } }),
  );
const backup = fc.array(version, { maxLength: 3 });

/** Which record, and whether as it was first seen: a form may have been open since. */
const which = { at: fc.nat(2), late: fc.boolean() };
const deed = fc.oneof(
  fc.record({ does: fc.constant('write'), ...which }),
  fc.record({ does: fc.constant('delete'), ...which }),
  fc.record({ does: fc.constant('move'), to: fc.nat(1), ...which }),
  fc.record({ does: fc.constant('restore'), backup }),
  fc.record({ does: fc.constant('undo'), at: fc.nat(4) }),
);
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

interface Done {
  readonly before: Stored;
  readonly after: Stored;
  undo(): Promise<unknown>;
}

const withoutTimes = (all: Stored) =>
  Object.entries(all).map(([key, one]) => [key, { ...one, modified: '' }]);

/** What an undo did: nothing but the deed's own, and that wholly where nobody did anything since. */
function expectUndone(deed: Done, now: Stored, undone: Stored): void {
  if (isSame(now, deed.after) && !isSame(deed.before, deed.after)) {
    expect(Object.fromEntries(withoutTimes(undone))).toEqual(
      Object.fromEntries(withoutTimes(deed.before)),
    );
  }
  const written = Object.values(deed.after).map(({ id, note }) => `${id} ${note}`);
  for (const [key, one] of Object.entries(now)) {
    if (isSame(deed.after[key], one) || written.includes(`${one.id} ${one.note}`)) continue;
    expect(Object.values(undone)).toContainEqual(expect.objectContaining({ note: one.note }));
  }
}

async function collection(): Promise<Collection> {
  const { evidence, unreadable } = await store.all();
  return { evidence: evidence.reverse(), unreadable };
}
const told = ({ evidence, unreadable }: Collection) => [
  evidence,
  unreadable.map((one) => JSON.stringify(one)).sort(),
];

it('whatever is undone, and when, takes only its own with it, and every view has what is stored', async () => {
  let notice: Notice | null = null;
  const say = (next: Notice | null | ((before: Notice | null) => Notice | null)) => {
    notice = typeof next === 'function' ? next(notice) : next;
  };
  const { now: actions } = await mounted(useEvidenceActions, say);

  const live = async (start: readonly Evidence[], deeds: readonly Deed[]) => {
    await area.clear();
    await store.merge(start);
    let known = await collection();
    const first = new Map(known.evidence.map((one) => [one.id, one]));
    const stop = store.subscribe((change) => {
      known = applyChange(known, change);
      for (const one of change.saved) if (!first.has(one.id)) first.set(one.id, one);
    });
    const done: Done[] = [];
    for (const [index, deed] of deeds.entries()) {
      const before = await storedNow();
      notice = null;
      if ('backup' in deed) {
        const { undo } = await store.merge(deed.backup);
        done.push({ before, after: await storedNow(), undo });
      } else if (deed.does === 'undo') {
        const [undone] = done.splice(deed.at % (done.length || 1), 1);
        await undone?.undo();
        if (undone) expectUndone(undone, before, await storedNow());
      } else {
        const all = 'late' in deed && deed.late ? [...first.values()] : known.evidence;
        const one = all[deed.at % (all.length || 1)];
        if (!one) continue;
        const document = 'to' in deed ? (DOCUMENTS[deed.to] ?? '') : '';
        if (deed.does === 'write') await actions.change(one, { note: `Typed ${index}` }, 'Saved');
        if (deed.does === 'delete') await actions.remove(one);
        if (deed.does === 'move') await actions.move([one], { source: '', title: '', document });
        const action = (notice as Notice | null)?.action;
        const undo = async () => {
          action?.run();
          await afterClick();
        };
        if (action) done.push({ before, after: await storedNow(), undo });
      }
      expect(told(known)).toEqual(told(await collection()));
    }
    stop();
  };
  await fc.assert(fc.asyncProperty(backup, fc.array(deed, { maxLength: 7 }), live), {
    numRuns: 600,
  });
});
