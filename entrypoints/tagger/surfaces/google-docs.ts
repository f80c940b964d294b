import type { Surface } from './surface';

/** Whether this frame is the Google Docs editor. */
export function isGoogleDocs(): boolean {
  return false;
}

/** The surface of a Google Docs document. */
export function createGoogleDocsSurface(): Surface {
  throw new Error('Google Docs is not supported yet');
}
