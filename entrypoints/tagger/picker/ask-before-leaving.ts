/**
 * Has the browser ask before the page is left or loaded anew, where something would be lost by that.
 * The browsers ask only where the page was used, in their own words.
 */
export function askBeforeLeaving(wouldLose: () => boolean, signal: AbortSignal): void {
  const ask = (event: Event) => {
    if (wouldLose()) event.preventDefault();
  };
  addEventListener('beforeunload', ask, { signal });
}
