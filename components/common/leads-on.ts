/** Whether a key leads on in what is shown, out of a field where one types: arrows, Page, End, Tab. */
export function leadsOn({ key }: KeyboardEvent): boolean {
  return /^(Arrow|Page|End$|Tab$)/.test(key);
}
