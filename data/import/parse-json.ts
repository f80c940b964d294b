export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: 'empty' | 'not-json' };

/** Reads a file's text as JSON, with or without a byte order mark. Never throws. */
export function parseJson(text: string): ParsedJson {
  const json = text.replace(/^\ufeff/, '');
  if (json.trim() === '') return { ok: false, problem: 'empty' };
  try {
    return { ok: true, value: JSON.parse(json) };
  } catch {
    return { ok: false, problem: 'not-json' };
  }
}
