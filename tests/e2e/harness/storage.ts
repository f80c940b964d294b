/** The extension's own storage, as its background sees it. */
export interface ExtensionStorage {
  /** Everything stored, or the values of some keys. */
  get(keys?: string | string[]): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
  /** Forgets everything, what is kept until the browser is closed included. */
  clear(): Promise<void>;
}

type Values = Record<string, unknown>;

/** Runs a function in a page or worker of the extension. */
export type Evaluate = (work: (given: Given) => Promise<unknown>, given: Given) => Promise<unknown>;

/** One argument for every function, as it must pass into the browser in one piece. */
interface Given {
  readonly keys: string | string[] | null;
  readonly values: Values;
}

/** In functions that run inside the extension. */
declare const chrome: typeof import('wxt/browser').browser;

/** Storage through any place that runs the extension's code. */
export function storageIn(evaluate: Evaluate): ExtensionStorage {
  return {
    async get(keys = []) {
      const given = { keys: keys.length === 0 ? null : keys, values: {} };
      return (await evaluate(
        ({ keys }) => chrome.storage.local.get<Values>(keys),
        given,
      )) as Values;
    },
    async set(values) {
      await evaluate(({ values }) => chrome.storage.local.set(values), { keys: null, values });
    },
    async clear() {
      const clear = () =>
        Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
      await evaluate(clear, { keys: null, values: {} });
    },
  };
}
