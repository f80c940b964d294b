import { describe, expect, it } from 'vitest';
import { takeSettings } from '../../../../data/import/take-settings';
import { DEFAULT_SETTINGS } from '../../../../data/settings';
import { LADDER } from '../../../fixtures/records';

const STANDING = { ladder: LADDER.id, level: 'pm2' };
const PERIOD = { periodFrom: '2026-01-01', periodTo: '2026-06-30' };
const BACKUP = { ...DEFAULT_SETTINGS, ...STANDING, ...PERIOD };
const here = (change: object) => ({ ...DEFAULT_SETTINGS, ladder: 'other', level: 'l1', ...change });

describe('the settings of a backup', () => {
  it('are taken over before the first run is answered', () => {
    const { taken, offered } = takeSettings(DEFAULT_SETTINGS, BACKUP, [LADDER]);
    expect([taken, offered]).toEqual([{ ...STANDING, ...PERIOD }, null]);
  });

  it('change nothing before the first run where they say nothing, or what is here', () => {
    const here = { ...DEFAULT_SETTINGS, ...PERIOD };
    const nothing = { taken: {}, offered: null };
    expect(takeSettings(here, DEFAULT_SETTINGS, [])).toEqual(nothing);
    expect(takeSettings(here, {}, [])).toEqual(nothing);
    expect(takeSettings(here, { ...DEFAULT_SETTINGS, ...PERIOD }, [])).toEqual(nothing);
    expect(takeSettings(here, { ...BACKUP, periodFrom: null, periodTo: null }, [])).toEqual({
      taken: STANDING,
      offered: null,
    });
    expect(takeSettings(DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, ...PERIOD }, [])).toEqual({
      taken: PERIOD,
      offered: null,
    });
  });

  it('give the review period where there is none, and offer the ladder and level', () => {
    expect(takeSettings(here({}), BACKUP, [LADDER])).toEqual({
      taken: PERIOD,
      offered: { change: STANDING, standing: { ladder: 'Acme PM', level: 'PM2' }, period: false },
    });
  });

  it('are offered where there are others here', () => {
    const { taken, offered } = takeSettings(here({ periodFrom: '2025-01-01' }), BACKUP, [LADDER]);
    expect(taken).toEqual({});
    expect(offered).toMatchObject({ change: { ...STANDING, ...PERIOD }, period: true });
    const alone = takeSettings(here({ ...STANDING, periodTo: '2025-01-01' }), BACKUP, [LADDER]);
    expect(alone.offered).toEqual({ change: PERIOD, standing: null, period: true });
  });

  it('give what exports say where that was never chosen here, and ask nothing about it', () => {
    const chosen = { exportExpectations: 'none', exportNotes: false } as const;
    const backup = { ...DEFAULT_SETTINGS, ...STANDING, ...chosen };
    expect(takeSettings(DEFAULT_SETTINGS, backup, [LADDER])).toEqual({
      taken: { ...STANDING, ...chosen },
      offered: null,
    });
    expect(takeSettings(here(STANDING), backup, [LADDER])).toEqual({
      taken: chosen,
      offered: null,
    });
    const mine = here({ ...STANDING, exportExpectations: 'all' });
    expect(takeSettings(mine, backup, [LADDER])).toEqual({
      taken: { exportNotes: false },
      offered: null,
    });
    const without = here({ ...STANDING, ...chosen });
    expect(takeSettings(without, { ...backup, exportNotes: true }, [LADDER]).taken).toEqual({});
    const { exportExpectations: _, exportNotes: __, ...old } = backup;
    expect(takeSettings(mine, old, [LADDER])).toEqual({ taken: {}, offered: null });
  });

  it('ask nothing where they are the same, or name a ladder or level that is not there', () => {
    expect(takeSettings(BACKUP, BACKUP, [LADDER])).toEqual({ taken: {}, offered: null });
    const none = { ...BACKUP, periodFrom: null, periodTo: null };
    expect(takeSettings(here({}), none, [])).toEqual({ taken: {}, offered: null });
    const lost = { ...none, level: 'pm9' };
    expect(takeSettings(here({}), lost, [LADDER])).toEqual({ taken: {}, offered: null });
  });

  it.each([
    ['its first day', { ...PERIOD, periodFrom: '2025-12-01' }],
    ['its last day', { ...PERIOD, periodTo: '2026-07-31' }],
    ['its last day being open', { ...PERIOD, periodTo: null }],
  ])('offer a review period that differs in one day alone: %s', (_, period) => {
    const { taken, offered } = takeSettings(
      here({ ...STANDING, ...PERIOD }),
      { ...BACKUP, ...period },
      [LADDER],
    );
    expect([taken, offered]).toEqual([{}, { change: period, standing: null, period: true }]);
  });

  it('offer no review period that is the one here', () => {
    const same = takeSettings(here({ ...STANDING, ...PERIOD }), BACKUP, [LADDER]);
    expect(same).toEqual({ taken: {}, offered: null });
    const standing = takeSettings(here(PERIOD), BACKUP, [LADDER]);
    expect(standing.offered).toMatchObject({ change: STANDING, period: false });
  });

  it.each([
    ['of which the first day is open', { periodFrom: null, periodTo: '2026-06-30' }],
    ['of which the last day is open', { periodFrom: '2026-01-01', periodTo: null }],
  ])('give a review period %s', (_, period) => {
    const backup = { ...DEFAULT_SETTINGS, ...STANDING, ...period };
    expect(takeSettings(here(STANDING), backup, [LADDER]).taken).toEqual(period);
  });

  it('offer another level of the ladder here, and the level of the same id on another', () => {
    const level = takeSettings(here({ ...STANDING, level: 'pm1' }), BACKUP, [LADDER]);
    expect(level.offered?.change).toEqual(STANDING);
    const ladder = takeSettings(here({ level: STANDING.level }), BACKUP, [LADDER]);
    expect(ladder.offered?.change).toEqual(STANDING);
  });

  it('say nothing with a level that has no ladder', () => {
    const backup = { ...DEFAULT_SETTINGS, level: 'pm2' };
    expect(takeSettings(DEFAULT_SETTINGS, backup, [LADDER]).taken).toEqual({});
  });
});
