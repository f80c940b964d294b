/**
 * The events by which the two halves of the rectangles' flag find each other, whichever the browser
 * starts first. Both are over before the page's first script runs.
 */
export const FLAG_ASK = 'u7e-f';
export const FLAG_TELL = 'u7e-g';
