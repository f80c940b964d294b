import { PageReader } from '../../../entrypoints/tagger/surfaces/page-text/page-reader';
import { piecesOf } from '../../../entrypoints/tagger/surfaces/page-text/positions';
import { seeded } from '../../bench/search/random';
import { RandomPage } from './random-page';

declare global {
  interface Window {
    /** Follows a random page through random changes; tells what was read wrongly, `null` if nothing. */
    __follow(seed: number): Promise<object | null>;
  }
}

const ROUNDS = 25;
const MOST_CHANGES = 4;

const nothing = () => {};
const solid = (text: string) => text.replace(/\s+/g, '');

window.__follow = async (seed) => {
  const random = seeded(seed);
  const page = new RandomPage(random);
  const followed = new PageReader(document, nothing, nothing);
  await followed.read();
  for (let round = 0; round < ROUNDS; round++) {
    const before = page.changes.length;
    for (let left = 1 + Math.floor(random() * MOST_CHANGES); left > 0; left--) page.change();
    // Sometimes in one go with the changes, sometimes only once the observers were told.
    if (random() < 0.3) await new Promise((resolve) => setTimeout(resolve));
    await followed.read();
    const anew = new PageReader(document, nothing, nothing);
    await anew.read();
    anew.dispose();
    const { text } = followed.model;
    const pieces = piecesOf(followed.model, { start: 0, end: text.length });
    const placed = pieces.map(({ node, from, to }) => node.data.slice(from, to)).join('');
    const stands = pieces.every(({ node }) => node.isConnected) && solid(placed) === solid(text);
    if (text === anew.model.text && stands) continue;
    followed.dispose();
    const changes = page.changes.slice(before);
    return { round, changes, text, is: anew.model.text, placed };
  }
  followed.dispose();
  return null;
};
