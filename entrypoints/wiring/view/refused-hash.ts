/** Asks the popup to explain itself: this page cannot be read, a pasted passage can be tagged. */
export const REFUSED_HASH = '#refused';
