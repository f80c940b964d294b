/**
 * The largest window that Chromium gives a popup, in CSS pixels where pages are not zoomed.
 * Source: developer.chrome.com/docs/extensions/reference/api/action, under "Popup".
 */
const LARGEST = { width: 800, height: 600 };

/** Lower than this, in CSS pixels, what is found is worth more than a line of keys. */
const LOW = 400;

/** When the window is looked at after its last change, in milliseconds: it tells its outer size late. */
const LOOKS = [50, 500];

/**
 * Keeps the popup as large as its window where that can't become larger: with pages at 200 % it is 400
 * pixels wide. Styles may not ask for the window's size (see `popup.css`); this asks only when it changes.
 */
export function fitWindow(): void {
  // Firefox tells the size of the browser's window instead.
  if (import.meta.env.FIREFOX) return;
  let timers: number[] = [];
  const look = () => {
    const root = document.documentElement;
    if (outerWidth >= LARGEST.width)
      root.style.setProperty('--popup-room-across', `${innerWidth}px`);
    if (outerHeight < LARGEST.height) return;
    root.style.setProperty('--popup-room-down', `${innerHeight}px`);
    root.toggleAttribute('data-low', innerHeight < LOW);
  };
  const lookSoon = () => {
    timers.forEach(clearTimeout);
    timers = LOOKS.map((wait) => window.setTimeout(look, wait));
  };
  addEventListener('resize', lookSoon);
  lookSoon();
}
