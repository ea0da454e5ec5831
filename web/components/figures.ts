/** Figures as a table or a sentence shows them. Pure. */

const SIGNIFICANT = 3;

/** Three figures that count: `0.0412`, `3.14`, `1,204`; a minus sign, not a hyphen. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const text =
    size !== 0 && size < 0.0001
      ? value.toExponential(1)
      : value.toLocaleString('en', {
          maximumSignificantDigits: size >= 100 ? Math.ceil(Math.log10(size + 1)) : SIGNIFICANT,
        });
  return text.replace('-', '−');
}

/** With so many decimals always, for columns that are read downwards. */
export function decimals(value: number, digits: number): string {
  return value.toFixed(digits).replace('-', '−');
}

/** How many decimals tell values of this size apart. */
export function decimalsFor(highest: number): number {
  if (highest >= 100) return 0;
  if (highest >= 10) return 1;
  return highest >= 1 ? 2 : 3;
}

/** `0.18 to 0.21`. */
export function span([low, high]: readonly [number, number], digits: number): string {
  return `${decimals(low, digits)} to ${decimals(high, digits)}`;
}

/** `preferentialAttachment` as `preferential attachment`; capitals in a row stay as they are. */
export function spokenName(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .replace(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase());
}
