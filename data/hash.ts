/**
 * FNV-1a over UTF-16 units, 32 bit, in base 36. For keys and buckets, never against someone who
 * wants two texts to meet: a collision must only ever cost a needless look.
 * @see http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function fnv1a(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(36);
}
