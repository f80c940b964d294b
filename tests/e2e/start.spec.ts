import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = promisify(execFile);

/** A browser starts in it and goes through the first run, the picker and the export. */
const TIMEOUT_MS = 60_000;
const PNG_SIGNATURE = '89504e470d0a1a0a';

it('looks up, tags and exports where there is no screen, and says where its pictures are', async () => {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  // Built already, and the run's own copy of that is what it takes.
  const { stdout } = await run(process.execPath, ['scripts/start.mjs', '--built'], {
    env,
    timeout: TIMEOUT_MS,
  });

  expect(stdout).toMatch(/^Looked up "stakeholder": Alignment & Evangelism, /m);
  expect(stdout).toMatch(/^Tagged as \S/m);
  const [, exported = ''] = stdout.split(/^Exported rung-evidence-\d{4}-\d{2}-\d{2}\.md:$/m);
  expect(exported).toContain('# Evidence');
  expect(exported).toContain('> I met the two doctors who felt most strongly about it');

  const pictures = [...stdout.matchAll(/^Picture: (.+)$/gm)].map(([, path]) => path ?? '');
  expect(pictures.length).toBe(3);
  for (const path of pictures) {
    const png = await readFile(path);
    expect(png.subarray(0, 8).toString('hex')).toBe(PNG_SIGNATURE);
  }
});
