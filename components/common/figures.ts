const format = new Intl.NumberFormat();

/** A number as the user reads it: 5,000. */
export const figures = (count: number): string => format.format(count);
