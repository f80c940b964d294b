/** Offers a file for saving. */
export function download(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the file after the click has been handled; one minute is ample.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
