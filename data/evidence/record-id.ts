import { v7 } from 'uuid';

/** The form of an id that begins with the time it was made at (RFC 9562, section 5.7). */
const TIMED = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * An id that no other record has. Of two milliseconds, the later one's is the greater: so keys alone
 * tell what is newest, and nobody has to read ten thousand records to show the first ten.
 *
 * @param time ISO 8601
 */
export function newRecordId(time: string): string {
  return v7({ msecs: Date.parse(time) });
}

/** Whether an id tells when it was made. Those that other programs gave their records may not. */
export function isTimed(id: string): boolean {
  return TIMED.test(id);
}
