/** The frame of the page itself, around all others: the browsers number it so in every tab. */
export const TOP = 0;
