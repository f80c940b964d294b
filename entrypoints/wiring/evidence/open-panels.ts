/** Names this panel among all there are. */
export const PANEL = crypto.randomUUID();

const nameOf = (panel: string) => `rung:panel:${panel}`;

/** Says for as long as this page is there that its panel is open. */
export function noteOpenPanel(): void {
  // Nobody ends a lock so surely as the browser, however the page goes.
  void navigator.locks?.request(nameOf(PANEL), () => new Promise(() => {}));
}

/** Whether a panel is open, be it this one. */
export async function isOpenPanel(panel: string): Promise<boolean> {
  if (panel === PANEL) return true;
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return held.some(({ name }) => name === nameOf(panel));
}
