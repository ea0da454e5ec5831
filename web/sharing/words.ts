/** `830 kB`, `12.4 MB`. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000)).toLocaleString('en')} kB`;
  return `${(bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
}

/** `about 40 s left`; empty while too little is done to tell. */
export function timeLeft(done: number, total: number, milliseconds: number): string {
  if (done === 0 || milliseconds < 1000) return '';
  const seconds = ((total - done) / done) * (milliseconds / 1000);
  if (seconds < 1) return '';
  return seconds < 90 ? `about ${Math.ceil(seconds)} s left` : `about ${Math.round(seconds / 60)} min left`;
}
