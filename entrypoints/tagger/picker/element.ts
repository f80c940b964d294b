import { browser } from 'wxt/browser';
import type { Box } from '../../wiring/messages/reading';
import { PICKER_CLASS } from '../painting/names';
import { flatClosest } from '../surfaces/flat-tree';
import { focusedElement } from '../surfaces/focused-element';
import { matches } from '../surfaces/node-itself';
import { style } from '../surfaces/style';
import { zoomOf } from '../surfaces/zoom';

/** `--paper` of components/theme, seen wherever the picker has not drawn yet: it loads, or it grows. */
const GROUND = 'light-dark(#ffffff, #191c1b)';

/** Elements that the sheet shows; of others, it could not be put in. */
const bySheet = new WeakSet<HTMLElement>();

/** The picker as it stands in the page: its frame hangs in a closed shadow root under the host. */
export interface PickerElement {
  readonly host: HTMLElement;
  readonly frame: HTMLIFrameElement;
  /** What goes with the picker: the host, or what it had to be put into. */
  readonly root: HTMLElement;
}

/** @param token by which its page is known to whoever shows it */
export function createPickerElement(token: string): PickerElement {
  const host = document.createElement('div');
  const frame = document.createElement('iframe');
  // Pages that demand isolation (COEP) load no frame that could carry credentials.
  frame.setAttribute('credentialless', '');
  // Read out in front of what is in it.
  frame.title = 'Rung';
  frame.src = `${browser.runtime.getURL('/picker.html')}#${token}`;
  host.attachShadow({ mode: 'closed' }).append(frame);
  // What the user edits gets nothing into it, not even where it is the dialog itself.
  const root = modalInFront()?.isContentEditable ? modalAround(host) : host;
  host.className = PICKER_CLASS;
  root.className = PICKER_CLASS;
  return { host, frame, root };
}

/** Puts the picker into the page, above whatever it has in its top layer. */
export function showElement({ host, root }: PickerElement): void {
  const modal = root === host ? modalInFront() : null;
  (modal ?? document.documentElement).append(root);
  showBySheet(host);
  if (root instanceof HTMLDialogElement) root.showModal();
  host.popover = 'manual';
  host.showPopover();
}

/** Gives the picker its place and its looks. `spot` is in pixels of the viewport. */
export function placeElement({ host, frame, root }: PickerElement, spot: Box): void {
  style(host, {
    all: 'initial',
    display: ownDisplay(host),
    position: 'fixed',
    inset: 'auto',
    left: `${spot.x}px`,
    top: `${spot.y}px`,
    width: `${spot.width}px`,
    height: `${spot.height}px`,
    margin: '0',
    padding: '0',
    border: '0',
    overflow: 'visible',
    background: 'none',
    // What is selected with all of a page is tinted, and a frame in it as if it were switched off.
    'user-select': 'none',
    zoom: `${1 / zoomOf(root.parentElement ?? document.documentElement)}`,
    'z-index': '2147483647',
  });
  style(frame, {
    display: 'block',
    width: '100%',
    height: '100%',
    border: '0',
    'border-radius': '10px',
    'box-shadow': '0 0 0 1px rgb(120 130 125 / 45%), 0 10px 34px rgb(0 0 0 / 28%)',
    // As the picker's own: a frame of another scheme than its page's gets an opaque canvas from the
    // browser, and until the page has drawn, that would be white beneath a dark picker.
    'color-scheme': 'light dark',
    background: GROUND,
  });
}

/** A modal dialog makes everything outside it inert: over another one the host needs its own. */
function modalAround(host: HTMLElement): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.style.cssText = 'all: initial; position: fixed; width: 0; height: 0';
  dialog.append(host);
  return dialog;
}

/**
 * The modal dialog in front, which makes everything outside of it inert: the one in which the focus
 * or the selection is, also where it stands in an open shadow root; else the last in the document.
 */
function modalInFront(): HTMLDialogElement | null {
  for (const start of [focusedElement(document), getSelection()?.anchorNode ?? null]) {
    const modal = flatClosest(start, (element) => matches(element, 'dialog:modal'));
    if (modal) return modal as HTMLDialogElement;
  }
  return [...document.querySelectorAll<HTMLDialogElement>('dialog:modal')].at(-1) ?? null;
}

/**
 * Has an element of the picker shown by Rung's sheet alone where the browser is Firefox. An update of
 * Rung destroys there what runs in a page, and a form that is open would stay with nobody to close
 * it; but the sheet goes, and with it the form.
 *
 * @param host has just come into the page
 */
function showBySheet(host: HTMLElement): void {
  if (!import.meta.env.FIREFOX) return;
  host.style.setProperty('display', 'none', 'important');
  if (getComputedStyle(host).display !== 'none') bySheet.add(host);
}

/** What an element's own style is to say of its display. */
function ownDisplay(host: HTMLElement): string {
  return bySheet.has(host) ? 'none' : 'block';
}
