import type { Draft, Refusal } from './reading';

/** What the card beside a painted passage or selection shows. */
export type PickerRequest =
  | { readonly view: 'tag'; readonly draft: Draft }
  | { readonly view: 'refused'; readonly why: Refusal; readonly site?: string }
  | {
      readonly view: 'evidence';
      readonly ids: readonly string[];
      /** Asked for by the keyboard: the card takes it, and stays until it is closed. */
      readonly byKey?: boolean;
      /** The pointer is still on the passage, which moved: it brings up no card, and keeps one that is there. */
      readonly still?: boolean;
    };

/** What the picker says to the tagger that shows it, by the background; the token proves it. */
export type PickerMessage =
  | { readonly type: 'picker-hello'; readonly token: string }
  | { readonly type: 'picker-size'; readonly token: string; readonly height: number }
  /** Whether something was typed there that would be lost with it. */
  | { readonly type: 'picker-unsaved'; readonly token: string; readonly unsaved: boolean }
  /** Whether it offers to undo what was done in it, which nothing does once it is gone. */
  | { readonly type: 'picker-undo'; readonly token: string; readonly offered: boolean }
  /** `caret`: where in the document the user goes on, where a key said that. */
  | { readonly type: 'picker-close'; readonly token: string; readonly caret?: PickerCaret };

/** An end of the passage. */
export type PickerCaret = 'start' | 'end';

/**
 * What the tagger posts to the picker's window when the page keeps the keyboard to itself. Nothing
 * is proved by it and nothing follows from it but a line in the picker.
 */
export const KEYBOARD_TAKEN = 'keyboard-taken';

/** What the picker is told when it says hello. */
export interface PickerWelcome {
  readonly request: PickerRequest;
  /** The tab that the picker is shown in. */
  readonly page: { readonly url: string; readonly title: string };
  readonly windowId: number | undefined;
}
