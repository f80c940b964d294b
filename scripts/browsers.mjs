// @ts-check
/** Where the browsers and the tools that stand in for a desktop are on this machine. */

import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @typedef {'chromium' | 'firefox'} BrowserName
 */

const { env, platform } = process;

/** Folders programs are installed in, per platform; on Linux `PATH` knows. */
const PROGRAM_FOLDERS = {
  darwin: ['/Applications', join(env.HOME ?? '', 'Applications')],
  win32: [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(isText),
};

/** Chromium first: browsers of other brands ask more before they take an unpacked extension. */
const NAMES = {
  chromium: {
    linux: [
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      'brave-browser',
      'microsoft-edge',
    ],
    darwin: [
      'Chromium.app/Contents/MacOS/Chromium',
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Brave Browser.app/Contents/MacOS/Brave Browser',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: [
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ],
  },
  firefox: {
    linux: ['firefox-esr', 'firefox'],
    darwin: ['Firefox.app/Contents/MacOS/firefox'],
    win32: ['Mozilla Firefox\\firefox.exe'],
  },
};

/** Environment variables that name a browser and win over everything found. */
export const BROWSER_VARIABLES = { chromium: 'RUNG_CHROMIUM', firefox: 'RUNG_FIREFOX' };

/**
 * The browser's executable.
 *
 * @param {BrowserName} name
 * @returns {string | undefined} its path, `undefined` where there is none
 * @throws {Error} where the environment variable names a file that cannot be run
 */
export function findBrowser(name) {
  const variable = BROWSER_VARIABLES[name];
  const wanted = env[variable];
  if (wanted) {
    if (canRun(wanted)) return wanted;
    throw new Error(`${variable} is "${wanted}", which is not a program that can be run.`);
  }
  if (platform === 'darwin' || platform === 'win32') {
    const names = NAMES[name][platform];
    return PROGRAM_FOLDERS[platform]
      .flatMap((folder) => names.map((one) => join(folder, one)))
      .find(canRun);
  }
  return NAMES[name].linux.map(findOnPath).find(isText);
}

/**
 * @param {string} program a bare name, such as `xdotool`
 * @returns {string | undefined} its path
 */
export function findOnPath(program) {
  return (env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find(canRun);
}

/** Whether windows can be shown to the person at this machine. */
export function hasScreen() {
  return (
    platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
  );
}

/** @param {string} path */
function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * @param {string | undefined} value
 * @returns {value is string}
 */
function isText(value) {
  return Boolean(value);
}
