import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageFile from '../../package.json';
import { RESERVED } from '../fixtures/reserved-keys';
import { buildFolder, CHROMIUM_BUILD, FIREFOX_BUILD } from './harness/builds';

interface Manifest {
  readonly version: string;
  readonly icons: Readonly<Record<string, string>>;
  readonly action: { readonly default_title: string };
  readonly commands: Readonly<
    Record<string, { suggested_key: { default: string; mac: string }; description?: string }>
  >;
}

const BUILDS = [CHROMIUM_BUILD, FIREFOX_BUILD];
/** The toolbar at one and two pixels a point, the list of extensions, the store. */
const ICON_SIZES = [16, 32, 48, 128];

const PNG_SIGNATURE = '89504e470d0a1a0a';
/** Where a PNG's first chunk, IHDR, has width and height. */
const WIDTH_AT = 16;
const HEIGHT_AT = 20;

async function manifestOf(build: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(buildFolder(build), 'manifest.json'), 'utf8'));
}

describe.each(BUILDS)('the manifest of %s', (build) => {
  it('has an icon of every size, each as large as it says', async () => {
    const { icons } = await manifestOf(build);
    expect(Object.keys(icons).map(Number)).toEqual(expect.arrayContaining(ICON_SIZES));
    for (const [size, path] of Object.entries(icons)) {
      const png = await readFile(join(buildFolder(build), path));
      expect(png.subarray(0, 8).toString('hex'), path).toBe(PNG_SIGNATURE);
      expect([png.readUInt32BE(WIDTH_AT), png.readUInt32BE(HEIGHT_AT)], path).toEqual([
        Number(size),
        Number(size),
      ]);
    }
  });

  it('has a key for looking up, for the panel and for tagging, none of them taken', async () => {
    const { commands } = await manifestOf(build);
    expect(Object.keys(commands).sort()).toEqual(['_execute_action', 'open-panel', 'tag']);
    const asked = Object.values(commands).map((one) => one.suggested_key);
    for (const system of ['default', 'mac'] as const) {
      const keys = asked.map((one) => one[system]);
      expect(new Set(keys).size).toBe(keys.length);
      for (const [owner, reserved] of Object.entries(RESERVED)) {
        const taken = keys.filter((key) => reserved[system].includes(key));
        expect(taken, `of ${owner}, ${system}`).toEqual([]);
      }
    }
  });

  it('says what its button is for', async () => {
    const { action } = await manifestOf(build);
    const words = await readFile(join(buildFolder(build), '_locales/en/messages.json'), 'utf8');
    expect(action.default_title).toBe('__MSG_action_title__');
    expect(JSON.parse(words).action_title.message).toBe('Rung: look up your ladder');
  });

  it('has the version of the project', async () => {
    expect((await manifestOf(build)).version).toBe(packageFile.version);
  });
});

it('is under the licence that it says', async () => {
  expect(packageFile.license).toBe('MIT');
  const text = await readFile('LICENSE', 'utf8');
  expect(text).toMatch(/^MIT License\n\nCopyright \(c\) \d{4} \S/);
  expect(text).toContain('Permission is hereby granted, free of charge');
});
