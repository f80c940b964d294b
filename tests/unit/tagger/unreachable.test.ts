import { expect, test } from 'vitest';
import { siteOf } from '../../../entrypoints/tagger/unreachable';

/** As much of a frame as tells its site. */
function frame(src: string, sandbox?: string): HTMLIFrameElement {
  const tokens = { contains: (token: string) => sandbox?.split(' ').includes(token) };
  return { src, sandbox: tokens, hasAttribute: () => sandbox !== undefined } as never;
}

test.each([
  [
    'a site, without its port',
    frame('https://editor.example:8443/a?b'),
    'https://editor.example/*',
  ],
  [
    'one that keeps its origin',
    frame('https://editor.example/', 'allow-scripts allow-same-origin'),
    'https://editor.example/*',
  ],
  ['none where it is sandboxed', frame('https://editor.example/', 'allow-scripts'), undefined],
  ['none without an address', frame(''), undefined],
  ['none of an address that is not of the web', frame('data:text/html,x'), undefined],
])('a frame is of %s', (_what, given, expected) => {
  expect(siteOf(given)).toBe(expected);
});
