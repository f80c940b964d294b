export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly problem: 'empty' | 'not-json';
      /** The line, from 1, from which on it is not JSON; left out where only an end is missing. */
      readonly line?: number;
    };

/** Reads a file's text as JSON, with or without a byte order mark. Never throws. */
export function parseJson(text: string): ParsedJson {
  const json = text.replace(/^\ufeff/, '');
  if (json.trim() === '') return { ok: false, problem: 'empty' };
  try {
    return { ok: true, value: JSON.parse(json) };
  } catch (error) {
    const line = lineIn(String(error), json);
    return { ok: false, problem: 'not-json', ...(line !== undefined && { line }) };
  }
}

/** Where an engine's own message names the line, or a position in UTF-16 units (older Chromium). */
function lineIn(message: string, json: string): number | undefined {
  // Chromium quotes the file, which may speak of lines and ends itself.
  const said = message.replace(/, (?:\.{3})?".*$/s, '');
  if (/\b(?:unterminated|end of)\b/i.test(said)) return undefined;
  const line = /\bline (\d+)/.exec(said)?.[1];
  if (line !== undefined) return Number(line);
  const position = /\bposition (\d+)/.exec(said)?.[1];
  return position === undefined ? undefined : json.slice(0, Number(position)).split('\n').length;
}
