/**
 * Does something in the frame after this one; at once in a view that nobody sees, where no frame
 * ever comes.
 *
 * @returns what calls it off
 */
export function afterFrame(work: () => void): () => void {
  if (document.hidden) {
    work();
    return () => {};
  }
  const frame = requestAnimationFrame(work);
  return () => cancelAnimationFrame(frame);
}
