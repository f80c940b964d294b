import { resolve } from 'node:path';
import { build } from 'vite';
import type { Answer } from './serve';

/** Where an editor's fixtures and its packages are. */
const FIXTURES = resolve('tests/fixtures/editors');

/** What a page of an editor needs besides its script. */
const HEADS: Readonly<Record<string, string>> = {
  quill: '<link rel="stylesheet" href="/npm/quill/dist/quill.snow.css">',
  tinymce: '<script src="/npm/tinymce/tinymce.min.js"></script>',
};

/**
 * The pages of an editor, for `serve`: `/<name>` and its script, bundled from
 * `tests/fixtures/editors/<name>.js`, which sets `saved()` to what the editor would save.
 */
export async function editorRoutes(name: string): Promise<Record<string, Answer>> {
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title>
    ${HEADS[name] ?? ''}</head><body><h1>My review</h1><div id="editor"></div>
    <script type="module" src="/${name}.js"></script></body></html>`;
  return { [`/${name}`]: page, [`/${name}.js`]: await bundle(name) };
}

async function bundle(name: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      rollupOptions: { input: resolve(FIXTURES, `${name}.js`), output: { format: 'es' } },
    },
  });
  if (!('output' in output)) throw new Error(`The editor ${name} could not be bundled.`);
  return output.output[0].code;
}
