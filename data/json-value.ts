/** Whether a JSON value is an object, and neither an array nor `null`. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Whether two JSON values say the same, in whatever order they have their keys. Half a surrogate pair
 * is the same as U+FFFD: Chromium stores the one as the other.
 */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  const [a, b] = [sortKeys(one), sortKeys(other)];
  return (
    JSON.stringify(a) === JSON.stringify(b) ||
    JSON.stringify(a, wellFormed) === JSON.stringify(b, wellFormed)
  );
}

function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value;
}

/**
 * The same JSON value with the keys of every object in alphabetical order. Browsers give stored
 * objects back in different orders, and two exports of the same things must be the same file.
 */
export function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  );
}
