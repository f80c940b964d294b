import { asksForSecret, namesSecret } from './secret-names';

/** Types of `<input>` that a user types text into. */
const TEXT_TYPES = new Set(['text', 'search', 'url', 'tel', 'email', 'number']);

/** `autocomplete` tokens of fields whose content is nobody's business (HTML, section 4.10.18.7). */
const SECRET_TOKENS = /^(?:one-time-code|current-password|new-password|webauthn|cc-.+)$/;

/** No field smaller than this, in CSS pixels either way, shows its text to anybody. */
const LEGIBLE = 8;

export type TextField = HTMLTextAreaElement | HTMLInputElement;

/** Whether an element is a field for text, which may still be a secret one. */
export function isTextField(element: Element): element is TextField {
  if (element.localName === 'textarea') return 'selectionStart' in element;
  return (
    element.localName === 'input' &&
    (TEXT_TYPES.has((element as HTMLInputElement).type) || isPassword(element))
  );
}

/** Whether a field may hold a password, a code or a card's number. Such fields are never read. */
export function isSecretField(field: TextField): boolean {
  if (isPassword(field)) return true;
  const tokens = (field.getAttribute('autocomplete') ?? '').toLowerCase().split(/\s+/);
  if (tokens.some((token) => SECRET_TOKENS.test(token))) return true;
  if ([field.id, field.name].some(namesSecret) || labelsOf(field).some(asksForSecret)) return true;
  const masked = getComputedStyle(field).getPropertyValue('-webkit-text-security');
  return masked !== '' && masked !== 'none';
}

/**
 * Whether a field takes part when evidence is looked for in a page. One that is not shown holds an
 * editor's copy of its document, as markup.
 */
export function isReadableField(element: Element): element is TextField {
  return (
    isTextField(element) &&
    element.isConnected &&
    element.checkVisibility() &&
    !isInputProxy(element) &&
    !isSecretField(element)
  );
}

/** Whether a field only catches keys for an editor that shows its text elsewhere. */
export function isInputProxy(field: TextField): boolean {
  return field.offsetWidth < LEGIBLE || field.offsetHeight < LEGIBLE;
}

/** What tells the user what to type, for pages that call a field `input-3`. */
function labelsOf(field: TextField): string[] {
  const root = field.getRootNode() as Document | ShadowRoot;
  const ids = (field.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter((id) => id !== '');
  const elements = [...(field.labels ?? []), ...ids.map((id) => root.getElementById(id))];
  return [
    field.getAttribute('aria-label') ?? '',
    field.placeholder,
    ...elements.map((element) => element?.textContent ?? ''),
  ];
}

function isPassword(element: Element): boolean {
  return (element as HTMLInputElement).type === 'password';
}
