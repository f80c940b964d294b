import { beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

// What one test stored, and who listened, is not the next one's business.
beforeEach(() => {
  fakeBrowser.reset();
});
