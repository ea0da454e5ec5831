const SUFFIX = /^(?:jr|sr|[ivx]{1,4})\.?$/i;

/** "Family, Given" and "Family, Jr., Given" as they are spoken; a name without a comma stays. */
export function authorName(name: string): string {
  const parts = name.split(',').map((part) => part.trim());
  if (parts.some((part) => part === '')) return parts.filter(Boolean).join(' ');
  if (parts.length === 2) {
    const [family, given] = parts as [string, string];
    return SUFFIX.test(given) ? `${family} ${given}` : `${given} ${family}`;
  }
  if (parts.length === 3) {
    const [family, suffix, given] = parts as [string, string, string];
    if (SUFFIX.test(suffix)) return `${given} ${family} ${suffix}`;
    if (SUFFIX.test(given)) return `${suffix} ${family} ${given}`;
  }
  return name;
}
