import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Where it stands in a build. */
const FILE = 'licences.txt';

/** A module's package, the innermost where packages have others in them. */
const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/;

interface Licences {
  /** Notes the packages of which something goes into a build. */
  readonly plugin: Plugin;
  /** Writes their licences, and Rung's own, into the folder of the build. */
  write(folder: string): Promise<void>;
}

/** Keeps the licences with the code they are for, which all of them ask for. */
export function createLicences(): Licences {
  const packages = new Set<string>();
  return {
    plugin: {
      name: 'licences',
      generateBundle(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue;
          for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
            // What a bundler makes of a module bears its name behind a zero.
            const path = id.replace(/^\0/, '').replaceAll('\\', '/');
            const [folder] = PACKAGE.exec(path) ?? [];
            if (folder && renderedLength > 0) packages.add(folder);
          }
        }
      },
    },
    async write(folder) {
      const own = readFileSync('LICENSE', 'utf8').trim();
      const others = [...packages].map(licenceOf).sort((a, b) => (a < b ? -1 : 1));
      // Opened as a page, it would be taken for another encoding without its mark.
      await writeFile(join(folder, FILE), `\ufeffRung\n\n${[own, ...others].join(RULE)}\n`);
    },
  };
}

const RULE = `\n\n${'-'.repeat(72)}\n\n`;

/**
 * What a package says of its licence.
 *
 * @throws where it says nothing: then nobody may pass it on
 */
function licenceOf(folder: string): string {
  const { name, version, license, homepage, repository } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const file = readdirSync(folder).find((one) => /^(?:licen[cs]e|copying)\b/i.test(one));
  if (!file && !license) throw new Error(`${name} does not say under which licence it is.`);
  const from = homepage ?? repository?.url ?? repository ?? '';
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
  return [`${name} ${version} (${license ?? 'see below'})`, from, text]
    .filter(Boolean)
    .join('\n\n');
}
