/** An event as the user's own hand makes it; those that scripts make say that they are not. */
export function byHand<E extends Event>(event: E): E {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}
