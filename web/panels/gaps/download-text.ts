/** Hands the user a text as a file. */
export function downloadText(text: string, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // NOTE: some browsers read the address only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
