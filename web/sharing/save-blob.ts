/** Hands the user a file. */
export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // NOTE: some browsers read the address only after the click has been handled, and large files take their time.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Letters, digits and hyphens of a title, for a file's name. */
export function fileName(title: string, ending: string): string {
  const name = title
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 60);
  return `${name || 'lacuna'}.${ending}`;
}
