import { resolve } from 'node:path';
import {
  type BrowserContext,
  type CDPSession,
  chromium,
  type Page,
  type Worker,
} from 'playwright-core';
import { findBrowser } from '../../../scripts/browsers.mjs';
import { buildFolder, CHROMIUM_BUILD } from './builds';
import { type Display, type DisplaySize, noDisplay, openDisplay } from './display';
import { type ExtensionStorage, storageIn } from './storage';
import { until } from './until';
import { targets, viewAttacher } from './views';
import { type Watched, watch } from './watch';

/** In functions that run inside the extension. */
declare const chrome: typeof import('wxt/browser').browser;

export interface ChromiumOptions {
  /** What `prefers-color-scheme` says in every page; light unless given. */
  readonly theme?: 'light' | 'dark';
  /** The browser's and the pages' language, such as `de`. */
  readonly locale?: string;
  /** No desktop and no window: quicker, but real keys cannot be pressed. */
  readonly headless?: boolean;
  /** On the screen of whoever sits here, for them to use: no real keys are pressed there. */
  readonly visible?: boolean;
  /** Size of the browser's window, CSS pixels. */
  readonly window?: DisplaySize;
  /** Folder of the built extension. */
  readonly extension?: string;
  /** Whether the extension is let into private windows. */
  readonly inPrivate?: boolean;
  /** Folder of the browser's profile; a new one, thrown away at the end, unless given. */
  readonly profile?: string;
  /** Whether pages are kept as they were left, for going back to; the driver has that turned off. */
  readonly keepsPages?: boolean;
  /** Further switches of the browser. */
  readonly args?: readonly string[];
}

/** The extension in a running Chromium. */
export interface InChromium {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** The desktop the browser's window is on; real keys and pictures of the window. */
  readonly display: Display;
  readonly storage: ExtensionStorage;
  /** Errors and requests to other machines, gathered from every page and the worker. */
  readonly watched: Watched;
  /** The extension's background, started if it sleeps. */
  worker(): Promise<Worker>;
  /** Opens an address in a new tab and waits until it has loaded. */
  open(url: string): Promise<Page>;
  /** Opens the real popup, without a gesture, and gives its page. */
  popup(): Promise<Page>;
  /** As a click on the extension's icon: opens the popup and grants `activeTab` for the page. */
  clickIcon(page: Page): Promise<Page>;
  /** Presses the side panel's shortcut with real keys and gives the panel's page. */
  sidePanel(): Promise<Page>;
  /** Waits for a view that something else opened, such as `/sidepanel.html`. */
  view(path: string): Promise<Page>;
  /** One of the extension's pages in a tab of its own, at a size, for pictures and for axe. */
  extensionPage(path: string, size?: DisplaySize): Promise<Page>;
  /** Presses real keys in the window: `Alt+Shift+K`, `Enter`. */
  key(...combinations: string[]): Promise<void>;
  /** Presses the shortcut the browser gave a command, with real keys. */
  command(name: string): Promise<void>;
  /** Puts the extension in the place of itself, as an update does. */
  update(): Promise<void>;
  /** Takes the extension out and puts it in anew: all it stored and was allowed is forgotten. */
  reinstall(): Promise<void>;
  close(): Promise<void>;
}

const WINDOW: DisplaySize = { width: 1280, height: 800 };

/** Nothing of the browser's own asks the network; without a cache of shaders it starts sooner. */
const SWITCHES = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-extension-debugging',
  '--no-first-run',
  '--password-store=basic',
];

/** For a browser nobody uses: every run alike, and no other machine can be reached. */
const TEST_SWITCHES = [
  '--disable-gpu',
  // No bar above the page that warns of the other switches.
  '--test-type',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

/** Starts Chromium with the extension, in a window on a desktop of its own unless told otherwise. */
export async function launchChromium(options: ChromiumOptions = {}): Promise<InChromium> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('There is no Chromium here: `npm test` says how to get it.');
  const size = options.window ?? WINDOW;
  const own = !options.headless && !options.visible;
  const display = own ? await openDisplay(size) : noDisplay();
  const { theme = 'light', locale = 'en-GB' } = options;
  try {
    const context = await chromium.launchPersistentContext(options.profile ?? '', {
      executablePath,
      headless: false,
      viewport: null,
      ...(options.visible ? { colorScheme: null } : { colorScheme: theme, locale }),
      env: options.visible ? display.env : { ...display.env, LANGUAGE: locale.replace('-', '_') },
      // The driver forbids extensions; the bar that says it is in charge takes room from the page.
      ignoreDefaultArgs: [
        '--disable-extensions',
        '--enable-automation',
        ...(options.keepsPages ? ['--disable-back-forward-cache'] : []),
      ],
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        ...SWITCHES,
        ...(options.visible ? [] : [...TEST_SWITCHES, `--lang=${locale}`]),
        ...(own ? ['--window-position=0,0'] : []),
        ...(options.headless ? ['--headless=new'] : []),
        `--window-size=${size.width},${size.height}`,
        ...(options.args ?? []),
      ],
    });
    return await withExtension(context, display, {
      path: options.extension ?? buildFolder(CHROMIUM_BUILD),
      enableInIncognito: options.inPrivate ?? false,
    });
  } catch (error) {
    await display.close();
    throw error;
  }
}

async function withExtension(
  context: BrowserContext,
  display: Display,
  extension: Unpacked,
): Promise<InChromium> {
  const browser = context.browser();
  if (!browser) throw new Error('The browser ended as soon as it had started.');
  const watched = watch(context);
  const session = await browser.newBrowserCDPSession();
  const extensionId = await load(session, extension);
  const origin = `chrome-extension://${extensionId}`;
  const view = viewAttacher(context, browser, session);

  const worker = () =>
    until('the background runs', () =>
      context.serviceWorkers().find((one) => one.url().startsWith(origin)),
    );
  await worker();

  const rung: InChromium = {
    context,
    extensionId,
    display,
    watched,
    storage: storageIn(async (work, given) => (await worker()).evaluate(work, given)),
    worker,
    view,
    async open(url) {
      const blank = context.pages().find((page) => page.url() === 'about:blank');
      const page = blank ?? (await context.newPage());
      await page.goto(url);
      await page.bringToFront();
      return page;
    },
    async popup() {
      await (await worker()).evaluate(() => chrome.action.openPopup());
      return view('/popup.html');
    },
    async clickIcon(page) {
      const tab = (await targets(session)).find(
        (one) => one.type === 'tab' && one.url === page.url(),
      );
      if (!tab) throw new Error(`No tab shows ${page.url()}.`);
      await session.send('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId });
      return view('/popup.html');
    },
    async sidePanel() {
      await rung.command('open-panel');
      return view('/sidepanel.html');
    },
    async extensionPage(path, size) {
      const page = await context.newPage();
      if (size) await page.setViewportSize(size);
      await page.goto(`${origin}${path}`);
      return page;
    },
    key: (...combinations) => display.press(...combinations),
    async command(name) {
      const commands = await (await worker()).evaluate(() => chrome.commands.getAll());
      const shortcut = commands.find((one) => one.name === name)?.shortcut;
      if (!shortcut) throw new Error(`The browser gave the command "${name}" no shortcut.`);
      await display.press(shortcut);
    },
    async update() {
      await load(session, extension);
    },
    async reinstall() {
      await session.send('Extensions.uninstall', { id: extensionId });
      await load(session, extension);
      await worker();
    },
    async close() {
      await context.close();
      await display.close();
    },
  };
  return rung;
}

/** A built extension's folder, and whether it is let into private windows. */
interface Unpacked {
  readonly path: string;
  readonly enableInIncognito: boolean;
}

/** The way every brand of Chromium still honours; it answers after the manifest was accepted. */
async function load(session: CDPSession, extension: Unpacked): Promise<string> {
  const path = resolve(extension.path);
  const { id } = await session.send('Extensions.loadUnpacked', { ...extension, path });
  return id;
}
