import { LANGUAGE } from './language';

const format = new Intl.NumberFormat(LANGUAGE);

/** A number as the user reads it: 5,000. */
export const figures = (count: number): string => format.format(count);
