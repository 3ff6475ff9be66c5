/** Lets the event loop go round once, so that messages that have arrived are handled. */
export function nextTurn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
