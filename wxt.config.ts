import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { highlightsAtRoot } from './scripts/highlights-at-root';
import { createLicences } from './scripts/licences';

/** Fixed, so that an update finds the same storage and a test finds the same pages. */
const GECKO_ID = 'rung@rung.example';

/** What Rung's own pages and its background may load: what is packed with them, from nowhere else. */
const NO_REQUESTS = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const licences = createLicences();

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module', '@wxt-dev/auto-icons'],
  manifestVersion: 3,
  imports: false,
  // The archive of sources, for reviewers who build it themselves, takes whatever lies in the folder.
  zip: { excludeSources: ['test-results/**', '*.log'] },
  autoIcons: { baseIconPath: 'assets/icon.svg', developmentIndicator: false },
  vite: ({ browser }) => ({
    // In Firefox nothing inherits a highlight.
    css: { postcss: { plugins: browser === 'firefox' ? [] : [highlightsAtRoot] } },
    plugins: [preact({ devToolsEnabled: false }), licences.plugin],
    // Chromium refuses a content script over signs that it does not count as UTF-8, such as U+FFFF.
    // Escaped, what strings hold has none.
    esbuild: { charset: 'ascii' },
  }),
  hooks: {
    // What the manifest is told comes after what the popup's own title says, which is only a name.
    'build:manifestGenerated': (_, manifest) => {
      if (manifest.action) manifest.action.default_title = '__MSG_action_title__';
    },
    'build:done': (wxt) => licences.write(wxt.config.outDir),
  },
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extension_name__',
    short_name: 'Rung',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    // No request can leave, whatever a mistake may try. A build in the making speaks to its server.
    ...(mode === 'production' ? { content_security_policy: { extension_pages: NO_REQUESTS } } : {}),
    permissions: [
      // The page in front, once the user has asked for it there, and what is selected in it.
      'activeTab',
      // "Tag the selection" in the menu of a right click.
      'contextMenus',
      // The code that reads and paints comes into a page only when it is asked for.
      'scripting',
      // Evidence, ladders and settings, on this device.
      'storage',
      // Ten thousand pieces of evidence are more than the 10 MB an extension may keep without.
      'unlimitedStorage',
      // Firefox has a sidebar instead, which needs no permission.
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    omnibox: { keyword: 'rung' },
    commands: {
      _execute_action: {
        suggested_key: { default: 'Alt+Shift+L', mac: 'MacCtrl+Shift+L' },
        description: '__MSG_command_lookup__',
      },
      'open-panel': {
        suggested_key: { default: 'Alt+Shift+J', mac: 'MacCtrl+Shift+J' },
        description: '__MSG_command_panel__',
      },
      tag: {
        suggested_key: { default: 'Alt+Shift+K', mac: 'MacCtrl+Shift+K' },
        description: '__MSG_command_tag__',
      },
    },
    web_accessible_resources: [
      {
        resources: ['picker.html'],
        // Files too, which the user may let Rung into.
        matches: ['<all_urls>'],
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : // The first in which elements inherit a highlight from those around them.
        { minimum_chrome_version: '131' }),
  }),
});
