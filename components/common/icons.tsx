import {
  ArrowLeft,
  Check,
  ClipboardCopy,
  ClipboardPaste,
  Copy,
  Crosshair,
  Eye,
  EyeOff,
  Highlighter,
  Keyboard,
  Link,
  PanelRight,
  Pencil,
  Search,
  Settings,
  SlidersHorizontal,
  Trash2,
  X,
} from 'lucide-preact';

// Each is made once: what Preact is handed a second time as it was, it passes over. A list of evidence
// has dozens of them, which else would be drawn anew with every key.

export const BACK = <ArrowLeft aria-hidden="true" />;
export const CHOSEN = <Check class="option-check" aria-hidden="true" />;
export const CLOSE = <X aria-hidden="true" />;
export const COPY = <Copy aria-hidden="true" />;
export const COPY_DOCUMENT = <ClipboardCopy aria-hidden="true" />;
export const DELETE = <Trash2 aria-hidden="true" />;
export const EDIT = <Pencil aria-hidden="true" />;
export const FILTER = <SlidersHorizontal aria-hidden="true" />;
export const GO_TO = <Crosshair aria-hidden="true" />;
export const HIDE = <EyeOff aria-hidden="true" />;
export const KEYS = <Keyboard aria-hidden="true" />;
export const LINK = <Link aria-hidden="true" />;
export const OPTIONS = <Settings aria-hidden="true" />;
export const PANEL = <PanelRight aria-hidden="true" />;
export const PASTE = <ClipboardPaste aria-hidden="true" />;
export const SEARCH = <Search aria-hidden="true" />;
export const SHOW = <Eye aria-hidden="true" />;
export const TAG = <Highlighter aria-hidden="true" />;
