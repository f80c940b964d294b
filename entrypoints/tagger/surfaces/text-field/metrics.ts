import type { TextField } from '../field-rules';

/**
 * What decides where a letter stands in a text field. Custom properties, colours and everything
 * that only decides what is around the text are left out.
 */
const COPIED = [
  'direction',
  'font-family',
  'font-feature-settings',
  'font-kerning',
  'font-language-override',
  'font-optical-sizing',
  'font-size',
  'font-size-adjust',
  'font-stretch',
  'font-style',
  'font-synthesis',
  'font-variant',
  'font-variation-settings',
  'font-weight',
  'hyphens',
  'letter-spacing',
  'line-break',
  'line-height',
  'overflow-wrap',
  'padding-bottom',
  'padding-left',
  'padding-right',
  'padding-top',
  'tab-size',
  'text-align',
  'text-align-last',
  'text-indent',
  'text-orientation',
  'text-rendering',
  'text-transform',
  'unicode-bidi',
  'white-space',
  'white-space-collapse',
  'word-break',
  'word-spacing',
  'writing-mode',
] as const;

/** Makes `text` set its lines exactly as the field does. */
export function copyMetrics(field: TextField, text: HTMLElement): void {
  const style = getComputedStyle(field);
  for (const name of COPIED) text.style.setProperty(name, style.getPropertyValue(name));
  text.lang = field.closest<HTMLElement>('[lang]')?.lang ?? '';
  // Without the scroll bar, which takes its room from the text.
  text.style.width = `${field.clientWidth}px`;
  if (field.localName === 'input') {
    text.style.whiteSpace = 'pre';
    // A single line stands in the middle of its field, whatever the field's height.
    text.style.height = `${field.clientHeight}px`;
    text.style.display = 'flex';
    text.style.alignItems = 'center';
  }
}
