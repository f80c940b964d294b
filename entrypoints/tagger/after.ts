/** `'late'`, after so many milliseconds: for a race with what must not be waited for without end. */
export function after(delay: number): Promise<'late'> {
  return new Promise((resolve) => setTimeout(resolve, delay, 'late'));
}
