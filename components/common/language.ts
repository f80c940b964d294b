/**
 * The language of the words on screen. Numbers, days and lists stand in the middle of sentences, and
 * in the browser's own language would make them sentences of two.
 */
export const LANGUAGE = 'en-GB';
