import { type Day, noonOf } from '../../data/days';
import { LANGUAGE } from './language';

const format = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium', timeZone: 'UTC' });

/** A calendar day as people write it: "30 Jun 2026". What is no day stays as it is. */
export function dayWords(day: Day): string {
  const noon = noonOf(day);
  return noon ? format.format(noon) : day;
}
