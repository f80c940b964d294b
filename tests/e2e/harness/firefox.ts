import { resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../../../scripts/browsers.mjs';
import { buildFolder, FIREFOX_BUILD } from './builds';
import { type Display, openDisplay } from './display';
import { type ExtensionStorage, storageIn } from './storage';
import { until } from './until';

/** In functions that run inside the extension. */
declare const browser: typeof import('wxt/browser').browser;

export interface FirefoxOptions {
  readonly theme?: 'light' | 'dark';
  /** The browser's and the pages' language, such as `de`. */
  readonly locale?: string;
  /** Folder of the built extension. */
  readonly extension?: string;
  /** The extension's id in its manifest. */
  readonly geckoId?: string;
  /** Further settings of the browser. */
  readonly preferences?: Readonly<Record<string, string | number | boolean>>;
  /** For a site of ours whose certificate nobody has signed. */
  readonly acceptInsecureCerts?: boolean;
}

export type ViewType = 'popup' | 'sidebar';

/** The extension in a running Firefox, in a real window. */
export interface InFirefox {
  readonly browser: Browser;
  readonly display: Display;
  readonly storage: ExtensionStorage;
  /** Opens an address in a new tab, in front. */
  open(url: string): Promise<Page>;
  /** One of the extension's pages in a tab of its own, in front. */
  extensionPage(path: string): Promise<Page>;
  /** Runs a function, which stands alone, on the real popup's or sidebar's document. */
  inView<R, G = null>(
    type: ViewType,
    work: (document: Document, given: G) => R,
    given?: G,
  ): Promise<R>;
  /** Whether the real popup or sidebar is open. */
  hasView(type: ViewType): Promise<boolean>;
  /** Presses real keys in the window: `Alt+Shift+K`, `Enter`. */
  key(...combinations: string[]): Promise<void>;
  /** Presses the shortcut the browser gave a command, with real keys. */
  command(name: string): Promise<void>;
  close(): Promise<void>;
}

const GECKO_ID = 'rung@rung.example';
/** The host of our pages: Firefox draws one for each profile unless it finds one in its settings. */
const HOST = '6c4f2f58-8a3e-4b6f-9a39-2d0f6a9d5e11';
const WINDOW = { width: 1280, height: 800 };
const NAVIGATION_MS = 10_000;

/** Starts Firefox with the extension, in a window on a desktop of its own. */
export async function launchFirefox(options: FirefoxOptions = {}): Promise<InFirefox> {
  const display = await openDisplay(WINDOW);
  let firefox: Browser | undefined;
  try {
    firefox = await start(options, display);
    await firefox.installExtension(resolve(options.extension ?? buildFolder(FIREFOX_BUILD)));
    return await drive(firefox, display);
  } catch (error) {
    await firefox?.close();
    await display.close();
    throw error;
  }
}

function start(options: FirefoxOptions, display: Display): Promise<Browser> {
  const executablePath = findBrowser('firefox');
  if (!executablePath) throw new Error('There is no Firefox here: `npm test` says how to get it.');
  const { theme = 'light', locale = 'en-GB', geckoId = GECKO_ID } = options;
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: false,
    defaultViewport: null,
    acceptInsecureCerts: options.acceptInsecureCerts ?? false,
    env: display.env,
    // Without it the driver may not go to the extension's own pages.
    args: ['--remote-allow-system-access', `--width=${WINDOW.width}`, `--height=${WINDOW.height}`],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: HOST }),
      'intl.accept_languages': locale,
      'intl.locale.requested': locale,
      'layout.css.prefers-color-scheme.content-override': theme === 'dark' ? 0 : 1,
      // The driver's default pretends focus, and real keys then miss the popup.
      'focusmanager.testmode': false,
      'network.proxy.type': 0,
      ...options.preferences,
    },
  });
}

async function drive(firefox: Browser, display: Display): Promise<InFirefox> {
  const [first] = await firefox.pages();
  // A page of ours stays open behind the others: from it, everything of ours can be reached.
  const inside = await openOwn(firefox, '/popup.html');

  const rung: InFirefox = {
    browser: firefox,
    display,
    storage: storageIn((work, given) => inside.evaluate(work, given)),
    async open(url) {
      const blank = first?.url() === 'about:blank' && !first.isClosed() ? first : undefined;
      const page = blank ?? (await firefox.newPage());
      await page.goto(url);
      await page.bringToFront();
      // In the first tab the address bar has the keyboard, and no page can take it from there.
      if (blank && !(await page.evaluate(() => document.hasFocus()))) await display.press('F6');
      return page;
    },
    async extensionPage(path) {
      const page = await openOwn(firefox, path);
      await page.bringToFront();
      return page;
    },
    async inView(type, work, given) {
      await until(`the ${type} is open`, () => rung.hasView(type));
      // As text, because a document of another view does not pass through the driver.
      const call = `(${work})(${view(type)}.document, ${JSON.stringify(given ?? null)})`;
      return (await inside.evaluate(call)) as ReturnType<typeof work>;
    },
    async hasView(type) {
      return Boolean(await inside.evaluate(`${view(type)}?.document.readyState === 'complete'`));
    },
    key: (...combinations) => display.press(...combinations),
    async command(name) {
      const commands = await inside.evaluate(() => browser.commands.getAll());
      const shortcut = commands.find((one) => one.name === name)?.shortcut;
      if (!shortcut) throw new Error(`The browser gave the command "${name}" no shortcut.`);
      await display.press(shortcut);
    },
    async close() {
      await firefox.close();
      await display.close();
    },
  };
  return rung;
}

const view = (type: ViewType) => `browser.extension.getViews({ type: '${type}' })[0]`;

/** Firefox reports no end of a navigation to an extension's page, so its document is asked. */
async function openOwn(firefox: Browser, path: string): Promise<Page> {
  const url = `moz-extension://${HOST}${path}`;
  const page = await firefox.newPage();
  page.goto(url, { timeout: NAVIGATION_MS }).catch(() => {});
  await until(`${path} has loaded`, () =>
    page.evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url),
  );
  return page;
}
