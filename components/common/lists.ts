import { LANGUAGE } from './language';

const all = new Intl.ListFormat(LANGUAGE, { type: 'conjunction' });
const row = new Intl.ListFormat(LANGUAGE, { type: 'unit' });

/** Several names as a sentence lists them: "Scope, Autonomy and Impact". */
export const listed = (names: readonly string[]): string => all.format(names);

/** Several names in a row, without a word between them: "Research, Strategy". */
export const inRow = (names: readonly string[]): string => row.format(names);
