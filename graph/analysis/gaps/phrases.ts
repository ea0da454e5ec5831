import type { Evidence, NodeRef } from './gap.ts';

/** A figure as a reader wants it in a sentence: three digits that matter, never 1e+3. */
export function figure(value: number): string {
  const short = Number(value.toPrecision(3));
  return Math.abs(short) >= 1000 ? Math.round(value).toLocaleString('en') : String(short);
}

/** A p-value for a sentence. */
export const chance = (p: number): string => (p < 0.001 ? 'less than 0.001' : figure(p));

export const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** `1 paper`, `2 papers`. */
export const count = (n: number, noun: string): string => `${figure(n)} ${n === 1 ? noun : `${noun}s`}`;

export const quoted = (name: string): string => `“${name}”`;

export const paperRef = (id: string): NodeRef => ({ label: 'Paper', id });
export const conceptRef = (id: string): NodeRef => ({ label: 'Concept', id });
export const themeRef = (id: string): NodeRef => ({ label: 'Theme', id });

export const evidence = (text: string, refs: NodeRef[] = []): Evidence => ({ text, refs });
