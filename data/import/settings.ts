import * as v from 'valibot';
import { isDay } from '../days';
import { LADDER_PARTS } from '../export/include';
import { isObject } from '../json-value';
import type { Settings } from '../settings';

const id = v.nullable(v.pipe(v.string(), v.nonEmpty()));
const day = v.nullable(v.pipe(v.string(), v.isoDate(), v.check(isDay)));

/** What each setting may be. The compiler asks for a setting that is missing here. */
const SETTINGS: { readonly [K in keyof Settings]-?: v.GenericSchema<Settings[K]> } = {
  ladder: id,
  level: id,
  periodFrom: day,
  periodTo: day,
  exportExpectations: v.nullable(v.picklist(LADDER_PARTS)),
  exportNotes: v.nullable(v.boolean()),
};

/** The settings in a backup that this Rung knows and understands; any others are left out. */
export function readSettings(value: unknown): Partial<Settings> {
  if (!isObject(value)) return {};
  const known = Object.entries(SETTINGS).filter(
    ([name, schema]) => Object.hasOwn(value, name) && v.is(schema, value[name]),
  );
  return Object.fromEntries(known.map(([name]) => [name, value[name]]));
}
