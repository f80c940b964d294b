import { type ChildProcess, execFile, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { until } from './until';

const run = promisify(execFile);

/** A desktop nobody sees, with one window manager on it and, as a rule, one browser. */
export interface Display {
  /** The environment for programs that shall open their windows here. */
  readonly env: Record<string, string>;
  /** Presses real keys in the focused window: `Alt+Shift+K`, `Enter`, `ArrowDown`. */
  press(...combinations: string[]): Promise<void>;
  /** Types text with real keys into the focused window. */
  type(text: string): Promise<void>;
  /** Moves the mouse to a point of the desktop, CSS pixels from its top left. */
  move(x: number, y: number): Promise<void>;
  /** Clicks with the mouse at a point of the desktop, CSS pixels from its top left. */
  click(x: number, y: number, button?: 'left' | 'right'): Promise<void>;
  /** Writes a picture of the whole desktop, browser's own parts included, as PNG. */
  picture(path: string): Promise<void>;
  close(): Promise<void>;
}

export interface DisplaySize {
  readonly width: number;
  readonly height: number;
}

const OPENBOX_CONFIG = fileURLToPath(new URL('./openbox.xml', import.meta.url));
const START_TIMEOUT_MS = 15_000;

/** Where the keys' names in the browsers' events differ from those of the X Window System. */
const X_KEYS: Readonly<Record<string, string>> = {
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  Backspace: 'BackSpace',
  Comma: 'comma',
  Control: 'ctrl',
  Enter: 'Return',
  PageDown: 'Next',
  PageUp: 'Prior',
  Period: 'period',
  Slash: 'slash',
  Space: 'space',
};

/**
 * Starts an X server on a free display number, and a window manager on it, and ends exactly these
 * two on `close` or when this process ends.
 *
 * @throws where Xvfb, openbox or xdotool is missing or does not start
 */
export async function openDisplay(size: DisplaySize): Promise<Display> {
  const screen = `${size.width}x${size.height}x24`;
  // Without -noreset the server throws everyone out whenever its last client has gone.
  // With -r a key that is let go late, on a busy machine, is still one key.
  const options = ['-noreset', '-r', '-nolisten', 'tcp', '-displayfd', '3'];
  const server = start('Xvfb', [...options, '-screen', '0', screen], {});
  const number = await firstLine(server.stdio[3] as Readable, server);
  const env = { ...plainEnvironment(), DISPLAY: `:${number}` };
  const manager = start('openbox', ['--config-file', OPENBOX_CONFIG], env);
  const xdotool = (...args: string[]) => run('xdotool', args, { env });
  const close = async () => {
    await end(manager);
    await end(server);
  };
  try {
    await until('the window manager is ready', () => xdotool('get_desktop'), START_TIMEOUT_MS);
  } catch (error) {
    await close();
    throw error;
  }

  return {
    env,
    async press(...combinations) {
      for (const one of combinations) await xdotool('key', '--clearmodifiers', toX(one));
    },
    async type(text) {
      await xdotool('type', '--clearmodifiers', '--delay', '12', '--', text);
    },
    async move(x, y) {
      await xdotool('mousemove', String(x), String(y));
    },
    async click(x, y, button = 'left') {
      await xdotool('mousemove', String(x), String(y), 'click', button === 'left' ? '1' : '3');
    },
    async picture(path) {
      await run('import', ['-window', 'root', path], { env });
    },
    close,
  };
}

/** In place of a desktop where the browser has no window, or one that is not ours. */
export function noDisplay(): Display {
  const refuse = async () => {
    throw new Error('Real keys, and pictures of the window, need a desktop of our own.');
  };
  return {
    env: defined(process.env),
    press: refuse,
    type: refuse,
    move: refuse,
    click: refuse,
    picture: refuse,
    close: async () => {},
  };
}

function toX(combination: string): string {
  return combination
    .split('+')
    .map((key) => X_KEYS[key] ?? (key.length === 1 ? key.toLowerCase() : key))
    .map((key) => (/^(Alt|Shift|Ctrl|Meta)$/.test(key) ? key.toLowerCase() : key))
    .join('+');
}

/** What our children inherit: without a Wayland session, or a browser would open its window there. */
function plainEnvironment(): Record<string, string> {
  const { WAYLAND_DISPLAY: _wayland, DISPLAY: _display, ...rest } = process.env;
  return defined(rest);
}

function defined(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function start(program: string, args: string[], env: Record<string, string>): ChildProcess {
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const endWithUs = () => child.kill();
  process.once('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
  child.once('error', () => process.off('exit', endWithUs));
  return child;
}

function firstLine(stream: Readable, child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    stream.setEncoding('utf8');
    stream.on('data', (part: string) => {
      text += part;
      if (text.includes('\n')) resolve(text.trim());
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}.`)));
  });
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill();
  });
}
