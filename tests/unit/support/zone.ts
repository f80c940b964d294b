/** Does something as if the user were in that time zone. */
export function inZone<T>(zone: string, work: () => T): T {
  const { TZ } = process.env;
  process.env.TZ = zone;
  try {
    return work();
  } finally {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  }
}
